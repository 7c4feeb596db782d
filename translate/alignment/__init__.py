"""From embeddings to beads: which sentences of the two texts say the same thing. Meets arrays, never a model."""
