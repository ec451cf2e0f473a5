"""Reads the half hours that are named for the hour to come: `halb acht` is 7:30."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal

_PATTERNS = {
    "de": re.compile(r"\bhalb (\w+|\d{1,2})\b"),
    "nl": re.compile(r"\bhalf (\w+|\d{1,2})\b"),
    "pl": re.compile(r"\bwpół do (\w+)\b"),
    "ru": re.compile(r"\bпол(?:овин[ауеы])?[ -]?(\w+)\b"),
    "uk": re.compile(r"\bпів на (\w+)\b"),
    "ca": re.compile(r"\bdos quarts (?:de |d')(\w+)\b"),
}
_HOURS = 12


def half_hours(folded: str, language: str) -> list[tuple[str, int]]:
    """Return the words for the hours to come, and where each phrase starts."""
    pattern = _PATTERNS.get(language)
    return [(match[1], match.start()) for match in pattern.finditer(folded)] if pattern else []


def hour_and_half(value: Decimal) -> Counter[Decimal]:
    """Return the two values of half an hour before an hour; 7 and 30 before 8."""
    hour = value - 1 or Decimal(_HOURS)
    return Counter([hour, Decimal(30)])
