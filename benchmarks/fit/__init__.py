"""What is fitted: each script prints what its model reaches and writes it."""
