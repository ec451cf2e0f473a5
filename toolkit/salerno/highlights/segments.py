"""A text cut where its highlights begin and end, so that what overlaps becomes a flat sequence."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from salerno.model import Cue, Highlight, Segment, Segments, Severity
from salerno.words import widened

_ORDER = {cue: number for number, cue in enumerate(Cue)}
_SEVERITIES = {severity: number for number, severity in enumerate(Severity)}


def segments(text: str, highlights: Iterable[Highlight]) -> Segments:
    """Return the text in segments that joined are the text, each with the highlights over it.

    No cut is made inside of a sign, such as a letter and the vowel sign on it: a highlight that ends
    there covers all of it.
    """
    if not text:
        return ()
    starts: dict[int, list[Highlight]] = {}
    ends: dict[int, list[Highlight]] = {}
    for highlight in highlights:
        start, end = widened(text, highlight.start, highlight.end)
        starts.setdefault(start, []).append(highlight)
        ends.setdefault(end, []).append(highlight)
    cuts = sorted({0, len(text), *starts, *ends})
    over: list[Highlight] = []
    found = []
    for start, end in pairwise(cuts):
        over = [each for each in over if each not in ends.get(start, ())] + starts.get(start, [])
        found.append(Segment(text[start:end], tuple(sorted(over, key=_rank))))
    return tuple(found)


def _rank(highlight: Highlight) -> tuple[int, int, int, int]:
    severity = highlight.finding.severity if highlight.finding else Severity.INFO
    return (_ORDER[highlight.cue], _SEVERITIES[severity], highlight.start, highlight.end)
