"""A list of words as one pattern that looks at each letter of a text once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

LETTER = r"\w\u0300-\u036f\u0591-\u05c7\u0900-\u0963\u0981-\u09e3\u0a01-\u0df3\u0e31-\u0e4e"
"""With the marks of scripts that write vowels so, which are no letters to `\\w`."""

_PIECES = {"*": f"[{LETTER}]{{0,9}}", " ": r"\s{1,2}", "\u200c": r"[\u200c\s]?"}
"""A star is any ending, a space any white space, Persian's non-joiner is also written as neither."""


def pattern_of(words: Iterable[str]) -> str:
    """Return a pattern of words, of which the longest that stands is taken; of none, what never is."""
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branches(root) if root else "(?!)"


def _branches(node: dict[str, Any]) -> str:
    """Return the ways on from a node, shared beginnings first; endings of any length come last."""
    ways = [
        _PIECES.get(letter, re.escape(letter)) + _branches(following)
        for letter, following in sorted(node.items(), key=lambda item: (item[0] == "*", item[0]))
        if letter
    ]
    if not ways:
        return ""
    joined = ways[0] if len(ways) == 1 and "" not in node else f"(?:{'|'.join(ways)})"
    return f"{joined}?" if "" in node else joined


def key_of(words: str) -> str:
    """Return words as they are looked up: without space, and without Persian's non-joiner."""
    return "".join(words.replace("\u200c", "").split())


def listed(line: str) -> list[str]:
    """Return the words of a line of a table."""
    return line.split(", ") if line else []
