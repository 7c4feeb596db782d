"""Scripts that measure what the README quotes, fit what is fitted, and build what is built."""
