"""What an element says, in reading order, read out of the tree that a browser would build."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape

from selectolax.lexbor import LexborNode

from salerno.page.order import FSI, OPENINGS, PDI, settled

_TRANSPARENT = frozenset({"bdi", "span"})
"""Elements that set direction or language apart and change nothing else that is read."""
_WRAPPING = frozenset({"dir", "lang"})
_UNREAD = frozenset({"class", "data-salerno", "datetime", "hreflang", "id"})
"""Attributes that say nothing to a reader; every other one counts."""
_WORDS = {"alt", "aria-label", "title"}
_CUT = "\0"
"""Between texts; no text of a page holds it, as HTML has no way to say it."""


def collapsed(text: str, locale: str) -> str:
    """Return a text with its white space collapsed, and isolates dropped that turn nothing round."""
    return " ".join(settled(text, locale).split())


@dataclass(frozen=True, slots=True)
class Reader:
    """What counts to somebody who reads."""

    locale: str = ""
    transparent: frozenset[str] = _TRANSPARENT
    unread: frozenset[str] = _UNREAD
    without: frozenset[str] = frozenset()


def read(top: LexborNode, reader: Reader) -> tuple[str, ...]:
    """Return the parts of what is in an element; words that mere wrappers cut up are one part."""
    parts = [("", ""), *parts_of(top, reader)]
    # All texts at once, because an isolate may go through elements.
    texts = settled(_CUT.join(text for text, _ in parts), reader.locale).split(_CUT)
    found: list[str] = []
    words: list[str] = []
    for text, (_, tag) in zip([*texts, ""], [*parts, ("", _CUT)], strict=True):
        words.append(text)
        if tag:
            # Escaped, so that words which look like a tag are not taken for one.
            found += filter(None, [escape(" ".join("".join(words).split()), quote=False), tag])
            words.clear()
    return tuple(found[:-1])


def parts_of(top: LexborNode, reader: Reader) -> Iterator[tuple[str, str]]:
    """Yield texts and the tags between them, one of the two empty; a page may nest without end.

    An element that isolates is the characters that would.
    """
    waiting: list[LexborNode | tuple[str, str]] = [top]
    while waiting:
        node = waiting.pop()
        if isinstance(node, tuple):
            yield node
            continue
        name = node.tag or "-"
        if name == "-text":
            yield node.text(deep=False), ""
            continue
        if name in reader.without:
            continue
        if node is not top and not name.startswith("-"):
            attributes = node.attributes
            is_bare = not attributes and name in reader.transparent
            if tag := "" if is_bare else _tag(name, attributes, reader):
                yield "", tag
                waiting.append(("", f"</{name}>"))
            if name in reader.transparent and (sign := _sign(name, attributes)):
                yield sign, ""
                waiting.append((PDI, ""))
        waiting += reversed(list(node.iter(include_text=True)))


def _tag(name: str, attributes: Mapping[str, str | None], reader: Reader) -> str:
    """Return a start tag with what counts of it; nothing for a mere wrapper."""
    is_wrapper = name in reader.transparent
    unread = reader.unread | _WRAPPING if is_wrapper else reader.unread
    said = [
        f' {key}="{escape(collapsed(value or "", reader.locale) if key in _WORDS else value or "")}"'
        for key, value in sorted(attributes.items())
        if key not in unread
    ]
    return "" if is_wrapper and not said else f"<{name}{''.join(said)}>"


def _sign(name: str, attributes: Mapping[str, str | None]) -> str:
    """Return the character that isolates as an element does, if it does."""
    direction = (attributes.get("dir") or "").lower()
    return OPENINGS.get(direction, FSI if name == "bdi" else "")
