"""What of one version is told in the other: each sentence and clause against the whole other text."""
