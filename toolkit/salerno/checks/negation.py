"""Negation: the target says no where the source does, and nowhere else.

Words are counted, not parsed. What a language says with a word of another kind (avoid, without,
unable, at most) may stand for a negation; so it takes the alarm away, and never raises one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from salerno.checks._lexicon import hits, knows
from salerno.checks._senses import Sense
from salerno.checks._stretches import Stretch, stretches
from salerno.model import Finding, Severity, Syntax, Unit
from salerno.segmentation import is_spaced

__all__ = ["check", "cues", "knows"]

NAME = "negation"
READS_WORDS = True

_CUES = frozenset(
    {Sense.NOT, Sense.NOR, Sense.COMPANION, Sense.WITHOUT, Sense.AVOID, Sense.STOP}
    | {Sense.UNLESS, Sense.EXCEPT},
)
"""What a reviewer should look at twice."""
_STAND_INS = (
    *(Sense.WITHOUT, Sense.AVOID, Sense.STOP, Sense.LACK),
    *(Sense.SLIGHT, Sense.NOT_ONLY),
)
"""What may stand for a negation in the other language, if it does not answer to its like."""
_CONDITIONAL = {
    Sense.LIMIT: (Sense.OVER,),
    Sense.ONLY: (Sense.UNTIL, Sense.UNLESS, Sense.EXCEPT, Sense.OVER, Sense.BEFORE, Sense.ONLY),
    Sense.UNLESS: (Sense.UNLESS, Sense.EXCEPT, Sense.UNTIL, Sense.IF),
    Sense.EXCEPT: (Sense.UNLESS, Sense.EXCEPT, Sense.ONLY),
    Sense.UNTIL: (Sense.UNTIL,),
}
"""What may, if the other side speaks of such a thing, too: `not more than`, `at most`."""
_VAGUE = (
    *(Sense.LIMIT, Sense.WHETHER, Sense.UNLESS, Sense.EXCEPT, Sense.ONLY, Sense.UNTIL),
    *(Sense.BEFORE, Sense.FAINT),
)
"""What of the source may well become a negation."""
_FIRM = (Sense.WITHOUT, Sense.FIRM, Sense.LACK)
"""What of the source is seldom said without a word of its kind."""
_SAYING_NO = (*_STAND_INS, Sense.UNLESS, Sense.EXCEPT, Sense.LIMIT, Sense.ONLY)
_AFFIXING = frozenset({"de", "nl", "ru", "uk", "pl"})
"""Languages that have an affix of their own for nearly every English one."""
_EXPLETIVE = (Sense.UNTIL, Sense.UNLESS)
"""What asks for a negation that says nothing, in many languages: `hasta que no llegue`."""
_BEFORE_TOO = frozenset({"sw", "zh", "ja"})
"""Languages in which `before` may ask for one, too."""
_WITHOUT_EXPLETIVE = frozenset({"de", "nl"})

_SHORT = 80
"""Characters of a source that is one plain piece of advice."""
_LONG = 300
"""So many characters of a sentence hold more clauses than can be told apart."""
_LONGEST_WORD = 40
_BETWEEN = frozenset('.,;:!?¡¿()[]"“”«»„…،؛؟।۔/')


def check(unit: Unit, target: str, locale: str) -> Iterator[Finding]:
    """Yield a finding for each sentence whose negation was lost, or was added."""
    language = locale.partition("-")[0]
    if language == "en" or not knows(language):
        return
    for stretch in stretches(unit.source, target, unit.syntax, language):
        if finding := _judged(stretch, language):
            yield finding


def cues(text: str, locale: str) -> Iterator[tuple[int, int]]:
    """Yield where a text without markup says no, or something like it, in order, as whole words."""
    language = locale.partition("-")[0]
    for hit in hits(text, Syntax.PLAIN, language):
        if hit.senses & _CUES and Sense.SLIGHT not in hit.senses:
            start, end = hit.span
            yield (_begin(text, start) if is_spaced(language) else start), end


def _begin(text: str, place: int) -> int:
    """Return where the word begins, within reason, whose ending says no."""
    first = max(0, place - _LONGEST_WORD)
    while place > first and not text[place - 1].isspace() and text[place - 1].isprintable():
        if text[place - 1] in _BETWEEN:
            break
        place -= 1
    return place


def _judged(stretch: Stretch, language: str) -> Finding | None:
    said, found = stretch.source.counts, stretch.target.counts
    there = _most(found) + _answers(found, said)
    if there < _least_said(said, stretch):
        words = stretch.source.spans(Sense.NOT, Sense.NOR)
        message = "the source says no, the translation has no word for it"
        return Finding(NAME, Severity.CRITICAL, message, words[0])
    if _only_by_half(said, found, there):
        words = stretch.source.spans(Sense.NOT_ONLY)
        message = "the source says “not only”, the translation says “only”"
        return Finding(NAME, Severity.CRITICAL, message, words[0])
    if stretch.paired and _undone(said, found, language):
        words = stretch.source.spans(*_FIRM)
        message = "what the source denies, the translation does not deny"
        return Finding(NAME, Severity.MAJOR, message, words[0])
    if _least_found(found, stretch) and not _doubtful(said, found, language):
        words = stretch.target.spans(Sense.NOT, Sense.NOR)
        message = "the translation says no where the source does not"
        return Finding(NAME, Severity.CRITICAL, message, target_span=words[0])
    return None


def _least_said(said: Counter[Sense], stretch: Stretch) -> int:
    """Return how many noes the target must have; of a long sentence one is all that is sure."""
    if stretch.paired and stretch.source.length <= _LONG:
        return said[Sense.NOT] or (0 if said[Sense.WITHOUT] else min(1, said[Sense.NOR]))
    return min(1, said[Sense.NOT])


def _least_found(found: Counter[Sense], stretch: Stretch) -> bool:
    """Return whether the target denies anything for sure; a faint no counts in plain advice alone.

    A no that is half of an only denies nothing: Arabic `la … illa`.
    """
    if found[Sense.NOT]:
        halves = {Sense.ONLY, Sense.EXCEPT}
        return found[Sense.NOT] > sum(halves <= hit.senses for hit in stretch.target.hits)
    plain = stretch.paired and stretch.source.length <= _SHORT
    return plain and found[Sense.NOR] > 0 and not found[Sense.WITHOUT]


def _most(counts: Counter[Sense]) -> int:
    alone = max(0, counts[Sense.COMPANION] - counts[Sense.NOT])
    return counts[Sense.NOT] + counts[Sense.NOR] + alone


def _answers(here: Counter[Sense], there: Counter[Sense]) -> int:
    """Return how many words of this side may stand for a negation of the other."""
    found = sum(max(0, here[sense] - there[sense]) for sense in _STAND_INS)
    for sense, needed in _CONDITIONAL.items():
        if any(there[each] for each in needed):
            found += here[sense] if sense not in needed else max(0, here[sense] - there[sense])
    return found


def _undone(said: Counter[Sense], found: Counter[Sense], language: str) -> bool:
    """Return whether a `without` or an `un-` is gone, and nothing at all says no in its place."""
    lacking = Sense.LACK if language in _AFFIXING else Sense.FIRM
    firm = said[Sense.WITHOUT] or said[lacking]
    return firm > 0 and not _most(found) and not any(found[sense] for sense in _SAYING_NO)


def _only_by_half(said: Counter[Sense], found: Counter[Sense], there: int) -> bool:
    """Return whether `not only` became `only`."""
    lost = said[Sense.NOT_ONLY] - found[Sense.NOT_ONLY] > max(0, there - said[Sense.NOT])
    return lost and found[Sense.ONLY] > said[Sense.ONLY]


def _doubtful(said: Counter[Sense], found: Counter[Sense], language: str) -> bool:
    """Return whether the source says anything that may well become a negation."""
    if _most(said) + said[Sense.NOT_ONLY] + _answers(said, found):
        return True
    if any(said[sense] > found[sense] for sense in _VAGUE):
        return True
    if language in _BEFORE_TOO and said[Sense.BEFORE]:
        return True
    return language not in _WITHOUT_EXPLETIVE and any(said[sense] for sense in _EXPLETIVE)
