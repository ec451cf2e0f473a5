"""What on a page could make a browser show something else for its article than the article says.

A page of ours holds what its templates hold and nothing else, so that this is a list of what may be
there: whatever a browser will learn next is not on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from salerno import languages
from salerno.page.looks import Looks
from salerno.page.sanitise import may_stand, may_stand_on
from salerno.page.words import Reader, collapsed, parts_of

_AROUND = {"html", "body", "main"}
"""What an article stands in; only the page as a whole has attributes, its language and direction."""
_FRAME = {*_AROUND, "article", "footer", "head", "header", "link", "meta", "nav", "style", "title"}
_KNOWN = {"html": {"lang", "dir"}, "main": {"id"}}
"""Attributes of what an article stands in that can do no harm."""
_LINKS = {"alternate", "canonical", "icon"}
_CODE = re.compile(r"[\x00-\x20]*(?:javascript|data|vbscript)\s*:", re.IGNORECASE)
_DROPPED = str.maketrans("", "", "\t\n\r")
"""What a browser drops from an address, wherever it stands in it (WHATWG URL, 4.4)."""


def suspicions(tree: LexborHTMLParser, article: LexborNode, looks: Looks) -> Iterator[str]:
    """Yield what may not stand on the page of an article, in words for people."""
    for node in article.traverse(include_text=True):
        if node.tag != "-text" and node.mem_id != article.mem_id:
            yield from _inside(node)
    for node in _frame(tree, article):
        yield from _outside(node, looks)
        if node.tag == "h1" and not _is_title(node, tree):
            yield "a heading that is not its title"
    yield from _around(article)
    yield from _head(tree, looks)


def _frame(tree: LexborHTMLParser, article: LexborNode) -> Iterator[LexborNode]:
    """Yield what is not in the article, in the order of the page."""
    waiting = [tree.root] if tree.root else []
    while waiting:
        node = waiting.pop()
        if node.mem_id != article.mem_id:
            yield node
            waiting += reversed(list(node.iter(include_text=True)))


def _inside(node: LexborNode) -> Iterator[str]:
    """Yield what the sanitiser would not have let into an article."""
    tag = _name(node)
    if not may_stand(tag):
        yield f"{_called(tag)} in the article"
    else:
        for key, value in node.attributes.items():
            if not may_stand_on(tag, key, value or ""):
                yield f"{key}= on <{tag}>"


def _outside(node: LexborNode, looks: Looks) -> Iterator[str]:
    """Yield what can reach into an article from outside: code, styles, layers above it."""
    tag = _name(node)
    if tag in {"-text", "-comment"}:
        return
    if tag == "script":
        if not (is_data(node) or (not node.attributes and looks.is_script(node.text()))):
            yield "a script that is not its site's"
    elif not (tag in _FRAME or may_stand(tag)):
        yield _called(tag)
    for key, value in node.attributes.items():
        is_code = _CODE.match((value or "").translate(_DROPPED))
        if key.startswith("on") or key in {"style", "popover"} or is_code:
            yield f"{key}= on <{tag}>"


def _is_title(heading: LexborNode, tree: LexborHTMLParser) -> bool:
    """Return whether a heading outside of the article says what the page's title says, and reads so."""
    title = tree.css_first("title")
    lang = (tree.root.attributes.get("lang") or "") if tree.root else ""
    said = "".join(text for text, _ in parts_of(heading, Reader(lang)))
    return (
        title is not None
        and collapsed(said, lang) == collapsed(title.text(), lang)
        and not any(node.tag == "bdo" or "dir" in node.attributes for node in _way_up(heading))
        and not heading.css("bdo, [dir]:not(bdi):not(span)")
    )


def _way_up(node: LexborNode | None) -> Iterator[LexborNode]:
    """Yield an element and what it is in, but for the page as a whole."""
    while node is not None and node.tag not in {"html", "-document"}:
        yield node
        node = node.parent


def _around(article: LexborNode) -> Iterator[str]:
    """Yield what could hide an article or turn it round: elements that it is in, their attributes."""
    node: LexborNode | None = article
    while node is not None and node.tag != "-document":
        known = _KNOWN.get(node.tag or "", set())
        for key in sorted(node.attributes.keys() - known):
            yield f"{key}= on <{node.tag}>"
        node = node.parent
        if node is not None and node.tag not in {*_AROUND, "-document"}:
            yield f"<{node.tag}> around the article"


def _head(tree: LexborHTMLParser, looks: Looks) -> Iterator[str]:
    """Yield what a page says of itself that makes a browser read or show all of it in another way."""
    root = tree.root
    attributes = root.attributes if root else {}
    expected = languages.direction(attributes.get("lang") or "")
    if attributes.get("dir") != expected:
        yield f"a direction that is not {expected}"
    if [(node.attributes.get("charset") or "").lower() for node in tree.css("[charset]")] != [
        "utf-8"
    ]:
        yield "another encoding than UTF-8"
    if len(tree.css("title")) > 1:
        yield "two titles"
    if len(_descriptions(tree)) > 1:
        yield "two descriptions"
    if tree.css("[http-equiv]"):
        yield "<meta http-equiv>"
    for link in tree.css("link"):
        if not set((link.attributes.get("rel") or "x").lower().split()) <= _LINKS:
            yield "<link> to a style or to code"
    for style in tree.css("style"):
        if style.attributes or not looks.is_style(style.text()):
            yield "a style sheet that is not its site's"


def is_data(node: LexborNode) -> bool:
    """Return whether a script is JSON-LD, which no browser runs."""
    return node.attributes == {"type": "application/ld+json"}


def _descriptions(tree: LexborHTMLParser) -> list[LexborNode]:
    """Return what could be taken for the page's description."""
    names = ((node.attributes.get("name") or "", node) for node in tree.css("meta"))
    return [node for name, node in names if name.strip().lower() == "description"]


def _name(node: LexborNode) -> str:
    """Return the name of an element, or a word with a dash for what is none."""
    return node.tag or "-instruction"


def _called(tag: str) -> str:
    return f"<{tag}>" if not tag.startswith("-") else f"a {tag[1:]}"
