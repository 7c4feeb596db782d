"""The language of the interface: sentences, their translations, and what things are called in them."""
