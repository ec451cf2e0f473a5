"""Ids of headings: made from the source's words once, and the same in every locale."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

_FOOTNOTE = re.compile(r"fn(ref)?\d")
"""How the ids of footnotes begin."""


def slug(text: str) -> str:
    """Return the words of a heading as an id in ASCII; `section` if nothing is left of them."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = "-".join(re.findall("[a-z0-9]+", plain)) or "section"
    return f"h-{words}" if _FOOTNOTE.match(words) else words


def unused(anchor: str, taken: Collection[str]) -> str:
    """Return the id, numbered if another heading has it already."""
    number, candidate = 1, anchor
    while candidate in taken:
        number += 1
        candidate = f"{anchor}-{number}"
    return candidate
