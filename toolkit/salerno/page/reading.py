"""What a reader gets from a page: read back out of its HTML, as a browser would build it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

_ISOLATES = re.compile("[\u2066-\u2069]")
_TRANSPARENT = {"bdi", "span"}
"""Elements that set direction or language apart and change nothing that is read."""
_SHOWN = ("alt", "title", "aria-label", "href", "src")
_FORBIDDEN = {
    "script",
    "style",
    "iframe",
    "object",
    "embed",
    "template",
    "noscript",
    "svg",
    "math",
    "link",
    "meta",
    "base",
    "form",
    "input",
    "button",
    "dialog",
    "canvas",
    "video",
    "audio",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """A page as far as it can be proved: its language, title, description and article."""

    lang: str = ""
    title: str = ""
    description: str = ""
    articles: int = 0
    article: tuple[str, ...] = ()
    """Elements, words and attributes of the one article, in reading order."""
    suspicious: tuple[str, ...] = ()
    """What may not stand inside of an article: code, styles, hidden text."""


def read_page(html: str) -> Reading:
    """Return what a page says to its reader."""
    tree = LexborHTMLParser(html)
    root = tree.root
    articles = tree.css("article")
    title = tree.css_first("head > title")
    description = tree.css_first('head > meta[name="description"]')
    one = articles[0] if len(articles) == 1 else None
    return Reading(
        lang=(root.attributes.get("lang") or "") if root else "",
        title=_collapsed(title.text()) if title else "",
        description=_collapsed(
            (description.attributes.get("content") or "") if description else ""
        ),
        articles=len(articles),
        article=read_article(one) if one else (),
        suspicious=tuple(_suspicious(one)) if one else (),
    )


def read_fragment(html: str) -> tuple[str, ...]:
    """Return what the content of an article says, given without its `<article>`."""
    found = LexborHTMLParser(f"<!doctype html><body><article>{html}</article>").css_first("article")
    return read_article(found) if found else ()


def read_article(article: LexborNode) -> tuple[str, ...]:
    """Return the elements, words and attributes of an article; isolates and white space aside."""
    found: list[str] = []
    words: list[str] = []
    for part in _parts(article):
        if part.startswith("\0"):
            words.append(part[1:])
            continue
        _close(words, found)
        found.append(part)
    _close(words, found)
    return tuple(found)


def _close(words: list[str], found: list[str]) -> None:
    """Put a run of words behind what was found; runs that markup without meaning cuts up are one."""
    text = _collapsed("".join(words))
    if text:
        found.append(text)
    words.clear()


def _parts(node: LexborNode) -> Iterator[str]:
    """Yield texts, marked with a NUL, and the tags and attributes between them."""
    for child in node.iter(include_text=True):
        tag = child.tag or ""
        if tag == "-text":
            yield f"\0{child.text(deep=False)}"
        elif not tag.startswith("-"):
            shown = [
                f"{key}={child.attributes[key] or ''}" for key in _SHOWN if key in child.attributes
            ]
            if tag not in _TRANSPARENT or shown:
                yield f"<{' '.join([tag, *map(_collapsed, shown)])}>"
                yield from _parts(child)
                yield f"</{tag}>"
            else:
                yield from _parts(child)


def _collapsed(text: str) -> str:
    return " ".join(_ISOLATES.sub("", text).split())


def _suspicious(article: LexborNode) -> Iterator[str]:
    for node in article.traverse():
        tag = node.tag or ""
        if tag in _FORBIDDEN:
            yield f"<{tag}>"
        for key in node.attributes if not tag.startswith("-") else ():
            if key in {"hidden", "style", "aria-hidden"} or key.startswith("on"):
                yield f"{key}= on <{tag}>"
    for ancestor in _ancestors(article):
        if (
            ancestor.tag in _FORBIDDEN
            or {"hidden", "style", "aria-hidden"} & ancestor.attributes.keys()
        ):
            yield f"<{ancestor.tag}> around the article"


def _ancestors(node: LexborNode) -> Iterator[LexborNode]:
    parent = node.parent
    while parent is not None and parent.tag not in {None, "-document"}:
        yield parent
        parent = parent.parent
