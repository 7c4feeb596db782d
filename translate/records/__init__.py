"""Comparisons and sessions as JSON, and back."""
