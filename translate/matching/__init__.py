"""Which articles of two collections tell the same story: collections, sketches, candidates, probability, pairs."""
