"""What a reader gets from a page: read back out of its HTML, as a browser would build it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from selectolax.lexbor import LexborHTMLParser

from salerno.page.looks import Looks
from salerno.page.order import bare
from salerno.page.parsing import parsed
from salerno.page.suspicion import is_data, suspicions
from salerno.page.words import Reader, collapsed, parts_of, read

_ARTICLE = re.compile(r"<article[\s/>]", re.IGNORECASE)
_ALTERNATE = re.compile(r'<link [^>]*rel="alternate"|<meta [^>]*property="og:locale:alternate"')
_ENDS = {"</link>", "</meta>"}
"""End tags of elements that hold nothing."""


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
    tree = parsed(html)
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
        article=read(one, Reader(lang)) if one else (),
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
    root = parsed(html).root
    if root is None:
        return Frame()
    exact = Reader(transparent=frozenset(), unread=frozenset())
    parts = read(root, replace(exact, without=frozenset({"article", "nav", "style"})))
    others = {part for part in parts if _ALTERNATE.match(part)}
    menu = {part for nav in root.css("nav") for part in read(nav, exact)}
    frame = tuple(part for part in parts if part not in others | _ENDS)
    article = "".join(one.html or "" for one in root.css("article"))
    return Frame(frame, frozenset(others | menu), article)


def _isolated_words(html: str) -> str:
    """Return the words of an article with what isolates them, and no white space."""
    top = LexborHTMLParser(html).body
    texts = (text for text, _ in parts_of(top, Reader())) if top else ()
    return "".join("".join(texts).split())


def read_fragment(html: str, locale: str = "") -> tuple[str, ...]:
    """Return what the content of an article in a locale says, given without its `<article>`."""
    found = LexborHTMLParser(f"<!doctype html><body><article>{html}</article>").css_first("article")
    return read(found, Reader(locale)) if found else ()
