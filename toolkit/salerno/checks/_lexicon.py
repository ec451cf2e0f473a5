"""Finds what the words of a text say, by tables of words: one pattern for a language, in one pass.

In a table a word is matched whole; one that ends in `*` begins longer words, too. Where a language
writes no spaces a word is matched wherever it stands. The longest entry wins, so that a phrase
(`not only`) hides the word that it begins with (`not`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from salerno.checks._meal_words import MEALS
from salerno.checks._modal_words import MODALS
from salerno.checks._negation_words import NEGATIONS
from salerno.checks._opposite_words import OPPOSITES
from salerno.checks._people_words import PEOPLE
from salerno.checks._senses import Sense
from salerno.checks._text import resolved, visible
from salerno.model import Syntax
from salerno.segmentation import is_spaced
from salerno.words import fold

_MARKS = "\u0300-\u036f\u0591-\u05c7\u0900-\u0963\u0980-\u09e3"
"""Vowel signs of Hebrew, Devanagari and Bengali, which are no letters to `\\w`."""
_LETTER = rf"[\w{_MARKS}]"
_BEGINS = r"(?<!\w)"
"""How a pattern starts that is tried where a word begins."""
_WORD_BEGINS = re.compile(rf"(?<!{_LETTER})\w")
_OPEN_ENDED = frozenset({"ko"})
"""Languages that write particles on to every word."""
_PREFIXES = {
    "ar": "[وف]??(?:[بلك]?ال|لل|[بل])??",
    "he": "[וש]{0,2}?(?:כש)??[הלבמכ]{0,2}?",
}
"""What a language writes in one word with the one after it."""

_NEGATED = frozenset({Sense.NEED_NOT, Sense.FORBIDDEN})
"""Senses whose words hold a negation."""
_DENYING_NOTHING = frozenset(
    {Sense.SLIGHT, Sense.NOT_ONLY, Sense.WITHOUT, Sense.WHETHER, Sense.UNTIL, Sense.EXCEPT},
)
"""Senses whose phrases may hold a no that denies nothing."""
_HIDING = frozenset({Sense.SLIGHT, Sense.NOT_ONLY})
"""Senses of words of which no part says anything by itself."""
_AFFIXED = frozenset({Sense.LACK, Sense.FAINT})
"""Senses whose patterns are affixes, which many a word of the tables begins with."""
_TABLES = (NEGATIONS, MODALS, OPPOSITES, PEOPLE, MEALS)


@dataclass(frozen=True, slots=True)
class Hit:
    """A word of a text, with what it says."""

    senses: frozenset[Sense]
    span: tuple[int, int]


@dataclass(slots=True)
class _Node:
    """A letter of the words of a table, by which they are told apart."""

    next: dict[str, _Node] = field(default_factory=dict)
    ends: str | None = None
    """What follows the word that ends here."""


@dataclass(frozen=True, slots=True)
class _Lexicon:
    begins: re.Pattern[str] | None
    """Matches where a word begins; None where words have no beginning."""
    anywhere: re.Pattern[str] | None
    """Endings, and what stands within words."""
    words: Mapping[str, frozenset[Sense]]
    groups: Mapping[str, frozenset[Sense]]
    """What the raw patterns say, by the name of their group."""

    def senses(self, match: re.Match[str]) -> frozenset[Sense]:
        """Return what a match says: of a longer word, what the longest that begins it says."""
        if match.lastgroup != "word":
            return self.groups[str(match.lastgroup)]
        said = " ".join(match["word"].split())
        if said in self.words:
            return self.words[said]
        lengths = range(len(said), 0, -1)
        return next(self.words[said[:n] + "*"] for n in lengths if said[:n] + "*" in self.words)


def knows(locale: str) -> bool:
    """Return whether there are tables for the language; where not, nothing is ever found."""
    return locale.partition("-")[0] in NEGATIONS


@lru_cache(maxsize=8)
def hits(text: str, syntax: Syntax, language: str) -> tuple[Hit, ...]:
    """Return what words of the text say, in order; the checks of one entry ask for the same texts."""
    lexicon = _lexicon(language)
    if lexicon is None:
        return ()
    folded = fold(visible(resolved(text, syntax), syntax))
    found = [
        Hit(senses, folded.span(*match.span(match.lastgroup or 0)))
        for match in _matches(lexicon, folded.text)
        if (senses := lexicon.senses(match))
    ]
    return tuple(_once(found) if lexicon.begins and lexicon.anywhere else found)


def _once(found: list[Hit]) -> Iterator[Hit]:
    """Yield hits in order, without what a longer one over it says, too: the `n't` of `can't`."""
    over = Hit(frozenset(), (0, 0))
    for hit in sorted(found, key=lambda hit: (hit.span[0], -hit.span[1])):
        if hit.span[0] >= over.span[1] or over.senses.isdisjoint(hit.senses | _HIDING):
            yield hit
        if hit.span[1] > over.span[1]:
            over = hit


def _matches(lexicon: _Lexicon, text: str) -> Iterator[re.Match[str]]:
    """Yield the matches, those where a word begins first; a pattern that has a place goes quicker."""
    if lexicon.begins:
        reached = 0
        for start in _WORD_BEGINS.finditer(text):
            place = start.start()
            if place >= reached and (match := lexicon.begins.match(text, place)):
                reached = match.end()
                yield match
    if lexicon.anywhere:
        yield from lexicon.anywhere.finditer(text)


@cache
def _lexicon(language: str) -> _Lexicon | None:
    if not knows(language):
        return None
    words: dict[str, set[Sense]] = {}
    groups: dict[str, frozenset[Sense]] = {}
    patterns: dict[str, list[str]] = {"early": [], "late": [], "anywhere": []}
    for sense, entry in _entries(language):
        said = {sense, Sense.NOT} if sense in _NEGATED else {sense}
        if entry.startswith("/"):
            name = f"raw{len(groups)}"
            groups[name] = frozenset(said | {Sense.NOT} if sense is Sense.UNLESS else said)
            patterns[_place(sense, entry)].append(f"(?P<{name}>{entry[1:].removeprefix(_BEGINS)})")
        else:
            words.setdefault(entry, set()).update(said)
    known = f"{_PREFIXES.get(language, '')}(?P<word>{_words_pattern(words, language)})"
    begins = [*patterns["early"], known, *patterns["late"]]
    anywhere = patterns["anywhere"]
    if not is_spaced(language):
        begins, anywhere = [], [*anywhere, *begins]
    return _Lexicon(_compiled(begins), _compiled(anywhere), _all_senses(words), groups)


def _place(sense: Sense, entry: str) -> str:
    """Return where a pattern is tried: affixes come after words, for many a word begins with one."""
    if not entry.startswith(f"/{_BEGINS}"):
        return "anywhere"
    return "late" if sense in _AFFIXED else "early"


def _compiled(patterns: Iterable[str]) -> re.Pattern[str] | None:
    pattern = "|".join(patterns)
    return re.compile(pattern) if pattern else None


def _all_senses(words: Mapping[str, set[Sense]]) -> dict[str, frozenset[Sense]]:
    """Return what words say in all: their stem says, too, and the no of a phrase."""
    said = {}
    for word, senses in words.items():
        added = words.get(f"{word}*", set())
        if not senses & _DENYING_NOTHING:
            added = added | {Sense.NOT for each in word.split() if Sense.NOT in words.get(each, ())}
        said[word] = frozenset(senses | added)
    return said


def _entries(language: str) -> Iterator[tuple[Sense, str]]:
    """Yield the entries of the tables; one that starts with a slash is a pattern."""
    ending = "*" if language in _OPEN_ENDED else ""
    for table in _TABLES:
        for sense, line in table.get(language, {}).items():
            plain, slash, pattern = line.partition("/")
            for word in filter(None, map(str.strip, plain.split(","))):
                stem = word.removesuffix("*")
                yield sense, fold(stem).text + (ending or word[len(stem) :])
            if slash:
                yield sense, slash + pattern.strip()


def _words_pattern(words: Iterable[str], language: str) -> str:
    root = _Node()
    for word in words:
        node = root
        for letter in word.removesuffix("*"):
            node = node.next.setdefault(letter, _Node())
        node.ends = _end(word, language)
    return _branches(root)


def _end(word: str, language: str) -> str:
    if not is_spaced(language) or word.endswith("'"):
        return ""
    if word.endswith("*"):
        return f"{_LETTER}*+"
    return f"(?!{_LETTER})"


def _branches(node: _Node) -> str:
    """Return a pattern of what may follow, the longest first."""
    branches = [
        (r"\s+" if letter == " " else re.escape(letter)) + _branches(child)
        for letter, child in node.next.items()
    ]
    if node.ends is not None:
        branches.append(node.ends)
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
