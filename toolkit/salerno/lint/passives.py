"""Who does it? A passive leaves that open, and languages that have none must guess; in English alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from salerno.lint.remark import Remark, remark, text_of
from salerno.model import Severity, Translate

_IRREGULAR = (
    "given|taken|done|made|known|seen|shown|found|felt|kept|left|lost|put|cut|set|sent|held|told|"
    "bought|brought|built|chosen|drawn|drunk|eaten|fed|grown|hurt|led|paid|read|sold|spent|spread|"
    "stung|swollen|thought|understood|used|worn|written|broken|begun|frozen|hidden|stolen|torn"
)
_STATES = frozenset(
    [
        "tired",
        "worried",
        "interested",
        "needed",
        "supposed",
        "used",
        "allowed",
        "concerned",
        "bored",
        "scared",
        "pleased",
        "married",
        "experienced",
        "advanced",
        "limited",
        "related",
        "located",
        "swollen",
        "left",
        "based",
    ]
)
"""Participles that mostly say how somebody is, not what is done."""
_PASSIVE = re.compile(
    rf"(?<![\w-])(?:am|is|are|was|were|be|been|being)(?: not)?(?: \w{{1,20}}ly)? (\w{{1,20}}ed|{_IRREGULAR})(?![\w-])",
    re.IGNORECASE,
)


def remarks(pieces: Sequence[Translate], locale: str) -> Iterator[Remark]:
    """Yield passives; other languages than English are not looked at."""
    if locale.partition("-")[0] != "en":
        return
    for piece in pieces:
        for match in _PASSIVE.finditer(text_of(piece)):
            if match[1].lower() not in _STATES:
                message = f"“{match[0]}” does not say who does it"
                yield remark(piece, "passive", Severity.INFO, message, match.span())
