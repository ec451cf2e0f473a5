"""Isolates figures and Latin words in right-to-left text, so that they read in one wanted order.

Markup isolates, no control characters: what a reader copies or searches for is the signed text. An
Arabic-Indic range, which turns round in an isolate too, gets one around each of its numbers; an LRM
at each side of its dash would do the same, and would be two more characters than were signed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise

from salerno import languages
from salerno.page.runs import Span, find_spans

RANGE_DIRECTIONS: dict[str, str] = {}
"""The locales in which the ends of a range stand from right to left (`rtl`): `2–3` reads as `3–2`.

Which order is wanted, people decide for each locale; where nobody has, it is the logical order from
left to right, like every other measure."""

_INLINE = frozenset(
    "a abbr b cite del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr".split()  # noqa: SIM905 - one name a line would hide the list
)
"""Elements that a figure may go through; any other one begins a new text."""
_LEFT_ALONE = frozenset({"bdi", "bdo", "code", "pre"})
_VOID = frozenset({"br", "col", "hr", "img", "wbr"})
_OPENING = {"ltr": "\u2066", "rtl": "\u2067"}
_PDI = "\u2069"
_OBJECT = "\ufffc"
"""Stands before a text for the element that was left alone there: a dash behind it is no sign."""


def isolated(html: str, locale: str) -> str:
    """Return the sanitised HTML of a body with `<bdi dir>` around what reads from left to right.

    It adds nothing else, and nothing at all where the locale runs from left to right. What has
    isolation or a left-to-right direction of its own, code and preformatted text stay as they are.
    """
    if languages.direction(locale) != "rtl":
        return html
    isolator = _Isolator(range_direction(locale))
    isolator.feed(html)
    isolator.close()
    return isolator.result()


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


@dataclass(frozen=True, slots=True)
class _Tag:
    """A tag in a text; `step` is 1 if it opens an element, -1 if it closes one."""

    position: int
    html: str
    step: int


class _Isolator(HTMLParser):
    """Hands each stretch of text, with the inline tags in it, to `_wrapped`; the rest goes by."""

    def __init__(self, direction: str) -> None:
        super().__init__(convert_charrefs=False)
        self._direction = direction
        self._done: list[str] = []
        self._text: list[str] = []
        self._length = 0
        self._tags: list[_Tag] = []
        self._depth = 0
        """Of elements in one that is left alone, this one counted."""

    def result(self) -> str:
        self._flush()
        return "".join(self._done)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        is_void = tag in _VOID
        is_alone = tag in _LEFT_ALONE or dict(attrs).get("dir", "rtl") != "rtl"
        if self._depth or (is_alone and not is_void):
            self._depth += not is_void
        self._tag(tag, self.get_starttag_text() or "", 0 if is_void else 1)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        is_alone = self._depth > 0
        self._tag(tag, f"</{tag}>", -1)
        self._depth -= is_alone
        if is_alone and not self._depth and tag in _INLINE | _LEFT_ALONE:
            self.handle_data(_OBJECT)

    def _tag(self, tag: str, html: str, step: int) -> None:
        if self._depth or tag not in _INLINE:
            self._flush()
            self._done.append(html)
        else:
            self._tags.append(_Tag(self._length, html, step))

    def handle_data(self, data: str) -> None:
        if self._depth:
            self._done.append(_escaped(data))
        else:
            self._text.append(data)
            self._length += len(data)

    def handle_entityref(self, name: str) -> None:
        self.handle_data(unescape(f"&{name};"))

    def handle_charref(self, name: str) -> None:
        self.handle_data(unescape(f"&#{name};"))

    def _flush(self) -> None:
        if self._text or self._tags:
            html = _wrapped("".join(self._text), self._tags, self._direction)
            self._done.append(html.removeprefix(_OBJECT) if self._text[:1] == [_OBJECT] else html)
        self._text, self._tags, self._length = [], [], 0


def _escaped(text: str) -> str:
    """Escape a text as the sanitiser writes it."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\u00a0", "&nbsp;")


_CLOSE, _OPEN, _TAG = range(3)
"""In which order what stands at one place is written."""
_Event = tuple[int, int, int, str]
"""Position in the text, number of the tag that it stands before, order, HTML."""


def _wrapped(text: str, tags: list[_Tag], direction: str) -> str:
    """Return the HTML of a text with its tags and what isolates its spans."""
    positions = [tag.position for tag in tags]
    events: list[_Event] = [(tag.position, n, _TAG, tag.html) for n, tag in enumerate(tags)]
    end = 0
    for span in find_spans(text, direction):
        around = _around(span, tags, positions)
        if around:
            events += around
        elif span.start >= end:
            events += _by_pieces(text, span, tags, positions, direction)
            end = span.end
    events.sort(key=lambda event: event[:3])
    return _joined(text, events)


def _joined(text: str, events: Iterable[_Event]) -> str:
    parts = []
    done = 0
    for position, _, _, html in events:
        parts += [_escaped(text[done:position]), html]
        done = position
    return "".join([*parts, _escaped(text[done:])])


def _around(span: Span, tags: list[_Tag], positions: list[int]) -> list[_Event]:
    """Return a `<bdi>` around a span, with the tags at its ends that belong to those in it.

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
    return [
        (span.start, first, _OPEN, f'<bdi dir="{span.direction}">'),
        (span.end, final, _CLOSE, "</bdi>"),
    ]


def _by_pieces(
    text: str, span: Span, tags: list[_Tag], positions: list[int], direction: str
) -> Iterator[_Event]:
    """Yield what isolates each piece of a span that no element can hold: `<b>أو 5</b> mg`."""
    first, last = bisect_right(positions, span.start), bisect_left(positions, span.end)
    cuts = [span.start, *(tag.position for tag in tags[first:last]), span.end]
    for start, end in pairwise(cuts):
        for piece in find_spans(text[start:end], direction):
            moved = Span(start + piece.start, start + piece.end, piece.direction)
            yield from _around(moved, tags, positions)
