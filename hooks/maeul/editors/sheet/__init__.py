"""Office records as a table that people open in a spreadsheet, and back."""
