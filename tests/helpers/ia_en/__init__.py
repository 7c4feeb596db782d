"""Interlingua and English as a pair."""
