"""The service: comparing, matching and batches for other programs, over HTTP."""
