"""Differences between two texts, word by word, in signs that a screen reader speaks."""

from __future__ import annotations

import difflib
import re

_WORDS = re.compile(r"\s+|[^\W_]+|[^\w\s]|_")


def difference(before: str, after: str) -> str:
    """Return `after` with what was taken out as [-…-] and what was put in as {+…+}."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    parts = []
    matcher = difflib.SequenceMatcher(a=old, b=new, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        gone, come = "".join(old[a:b]), "".join(new[c:d])
        if kind == "equal":
            parts.append(come)
            continue
        parts += [f"[-{gone}-]"] if gone else []
        parts += [f"{{+{come}+}}"] if come else []
    return "".join(parts)
