"""Untranslated: the target is not the source, and holds no piece of its sentences.

Names, addresses, code and figures may stay as they are in any language, and a term may be followed by
its English original in parentheses.
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

_FUNCTION_WORDS = frozenset(
    {"about", "after", "and", "any", "are", "because", "been", "before", "being", "but", "cannot"}
    | {"could", "does", "don't", "each", "from", "has", "have", "he", "how", "if", "into", "is"}
    | {"its", "must", "not", "of", "other", "our", "she", "should", "than", "that", "the", "their"}
    | {"them", "there", "these", "they", "this", "those", "through", "until", "was", "were"}
    | {"what", "when", "which", "while", "why", "with", "without", "would", "you", "your"},
)
"""Words by which English is known; `in` or `for` would also be German or Danish."""
_NATIVE = {"nl": {"of", "is", "was"}, "af": {"of", "is", "was"}, "de": {"was"}, "ro": {"are"}}
"""Which of them are words of the target's language as well."""

_IN_NAMES = frozenset({"and", "from", "of", "the", "with", "without"})
"""Which of them names have, too: of authorities, of diseases."""

_LONG_RUN = 3
"""So many words of the source in a row are no coincidence, whatever they are: 3,000 human
translations into Spanish and French have none."""
_SHORT_RUN = 2
"""So many are enough with a function word among them, or in a text of another script."""
_INTERNATIONAL = frozenset({"al", "et", "situ", "utero", "vitro", "vivo"})
"""Latin that is Latin everywhere: et al., in vitro."""
_REAL_WORDS = 2
_SHORTEST_REAL = 3
_LOOK_BACK = 8
_LONGEST_QUOTE = 80


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
    """Whether a parenthesis begins with it or with the words that it follows."""


def check(unit: Unit, target: str, locale: str) -> Iterator[Finding]:
    """Yield a finding if the source was copied, or one for each piece of it left standing."""
    language = locale.partition("-")[0]
    if language == "en" or not _share_words(unit.source, target):
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


def _share_words(source: str, target: str) -> bool:
    """Return whether two words are in both, without which nothing below can be found."""
    said, found = _WORD.findall(source.casefold()), _WORD.findall(target.casefold())
    words = set(said)
    return sum(word in words for word in found) >= _SHORT_RUN


def _words(text: str) -> list[_Word]:
    words: list[_Word] = []
    previous: _Word | None = None
    for match in _WORD.finditer(text):
        previous = _word(match, text[previous.span[1] if previous else 0 : match.start()], previous)
        words.append(previous)
    return words


def _word(match: re.Match[str], between: str, previous: _Word | None) -> _Word:
    folded = match.group().casefold().replace("’", "'")
    begins = previous is None or _BEGINS_SENTENCE.search(between[-_LOOK_BACK:]) is not None
    follows = previous is not None and between.isspace()
    return _Word(
        folded,
        match.span(),
        proper=_is_proper(match.group(), begins=begins) and folded not in _FUNCTION_WORDS,
        follows=follows,
        explains=previous.explains
        if previous is not None and follows
        else between.rstrip().endswith(("(", "（")),
    )


def _is_proper(word: str, *, begins: bool) -> bool:
    capital = word[0].isupper() and not begins
    return capital or word[1:] != word[1:].lower() or word in _INTERNATIONAL


def _is_sentence(words: Sequence[_Word]) -> bool:
    """Return whether there are two words that a translator has to translate.

    In a heading every word may have a capital; then one that no name has gives it away.
    """
    if len(words) >= _REAL_WORDS and any(
        word.text in _FUNCTION_WORDS - _IN_NAMES for word in words
    ):
        return True
    return sum(_is_real(word) for word in words) >= _REAL_WORDS


def _is_real(word: _Word) -> bool:
    return not word.proper and word.text not in _IN_NAMES and len(word.text) >= _SHORTEST_REAL


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
            if gram not in known:
                continue
            if found[start].explains:
                tells = not (function_words - _IN_NAMES).isdisjoint(gram)
            else:
                tells = foreign or length == _LONG_RUN or not function_words.isdisjoint(gram)
            if tells:
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
