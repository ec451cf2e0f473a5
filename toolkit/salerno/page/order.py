"""Which isolates could turn a text round (UAX #9): those may stand on a page only if they were signed.

Versions of Salerno isolate more or less than others, so that an isolate as such is no forgery. One
that reads from left to right, and holds no letter that does not, leaves the order of what it holds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from salerno import languages
from salerno.page.chunks import LETTERS, RTL
from salerno.page.isolation import range_direction

LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"
OPENINGS = {"ltr": LRI, "rtl": RLI, "auto": FSI}
"""The characters that are what an element with such a `dir` is to a browser (CSS Writing Modes, 2.4)."""

_SIGN = re.compile(f"[{LRI}-{PDI}]")
_FLAT = re.compile(f"[{LRI}{FSI}]([^{LRI}-{PDI}{RTL}]*+){PDI}")
"""What reads from left to right and holds no other isolate: nearly all there are."""
_INSIDE = re.compile(f"[{LRI}-{PDI}]|(?P<rtl>[{RTL}]+)|(?P<ltr>[{LETTERS}]+)")


@dataclass(slots=True)
class _Isolate:
    """An isolate that is open, and what was found in it so far."""

    start: int
    sign: str
    first: str = ""
    """Direction of the first letter that is in no isolate of its own."""
    holds_rtl: bool = False

    @property
    def direction(self) -> str:
        if self.sign == FSI:
            return self.first or "ltr"
        return "ltr" if self.sign == LRI else "rtl"


def bare(text: str) -> str:
    """Return a text without its isolates."""
    return _SIGN.sub("", text)


def settled(text: str, locale: str) -> str:
    """Return a text without those of its isolates that cannot turn anything round in a locale."""
    text = _FLAT.sub(_inner, text)
    if not _SIGN.search(text):
        return text
    places = set(_turning(text, locale))
    return _SIGN.sub(lambda match: match[0] if match.start() in places else "", text)


def _inner(match: re.Match[str]) -> str:
    return match[1]


def _turning(text: str, locale: str) -> list[int]:
    """Return the places of the signs that could; one without its other half is one of them."""
    opened: list[_Isolate] = []
    found: list[int] = []
    position = 0
    while match := (_INSIDE if opened else _SIGN).search(text, position):
        position = match.end()
        if match.lastgroup:
            opened[-1].first = opened[-1].first or match.lastgroup
            opened[-1].holds_rtl |= match.lastgroup == "rtl"
        elif match[0] != PDI:
            opened.append(_Isolate(match.start(), match[0]))
        elif not opened:
            found.append(match.start())
        else:
            isolate = opened.pop()
            if opened:
                opened[-1].holds_rtl |= isolate.holds_rtl
            if not _is_harmless(isolate, locale):
                found += [isolate.start, match.start()]
    return found + [isolate.start for isolate in opened]


def _is_harmless(isolate: _Isolate, locale: str) -> bool:
    """Return whether what an isolate holds reads as it would in a text of its own letters."""
    if isolate.holds_rtl:
        # In a page that runs from right to left this one changes nothing.
        return isolate.direction == languages.direction(locale) == "rtl"
    return isolate.direction == "ltr" or range_direction(locale) == "rtl"
