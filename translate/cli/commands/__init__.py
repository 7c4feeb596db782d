"""One command in each file; `add` puts it among the others."""
