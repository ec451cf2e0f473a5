"""Commands for who sits at the server."""
