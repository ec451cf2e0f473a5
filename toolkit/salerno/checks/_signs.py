"""Finds signs of Markdown that lack their other half, so that a reader sees them as they are typed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from salerno.inline import Parts, Span, parts

_PRODUCT = re.compile(r"\d\s*\*\s*\d")
_APOSTROPHE = re.compile(r"[^\W\d_]`[^\W\d_]")
_INTERVAL = re.compile(r"[\[\](][\s\d.,;:∞+−%-]{3,40}[\[\])]")
_HAS_SIGN = re.compile(r"[*_~`\[\]]")


@dataclass(frozen=True, slots=True)
class Lone:
    """A sign without its other half."""

    sign: str
    span: tuple[int, int]


def lone_signs(source: str, target: str) -> Iterator[Lone]:
    """Yield the signs in the target that lack their other half, where the source shows fewer of them.

    What stands there by itself on purpose, such as the asterisk of a footnote, the source has, too.
    """
    if not _HAS_SIGN.search(target):
        return
    said, found = parts(source), parts(target)
    for lone in _lone(found, target):
        sign = lone.sign[0]
        if sign not in "[]" and found.literals.count(sign) > said.literals.count(sign):
            yield lone
    brackets = _unmatched(found.brackets, target)
    if len(brackets) > len(_unmatched(said.brackets, source)):
        yield from (_lone_at(span, target) for span in brackets)


def _lone(found: Parts, text: str) -> Iterator[Lone]:
    for span in found.ticks:
        if not _APOSTROPHE.match(text, span.start - 1):
            yield _lone_at(span, text)
    by_sign: dict[str, list[Lone]] = defaultdict(list)
    for span in _runs(found.delimiters, text):
        lone = _lone_at(span, text)
        by_sign[lone.sign].append(lone)
    products = {match.start() + match.group().index("*") for match in _PRODUCT.finditer(text)}
    for several in by_sign.values():
        # Two of a kind are a pair that a space keeps from having any effect: nothing is missing.
        if len(several) % 2 and several[-1].span[0] not in products:
            yield several[-1]


def _lone_at(span: Span, text: str) -> Lone:
    return Lone(text[span.start : span.end], (span.start, span.end))


def _runs(spans: Sequence[Span], text: str) -> list[Span]:
    """Return signs that touch each other as one."""
    runs: list[Span] = []
    for span in sorted(spans, key=lambda span: span.start):
        last = runs[-1] if runs else None
        if last and last.end == span.start and text[last.start] == text[span.start]:
            runs[-1] = Span(last.start, span.end)
        else:
            runs.append(span)
    return runs


def _unmatched(brackets: Sequence[Span], text: str) -> list[Span]:
    opened: list[Span] = []
    unmatched: list[Span] = []
    ends = {
        at
        for match in _INTERVAL.finditer(text)
        if any(character.isdigit() for character in match.group())
        for at in (match.start(), match.end() - 1)
    }
    for span in sorted(brackets, key=lambda span: span.start):
        if span.start in ends:
            continue
        if text[span.start] == "[":
            opened.append(span)
        elif opened:
            opened.pop()
        else:
            unmatched.append(span)
    return [*unmatched, *opened]
