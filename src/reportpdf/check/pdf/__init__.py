"""What is read and judged in the bytes of a PDF, whoever made it."""
