"""From the text as given to sentences with a role, a language and exact offsets."""
