"""Russian and English as a pair."""
