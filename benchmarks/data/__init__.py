"""Data that the benchmarks share: the development data, and what is made from it."""
