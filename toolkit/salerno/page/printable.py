"""An article's HTML made fit for paper: addresses in full, pictures by name, ids of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

_LONG_WORD = re.compile("[!-~\u00a1-\u06ff]{200,}")
"""A word that is none, in scripts that put spaces between words."""
_STRETCH = 20
"""Characters of such a word after which a line may end; else the printer tries each, for hours."""


def printable(html: str, *, assets: Sequence[str], address: str, prefix: str) -> str:
    """Return sanitised HTML for a document that may hold several articles, or one in two languages.

    `assets` are the paths of all pictures that the document has: the one at position N is called
    `asset:N`, any other picture shows its alternative text. Links lead to where they lead from the
    page at `address`; without one, those into the site are plain words. `prefix` goes before ids.
    """
    tree = LexborHTMLParser(f"<!doctype html><body>{html}</body>")
    for node in tree.css("[id]"):
        node.attrs["id"] = prefix + (node.attributes.get("id") or "")
    for node in tree.css("a[href]"):
        _link(node, address, prefix)
    for node in tree.css("img"):
        _picture(node, assets)
    _break_words(tree)
    return (tree.body.inner_html or "") if tree.body else ""


def _link(node: LexborNode, address: str, prefix: str) -> None:
    href = node.attributes.get("href") or ""
    if href.startswith("#"):
        node.attrs["href"] = f"#{prefix}{href[1:]}"
        return
    full = _joined(address, href)
    if ":" in full:
        node.attrs["href"] = full
    else:
        del node.attrs["href"]


def _joined(address: str, href: str) -> str:
    """Return the full address of a link, or nothing if it is none."""
    try:
        return urljoin(address, href)
    except ValueError:
        return ""


def _picture(node: LexborNode, assets: Sequence[str]) -> None:
    path = node.attributes.get("src") or ""
    alternative = node.attributes.get("alt") or ""
    if path in assets and alternative.strip():
        node.attrs["src"] = f"asset:{assets.index(path)}"
    else:
        node.replace_with(alternative)


def _break_words(tree: LexborHTMLParser) -> None:
    """Let words without end break (ZERO WIDTH SPACE), which no reader sees."""
    nodes = list(tree.body.traverse(include_text=True)) if tree.body else []
    for node in nodes:
        text = node.text(deep=False) if node.tag == "-text" else ""
        if _LONG_WORD.search(text):
            node.replace_with(_LONG_WORD.sub(_breakable, text))


def _breakable(word: re.Match[str]) -> str:
    letters = word.group()
    parts = (letters[start : start + _STRETCH] for start in range(0, len(letters), _STRETCH))
    return "\u200b".join(parts)
