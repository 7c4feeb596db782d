"""Readers of files that are no plain text, one for a family of formats; `contents.py` knows which reads what."""
