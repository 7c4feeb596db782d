"""One version of a story as all later stages read it."""
