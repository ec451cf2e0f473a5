"""What programs ask: how far everything is, what waits, and whether the server is well. It changes nothing."""
