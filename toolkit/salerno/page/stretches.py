"""Cuts sanitised HTML into stretches: text that runs on through inline tags, up to what ends it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from typing import NamedTuple

OBJECT = "\ufffc"
"""Stands before a text for the element that was left alone there: a dash behind it is no sign."""

_INLINE = frozenset(
    "a abbr b cite del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr".split()  # noqa: SIM905 - one name a line would hide the list
)
"""Elements that a figure may go through; any other one begins a new text."""
_LEFT_ALONE = frozenset({"bdi", "bdo", "code", "pre"})
_VOID = frozenset({"br", "col", "hr", "img", "wbr"})
TAG = re.compile(r'<(/?)([a-z][a-z0-9]*+)((?:[^<>"]++|"[^"]*+")*+)>')
_DIRECTION = re.compile(r'\sdir="([^"]*)"')


class Stretch(NamedTuple):
    """A stretch by its place in the HTML, with the inline tags in it.

    A tuple, since every page has hundreds and they live for a moment.
    """

    start: int
    end: int
    tags: Sequence[re.Match[str]]
    is_behind: bool
    """Whether an element stands before it that was left alone there."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag in a text; `step` is 1 if it opens an element, -1 if it closes one."""

    position: int
    html: str
    step: int


def stretches(html: str, direction: str) -> Iterator[Stretch]:
    """Yield the stretches of a body in a direction.

    What has isolation or another direction of its own, code and preformatted text are in none.
    """
    start, is_behind = 0, False
    inline: list[re.Match[str]] = []
    tags = TAG.finditer(html)
    for tag in tags:
        closing, name, attributes = tag.groups()
        is_alone = not closing and (name in _LEFT_ALONE or _turns(name, attributes, direction))
        if name in _INLINE and not is_alone:
            inline.append(tag)
            continue
        end = tag.start()
        if start < end:
            yield Stretch(start, end, inline, is_behind)
        start, inline = _end(tags, html) if is_alone else tag.end(), []
        is_behind = is_alone and name in _INLINE | _LEFT_ALONE
    if start < len(html):
        yield Stretch(start, len(html), inline, is_behind)


def _turns(name: str, attributes: str, direction: str) -> bool:
    """Return whether an element has another direction of its own."""
    if " dir=" not in attributes or name in _VOID:
        return False
    said = _DIRECTION.search(attributes)
    return said is not None and said[1].lower() != direction


def _end(tags: Iterator[re.Match[str]], html: str) -> int:
    """Return where the element ends that has just begun, and take its tags out of `tags`."""
    depth = 1
    for tag in tags:
        depth += _step(tag)
        if not depth:
            return tag.end()
    return len(html)


def _step(tag: re.Match[str]) -> int:
    return 0 if tag[2] in _VOID else -1 if tag[1] else 1


def read(html: str, stretch: Stretch) -> tuple[str, list[Tag]]:
    """Return the text of a stretch, and its inline tags by their places in the text."""
    tags: list[Tag] = []
    texts = [OBJECT] if stretch.is_behind else []
    length, done = len(texts), stretch.start
    for tag in stretch.tags:
        texts.append(unescape(html[done : tag.start()]))
        length += len(texts[-1])
        tags.append(Tag(length, tag.group(), _step(tag)))
        done = tag.end()
    texts.append(unescape(html[done : stretch.end]))
    return "".join(texts), tags


def escaped(text: str) -> str:
    """Escape a text as the sanitiser writes it."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\u00a0", "&nbsp;")
