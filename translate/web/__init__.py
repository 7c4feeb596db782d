"""Pages of the web: fetched because a user gave their address, under limits, and not from private networks."""
