"""Processes that work for others: for a batch, for the visitors of the page and for the clients of the service."""
