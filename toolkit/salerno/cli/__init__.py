"""The command line: says the verbs, prints what they return, and chooses the exit status."""

from salerno.cli.main import main

__all__ = ["main"]
