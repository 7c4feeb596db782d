"""Facts that two corresponding passages give differently."""
