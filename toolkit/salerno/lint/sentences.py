"""Long sentences: each clause is one more that a translator, or an engine, can lose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from salerno.lint.remark import Remark, remark, sentences_of
from salerno.model import Severity, Translate
from salerno.segmentation import is_spaced
from salerno.words import count_words

_LONG, _TOO_LONG = 20, 30
"""Words."""


def remarks(pieces: Sequence[Translate], locale: str) -> Iterator[Remark]:
    """Yield the sentences that are long; scripts without spaces between words are not measured."""
    if not is_spaced(locale):
        return
    for sentence in sentences_of(pieces, locale):
        count = count_words(sentence.text)
        if count > _LONG:
            severity = Severity.MAJOR if count > _TOO_LONG else Severity.MINOR
            message = f"a sentence of {count} words; make it two of {_LONG} at the most"
            yield remark(sentence.piece, "sentence", severity, message, sentence.span)
