"""What a text states: numbers, dates, names and who is quoted, read from the text alone; and when two of them agree."""
