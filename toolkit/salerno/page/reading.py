"""What a reader gets from a page: read back out of its HTML, as a browser would build it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from html import escape

from selectolax.lexbor import LexborHTMLParser, LexborNode

from salerno.errors import InputError
from salerno.page.looks import Looks
from salerno.page.suspicion import is_data, suspicions

_ISOLATES = re.compile("[\u2066-\u2069]")
_ARTICLE = re.compile(r"<article[\s/>]", re.IGNORECASE)
_ALTERNATE = re.compile(r'<link [^>]*rel="alternate"|<meta [^>]*property="og:locale:alternate"')
_ENDS = {"</link>", "</meta>"}
"""End tags of elements that hold nothing."""
_TRANSPARENT = {"bdi", "span"}
"""Elements that set direction or language apart and change nothing that is read."""
_UNREAD = {"class", "data-salerno", "datetime", "hreflang", "id"}
"""Attributes that say nothing to a reader; every other one counts."""
_WORDS = {"alt", "aria-label", "title"}
_MOST_TAGS = 20_000
_MOST_ATTRIBUTES = 20_000
_LONGEST = 100_000
"""Characters up to the end of a tag: attributes need no more than a space between them."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A page as far as it can be proved: its language, title, description and article."""

    lang: str = ""
    title: str = ""
    description: str = ""
    articles: int = 0
    article: tuple[str, ...] = ()
    """Elements with their attributes, and words, of the one article, in reading order, as HTML."""
    suspicious: tuple[str, ...] = ()
    """What could make a browser show something else: code, styles, hidden text, other encodings."""
    data: tuple[str, ...] = ()
    """What it tells search engines, as JSON-LD."""


def read_page(html: str, looks: Looks | None = None) -> Reading:
    """Return what a page says to its reader; `looks` are those of its site, Salerno's own by default."""
    tree = _tree(html)
    root = tree.root
    articles = tree.css("article")
    title = tree.css_first("head > title")
    description = tree.css_first('head > meta[name="description"]')
    one = articles[0] if len(articles) == 1 else None
    return Reading(
        lang=(root.attributes.get("lang") or "") if root else "",
        title=collapsed(title.text()) if title else "",
        description=collapsed((description.attributes.get("content") or "") if description else ""),
        # What stands in a template or behind <plaintext> is in nobody's tree, but in the page.
        articles=len(articles) or len(_ARTICLE.findall(html)),
        article=_read(one) if one else (),
        suspicious=tuple(suspicions(tree, one, looks or Looks())) if one else (),
        data=tuple(node.text() for node in tree.css("script") if is_data(node)),
    )


def read_frame(html: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return what stands around the article of a page, and what leads to other languages.

    Attributes and all; the menu and the alternates are the second.
    """
    root = _tree(html).root
    if root is None:
        return (), frozenset()
    parts = _read(root, unread=frozenset(), without={"article", "nav", "style"})
    others = {part for part in parts if _ALTERNATE.match(part)}
    menu = {part for nav in root.css("nav") for part in _read(nav, unread=frozenset())}
    frame = tuple(part for part in parts if part not in others | _ENDS)
    return frame, frozenset(others | menu)


def read_fragment(html: str) -> tuple[str, ...]:
    """Return what the content of an article says, given without its `<article>`."""
    found = LexborHTMLParser(f"<!doctype html><body><article>{html}</article>").css_first("article")
    return _read(found) if found else ()


def _tree(html: str) -> LexborHTMLParser:
    """Return a page as a browser builds it; raise InputError where that would take for ever.

    A parser looks through all open elements again and again: time grows with the square of them.
    """
    longest = max(map(len, html.split(">")))
    if html.count("<") > _MOST_TAGS or html.count("=") > _MOST_ATTRIBUTES or longest > _LONGEST:
        raise InputError("holds more markup than any article does")
    return LexborHTMLParser(html)


def collapsed(text: str) -> str:
    """Return a text with its white space collapsed and its isolates dropped."""
    return " ".join(_ISOLATES.sub("", text).split())


def _read(
    top: LexborNode,
    *,
    unread: Collection[str] = _UNREAD,
    without: Collection[str] = (),
) -> tuple[str, ...]:
    """Return the parts of what is in an element; words that mere wrappers cut up are one part."""
    found: list[str] = []
    words: list[str] = []
    for text, tag in [*_parts(top, unread, without), ("", "")]:
        words.append(text)
        if not text:
            # Escaped, so that words which look like a tag are not taken for one.
            found += filter(None, [escape(collapsed("".join(words)), quote=False), tag])
            words.clear()
    return tuple(found)


def _parts(
    top: LexborNode, unread: Collection[str], without: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Yield texts and the tags between them, one of the two empty; a page may nest without end."""
    waiting: list[LexborNode | str] = [top]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            yield "", node
            continue
        if node.tag == "-text":
            yield node.text(deep=False), ""
            continue
        if node.tag in without:
            continue
        tag = _tag(node, unread)
        if tag and node is not top:
            yield "", tag
            waiting.append(f"</{node.tag}>")
        waiting += reversed(list(node.iter(include_text=True)))


def _tag(node: LexborNode, unread: Collection[str]) -> str:
    """Return a start tag with what counts of it; nothing for a comment, or for a mere wrapper."""
    if not _is_element(node):
        return ""
    if node.tag in _TRANSPARENT:
        unread = {*unread, "dir", "lang"}
    attributes = [
        f' {key}="{escape(collapsed(value or "") if key in _WORDS else value or "")}"'
        for key, value in sorted(node.attributes.items())
        if key not in unread
    ]
    if node.tag in _TRANSPARENT and not attributes:
        return ""
    return f"<{node.tag}{''.join(attributes)}>"


def _is_element(node: LexborNode) -> bool:
    """Return whether a node is an element; a processing instruction has no name at all."""
    return not (node.tag or "-").startswith("-")
