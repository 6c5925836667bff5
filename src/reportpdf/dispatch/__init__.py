"""Dispatch: every department its own copy, none lost, none doubled, each traceable."""
