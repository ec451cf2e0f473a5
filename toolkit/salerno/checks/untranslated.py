"""Untranslated: the target is not the source, and holds no piece of its sentences.

Names, addresses, code and figures may stay as they are in any language, and a term may be followed by
its English original in parentheses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from salerno.checks._text import visible
from salerno.languages import script
from salerno.model import Finding, Severity, Unit

NAME = "untranslated"

_LATIN = "A-Za-z\u00aa\u00ba\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff"
_WORD = re.compile(
    rf"[{_LATIN}]++(?:['’‐‑-][{_LATIN}]++)*+|[^\W\d_{_LATIN}]++(?:['’‐‑-][^\W\d_{_LATIN}]++)*+"
)
"""Latin letters are a word of their own, though no space parts them from Chinese ones."""

_ASCII_WORD = re.compile(r"[A-Za-z]+(?:['-][A-Za-z]+)*")

_FUNCTION_WORDS = frozenset(
    {"about", "after", "and", "any", "are", "because", "been", "before", "being", "but", "cannot"}
    | {"could", "does", "don't", "each", "from", "has", "have", "he", "how", "if", "into", "is"}
    | {"its", "must", "not", "of", "other", "our", "she", "should", "than", "that", "the", "their"}
    | {"them", "there", "these", "they", "this", "those", "through", "until", "was", "were"}
    | {"what", "when", "which", "while", "why", "with", "without", "would", "you", "your"},
)
"""Words by which English is known; `in` or `for` would also be German or Danish."""
_NATIVE = {
    "af": {"of", "is", "was"},
    "ca": {"any", "has", "he"},
    "cs": {"he"},
    "de": {"was"},
    "es": {"has", "he"},
    "et": {"is"},
    "fr": {"but", "if"},
    "gl": {"has"},
    "hu": {"has", "is"},
    "nl": {"been", "does", "is", "of", "was"},
    "ro": {"are", "is"},
    "sq": {"is"},
    "sw": {"about"},
    "tl": {"been"},
    "tr": {"has", "have"},
    "vi": {"he", "than"},
}
"""Which of them are words of the target's language as well."""

_IN_NAMES = frozenset({"and", "from", "of", "the", "with", "without"})
"""Which of them names have, too: of authorities, of diseases."""

_LONG_RUN = 3
"""So many words of the source in a row are no coincidence, whatever they are: 3,000 human
translations into Spanish and French have none."""
_SHORT_RUN = 2
"""So many are enough with a function word or English letters among them."""
_ENGLISH_LETTERS = re.compile(
    r"(?:ing|ed|ly|ness|ful|less|ght|ough|ache|ould)\Z|wh|gh|ck|sh|ee|oo|ow|\wth"
)
"""How words look that no other language has from Latin."""
_SHORTEST_FOREIGN = 4
"""Letters of a word that is English beyond doubt in a text of another script, and no unit."""
_INTERNATIONAL = frozenset({"al", "et", "situ", "utero", "vitro", "vivo"})
"""Latin that is Latin everywhere: et al., in vitro."""
_LIKE_DRUGS = re.compile(
    r"(?:a|ab|ac|al|am|an|ane|ase|ate|ax|el|en|ene|ex|ib|ide|il|im|in|ine|ir|is|ix|oid|ol|ole|on|one"
    r"|ose|um|us|yl)\Z"
)
"""How substances and germs end, whose names may stay as they are in any script."""
_REAL_WORDS = 2
_SHORTEST_REAL = 3
_LOOK_BACK = 8
_LONGEST_QUOTE = 80
_LONGEST = 100_000
"""Characters that are looked at: no block of an article comes near."""


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
    small: bool
    """Whether it has no capital at all, which names have even where a sentence begins."""


def check(unit: Unit, target: str, locale: str) -> Iterator[Finding]:
    """Yield a finding if the source was copied, or one for each piece of it left standing."""
    language = locale.partition("-")[0]
    telling, foreign = _telling(language), script(locale) != "Latn"
    if language == "en" or not _share_words(unit.source, target, telling, foreign=foreign):
        return
    said, found = _words(visible(unit.source, unit.syntax)), _words(visible(target, unit.syntax))
    if [word.text for word in said] == [word.text for word in found]:
        if _is_sentence(said):
            message = "the translation is the same as the source"
            yield Finding(NAME, Severity.MAJOR, message, (0, len(unit.source)), (0, len(target)))
        return
    for start, end in _left_standing(said, found, telling, foreign=foreign):
        span = (found[start].span[0], found[end - 1].span[1])
        message = f"left in English: {_short(target[slice(*span)])}"
        yield Finding(NAME, Severity.MAJOR, message, target_span=span)


@cache
def _telling(language: str) -> frozenset[str]:
    return _FUNCTION_WORDS - _NATIVE.get(language, set())


def _share_words(source: str, target: str, telling: AbstractSet[str], *, foreign: bool) -> bool:
    """Return whether the texts have words in common without which nothing below can be found."""
    if foreign:
        latin = _ASCII_WORD.findall(target)
        if len(latin) < _SHORT_RUN and not any(map(str.islower, latin)):
            return False
        left = {word.lower() for word in latin}.intersection(_WORD.findall(source.casefold()))
        return len(left) >= _SHORT_RUN or any(map(target.__contains__, left))
    found = _WORD.findall(target.casefold().replace("’", "'"))
    said = _WORD.findall(source.casefold().replace("’", "'"))
    known = set(said)
    if any(word in telling and word in known and word not in _IN_NAMES for word in found):
        return True
    return not set(pairwise(said)).isdisjoint(pairwise(found))


def _words(text: str) -> list[_Word]:
    text = text[:_LONGEST]
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
        small=match.group().islower(),
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

    `foreign` says that English stands out by its script, so that any word is enough.
    """
    hits = []
    for length in (1, _SHORT_RUN, _LONG_RUN):
        known = {gram for _, gram in _grams(said, length)}
        for start, gram in _grams(found, length):
            if gram not in known:
                continue
            if found[start].explains:
                tells = length > 1 and not (function_words - _IN_NAMES).isdisjoint(gram)
            elif length == 1:
                tells = _tells_alone(found, start, function_words, foreign=foreign)
            else:
                tells = foreign or length == _LONG_RUN or _is_english(gram, function_words)
            if tells:
                hits.append((start, start + length))
    yield from _joined(sorted(hits))


def _tells_alone(
    words: Sequence[_Word],
    place: int,
    function_words: AbstractSet[str],
    *,
    foreign: bool,
) -> bool:
    """Return whether one word is enough: by its letters in another script, or no name's neighbour."""
    word = words[place]
    if foreign and word.small and word.text.isascii() and len(word.text) >= _SHORTEST_FOREIGN:
        return _ENGLISH_LETTERS.search(word.text) is not None or not _LIKE_DRUGS.search(word.text)
    beside = (*words[max(0, place - 1) : place], *words[place + 1 : place + 2])
    named = any(each.proper for each in beside)
    return word.small and word.text in function_words - _IN_NAMES and not named


def _is_english(gram: Sequence[str], function_words: AbstractSet[str]) -> bool:
    return not function_words.isdisjoint(gram) or any(map(_ENGLISH_LETTERS.search, gram))


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
