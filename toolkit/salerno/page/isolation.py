"""Isolates figures, and Latin words in right-to-left text, so that they read in one wanted order.

Markup isolates, no control characters: what a reader copies or searches for is the signed text. An
Arabic-Indic range, which turns round in an isolate too, gets one around each of its numbers; an LRM
at each side of its dash would do the same, and would be two more characters than were signed.

Where text runs from left to right figures keep their order, and `<bdi>` changes nothing but what the
style sheets say of it everywhere: that no line ends in one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise

from salerno import languages
from salerno.page.chunks import MARK, RTL
from salerno.page.figures import CELL, LINE, Room, with_authors
from salerno.page.runs import Span, find_spans
from salerno.page.stretches import OBJECT, Stretch, Tag, escaped, read, stretches

RANGE_DIRECTIONS: dict[str, str] = {}
"""The locales in which the ends of a range stand from right to left (`rtl`): `2–3` reads as `3–2`.

Which order is wanted, people decide for each locale; where nobody has, it is the logical order from
left to right, like every other measure."""

_OPENING = {"ltr": "\u2066", "rtl": "\u2067"}
_PDI = "\u2069"
_TABLE = re.compile(r"(<table\b.*?</table>)", re.DOTALL)
_LONG = re.compile('(?<=<span dir="ltr">).*?(?=</span>)', re.DOTALL)
_LEFT = re.compile(rf"[{RTL}]|{MARK}|[\u2066-\u2069]")


def isolated(html: str, locale: str) -> str:
    """Return the sanitised HTML of a body with isolates around what belongs together.

    In a locale that runs from right to left that is what reads from left to right, in `<bdi dir>`, or
    in `<span dir>` if it is too long for a line; in any other one it is figures, in a mere `<bdi>`.
    What has isolation or another direction of its own, code and preformatted text stay as they are.
    """
    html = with_authors(html) if "<bdi>" in html else html
    if "<table" not in html:
        return _isolated(html, locale, LINE)
    parts = _TABLE.split(html)
    rooms = (CELL if part.startswith("<table") else LINE for part in parts)
    return "".join(_isolated(part, locale, room) for part, room in zip(parts, rooms, strict=True))


def _isolated(html: str, locale: str, room: Room) -> str:
    if languages.direction(locale) == "rtl":
        return _from_right_to_left(html, range_direction(locale), room)
    return _from_left_to_right(html, room) if _holds_other(html) else room.with_figures(html)


def _holds_other(html: str) -> bool:
    """Return whether letters or elements of a body may run from right to left."""
    is_turned = html.count(" dir=") > html.count(' dir="ltr"')
    return is_turned or not (html.isascii() or _LEFT.search(html) is None)


def _from_right_to_left(html: str, direction: str, room: Room) -> str:
    parts, done = [], 0
    for stretch in stretches(html, "rtl"):
        wrapped = _wrapped(html, stretch, direction, room)
        figures = _LONG.sub(lambda match: room.with_figures(match[0]), wrapped)
        parts += [html[done : stretch.start], figures]
        done = stretch.end
    return "".join([*parts, html[done:]])


def _from_left_to_right(html: str, room: Room) -> str:
    """Return the HTML with its figures, but for text in which letters run to the left.

    A `<bdi>` could change the order there.
    """
    parts, done = [], 0
    for stretch in stretches(html, "ltr"):
        text = html[stretch.start : stretch.end]
        is_other = _LEFT.search(text)
        parts += [html[done : stretch.start], text if is_other else room.with_figures(text)]
        done = stretch.end
    return "".join([*parts, html[done:]])


def isolated_text(text: str, locale: str) -> str:
    """Return a text for where no markup can stand, with LRI … PDI (U+2066, U+2069) instead of it."""
    if languages.direction(locale) != "rtl":
        return text
    spans = find_spans(text, range_direction(locale))
    events = [(span.end, 0, _PDI) for span in spans]
    events += [(span.start, 1, _OPENING[span.direction]) for span in spans]
    return _interleaved(text, sorted(events, key=lambda event: event[:2]))


def range_direction(locale: str) -> str:
    """Return the order in which the two ends of a range stand in a locale: `ltr` or `rtl`."""
    found = (RANGE_DIRECTIONS.get(tag) for tag in languages.ancestors(locale))
    return next(filter(None, found), "ltr")


def _interleaved(text: str, events: Iterable[tuple[int, int, str]]) -> str:
    parts = []
    done = 0
    for position, _, inserted in events:
        parts += [text[done:position], inserted]
        done = position
    return "".join([*parts, text[done:]])


_CLOSE, _OPEN, _TAG = range(3)
"""In which order what stands at one place is written."""
_Event = tuple[int, int, int, str]
"""Position in the text, number of the tag that it stands before, order, HTML."""


def _wrapped(html: str, stretch: Stretch, direction: str, room: Room) -> str:
    """Return the HTML of a stretch with an isolate around each of its spans."""
    text, tags = read(html, stretch)
    spans = find_spans(text, direction)
    if not spans:
        return html[stretch.start : stretch.end]
    positions = [tag.position for tag in tags]
    events: list[_Event] = [(tag.position, n, _TAG, tag.html) for n, tag in enumerate(tags)]
    end = 0
    for span in spans:
        around = _around(text, span, tags, positions, room)
        if around:
            events += around
        elif span.start >= end:
            for piece in _pieces(text, span, positions, direction):
                events += _around(text, piece, tags, positions, room)
            end = span.end
    events.sort(key=lambda event: event[:3])
    return _joined(text, events).removeprefix(OBJECT if stretch.is_behind else "")


def _joined(text: str, events: Iterable[_Event]) -> str:
    parts = []
    done = 0
    for position, _, _, html in events:
        parts += [escaped(text[done:position]), html]
        done = position
    return "".join([*parts, escaped(text[done:])])


def _around(
    text: str, span: Span, tags: list[Tag], positions: list[int], room: Room
) -> list[_Event]:
    """Return an isolate around a span, with the tags at its ends that belong to those in it.

    Nothing if an element begins before the span and ends in it, or the other way round.
    """
    first, last = bisect_right(positions, span.start), bisect_left(positions, span.end)
    opened = closed = 0
    for tag in tags[first:last]:
        if tag.step < 0 and not opened:
            closed += 1
        else:
            opened += tag.step
    first, final = first - closed, last + opened
    before, after = tags[max(first, 0) : first + closed], tags[last:final]
    are_there = len(before) == closed and len(after) == opened
    if not (
        are_there
        and all(tag.position == span.start and tag.step > 0 for tag in before)
        and all(tag.position == span.end and tag.step < 0 for tag in after)
    ):
        return []
    # What stands in a `<bdi>` stays on one line.
    name = "bdi" if room.fits(text[span.start : span.end]) else "span"
    return [
        (span.start, first, _OPEN, f'<{name} dir="{span.direction}">'),
        (span.end, final, _CLOSE, f"</{name}>"),
    ]


def _pieces(text: str, span: Span, positions: list[int], direction: str) -> Iterator[Span]:
    """Yield what to isolate in each piece of a span that no element can hold: `<b>أو 5</b> mg`."""
    first, last = bisect_right(positions, span.start), bisect_left(positions, span.end)
    cuts = [span.start, *positions[first:last], span.end]
    for start, end in pairwise(cuts):
        for piece in find_spans(text[start:end], direction):
            yield Span(start + piece.start, start + piece.end, piece.direction)
