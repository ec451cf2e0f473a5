"""Plain text articles, as authors send them: structure by the shape of the lines.

The first line is the title. "Medically reviewed by:" and "Reading Time:" lines below it are metadata.
A short line that ends in a question mark is a heading, everything between blank lines a paragraph.
A single line break between two sentences starts a paragraph there, any other one is line-wrapping.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape

from salerno.errors import ArticleError
from salerno.formats._anchors import slug, unused
from salerno.formats._lines import Lines
from salerno.formats._targets import fold
from salerno.model import Document, Heading, Keep, Kind, Mark, Metadata, Piece, Syntax, Translate

_META = re.compile(
    r"\s*(?:(?P<reviewer>medically reviewed by)|(?P<minutes>reading time))\s*:\s*(?P<value>.*?)\s*",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…。！？؟।]['\"”’»)\]]*$")
_LONGEST_HEADING = 120
"""Characters; a longer question is a paragraph that asks something."""
_SPACE = " \t\u00a0\ufeff"


@dataclass(frozen=True, slots=True)
class _Block:
    start: int
    end: int
    kind: Kind


def split(text: str) -> list[Piece]:
    """Cut an article into pieces; joining their texts gives the article back."""
    lines = Lines(text)
    pieces: list[Piece] = []
    path: tuple[str, ...] = ()
    cursor = 0
    for block in _blocks(lines):
        piece = _piece(block, lines, path)
        pieces += [Keep(text[cursor : block.start])] if block.start > cursor else []
        pieces.append(piece)
        cursor = block.end
        if block.kind is Kind.TITLE:
            path = (piece.source,)
        elif block.kind is Kind.HEADING:
            path = (*path[:1], piece.source)
    return [*pieces, Keep(text[cursor:])] if cursor < len(text) else pieces


def _piece(block: _Block, lines: Lines, path: tuple[str, ...]) -> Translate:
    text = lines.text[block.start : block.end]
    return Translate(
        text=text,
        source=fold(text),
        kind=block.kind,
        syntax=Syntax.PLAIN,
        line=lines.line_of(block.start) + 1,
        path=path[:1] if block.kind is Kind.HEADING else path,
    )


def _blocks(lines: Lines) -> list[_Block]:
    """Return what a reader sees of the body, in order: the title first, then headings, paragraphs."""
    return [_block(lines, numbers, kind) for numbers, kind in _classified(lines) if kind]


def _classified(lines: Lines) -> Iterator[tuple[list[int], Kind | None]]:
    """Yield the lines of each block with its kind; metadata, above the body alone, has none."""
    seen_title = seen_body = False
    for numbers in _groups(lines):
        words = [lines[number].strip(_SPACE) for number in numbers]
        if not seen_body and all(_META.fullmatch(line) for line in words):
            yield numbers, None
            continue
        kind = _kind(words) if seen_title else Kind.TITLE
        seen_body = seen_body or kind is Kind.PARAGRAPH
        seen_title = True
        yield numbers, kind


def _kind(words: Sequence[str]) -> Kind:
    is_short = len(words) == 1 and len(words[0]) <= _LONGEST_HEADING
    asks = words[0].endswith(("?", "？", "؟"))
    return Kind.HEADING if is_short and asks and not _holds_sentence(words[0]) else Kind.PARAGRAPH


def _holds_sentence(line: str) -> bool:
    return bool(re.search(r"[.!?…。！？؟।]\s", line))


def _groups(lines: Lines) -> Iterator[list[int]]:
    """Yield the line numbers of each block: metadata lines and the title stand alone."""
    group: list[int] = []
    count = 0
    for number in range(len(lines)):
        words = lines[number].strip(_SPACE)
        if group and (not words or _starts_block(lines, number, is_first=count == 0)):
            yield group
            group, count = [], count + 1
        if words:
            group.append(number)
    if group:
        yield group


def _starts_block(lines: Lines, number: int, *, is_first: bool) -> bool:
    """Return whether a line that follows another one directly starts a block of its own."""
    before, here = (lines[line].strip(_SPACE) for line in (number - 1, number))
    if is_first or _META.fullmatch(before) or _META.fullmatch(here):
        return True
    return bool(_SENTENCE_END.search(before)) and _starts_sentence(here)


def _starts_sentence(line: str) -> bool:
    """Return whether a line may begin a sentence: scripts without capitals always may."""
    first = next((character for character in line if character.isalnum()), "")
    return unicodedata.category(first or "a") != "Ll"


def _block(lines: Lines, numbers: Sequence[int], kind: Kind) -> _Block:
    first, last = lines[numbers[0]], lines[numbers[-1]]
    lead = len(first) - len(first.lstrip(_SPACE))
    start = lines.start(numbers[0]) + lead
    return _Block(start, lines.start(numbers[-1]) + len(last.rstrip(_SPACE)), kind)


def encode(piece: Translate, target: str) -> str:  # noqa: ARG001 - every block is one line alike
    """Write a target on one line: line breaks alone make the structure of a plain text."""
    return fold(target).strip(_SPACE)


def render(
    text: str,
    *,
    source: str = "",
    marks: Sequence[Mark | None] = (),
    anchors: Sequence[str] = (),
) -> Document:
    """Return an article as HTML; see `salerno.formats.Format.render`.

    A target has the structure of its `source`: not every language ends a question in a question mark.
    """
    blocks = _aligned(text, source) if source else _blocks(Lines(text))
    headings: list[Heading] = []
    html: list[str] = []
    for number, block in enumerate(blocks):
        words = fold(text[block.start : block.end])
        is_marked = number < len(marks) and marks[number] is not None
        content = escape(words, quote=False)
        content = f'<span data-salerno="{number}">{content}</span>' if is_marked else content
        if block.kind is Kind.PARAGRAPH:
            html.append(f"<p>{content}</p>")
            continue
        heading = _heading(block, words, headings, anchors)
        headings.append(heading)
        html.append(f'<h{heading.level} id="{heading.anchor}">{content}</h{heading.level}>')
    return Document("\n".join([*html, ""]), _metadata(text, headings), tuple(headings))


def _heading(
    block: _Block,
    words: str,
    before: Sequence[Heading],
    anchors: Sequence[str],
) -> Heading:
    given = anchors[len(before)] if len(before) < len(anchors) else slug(words)
    anchor = unused(given, {heading.anchor for heading in before})
    return Heading(1 if block.kind is Kind.TITLE else 2, words, anchor)


def _aligned(text: str, source: str) -> list[_Block]:
    """Find the blocks of a filled text by what was kept of its source between them.

    A target stands on one line, and between two blocks there is always a line break.
    """
    pieces = split(source)
    blocks: list[_Block] = []
    position = 0
    for piece, after in zip(pieces, [*pieces[1:], Keep("")], strict=True):
        if isinstance(piece, Keep):
            position += len(piece.text)
            continue
        end = _end_of_target(text, position, piece, after.text)
        blocks.append(_Block(position, end, piece.kind))
        position = end
    return blocks


def _end_of_target(text: str, start: int, piece: Translate, kept: str) -> int:
    if text.startswith(piece.text + kept, start):
        return start + len(piece.text)
    end = text.find(kept, start) if kept else len(text)
    if end < 0:
        raise ArticleError("the text is no localization of its source", line=piece.line)
    return end


def _metadata(text: str, headings: Sequence[Heading]) -> Metadata:
    lines = Lines(text)
    found = Metadata(title=next((heading.text for heading in headings), ""))
    stated = [
        lines[number] for numbers, kind in _classified(lines) if not kind for number in numbers
    ]
    for match in filter(None, map(_META.fullmatch, stated)):
        if match.group("reviewer"):
            found = replace(found, reviewed_by=match.group("value"))
        elif minutes := re.search(r"\d{1,4}", match.group("value")):
            found = replace(found, reading_minutes=int(minutes.group()))
    return found
