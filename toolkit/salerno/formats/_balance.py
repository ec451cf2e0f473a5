"""Lets no HTML tag of a target reach beyond the target's own block.

An element that is opened and not closed goes on in every block that follows, and one such as
`<script>` or `<textarea>` takes the rest of the page in. So a target keeps the inline tags that are
balanced in it, and what its source has; any other tag is escaped and shows as it was typed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from salerno.formats import _fragment
from salerno.inline import VOID_TAGS, Edge, parts

_SPACE = r"[ \t\n\f\r]"
_ATTRIBUTE = (
    rf"{_SPACE}+[A-Za-z_:][A-Za-z0-9:._-]*"
    rf"(?:{_SPACE}*={_SPACE}*(?:\"[^\"]*\"|'[^']*'|[^ \t\n\f\r\"'=<>`]+))?"
)
_TAG = re.compile(
    rf"<(?P<closing>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*)(?:{_ATTRIBUTE})*{_SPACE}*/?>", re.ASCII
)
"""A tag that a browser and CommonMark read alike."""
_HTML_TAG = re.compile(
    rf"{_TAG.pattern}|<!--(?!-?>)(?:(?!--!?>).)*+(?:--!?>|\Z)|<[A-Za-z/!?][^<>]*>?",
    re.ASCII | re.DOTALL,
)
"""What a browser may take for a tag: whole ones, comments, and the rest up to where it may end."""
_COMMENT = re.compile("<!--.*-->", re.DOTALL)
_INLINE = re.compile(_fragment.INLINE_TAGS, re.IGNORECASE)
_MARKDOWN_SIGN = re.compile(r"[\\<\[\]*_~&]")


@dataclass(frozen=True, slots=True)
class _Tag:
    start: int
    end: int
    text: str
    name: str
    """In lower case; empty for comments, declarations and what is malformed."""
    closes: bool


_Scopes = Sequence[Sequence[_Tag | Edge]]
"""The tags of a text, and the elements around them; a scope is rendered in a place of its own."""


def balanced_markdown(target: str, source: str) -> str:
    """Escape what could leave the block of a Markdown target; both as they stand in the article."""
    return _disarmed(target, source, _markdown_tags, _shown_in_markdown)


def balanced_html(target: str, source: str) -> str:
    """Escape what could leave the place of a target in an HTML block."""
    return _disarmed(target, source, _html_tags, lambda tag: escape(tag, quote=False))


def _disarmed(
    target: str,
    source: str,
    find: Callable[[str], _Scopes],
    shown: Callable[[str], str],
) -> str:
    scopes = find(target) if "<" in target else ()
    if not any(scopes):
        return target
    own = find(source)
    known = {tag.text for scope in own for tag in scope if isinstance(tag, _Tag)}
    allowed = Counter(tag.text for tag in _strays(own, known))
    parts = []
    cursor = 0
    for tag in sorted(_strays(scopes, known), key=lambda tag: tag.start):
        allowed[tag.text] -= 1
        if allowed[tag.text] < 0:
            parts += [target[cursor : tag.start], shown(tag.text)]
            cursor = tag.end
    return "".join([*parts, target[cursor:]])


def _strays(scopes: _Scopes, known: Collection[str]) -> Iterator[_Tag]:
    """Yield the tags that are neither inline nor known, or that lack their other half."""
    for scope in scopes:
        yield from _strays_of(scope, known)


def _strays_of(scope: Iterable[_Tag | Edge], known: Collection[str]) -> Iterator[_Tag]:
    stack = _Stack()
    for tag in scope:
        if isinstance(tag, Edge):
            yield from stack.leave() if tag.closes else stack.enter(tag)
        elif not (tag.text in known or _INLINE.fullmatch(tag.name)):
            yield tag
        elif tag.name not in VOID_TAGS and not _COMMENT.fullmatch(tag.text):
            yield from stack.close(tag) if tag.closes else stack.open(tag)
    while stack.levels:
        yield from stack.leave()


class _Stack:
    """What is open: tags, level by level, a level for each element that Markdown made."""

    def __init__(self) -> None:
        self.levels = [_Level()]
        self._linked: _Level | None = None
        """Where a link is open; there is never a second one."""

    def enter(self, edge: Edge) -> Iterator[_Tag]:
        if edge.name == "a":
            yield from self._linked.drop_links() if self._linked else ()
        self.levels.append(_Level(is_link=edge.name == "a"))
        if edge.name == "a":
            self._linked = self.levels[-1]

    def leave(self) -> Iterator[_Tag]:
        level = self.levels.pop()
        yield from level.opened
        if level is self._linked:
            self._linked = None

    def open(self, tag: _Tag) -> Iterator[_Tag]:
        is_link = tag.name == "a"
        if not tag.name or (is_link and self._linked and self._linked.holds_link):
            yield tag
            return
        self.levels[-1].open(tag)
        if is_link:
            self._linked = self.levels[-1]

    def close(self, tag: _Tag) -> Iterator[_Tag]:
        return self.levels[-1].close(tag)


class _Level:
    """What is open within an element that Markdown made; no tag may reach out of that."""

    def __init__(self, *, is_link: bool = False) -> None:
        self.opened: list[_Tag] = []
        self._names: Counter[str] = Counter()
        self._is_link = is_link

    @property
    def holds_link(self) -> bool:
        return self._is_link or self._names["a"] > 0

    def open(self, tag: _Tag) -> None:
        self.opened.append(tag)
        self._names[tag.name] += 1

    def close(self, end: _Tag) -> Iterator[_Tag]:
        """Take the innermost element of that name off; what was opened within it is unclosed."""
        if not self._names[end.name]:
            yield end
            return
        while (tag := self._pop()).name != end.name:
            yield tag

    def _pop(self) -> _Tag:
        tag = self.opened.pop()
        self._names[tag.name] -= 1
        return tag

    def drop_links(self) -> Iterator[_Tag]:
        """Take the links off: one within another ends it, and all that was opened in it."""
        yield from (tag for tag in self.opened if tag.name == "a")
        self.opened = [tag for tag in self.opened if tag.name != "a"]
        del self._names["a"]


def _markdown_tags(text: str) -> _Scopes:
    if "<" not in text:
        return ()
    return [
        [
            part if isinstance(part, Edge) else _tag(part.start, text[part.start : part.end])
            for part in scope
        ]
        for scope in parts(text).scopes
    ]


def _html_tags(text: str) -> _Scopes:
    return [[_tag(match.start(), match.group()) for match in _HTML_TAG.finditer(text)]]


def _tag(start: int, text: str) -> _Tag:
    match = _TAG.fullmatch(text)
    name = match.group("name").lower() if match else ""
    return _Tag(start, start + len(text), text, name, bool(match and match.group("closing")))


def _shown_in_markdown(tag: str) -> str:
    """Escape every sign of a tag, so that the text around it means what it did.

    Backticks become references: an escaped one can still close a code span.
    """
    return _MARKDOWN_SIGN.sub(r"\\\g<0>", tag).replace("`", "&#96;")
