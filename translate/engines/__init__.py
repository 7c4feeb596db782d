"""Models behind small protocols: the sentence encoder, machine translation and the word gloss."""
