"""What is typed in a text beside words, found without a parser: parsers mend what they read."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

_TAG = re.compile(r"<(/?[A-Za-z][^\s<>/]*|!--|[!?])([^<>]*)(>?)")
_AUTOLINK = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|[^@]+@")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_ATTRIBUTE = re.compile(r"(?<![^\s\"'=<>/])[^\s\"'=<>/]++(?=\s*+=)")

_SCRIPT = re.compile(r"(?:java|vb|live)script:|(?:\]\(<?|(?:href|src|action)=[\"']?)data:")
_DROPPED = re.compile(
    "[\\s\\\\\x00-\x20\x7f-\xa0\xad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+",
)
"""What browsers or Markdown drop from an address, and what hides there from a reader's eye."""

_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_EMBEDDING = re.compile("[\u202a-\u202e]")
_ISOLATE = re.compile("[\u2066-\u2069]")
_END_OF_ISOLATE = "\u2069"


_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")
"""C0 and C1 without what breaks lines (HTML, section 13.2.3.5)."""


@dataclass(frozen=True, slots=True)
class RawTag:
    """A tag as it is typed."""

    name: str
    """In lower case, with the slash of an end tag; `!--` is a comment."""
    attributes: tuple[str, ...]
    closed: bool
    span: tuple[int, int]


def raw_tags(text: str) -> list[RawTag]:
    """Return the tags, comments and declarations of a text, finished or not, but no autolinks."""
    return [
        RawTag(match[1].lower(), _attributes(match[2]), match[3] == ">", match.span())
        for match in _TAG.finditer(text)
        if not _AUTOLINK.match(match[1])
    ]


def _attributes(inside: str) -> tuple[str, ...]:
    names = _ATTRIBUTE.findall(_QUOTED.sub("''", inside))
    return tuple(name.lower() for name in names)


def count_scripts(text: str) -> int:
    """Return how many addresses of a text would run a script, however they are disguised."""
    return len(_SCRIPT.findall(_DROPPED.sub("", html.unescape(text)).casefold()))


def breaks(text: str) -> list[tuple[int, int]]:
    """Return where a text starts a new line."""
    return [match.span() for match in _BREAK.finditer(text)]


def overrides(text: str) -> list[tuple[int, int]]:
    """Return the invisible signs that turn the reading direction of all that follows them.

    An isolate that is not ended, or ended twice, is one; pairs of isolates are good practice.
    """
    if text.isascii():
        return []
    found = [match.span() for match in _EMBEDDING.finditer(text)]
    open_: list[tuple[int, int]] = []
    for match in _ISOLATE.finditer(text):
        if match.group() != _END_OF_ISOLATE:
            open_.append(match.span())
        elif open_:
            open_.pop()
        else:
            found.append(match.span())
    return sorted(found + open_)


def controls(text: str) -> Iterator[re.Match[str]]:
    """Yield the control characters in a text that mean nothing on a page."""
    return _CONTROL.finditer(text)
