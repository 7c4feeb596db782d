"""Many pairs at once: read, compared in processes, written down, and gone on with after a kill."""
