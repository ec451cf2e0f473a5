"""Salerno localizes health articles and publishes only what a named reviewer signed."""

__version__ = "0.1.0"
