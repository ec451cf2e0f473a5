"""Words of strangers, fit for a terminal: a forged page must not print a line that says it is none."""

from __future__ import annotations


def printable(text: str) -> str:
    """Return a text on one line, with whatever a terminal would act upon written as an escape."""
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode("ascii")
        for letter in text
    )
