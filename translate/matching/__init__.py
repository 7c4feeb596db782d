"""Which articles of two collections tell the same story."""
