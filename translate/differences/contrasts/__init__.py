"""Contrasts inside a bead: negation, opposites, quotes, certainty."""
