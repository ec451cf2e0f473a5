"""Markdown articles: CommonMark with tables, footnotes, definition lists and YAML front matter.

Units are blocks; their msgids are the blocks' own inline source. What a reader does not see (code,
addresses alone, comments) and `<!-- salerno: skip -->` spans are kept as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from markdown_it.token import Token

from salerno import inline
from salerno.formats import _blocks, _front_matter, _targets
from salerno.formats._anchors import slug, unused
from salerno.formats._balance import balanced_html, balanced_markdown
from salerno.formats._blocks import Block, Directive, Parsed
from salerno.formats._targets import Slot
from salerno.model import Document, Heading, Keep, Mark, Metadata, Piece, Translate

_BOM = "\ufeff"
_SIDES = {"left": "start", "right": "end"}
_MARK_ATTRIBUTE = re.compile("data-salerno", re.IGNORECASE)


def split(text: str) -> list[Piece]:
    """Cut an article into pieces; joining their texts gives the article back."""
    body = text.removeprefix(_BOM)
    parsed = _blocks.parse(body)
    pieces: list[Piece] = [Keep(_BOM)] if body != text else []
    cursor = 0
    for block, piece in _translatable(parsed):
        if block.start > cursor:
            pieces.append(Keep(body[cursor : block.start]))
        pieces.append(piece)
        cursor = block.end
    if cursor < len(body):
        pieces.append(Keep(body[cursor:]))
    return pieces


def _translatable(parsed: Parsed) -> Iterator[tuple[Block, Translate]]:
    """Yield blocks with their pieces, with directives obeyed and headings remembered."""
    path: list[tuple[int, str]] = []
    context: str | None = None
    notes: tuple[str, ...] = ()
    for item in _unskipped(list(_blocks.blocks(parsed))):
        if isinstance(item, Directive):
            context = item.value if item.word == "context" else context
            notes = (*notes, item.value) if item.word == "note" else notes
            continue
        if item.level:
            path = [heading for heading in path if heading[0] < item.level]
        yield item, _piece(item, parsed, path, context, notes)
        context, notes = None, ()
        if item.level:
            path = [*path, (item.level, item.source)]


def _unskipped(items: list[Block | Directive]) -> Iterator[Block | Directive]:
    """Leave out what `skip` covers: up to `/skip`, or the next block where there is none."""
    skipping = once = False
    for number, item in enumerate(items):
        if isinstance(item, Directive) and item.word in {"skip", "/skip"}:
            skipping = item.word == "skip"
            once = skipping and not _is_closed(items[number + 1 :])
        elif not skipping:
            yield item
        elif isinstance(item, Block) and once:
            skipping = False


def _is_closed(rest: Iterable[Block | Directive]) -> bool:
    words = [item.word for item in rest if isinstance(item, Directive)]
    return next((word == "/skip" for word in words if word in {"skip", "/skip"}), False)


def _piece(
    block: Block,
    parsed: Parsed,
    path: list[tuple[int, str]],
    context: str | None,
    notes: tuple[str, ...],
) -> Translate:
    return Translate(
        text=parsed.lines.text[block.start : block.end],
        source=block.source,
        kind=block.kind,
        syntax=block.syntax,
        line=parsed.lines.line_of(block.start) + 1,
        slot=block.slot,
        continuation=parsed.lines.newline + block.indent,
        path=tuple(words for _, words in path),
        context=context,
        notes=notes,
    )


def encode(piece: Translate, target: str) -> str:
    """Write a target so that it fits into the piece's place and opens no other block there."""
    return _ENCODERS[Slot(piece.slot)](piece, target)


_INLINE_SLOTS: dict[Slot, Callable[[str], str]] = {
    Slot.BLOCK: _targets.block,
    Slot.LINES: _targets.lines,
    Slot.HEADING: _targets.heading,
    Slot.TERM: _targets.term,
    Slot.CELL: _targets.cell,
}
"""Where the parser finds inline Markdown, and how a target is written there."""


def _inline_text(piece: Translate, target: str) -> str:
    """Write a target as the text that the parser will read inside of the block."""
    if piece.slot == Slot.UNDERLINED:
        return _targets.underlined(target, with_bars="|" in piece.source)
    return _INLINE_SLOTS[Slot(piece.slot)](target)


def _markdown(piece: Translate, target: str) -> str:
    text = balanced_markdown(_inline_text(piece, target), _inline_text(piece, piece.source))
    if piece.slot == Slot.CELL:
        return _targets.with_escaped_bars(text)
    return text.replace("\n", piece.continuation)


_ENCODERS: dict[Slot, Callable[[Translate, str], str]] = {
    Slot.BLOCK: _markdown,
    Slot.LINES: _markdown,
    Slot.HEADING: _markdown,
    Slot.UNDERLINED: _markdown,
    Slot.TERM: _markdown,
    Slot.CELL: _markdown,
    Slot.YAML: lambda piece, target: _front_matter.encode(target, piece.text),
    Slot.DOUBLE_QUOTED: lambda _, target: _targets.quoted(target, '"'),
    Slot.SINGLE_QUOTED: lambda _, target: _targets.quoted(target, "'"),
    Slot.PARENTHESIZED: lambda _, target: _targets.quoted(target, "()"),
    Slot.HTML: lambda piece, target: balanced_html(
        _targets.html(target), _targets.html(piece.source)
    ),
    Slot.HTML_DOUBLE: lambda _, target: _targets.attribute(target, '"'),
    Slot.HTML_SINGLE: lambda _, target: _targets.attribute(target, "'"),
}


def render(
    text: str,
    *,
    source: str = "",  # noqa: ARG001 - the structure of Markdown shows in the text
    marks: Sequence[Mark | None] = (),
    anchors: Sequence[str] = (),
) -> Document:
    """Return an article as HTML, not yet sanitised; see `salerno.formats.Format.render`."""
    parsed = _blocks.copied(_blocks.parse(text.removeprefix(_BOM)))
    _disarm(parsed.tokens)
    if any(marks):
        _wrap(parsed, marks)
    headings = _anchored(parsed.tokens, anchors)
    _align(parsed.tokens)
    markdown = inline.parser()
    html = markdown.renderer.render(parsed.tokens, markdown.options, parsed.environment)
    return Document(html, _metadata(parsed.tokens, headings), headings)


def _disarm(tokens: Iterable[Token]) -> None:
    """Take our own attribute out of the author's HTML, so that nobody can forge a mark."""
    for token in tokens:
        if token.type in {"html_block", "html_inline"}:
            token.content = _MARK_ATTRIBUTE.sub("data-x", token.content)
        _disarm(token.children or [])


def _wrap(parsed: Parsed, marks: Sequence[Mark | None]) -> None:
    """Put a span around what each marked unit renders to, from the last to the first."""
    pairs = [(block, number) for number, (block, _) in enumerate(_translatable(parsed))]
    for block, number in reversed(pairs):
        if number >= len(marks) or marks[number] is None or block.token is None:
            continue
        if block.within is None:
            opening, closing = Token("html_inline", "", 0), Token("html_inline", "", 0)
            opening.content, closing.content = f'<span data-salerno="{number}">', "</span>"
            block.token.children = [opening, *(block.token.children or []), closing]
        elif block.slot is Slot.HTML:
            start, end = block.within
            content = block.token.content
            wrapped = f'<span data-salerno="{number}">{content[start:end]}</span>'
            block.token.content = content[:start] + wrapped + content[end:]


def _anchored(tokens: Sequence[Token], anchors: Sequence[str]) -> tuple[Heading, ...]:
    """Give each heading its id, and return the headings."""
    headings: list[Heading] = []
    for opening, words in pairwise(tokens):
        if opening.type != "heading_open":
            continue
        text = _plain(words.children or [])
        given = anchors[len(headings)] if len(headings) < len(anchors) else slug(text)
        anchor = unused(given, {heading.anchor for heading in headings})
        opening.attrSet("id", anchor)
        headings.append(Heading(int(opening.tag[1]), text, anchor))
    return tuple(headings)


def _align(tokens: Iterable[Token]) -> None:
    """Turn a column's left and right into start and end, which right-to-left languages share."""
    for token in tokens:
        side = str(token.attrs.pop("style", "")).removeprefix("text-align:")
        if side:
            token.attrSet("class", f"align-{_SIDES.get(side, side)}")


def _plain(children: Iterable[Token]) -> str:
    shown = {"text", "text_special", "code_inline", "image"}
    breaks = {"softbreak", "hardbreak"}
    parts = (
        child.content if child.type in shown else " "
        for child in children
        if child.type in shown | breaks
    )
    return " ".join("".join(parts).split())


def _metadata(tokens: Sequence[Token], headings: Sequence[Heading]) -> Metadata:
    """Return what the front matter says; without a title there, the first heading is the title."""
    front = next((token.content for token in tokens if token.type == "front_matter"), "")
    found = _front_matter.metadata(front) if front else Metadata()
    first = next((heading.text for heading in headings), "")
    return found if found.title else replace(found, title=first)
