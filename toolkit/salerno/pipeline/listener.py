"""Who hears what a verb is doing; by default nobody."""

from __future__ import annotations


class Listener:
    """Hears messages and progress; the command line and tests override what they care about."""

    def message(self, text: str) -> None:
        """Hear something that a user should know, in a sentence."""

    def progress(self, what: str, done: int, total: int) -> None:
        """Hear that `done` of `total` steps of a longer work are done."""


SILENT = Listener()
