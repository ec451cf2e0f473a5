"""Untranslated: the target is not the source, and holds no piece of its sentences.

Names, addresses, code, figures and quoted titles may stay as they are in any language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from salerno.checks._text import visible
from salerno.languages import script
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

_LONG_RUN = 3
"""So many words of the source in a row are no coincidence, whatever they are: among 6,000 human
translations into six languages of Latin script, two were."""
_SHORT_RUN = 2
"""So many are enough with a function word among them, or in a text of another script."""
_INTERNATIONAL = frozenset({"al", "situ", "utero", "vitro", "vivo"})
"""Latin that is Latin everywhere: et al., in vitro."""
_REAL_WORDS = 2
_SHORTEST_REAL = 3
_LOOK_BACK = 8
_LONGEST_QUOTE = 80


_QUOTED_NAME = re.compile(r"[“\"«„『「《]\s?[A-Z][^”\"»“』」》]{0,80}[”\"»“』」》]")
_BEGINS_SENTENCE = re.compile(r"(?:[.!?:;…。！？：]|[\n•–—-]\s)[\s\"'“‘«„(¿¡]*\Z")


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    """In lower case."""
    span: tuple[int, int]
    proper: bool
    """Whether it looks like a name: a capital that no sentence begins with."""
    follows: bool
    """Whether nothing but space stands between it and the word before."""
    explains: bool
    """Whether it stands first in parentheses, as the original of a term does."""


def check(unit: Unit, target: str, locale: str) -> Iterator[Finding]:
    """Yield a finding if the source was copied, or one for each piece of it left standing."""
    language = locale.partition("-")[0]
    if language == "en" or not _LATIN.search(target):
        return
    said, found = _words(visible(unit.source, unit.syntax)), _words(visible(target, unit.syntax))
    if [word.text for word in said] == [word.text for word in found]:
        if _is_sentence(said):
            message = "the translation is the same as the source"
            yield Finding(NAME, Severity.MAJOR, message, (0, len(unit.source)), (0, len(target)))
        return
    telling = _FUNCTION_WORDS - _NATIVE.get(language, set())
    for start, end in _left_standing(said, found, telling, foreign=script(locale) != "Latn"):
        span = (found[start].span[0], found[end - 1].span[1])
        message = f"left in English: {_short(target[slice(*span)])}"
        yield Finding(NAME, Severity.MAJOR, message, target_span=span)


def _words(text: str) -> list[_Word]:
    text = _QUOTED_NAME.sub(lambda match: "." * len(match.group()), text)
    words: list[_Word] = []
    end = 0
    for match in _WORD.finditer(text):
        between = text[end : match.start()]
        words.append(_word(match, between, first=not words))
        end = match.end()
    return words


def _word(match: re.Match[str], between: str, *, first: bool) -> _Word:
    word = match.group()
    folded = word.casefold().replace("’", "'")
    begins = first or _BEGINS_SENTENCE.search(between[-_LOOK_BACK:]) is not None
    capital = word[0].isupper() and not begins
    proper = (capital or word[1:] != word[1:].lower()) and folded not in _FUNCTION_WORDS
    return _Word(
        folded,
        match.span(),
        proper or folded in _INTERNATIONAL,
        follows=not first and between.isspace(),
        explains=between.rstrip().endswith(("(", "（")),
    )


def _is_sentence(words: Iterable[_Word]) -> bool:
    """Return whether there are two words that a translator has to translate."""
    real = [word for word in words if _is_real(word)]
    return len(real) >= _REAL_WORDS


def _is_real(word: _Word) -> bool:
    return word.text in _FUNCTION_WORDS or (not word.proper and len(word.text) >= _SHORTEST_REAL)


def _left_standing(
    said: Sequence[_Word],
    found: Sequence[_Word],
    function_words: AbstractSet[str],
    *,
    foreign: bool,
) -> Iterator[tuple[int, int]]:
    """Yield the stretches of `found` that stand in `said` word for word, joined where they meet.

    `foreign` says that English stands out by its script, so that any two words are enough.
    """
    hits = []
    for length in (_SHORT_RUN, _LONG_RUN):
        known = {gram for _, gram in _grams(said, length)}
        for start, gram in _grams(found, length):
            told = length == _LONG_RUN or not function_words.isdisjoint(gram)
            if gram in known and (told or (foreign and not found[start].explains)):
                hits.append((start, start + length))
    yield from _joined(sorted(hits))


def _grams(words: Sequence[_Word], length: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield each run of so many words that no name or punctuation interrupts, with its start."""
    unbroken = 0
    for position, word in enumerate(words):
        unbroken = 0 if word.proper else unbroken + 1 if word.follows else 1
        if unbroken >= length:
            start = position - length + 1
            yield start, tuple(each.text for each in words[start : position + 1])


def _joined(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield sorted spans, those that touch or overlap as one."""
    joined: tuple[int, int] | None = None
    for start, end in spans:
        if joined is None:
            joined = start, end
        elif start <= joined[1]:
            joined = joined[0], max(joined[1], end)
        else:
            yield joined
            joined = start, end
    if joined is not None:
        yield joined


def _short(text: str) -> str:
    line = " ".join(text[: _LONGEST_QUOTE + 1].split())
    return line if len(text) <= _LONGEST_QUOTE else f"{line}…"
