"""Parts of sentences without counterpart, and coverage."""
