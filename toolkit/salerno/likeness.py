"""How alike texts are, and what it takes to make one of another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def likeness(one: str, other: str) -> float:
    """Return the percent of characters that two texts have in common, in order."""
    from rapidfuzz import fuzz

    return fuzz.ratio(one, other)


def most_alike(
    text: str, others: Sequence[str], *, floor: float, limit: int
) -> Iterable[tuple[float, int]]:
    """Yield (percent, position) of those of other texts that are at least `floor` alike, the best first."""
    from rapidfuzz import fuzz, process

    found = process.extract(text, others, scorer=fuzz.ratio, limit=limit, score_cutoff=floor)
    for _, score, position in found:
        yield score, position


def kept_runs(before: Sequence[int], after: Sequence[int]) -> list[tuple[int, int, int]]:
    """Return the runs that a shortest way from one sequence to the other leaves: (start, start, length).

    Takes time and a bit of memory for each pair of items, divided by 64: some ten thousand are fine.
    """
    from rapidfuzz.distance import Indel

    return [
        (edit.src_start, edit.dest_start, edit.src_end - edit.src_start)
        for edit in Indel.opcodes(before, after)
        if edit.tag == "equal"
    ]
