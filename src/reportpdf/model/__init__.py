"""What a report is: words and pictures, with the places they came from."""
