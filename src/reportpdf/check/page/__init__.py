"""What is judged on the laid-out pages of a report."""
