"""Untranslated: the target is not the source, and holds no piece of its sentences.

Names, addresses, code, figures and quoted titles may stay as they are in any language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from salerno.checks._text import visible
from salerno.model import Finding, Severity, Unit

NAME = "untranslated"

_WORD = re.compile(r"[^\W\d_]++(?:['’‐‑-][^\W\d_]++)*+")
_LATIN = re.compile("[A-Za-z]")

_FUNCTION_WORDS = frozenset(
    {"about", "after", "and", "any", "are", "because", "been", "before", "being", "but", "cannot"}
    | {"could", "does", "don't", "each", "from", "has", "have", "he", "how", "if", "into", "is"}
    | {"its", "must", "not", "of", "other", "our", "she", "should", "than", "that", "the", "their"}
    | {"them", "there", "these", "they", "this", "those", "through", "until", "was", "were"}
    | {"what", "when", "which", "while", "who", "why", "with", "without", "would", "you", "your"},
)
"""Words by which English is known; `in` or `for` would also be German or Danish."""
_NATIVE = {"nl": {"of", "is", "was"}, "af": {"of", "is", "was"}, "de": {"was"}, "ro": {"are"}}
"""Which of them are words of the target's language as well."""

_LONG_RUN = 4
_REAL_WORDS = 2
_SHORTEST_REAL = 3


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    """In lower case."""
    span: tuple[int, int]
    proper: bool
    """Whether it looks like a name: a capital that no sentence begins with."""


def check(unit: Unit, target: str, locale: str) -> Iterator[Finding]:
    """Yield a finding if the source was copied, or one for each piece of it left standing."""
    language = locale.partition("-")[0]
    if language == "en" or not _LATIN.search(target):
        return
    said, found = _words(visible(unit.source, unit.syntax)), _words(visible(target, unit.syntax))
    if [word.text for word in said] == [word.text for word in found]:
        if _has_real_words(said):
            message = "the translation is the same as the source"
            yield Finding(NAME, Severity.MAJOR, message, (0, len(unit.source)), (0, len(target)))
        return
    function_words = _FUNCTION_WORDS - _NATIVE.get(language, set())
    for run in _runs(said, found):
        if len(run) >= _LONG_RUN or any(word.text in function_words for word in run):
            yield _finding(run, target)
