"""What a reviewer decides about a comparison: verdicts, labels, notes and links, undone, redone and kept in a file."""
