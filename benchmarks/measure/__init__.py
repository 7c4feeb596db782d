"""What is measured: every figure of the README."""
