"""A page as the tree that a browser builds of it, unless building that would take for ever.

A parser looks through all open elements, and all attributes of a tag, again and again: time grows with
the square of them. Text and the isolates in it cost nothing of the kind, and may go on for megabytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from selectolax.lexbor import LexborHTMLParser

from salerno.errors import InputError

_MOST_TAGS = 20_000
_MOST_WITH_ISOLATES = 500_000
_MOST_ATTRIBUTES = 20_000
_LONGEST = 100_000
"""Characters up to the end of a tag: attributes need no more than a space between them."""
_FLAT = r'<bdi(?: dir="ltr")?>[^<>]*+</bdi>'
_ISOLATE = re.compile(rf'<(bdi|span)(?: dir="ltr")?>(?:[^<>]++|{_FLAT})*+</\1>')
"""It holds words alone and is closed where it was opened, so that a page may have many."""
_ANGLE = re.compile("[<>]")
_BETWEEN = re.compile(r"[\s\u0080-\U0010ffff]")
"""Behind these a comment may stand in a text: they are in no reference to a character."""
_REACH = 1_000


def parsed(html: str, *, room: int = 0) -> LexborHTMLParser:
    """Return the tree of a page; raise InputError where that would take for ever.

    Where there is to be `room`, each limit is lower by that number: of tags, attributes, characters.
    """
    if max(map(len, html.split(">"))) <= _LONGEST - room:
        _check(html, room)
        return LexborHTMLParser(html)
    mark = "cut"
    while f"<!--{mark}" in html:
        mark += "t"
    places = list(_places(html))
    parts = [html[start:end] for start, end in pairwise([0, *places, len(html)])]
    cut = f"<!--{mark}-->".join(parts)
    _check(cut, room)
    tree = LexborHTMLParser(cut)
    _mend(tree, mark, len(places))
    return tree


def _check(html: str, room: int) -> None:
    tags, most = html.count("<"), _MOST_TAGS - room
    rest = _ISOLATE.sub("", html) if most < tags <= _MOST_WITH_ISOLATES - room else html
    if (
        rest.count("<") > most
        or rest.count("=") > _MOST_ATTRIBUTES - room
        or max(map(len, html.split(">"))) > _LONGEST - room
    ):
        raise InputError("holds more markup than any article does")


def _places(html: str) -> Iterator[int]:
    """Yield where a long stretch without a tag can be cut, if it is text and not attributes."""
    angles = [match.start() for match in _ANGLE.finditer(html)]
    for start, end in pairwise([0, *angles, len(html)]):
        done = start
        while end - done > _LONGEST // 2:
            found = _BETWEEN.search(html, done + _LONGEST // 2 - _REACH, done + _LONGEST // 2)
            if found is None:
                break
            done = found.end()
            yield done


def _mend(tree: LexborHTMLParser, mark: str, count: int) -> None:
    """Take the comments out again; raise InputError if one is none: it stands in a tag."""
    nodes = tree.root.traverse(include_text=True) if tree.root else ()
    found = [node for node in nodes if node.tag == "-comment" and node.comment_content == mark]
    if len(found) != count:
        raise InputError("holds more markup than any article does")
    for node in found:
        node.decompose()
