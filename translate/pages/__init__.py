"""Two pages, each the witness of what the other is about."""
