"""Commands of the desk, as Django finds them."""
