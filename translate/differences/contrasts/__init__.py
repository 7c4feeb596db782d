"""Contrasts inside a bead: negation, other words, quotes, certainty."""
