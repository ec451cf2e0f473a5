"""Visible words in a piece of HTML: runs of text with their inline tags, and attributes that show.

Browsers' leniency is not reproduced here: what is not recognised as a tag stays part of the text,
so that nothing visible is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

INLINE_TAGS = (
    "a|abbr|b|bdi|bdo|big|br|cite|code|data|del|dfn|em|font|i|img|ins|kbd|label|mark|q|rp|rt|ruby|"
    "s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr"
)
_INLINE = re.compile(INLINE_TAGS, re.IGNORECASE)
_WHOLE = r"script|style|pre|textarea|template|svg|math|iframe|noscript"
_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<[?!][^>]*>"
    rf"|<(?P<whole>{_WHOLE})\b[^<>]*>.*?(?:</(?P=whole)\s*>|\Z)"
    r"|<code\b[^<>]*>.*?(?:</code\s*>|\Z)"
    r"|</?(?P<name>[A-Za-z][\w:-]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*(?:>|\Z)",
    re.DOTALL | re.IGNORECASE,
)
_SILENT_TAG = r"<(?![^<>]*\s(?:alt|title|aria-label|placeholder|summary)\s*=)[^<>]*>"
_TAGS_AROUND = re.compile(
    rf"\A\s*(?:{_SILENT_TAG}[ \t]*[\r\n]\s*)*|(?:\s*[\r\n][ \t]*{_SILENT_TAG})*\s*\Z",
    re.IGNORECASE,
)
"""White space, and tags that have a line to themselves and no words, at either end of a run."""
_VISIBLE_ATTRIBUTE = re.compile(
    r"\s(?:alt|title|aria-label|placeholder|summary)\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)')",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:\#\d+|\#[xX][0-9a-fA-F]+|\w+);")


@dataclass(frozen=True, slots=True)
class Words:
    """A span of a fragment that a reader sees; `quote` is empty unless it is an attribute."""

    start: int
    end: int
    quote: str = ""


def visible(fragment: str) -> Iterator[Words]:
    """Yield the spans of a fragment that hold words, in order."""
    start = 0
    for match in _TAG.finditer(fragment):
        if _is_inline(match):
            continue
        yield from _run(fragment, start, match.start())
        yield from _attributes(match)
        start = match.end()
    yield from _run(fragment, start, len(fragment))


def _is_inline(match: re.Match[str]) -> bool:
    name = match.group("name")
    return bool(name and _INLINE.fullmatch(name)) or match.group().startswith("<code")


def _run(fragment: str, start: int, end: int) -> Iterator[Words]:
    """Yield a run of text without the white space around it, if it says anything."""
    text = fragment[start:end]
    if not _says_something(text):
        return
    inner = _TAGS_AROUND.sub("", text)
    lead = text.index(inner)
    yield Words(start + lead, start + lead + len(inner))


def _says_something(text: str) -> bool:
    if has_letters(_ENTITY.sub("", _TAG.sub("", text))):
        return True
    return any(True for tag in _TAG.finditer(text) for _ in _attributes(tag))


def _attributes(tag: re.Match[str]) -> Iterator[Words]:
    if tag.group("name") is None and tag.group("whole") is None:
        return
    opening = re.match(r"<[^>]*>?", tag.group())
    for match in _VISIBLE_ATTRIBUTE.finditer(opening.group() if opening else ""):
        group = "double" if match.group("double") is not None else "single"
        if has_letters(match.group(group)):
            start, end = match.span(group)
            quote = '"' if group == "double" else "'"
            yield Words(tag.start() + start, tag.start() + end, quote)


def attribute_values(tag: str) -> list[str]:
    """Return the values of the attributes of a tag that a reader sees or hears."""
    found = _VISIBLE_ATTRIBUTE.finditer(tag)
    return [match.group("double") or match.group("single") or "" for match in found]


def has_letters(text: str) -> bool:
    """Return whether a text has a letter or a digit, in any script."""
    return any(character.isalnum() for character in text)
