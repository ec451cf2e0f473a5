"""Tells by its little words that a text is in another language than it should be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from salerno.checks._function_words import FUNCTION_WORDS

_ONE_SPELLING = str.maketrans("يىكه", "ییکہ")
"""Letters that Arabic, Persian and Urdu write alike and encode each in their own way."""

_ARABIC = frozenset({"ar", "fa", "ps", "ur"})

_FEWEST, _SHARE = 2, 0.2
"""So many words of another language, and none of one's own, are enough for a short text."""
_MORE, _SMALLER_SHARE, _TIMES = 3, 0.12, 3
"""So many are enough for one that has some of its own, if they are so many times as many."""
_FEWEST_WORDS = 4


def stranger(words: Sequence[str], language: str) -> str | None:
    """Return the language that the words, in lower case, are in rather than in `language`.

    None where nothing is known of the language, or nothing speaks against it.
    """
    own = _own(language)
    if not own or len(words) < _FEWEST_WORDS:
        return None
    if language in _ARABIC:
        words = [word.translate(_ONE_SPELLING) for word in words]
    others = _others()
    strange = [word for word in words if word in others and word not in own]
    if len(strange) < _FEWEST:
        return None
    counts = Counter(other for word in strange for other in others[word])
    other, count = counts.most_common(1)[0]
    mine = sum(word in own and word not in _own(other) for word in words)
    share = count / len(words)
    alone = mine == 0 and count >= _FEWEST and share >= _SHARE
    more = count >= max(_MORE, _TIMES * mine) and share >= _SMALLER_SHARE
    return other if alone or more else None


@cache
def _own(language: str) -> frozenset[str]:
    return frozenset(FUNCTION_WORDS.get(language, "").translate(_ONE_SPELLING).split())


@cache
def _others() -> dict[str, tuple[str, ...]]:
    """Return the languages of each word; a single Latin letter is no witness against a text."""
    found: dict[str, tuple[str, ...]] = {}
    for language in FUNCTION_WORDS:
        for word in _own(language):
            if len(word) > 1 or not word.isascii():
                found[word] = (*found.get(word, ()), language)
    return found
