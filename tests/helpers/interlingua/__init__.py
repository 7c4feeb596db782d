"""Interlingua, a small language by which the tests see that one folder is all that a language needs."""
