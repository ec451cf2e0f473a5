"""Cut a text into what an engine is sent and what it need not see; joined it is the text again.

An engine has a length beyond which it fails or stalls, and it eats the white space at both ends.
"""

from __future__ import annotations

import re

_ENDINGS = (
    re.compile(r"[.!?…][\"'”’)\]]*\s+(?=\S)"),  # of a sentence
    re.compile(r"[,;:—–]\s+(?=\S)"),  # of a clause
    re.compile(r"\s+(?=\S)"),  # of a word
)
"""Where a cut does least harm, best first."""


def cut(text: str, limit: int) -> list[str]:
    """Return words and the white space around them by turns, no words longer than `limit` bytes.

    Bytes are those of UTF-8. Only a text without any space in it is cut inside a word.
    """
    words = text.strip()
    before, after = text[: text.find(words)], text[text.find(words) + len(words) :]
    cuts = [before]
    while len(words.encode()) > limit:
        head, rest = _halve(words, limit)
        between = len(head.rstrip()), len(words) - len(rest.lstrip())
        cuts += [words[: between[0]], words[slice(*between)]]
        words = words[between[1] :]
    return [piece for piece in (*cuts, words, after) if piece]


def has_words(piece: str) -> bool:
    """Whether there is a letter in it: an engine only harms digits and punctuation by themselves."""
    return any(character.isalpha() for character in piece)


def _halve(words: str, limit: int) -> tuple[str, str]:
    # A character cut in two by the limit is dropped here, so it opens the second half; a limit
    # below one character would cut for ever.
    longest = words.encode()[:limit].decode(errors="ignore") or words[:1]
    for ending in _ENDINGS:
        ends = [match.end() for match in ending.finditer(words, 0, len(longest) + 1)]
        fitting = [end for end in ends if end <= len(longest)]
        if fitting:
            return words[: fitting[-1]], words[fitting[-1] :]
    return longest, words[len(longest) :]
