"""What the command line can be told to do: its grammar, its help, and one module per command."""
