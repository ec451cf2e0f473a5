"""The inline markup of a unit: the one Markdown parser, and what a text's markup comes to.

Two texts say the same thing in markup when their skeletons are equal. A skeleton is taken from the
rendered HTML, so that a `**` which a stray space keeps from being bold does not count as bold.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from typing import Any

from markdown_it import MarkdownIt

from salerno.inline.grammar import markdown
from salerno.inline.parts import Edge, Parts, Span, parts
from salerno.model import Syntax

__all__ = [
    "VOID_TAGS",
    "Edge",
    "Parts",
    "Skeleton",
    "Span",
    "Tag",
    "labels",
    "parser",
    "parts",
    "rendered",
    "skeleton",
]

_FULL_REFERENCE = re.compile(r"\]\[([^\[\]]+)\]")
_UNFINISHED = re.compile(r"<(?![^<>]*+>)")
"""A tag without an end is text; over many of them, Python 3.11's parser takes quadratic time."""
_STRUCTURAL = ("href", "src", "cite", "id", "name", "lang", "dir", "class")
"""Attributes that a translation has to keep; `title`, `alt` and `aria-label` are words."""

VOID_TAGS = frozenset({"area", "br", "col", "hr", "img", "input", "source", "track", "wbr"})


@dataclass(frozen=True, slots=True)
class Tag:
    """An element that a reader's browser would see."""

    name: str
    attributes: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        """Return the tag as HTML, short enough for a message."""
        return f"<{self.name}{''.join(f' {key}={value}' for key, value in self.attributes)}>"


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The elements of a text, sorted, and the tags in it that do not balance."""

    tags: tuple[Tag, ...] = ()
    unbalanced: tuple[str, ...] = ()


@cache
def parser() -> MarkdownIt:
    """Return the parser that all of Salerno shares."""
    return markdown()


def labels(source: str) -> frozenset[str]:
    """Return the labels of the full reference links (`[words][label]`) in a Markdown source."""
    return frozenset(_FULL_REFERENCE.findall(source))


def skeleton(text: str, syntax: Syntax, known_labels: frozenset[str] = frozenset()) -> Skeleton:
    """Return what the markup of `text` comes to; links to `known_labels` count as resolved."""
    if syntax is Syntax.PLAIN:
        return Skeleton()
    html = text if syntax is Syntax.HTML else rendered(text, known_labels)
    collector = _Collector()
    try:
        collector.feed(_UNFINISHED.sub("&lt;", html))
        collector.close()
    except AssertionError:  # Python's parser knows declarations like `<![foo[` no other way
        return Skeleton(unbalanced=("<![",))
    return collector.skeleton()


def rendered(text: str, known_labels: frozenset[str] = frozenset()) -> str:
    """Return the HTML of an inline Markdown text, not sanitised."""
    from markdown_it.common.utils import normalizeReference

    references = {
        normalizeReference(label): {"href": f"ref:{label}", "title": ""} for label in known_labels
    }
    environment: dict[str, Any] = {"references": references}
    return str(parser().renderInline(text, environment))


class _Collector(HTMLParser):
    """Collects tags and what is left open, the way that a browser would see them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._tags: list[Tag] = []
        self._open: list[str] = []
        self._unbalanced: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kept = tuple(sorted((key, value or "") for key, value in attrs if _is_structural(key)))
        self._tags.append(Tag(tag, kept))
        if tag not in VOID_TAGS:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take `<b/>` for `<b>`, as a browser does: in HTML the slash says nothing."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1] == tag:
            self._open.pop()
        elif tag not in VOID_TAGS:
            self._unbalanced.append(f"</{tag}>")

    def skeleton(self) -> Skeleton:
        tags = sorted(self._tags, key=lambda tag: (tag.name, tag.attributes))
        opened = [f"<{tag}>" for tag in self._open]
        return Skeleton(tuple(tags), (*opened, *self._unbalanced))


def _is_structural(attribute: str) -> bool:
    return attribute in _STRUCTURAL or attribute.startswith("on")
