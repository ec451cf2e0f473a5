"""How far everything is, what holds it up, who works on it, and the trail of what was decided."""
