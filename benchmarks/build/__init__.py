"""What is built and shipped: word lists, the Russian catalogue, pictures."""
