"""Many stories at once: reading tables and collections of them, and finding out which belong together."""
