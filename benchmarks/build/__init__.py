"""What is built: the catalogue of the interface, the lexicon, the pictures of the README."""
