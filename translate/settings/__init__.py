"""What an operator settles: variables of the environment, and the limits of a run."""
