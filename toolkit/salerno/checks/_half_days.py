"""Finds a morning that became an evening, or the other way round: `8 AM` and `8 PM`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

_HOUR = r"(?<![\w.,:])(?P<hour>\d{1,2}(?:[:.]\d\d)?)"
_ENGLISH = re.compile(rf"{_HOUR}\s?(?P<half>[AaPp])\.?\s?[Mm](?!\w)")
_FOREIGN = re.compile(
    rf"{_HOUR}(?=\s?[AP]\.?\s?M|\s?[ap]\.\s?m|[ap]m)\s?(?P<half>[AaPp])\.?\s?[Mm](?!\w)"
)
"""A lone `am` is a German word, so small letters need full stops or the figure beside them."""


def half_day_at(text: str, start: int, end: int, language: str) -> tuple[str, int]:
    """Return `am` or `pm` and where that ends, for an hour that stands at [start, end) and has it."""
    pattern = _ENGLISH if language == "en" else _FOREIGN
    match = pattern.match(text, start)
    if match is None or match.end("hour") != end:
        return "", end
    return f"{match['half'].lower()}m", match.end()


def changed_half_days(source: str, target: str) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """Yield the times of the source whose half of the day the target changed, with the target's."""
    said = _times(_ENGLISH, source)
    found = _times(_FOREIGN, target) if said else {}
    for (hour, half), times in said.items():
        other = (hour, "p" if half == "a" else "a")
        lost = times[len(found.get((hour, half), ())) :]
        added = found.get(other, [])[len(said.get(other, ())) :]
        yield from zip(lost, added, strict=False)


def _times(pattern: re.Pattern[str], text: str) -> dict[tuple[str, str], list[re.Match[str]]]:
    times = defaultdict(list)
    for match in pattern.finditer(text):
        times[match["hour"].replace(".", ":"), match["half"].lower()].append(match)
    return dict(times)
