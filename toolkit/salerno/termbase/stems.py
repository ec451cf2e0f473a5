"""What of a word stays when it is inflected: Snowball's stem where there is one for the language."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache

_SNOWBALL = {
    "ar": "arabic",
    "ca": "catalan",
    "da": "danish",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fa": "persian",
    "fi": "finnish",
    "fr": "french",
    "hi": "hindi",
    "hu": "hungarian",
    "id": "indonesian",
    "it": "italian",
    "nb": "norwegian",
    "nl": "dutch",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
}
_RELATED = {"gl": "pt"}
"""Languages whose endings are nearly those of another."""
_CUT = {"uk", "be", "bn", "ur", "mr", "ne", "hr", "cs", "sk", "bg", "lt", "lv", "el", "hy"}
"""Languages that inflect at a word's end, and have no stemmer here."""
_ALTERING = {"pl"}
"""Languages whose stems end in other letters from case to case: udar, udarze."""
_LONGEST_ENDING, _SHORTEST_STEM = 3, 4
_PREFIXES = {
    "ar": ("وال", "بال", "كال", "فال", "لل", "ال", "و", "ف", "ب", "ل", "ك"),
    "he": ("וה", "שה", "מה", "ה", "ו", "ב", "ל", "מ", "כ", "ש"),
}
"""Words that are written as the beginning of the next one."""
_LEAST = 3
"""Letters that have to be left of a word without such a beginning."""
_LONGEST_WORD = 100
"""Letters; what is longer is no word of any language, and some stemmers take the square of it in time."""


@lru_cache(maxsize=50_000)
def stems(word: str, language: str) -> frozenset[str]:
    """Return the stems that a folded word may have; two words match if they have one in common."""
    if len(word) > _LONGEST_WORD:
        return frozenset((word,))
    beginnings = _PREFIXES.get(language, ())
    bare = [
        word[len(each) :]
        for each in beginnings
        if word.startswith(each) and len(word) >= len(each) + _LEAST
    ]
    stem = _stemmer(language)
    once = [stem(each) for each in (word, *bare)]
    # A stemmer may leave more of a plural than of its singular: cerebrovascular(es), in Spanish.
    twice = [stem(each) for each in once]
    return frozenset((*once, *twice, *(_cut(each) for each in once if language in _ALTERING)))


@cache
def _stemmer(language: str) -> Callable[[str], str]:
    name = _SNOWBALL.get(_RELATED.get(language, language))
    if name:
        import snowballstemmer

        # One for each word: a stemmer keeps the word that it is at, and workers have threads.
        return lambda word: str(snowballstemmer.stemmer(name).stemWord(word))
    return _cut if language in _CUT else str


def _cut(word: str) -> str:
    """Return a word without the most that an ending takes, if enough is left of it."""
    return word[: max(_SHORTEST_STEM, len(word) - _LONGEST_ENDING)]
