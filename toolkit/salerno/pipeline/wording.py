"""Words of strangers, fit for a terminal: a forged page must not print a line that says it is none."""

from __future__ import annotations

import re


def printable(text: str) -> str:
    """Return a text on one line, with whatever a terminal would act upon written as an escape."""
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode("ascii")
        for letter in text
    )


_ACTS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def harmless(text: str) -> str:
    """Return a text with its lines and letters, and escapes for what moves a cursor or turns words round.

    A reviewer has to see what stands there: a draft must not erase itself from the screen.
    """
    return _ACTS.sub(lambda match: match.group().encode("unicode_escape").decode("ascii"), text)
