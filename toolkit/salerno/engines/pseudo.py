"""Make believe to translate, so that a layout can be tested before there is a translation.

No engine for drafts: what comes out is the source text in disguise, readable and half as long
again, between brackets whose absence shows where something was clipped.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from string import ascii_lowercase, ascii_uppercase

from salerno import __version__
from salerno.engines._options import check_options
from salerno.engines.pieces import cut, has_words
from salerno.model import Draft, Provenance

_GROWTH = 0.4
"""By how much texts of a few words grow from English into Spanish, German or Portuguese."""
_FORMATS = re.compile(r"(\{\{.*?\}\}|\{\w*\}|%\(\w+\)[a-z]|%(?:\d+\$)?[sd](?!\w))", re.DOTALL)
_VOWELS = frozenset("aeiouyAEIOUY")
_ENDLESS = 1 << 30

_ACCENTED = str.maketrans(
    ascii_lowercase + ascii_uppercase,
    "åƀçđéƒğĥîĵķļɱñöþǫŕšţûṽŵẋýž" + "ÅƁÇĐÉƑĞĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ",
)
_HEBREW = str.maketrans(ascii_lowercase, "אבצדעפגהיךכלמנוףקרסתםשןחטז")
"""A letter for a letter; right-to-left by itself, so no override character is needed."""


class Pseudo:
    """Accents Latin letters (`ţåķéé ţŵöö`); placeholders, digits and formats stay."""

    name = "pseudo"

    def __init__(self, options: Mapping[str, object]) -> None:
        check_options(self.name, options)

    def pair(self, source: str, target: str) -> str:
        """Return `source-target`; any two will do."""
        return f"{source}-{target}"

    def translate(self, texts: Sequence[str], *, source: str, target: str) -> list[Draft]:
        """Return each text in disguise; one without a letter stays as it is."""
        provenance = Provenance(self.name, self.pair(source, target), f"salerno {__version__}")
        return [Draft(_bracketed(text, self.disguise), provenance) for text in texts]

    def close(self) -> None:
        """Do nothing: nothing was started."""

    @staticmethod
    def disguise(words: str) -> str:
        """Return words with accents."""
        return words.translate(_ACCENTED)


class PseudoRtl(Pseudo):
    """Writes Latin letters as Hebrew ones, so that a page really runs from right to left."""

    name = "pseudo-rtl"

    @staticmethod
    def disguise(words: str) -> str:
        """Return words in Hebrew letters; accents and capitals are lost."""
        return "".join(_bare(letter) for letter in words.lower()).translate(_HEBREW)


def _bare(letter: str) -> str:
    """Return `e` for `é`; what is no Latin letter stays, decomposed it would fall to pieces."""
    base = unicodedata.normalize("NFD", letter)[0]
    return base if base in ascii_lowercase else letter


def _bracketed(text: str, disguise: Callable[[str], str]) -> str:
    pieces = cut(text, _ENDLESS)
    return "".join(
        f"⟦{_disguised(piece, disguise)}⟧" if has_words(piece) else piece for piece in pieces
    )


def _disguised(words: str, disguise: Callable[[str], str]) -> str:
    parts = _FORMATS.split(words)
    parts[::2] = [disguise(_lengthened(part)) for part in parts[::2]]
    return "".join(parts)


def _lengthened(words: str) -> str:
    """Repeat vowels until the words are longer by `_GROWTH`; words without any stay short."""
    longer, owed = [], 0.0
    for character in words:
        longer.append(character)
        owed += _GROWTH
        if character in _VOWELS and owed >= 1:
            longer.append(character * int(owed))
            owed -= int(owed)
    return "".join(longer)
