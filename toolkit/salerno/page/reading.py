"""What a reader gets from a page: read back out of its HTML, as a browser would build it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from html import escape

from selectolax.lexbor import LexborHTMLParser, LexborNode

from salerno.errors import InputError
from salerno.page.looks import Looks
from salerno.page.order import FSI, OPENINGS, PDI, bare, settled
from salerno.page.suspicion import is_data, suspicions

_ARTICLE = re.compile(r"<article[\s/>]", re.IGNORECASE)
_ALTERNATE = re.compile(r'<link [^>]*rel="alternate"|<meta [^>]*property="og:locale:alternate"')
_ENDS = {"</link>", "</meta>"}
"""End tags of elements that hold nothing."""
_TRANSPARENT = frozenset({"bdi", "span"})
"""Elements that set direction or language apart and change nothing else that is read."""
_WRAPPING = frozenset({"dir", "lang"})
_UNREAD = frozenset({"class", "data-salerno", "datetime", "hreflang", "id"})
"""Attributes that say nothing to a reader; every other one counts."""
_WORDS = {"alt", "aria-label", "title"}
_CUT = "\0"
"""Between texts; no text of a page holds it, as HTML has no way to say it."""
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
    lang = (root.attributes.get("lang") or "") if root else ""
    said = (description.attributes.get("content") or "") if description else ""
    return Reading(
        lang=lang,
        title=collapsed(title.text(), lang) if title else "",
        description=collapsed(said, lang),
        # What stands in a template or behind <plaintext> is in nobody's tree, but in the page.
        articles=len(articles) or len(_ARTICLE.findall(html)),
        article=_read(one, _Reader(lang)) if one else (),
        suspicious=tuple(suspicions(tree, one, looks or Looks())) if one else (),
        data=tuple(node.text() for node in tree.css("script") if is_data(node)),
    )


@dataclass(frozen=True, slots=True)
class Frame:
    """A page as it would be written by who has everything at hand: attributes, isolates and all."""

    parts: tuple[str, ...] = ()
    """What stands around its article."""
    links: frozenset[str] = frozenset()
    """What leads to other languages: the menu, the alternates."""
    article: str = ""
    """The article itself, as HTML."""

    def is_isolated_as(self, other: Frame) -> bool:
        """Return whether isolates stand at the same places of both articles; those of other words may not."""
        if self.article == other.article:
            return True
        here, there = (_isolated_words(frame.article) for frame in (self, other))
        return here == there or bare(here) != bare(there)


def read_frame(html: str) -> Frame:
    """Return what stands around the article of a page, and how the article is isolated."""
    root = _tree(html).root
    if root is None:
        return Frame()
    exact = _Reader(transparent=frozenset(), unread=frozenset())
    parts = _read(root, replace(exact, without=frozenset({"article", "nav", "style"})))
    others = {part for part in parts if _ALTERNATE.match(part)}
    menu = {part for nav in root.css("nav") for part in _read(nav, exact)}
    frame = tuple(part for part in parts if part not in others | _ENDS)
    article = "".join(one.html or "" for one in root.css("article"))
    return Frame(frame, frozenset(others | menu), article)


def _isolated_words(html: str) -> str:
    """Return the words of an article with what isolates them, and no white space."""
    top = LexborHTMLParser(html).body
    texts = (text for text, _ in _parts(top, _Reader())) if top else ()
    return "".join("".join(texts).split())


def read_fragment(html: str, locale: str = "") -> tuple[str, ...]:
    """Return what the content of an article in a locale says, given without its `<article>`."""
    found = LexborHTMLParser(f"<!doctype html><body><article>{html}</article>").css_first("article")
    return _read(found, _Reader(locale)) if found else ()


def _tree(html: str) -> LexborHTMLParser:
    """Return a page as a browser builds it; raise InputError where that would take for ever.

    A parser looks through all open elements again and again: time grows with the square of them.
    """
    longest = max(map(len, html.split(">")))
    if html.count("<") > _MOST_TAGS or html.count("=") > _MOST_ATTRIBUTES or longest > _LONGEST:
        raise InputError("holds more markup than any article does")
    return LexborHTMLParser(html)


def collapsed(text: str, locale: str) -> str:
    """Return a text with its white space collapsed, and isolates dropped that turn nothing round."""
    return " ".join(settled(text, locale).split())


@dataclass(frozen=True, slots=True)
class _Reader:
    """What counts to somebody who reads."""

    locale: str = ""
    transparent: frozenset[str] = _TRANSPARENT
    unread: frozenset[str] = _UNREAD
    without: frozenset[str] = frozenset()


def _read(top: LexborNode, reader: _Reader) -> tuple[str, ...]:
    """Return the parts of what is in an element; words that mere wrappers cut up are one part."""
    parts = [("", ""), *_parts(top, reader)]
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


def _parts(top: LexborNode, reader: _Reader) -> Iterator[tuple[str, str]]:
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


def _tag(name: str, attributes: Mapping[str, str | None], reader: _Reader) -> str:
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
