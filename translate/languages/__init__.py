"""What is particular to a language, as data and a few functions."""
