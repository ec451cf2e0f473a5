"""One unit through one engine: mask, cut into sentences, translate, join, unmask, verify."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from salerno import inline, masking
from salerno.engines import Engine
from salerno.errors import EngineError
from salerno.masking import PLACEHOLDER, Masked
from salerno.model import Draft, Provenance, Syntax, Unit
from salerno.segmentation import join, segment


@dataclass(frozen=True, slots=True)
class Pair:
    """From which language into which, as BCP 47 tags."""

    source: str
    target: str


def draft_unit(unit: Unit, engine: Engine, pair: Pair, forms: int = 1) -> tuple[Draft, ...]:
    """Return a draft of the unit, or of each of its plural forms.

    If the engine lost or moved markup so that it would not render as the source's does, the words
    between the markup are translated piece by piece instead. Raises EngineError.
    """
    if unit.source_plural is None:
        return (_draft_text(unit.source, unit.syntax, engine, pair),)
    sources = [unit.source] * (forms > 1) + [unit.source_plural] * max(forms - 1, 1)
    return tuple(_draft_text(source, unit.syntax, engine, pair) for source in sources)


def _draft_text(source: str, syntax: Syntax, engine: Engine, pair: Pair) -> Draft:
    masked = masking.mask(source, syntax)
    for attempt in (_by_sentences, _by_runs):
        text, provenance = attempt(masked, engine, pair)
        result = masking.unmask(text, masked)
        if result is not None and _same_markup(source, result, syntax):
            break
    if result is None:
        raise EngineError(engine.name, f"gave nothing usable for {source[:60]!r}")
    return Draft(result, provenance)


def _same_markup(source: str, target: str, syntax: Syntax) -> bool:
    labels = inline.labels(source)
    return inline.skeleton(source, syntax, labels) == inline.skeleton(target, syntax, labels)


def _by_sentences(masked: Masked, engine: Engine, pair: Pair) -> tuple[str, Provenance]:
    sentences = segment(masked.text, pair.source)
    translated, provenance = _translate([words for words, _ in sentences], engine, pair)
    spaces = [space for _, space in sentences]
    return join(list(zip(translated, spaces, strict=True)), pair.target), provenance


def _by_runs(masked: Masked, engine: Engine, pair: Pair) -> tuple[str, Provenance]:
    """Translate the words between placeholders alone: grammar suffers, the markup does not."""
    translated, provenance = _translate(masking.runs(masked.text), engine, pair)
    return "".join(translated), provenance


def _translate(
    texts: Sequence[str],
    engine: Engine,
    pair: Pair,
) -> tuple[list[str], Provenance]:
    """Translate the texts that say something; white space at their ends stays as it is."""
    said = [text.strip() if _says_something(text) else "" for text in texts]
    drafts = engine.translate(
        [text for text in said if text],
        source=pair.source,
        target=pair.target,
    )
    queue = iter(drafts)
    results = [
        text.replace(words, next(queue).text, 1) if words else text
        for text, words in zip(texts, said, strict=True)
    ]
    return results, _provenance(drafts, engine, pair)


def _says_something(text: str) -> bool:
    return any(character.isalpha() for character in PLACEHOLDER.sub("", text))


def _provenance(drafts: Sequence[Draft], engine: Engine, pair: Pair) -> Provenance:
    if not drafts:
        return Provenance(engine.name, engine.pair(pair.source, pair.target), "")
    unknown = dict.fromkeys(word for draft in drafts for word in draft.provenance.unknown)
    return replace(drafts[0].provenance, unknown=tuple(unknown))
