"""Two languages of one article, block by block: what a bilingual handout sets side by side.

The target was filled from the source, so that both have the same blocks. Where they do not (an
author's HTML that does not close), what is left stands in one row: nothing is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from selectolax.lexbor import LexborHTMLParser, LexborNode

_NARROW = 2
"""Columns of a table that fit into half a page."""


@dataclass(frozen=True, slots=True)
class Row:
    """A block in both languages, as HTML; a wide one needs the whole page, one above the other."""

    source: str
    target: str
    is_wide: bool = False


def rows(source: str, target: str) -> Iterator[Row]:
    """Yield the blocks of two sanitised renderings in pairs, in reading order."""
    yield from _paired(_blocks(_body(source)), _blocks(_body(target)))


def runs(rows: Sequence[Row]) -> Iterator[tuple[bool, list[Row]]]:
    """Yield rows that stand under one another in two columns, and those that are wide."""
    for is_wide, run in groupby(rows, lambda row: row.is_wide):
        yield is_wide, list(run)


def _body(html: str) -> LexborNode:
    tree = LexborHTMLParser(f"<!doctype html><body>{html}</body>")
    body = tree.body
    if body is None:  # pragma: no cover - the parser always makes one
        raise ValueError("no body")
    return body


def _blocks(parent: LexborNode) -> list[LexborNode]:
    """Return what stands in an element, without the white space between."""
    nodes = parent.iter(include_text=True)
    return [node for node in nodes if node.tag != "-text" or node.text(deep=False).strip()]


def _paired(sources: Sequence[LexborNode], targets: Sequence[LexborNode]) -> Iterator[Row]:
    if [node.tag for node in sources] != [node.tag for node in targets]:
        yield Row(_html(sources), _html(targets))
        return
    for source, target in zip(sources, targets, strict=True):
        yield from _rows_of(source, target)


def _rows_of(source: LexborNode, target: LexborNode) -> Iterator[Row]:
    """Yield the rows of one block: a list has one for each item, footnotes one for each note."""
    inner, other = _blocks(source), _blocks(target)
    is_same = [node.tag for node in inner] == [node.tag for node in other]
    if source.tag == "hr":
        return
    if _is_group(source) and is_same:
        yield from _paired(inner, other)
    elif source.tag in {"ol", "ul"} and is_same:
        for number, (item, translated) in enumerate(zip(inner, other, strict=True)):
            yield Row(_item(source, item, number), _item(target, translated, number))
    elif source.tag == "dl" and is_same:
        for first, last in _groups(inner):
            yield Row(_terms(inner[first:last]), _terms(other[first:last]))
    else:
        yield Row(_html([source]), _html([target]), is_wide=_columns(source) > _NARROW)


def _is_group(node: LexborNode) -> bool:
    """Return whether an element holds blocks that are rows of their own."""
    return node.tag == "section" or node.attributes.get("class") == "footnotes"


def _item(parent: LexborNode, item: LexborNode, number: int) -> str:
    """Return an item as a list of its own that counts on."""
    if parent.tag == "ul":
        return f"<ul>{_html([item])}</ul>"
    start = parent.attributes.get("start") or "1"
    first = int(start) if start.lstrip("-").isdecimal() else 1
    return f'<ol start="{first + number}">{_html([item])}</ol>'


def _groups(nodes: Sequence[LexborNode]) -> Iterator[tuple[int, int]]:
    """Yield where each term begins, and where its definitions end."""
    starts = [number for number, node in enumerate(nodes) if node.tag == "dt"] or [0]
    starts[0] = 0
    yield from zip(starts, [*starts[1:], len(nodes)], strict=True)


def _terms(nodes: Sequence[LexborNode]) -> str:
    return f"<dl>{_html(nodes)}</dl>"


def _columns(node: LexborNode) -> int:
    """Return how many columns a table has; none, if it is no table."""
    row = node.css_first("tr") if node.tag == "table" else None
    return len(_blocks(row)) if row else 0


def _html(nodes: Sequence[LexborNode]) -> str:
    return "".join(node.html or "" for node in nodes)
