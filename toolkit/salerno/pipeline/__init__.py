"""The verbs: each wires pure rooms to the store in a few lines, and returns what happened.

A verb prints nothing. What happens on the way goes to a `Listener`.
"""
