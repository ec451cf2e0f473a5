"""Finds what reads from left to right in a right-to-left text: figures, measures, Latin words.

A browser orders a line by Unicode's bidirectional algorithm (UAX #9), which turns `2.5–5 mL` into
`mL 5–2.5` and makes of `2–3` one thing or another by its dash, its digits and the letter before it
(REQUIREMENTS.md, K2). Chunks that belong together make a run, `Ketamine HCl 10 mg`; runs are what
is to be isolated from the text around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from salerno.page.chunks import (
    ARABIC_DIGITS,
    CURRENCY,
    DASHES,
    DIGITS,
    FRACTIONS,
    LETTERS,
    MARK,
    PART,
    RAISED,
    RTL,
    SPACE,
    TIGHT,
    Chunk,
    find_chunks,
)

_ANY_SPACE = rf"(?:{SPACE}|{MARK})*"
_SPACES = re.compile(rf"(?:{SPACE}|{MARK})+")
_DASH = re.compile(rf"{_ANY_SPACE}[{DASHES}]{{1,2}}{_ANY_SPACE}")
_OPERATOR = re.compile(rf"{_ANY_SPACE}[×÷=±+*^<>≤≥≈/&]{_ANY_SPACE}")
_PUNCTUATION = re.compile(rf"(?:{SPACE}|{MARK}|[.,;:!?\"'“”‘’«»…/&+–—-])+")
_OPENING = re.compile(rf"{SPACE}*\(")
_CLOSING = re.compile(rf"\)[.,;:]?{SPACE}*")
_LONGEST_GAP = 8

_FIGURE = re.compile(f"[{DIGITS}]")
_COUNT = re.compile(f"[{DIGITS}{FRACTIONS}]")
_BARE = re.compile(rf"[{DIGITS}]++(?:[.,٫٬،][{DIGITS}]++)*+")
"""A number that looks the same wherever it stands."""
_GROUP = re.compile(rf"(?:.*[^{DIGITS}/⁄])?[{DIGITS}]{{1,3}}", re.DOTALL)
_NEXT_GROUP = re.compile(
    rf"[{DIGITS}]{{3}}(?![{DIGITS}])"
    rf"|[{DIGITS}]{{1,2}}[/⁄][{DIGITS}]{{1,2}}(?![/⁄{DIGITS}])|[{FRACTIONS}]",
)
_BINARY = re.compile(rf"[±<>≤≥≈=]=?{SPACE}")
_BEFORE_RTL = re.compile(rf"{_ANY_SPACE}[{RTL}]")

_END = rf"[{CURRENCY}]?[{DIGITS}]++(?:[.,٫٬،][{DIGITS}]++)*+(?:{SPACE}?[%٪°])?"
_RANGE = re.compile(
    rf"(?<!{PART})(?<!{TIGHT})({_END}){_ANY_SPACE}[{DASHES}]{_ANY_SPACE}"
    rf"({_END}[CFK]?(?:{SPACE}?[{LETTERS}{RAISED}]++(?:/{PART}++)*+)?)(?!{PART}|{TIGHT}{PART})",
)
_LOCAL_PHONE = re.compile(rf"[{DIGITS}]{{3}}[-‐‑][{DIGITS}]{{4}}")
_ANY_MARK = re.compile(MARK)
_UNSTEADY = re.compile(rf"(?P<mark>{MARK})|[{ARABIC_DIGITS}]")
_ARABIC_NUMBER, _ANY_NUMBER = (
    re.compile(rf"[{digits}]++(?:[.,:/،٫٬\u00a0\u202f][{digits}]++)*+")
    for digits in (ARABIC_DIGITS, DIGITS)
)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text to isolate, and the direction inside of it."""

    start: int
    end: int
    direction: str = "ltr"


def find_spans(text: str, range_direction: str = "ltr") -> list[Span]:
    """Return what to isolate in a text that runs from right to left, an outer span before its inner.

    `range_direction` is the order of the two ends of a range; all else reads from left to right.
    """
    return [span for run in _runs(text) for span in _spans(text, run, range_direction)]


def _spans(text: str, run: list[Chunk], range_direction: str) -> Iterator[Span]:
    """Yield the span of a run and those inside of it; nothing for a number that needs none."""
    whole = Span(run[0].start, run[-1].end)
    if _BARE.fullmatch(text, whole.start, whole.end):
        return
    ranges = [] if range_direction == "ltr" else list(_ranges(text, run))
    inner = [span for parts in ranges for span in parts]
    if not (inner and (inner[0].start, inner[0].end) == (whole.start, whole.end)):
        yield whole
    yield from inner
    numbers = _numbers(text, whole)
    if len(numbers) > 1:
        covered = {position for _, *ends in ranges for end in ends for position in _places(end)}
        yield from (number for number in numbers if number.start not in covered)


def _places(span: Span) -> range:
    return range(span.start, span.end)


def _numbers(text: str, run: Span) -> list[Span]:
    """Return the numbers in a run that do not keep their order by themselves: UAX #9, rule N1."""
    cause = _UNSTEADY.search(text, run.start, run.end)
    if cause is None:
        return []
    is_marked = cause["mark"] or _ANY_MARK.search(text, cause.end(), run.end)
    pattern = _ANY_NUMBER if is_marked else _ARABIC_NUMBER
    return [Span(*match.span()) for match in pattern.finditer(text, run.start, run.end)]


def _ranges(text: str, run: list[Chunk]) -> Iterator[tuple[Span, Span, Span]]:
    """Yield each range in a run, whole and as its two ends; a phone number is none."""
    phones = {place for chunk in run if chunk.is_phone for place in range(chunk.start, chunk.end)}
    for match in _RANGE.finditer(text, run[0].start, run[-1].end):
        if match.start() not in phones and not _LOCAL_PHONE.fullmatch(match.group()):
            whole = Span(match.start(), match.end(), "rtl")
            yield whole, Span(*match.span(1)), Span(*match.span(2))


def _runs(text: str) -> Iterator[list[Chunk]]:
    """Yield the chunks that belong together."""
    run: list[Chunk] = []
    opened: int | None = None
    for chunk in find_chunks(text):
        gap = text[run[-1].end : chunk.start] if run else ""
        if run and opened is None and _OPENING.fullmatch(gap) and not run[-1].is_number:
            opened = len(run)
        elif opened is not None and _CLOSING.fullmatch(gap):
            opened = None
        elif run and (len(gap) > _LONGEST_GAP or not _belongs(text, run, chunk, gap)):
            yield from _finished(text, run, opened)
            run, opened = [], None
        run.append(chunk)
    if run:
        yield from _finished(text, run, opened)


def _finished(text: str, run: list[Chunk], opened: int | None) -> Iterator[list[Chunk]]:
    """Yield a run, in two where its parenthesis is not closed or its last number counts a noun."""
    if opened is not None and text.startswith(")", run[-1].end):
        run[-1] = replace(run[-1], end=run[-1].end + 1, is_number=False)
        opened = None
    if opened is not None:
        yield run[:opened]
        run = run[opened:]
    words = len(run)
    if _BEFORE_RTL.match(text, run[-1].end):
        # `Ketamine 5 ملغ`: the dose is 5 ملغ, and its number must not be drawn away from its unit.
        while words and _may_count(text, run[words - 1]):
            words -= 1
    yield from (part for part in (run[:words], run[words:]) if part)


def _may_count(text: str, chunk: Chunk) -> bool:
    """Return whether a chunk is a mere number: 5 % and the end of `p < 0.05` count nothing."""
    ends_in_figure = bool(_COUNT.fullmatch(text, chunk.end - 1, chunk.end))
    return chunk.is_number and ends_in_figure and not _BINARY.match(text, chunk.start)


def _belongs(text: str, run: list[Chunk], chunk: Chunk, gap: str) -> bool:
    """Return whether a chunk goes on with the run before it, by what stands between."""
    last = run[-1]
    if not gap or _SPACES.fullmatch(gap):
        return not (last.is_number and chunk.is_number) or _is_one_number(text, last, chunk)
    if _DASH.fullmatch(gap):
        return chunk.is_number or not last.is_number
    if _OPERATOR.fullmatch(gap):
        return True
    # `5 mg, 10 mg` is a list, which goes on to the left; `Smith J, Jones K.` is foreign text.
    is_measure = bool(_FIGURE.match(text, last.start)) or (len(run) > 1 and run[-2].is_number)
    is_text = not (last.is_number or chunk.is_number or is_measure)
    return is_text and bool(_PUNCTUATION.fullmatch(gap))


def _is_one_number(text: str, last: Chunk, chunk: Chunk) -> bool:
    """Return whether two numbers with a space between are one: `10 000`, `1 1/2`, `5 ± 2`."""
    if _BINARY.match(text, chunk.start):
        return True
    head = text[max(last.start, last.end - _LONGEST_GAP) : last.end]
    return bool(_GROUP.fullmatch(head) and _NEXT_GROUP.match(text, chunk.start))
