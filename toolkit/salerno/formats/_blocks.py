"""Where the units of a Markdown article stand: every block's inline source, to the character.

The parser says which blocks there are and on which lines; the spans are found in the article's own
text, so that nothing but those spans is ever rewritten.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from markdown_it.common.utils import normalizeReference
from markdown_it.token import Token

from salerno import inline
from salerno.errors import ArticleError
from salerno.formats import _fragment, _front_matter
from salerno.formats._lines import Lines
from salerno.formats._targets import Slot, fold
from salerno.model import Kind, Syntax

_KINDS = {
    "heading_open": Kind.HEADING,
    "list_item_open": Kind.LIST_ITEM,
    "th_open": Kind.TABLE_CELL,
    "td_open": Kind.TABLE_CELL,
    "dt_open": Kind.TERM,
    "dd_open": Kind.DEFINITION,
}
_ADDRESS = re.compile(r"(?:https?://|www\.|mailto:)\S+|(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+")
_NO_WORDS_IN_INDENT = re.compile(r"[^>\t ]")
_SHORTCUT = re.compile(r"(?<!\\)\[(?P<label>(?:[^\[\]\\`]|\\.)+)\](?!\[[^\]])(?:\[\])?")
_BREAKS = {"softbreak", "hardbreak"}
_NO_BREAK_INSIDE = re.compile(r"(`+)(?!`)(?:[^`]|(?!\1(?!`))`)*?(?<!`)\1(?!`)|</?[A-Za-z][^<>]*>")
"""Code and tags: a line break in them is white space, and no token tells of it."""
_DIRECTIVE = re.compile(r"<!--\s*salerno:\s*(/?\w+)\s*(?:=\s*(.*?))?\s*-->", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Block:
    """A span of the article that is one unit, with the token that renders it, if one does."""

    start: int
    end: int
    source: str
    kind: Kind
    slot: Slot
    syntax: Syntax = Syntax.MARKDOWN
    indent: str = ""
    level: int = 0
    """Of a heading, 1 to 6."""
    token: Token | None = None
    within: tuple[int, int] | None = None
    """Where the span stands in the content of an HTML token."""


@dataclass(frozen=True, slots=True)
class Directive:
    """`<!-- salerno: … -->` on lines of its own, which speaks of the next block."""

    start: int
    word: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A parsed article: its tokens, the environment of the parse, and the lines of the text."""

    lines: Lines
    tokens: list[Token]
    environment: dict[str, Any]


@lru_cache(maxsize=4)
def parse(text: str) -> Parsed:
    """Parse an article; a byte-order mark counts as part of the first line's indent.

    It is cut into units and rendered, and a preview often has an edition's words: who asks for the
    same text again gets the same tokens, and has to leave them as they are.
    """
    environment: dict[str, Any] = {}
    tokens = inline.parser().parse(text, environment)
    if not any(token.type == "front_matter" for token in tokens[:1]):
        _front_matter.require_closed(text)
    return Parsed(Lines(text), tokens, environment)


def copied(parsed: Parsed) -> Parsed:
    """Return the same with tokens of its own, to be changed and rendered."""
    return Parsed(parsed.lines, list(map(_copied, parsed.tokens)), parsed.environment)


def _copied(token: Token) -> Token:
    children = token.children and list(map(_copied, token.children))
    return Token(
        token.type,
        token.tag,
        token.nesting,
        dict(token.attrs),
        token.map,
        token.level,
        children,
        token.content,
        token.markup,
        token.info,
        token.meta,
        token.block,
        token.hidden,
    )


def blocks(parsed: Parsed) -> Iterator[Block | Directive]:
    """Yield blocks and directives in the order in which they stand in the article."""
    found = [*_token_blocks(parsed), *_definitions(parsed)]
    return iter(sorted(found, key=lambda block: block.start))


def _token_blocks(parsed: Parsed) -> Iterator[Block | Directive]:
    opened: list[Token] = []
    cursor = 0
    for token in parsed.tokens:
        if token.nesting == 1:
            opened.append(token)
            cursor = 0 if token.type == "tr_open" else cursor
        elif token.nesting == -1:
            opened.pop()
        elif token.type == "front_matter":
            yield from _front_matter_blocks(token, parsed.lines)
        elif token.type == "html_block":
            yield from _html_blocks(token, parsed.lines)
        elif token.type == "inline" and token.map and token.content:
            block = _inline_block(token, opened, cursor, parsed)
            cursor = block.end if block.kind is Kind.TABLE_CELL else cursor
            if _has_words(token.children or []):
                yield block


def _inline_block(token: Token, opened: list[Token], cursor: int, parsed: Parsed) -> Block:
    """Return the block of an inline token; `cursor` is where the cell before it ended."""
    kind = next((_KINDS[outer.type] for outer in reversed(opened) if outer.type in _KINDS), None)
    kind = kind or Kind.PARAGRAPH
    opener = opened[-1]
    level = int(opener.tag[1]) if opener.type == "heading_open" else 0
    if opener.type in {"th_open", "td_open"}:
        start, end = _cell_span(token, cursor, parsed.lines)
    elif opener.markup.startswith("#"):
        start, end = _heading_span(token, level, parsed.lines)
    else:
        start, end = _paragraph_span(token, parsed.lines)
    source, slot = _source(token, opener)
    return Block(
        start,
        end,
        _explicit_references(source, parsed.environment),
        Kind.IMAGE if _is_image(token) else kind,
        slot,
        indent=_indent(start, parsed.lines),
        level=level,
        token=token,
    )


def _paragraph_span(token: Token, lines: Lines) -> tuple[int, int]:
    """Find a paragraph: each of its content lines is the tail of a line of the article."""
    first = (token.map or [0])[0]
    content = token.content.split("\n")
    last = first + len(content) - 1
    start = lines[first].rfind(content[0].strip())
    end = lines[last].rfind(content[-1].strip()) + len(content[-1].strip())
    return lines.start(first) + start, lines.start(last) + end


def _heading_span(token: Token, level: int, lines: Lines) -> tuple[int, int]:
    """Find the words between the # signs of a heading."""
    first = (token.map or [0])[0]
    marker = lines[first].index("#")
    start = lines.start(first) + lines[first].index(token.content, marker + level)
    return start, start + len(token.content)


def _cell_span(token: Token, cursor: int, lines: Lines) -> tuple[int, int]:
    """Find a table cell behind the one before it; the parser has taken the bars' escapes away."""
    first = (token.map or [0])[0]
    raw = token.content.replace("|", "\\|")
    start = lines.text.index(raw, max(cursor, lines.start(first)))
    return start, start + len(raw)


def _source(token: Token, opener: Token) -> tuple[str, Slot]:
    """Return the msgid of an inline token, and the slot that its target goes to."""
    if opener.type in {"th_open", "td_open"}:
        return fold(token.content), Slot.CELL
    if opener.type == "dt_open":
        return fold(token.content), Slot.TERM
    if opener.markup.startswith("#"):
        return fold(token.content), Slot.HEADING
    source, slot = _paragraph_source(token)
    return source, Slot.UNDERLINED if opener.type == "heading_open" else slot


def _paragraph_source(token: Token) -> tuple[str, Slot]:
    """Fold the lines of a paragraph; hard breaks stay, as a backslash at the end of a line."""
    if "\n" not in token.content:
        return fold(token.content), Slot.BLOCK
    content = _NO_BREAK_INSIDE.sub(lambda match: match.group().replace("\n", " "), token.content)
    lines = content.split("\n")
    hard = [_is_hard(line) for line in lines[:-1]]
    kinds = [child.type for child in token.children or [] if child.type in _BREAKS]
    if kinds != ["hardbreak" if is_hard else "softbreak" for is_hard in hard]:
        return "\n".join(line.lstrip(" \t") for line in token.content.split("\n")), Slot.LINES
    parts = []
    for line, is_hard in zip(lines, [*hard, False], strict=True):
        words = fold(line)
        parts.append(f"{words.removesuffix(chr(92))}\\\n" if is_hard else f"{words} ")
    return "".join(parts).rstrip(" "), Slot.BLOCK


def _is_hard(line: str) -> bool:
    return line.endswith("  ") or (len(line) - len(line.rstrip("\\"))) % 2 == 1


def _indent(start: int, lines: Lines) -> str:
    """Return what continues the containers that a block stands in: quotes stay, the rest is space."""
    line = lines.line_of(start)
    return _NO_WORDS_IN_INDENT.sub(" ", lines.text[lines.start(line) : start])


def _is_image(token: Token) -> bool:
    return [child.type for child in token.children or []] == ["image"]


def _has_words(children: Iterable[Token]) -> bool:
    """Return whether a reader sees a letter or a digit that is no address and no code."""
    in_address = False
    for child in children:
        if child.type == "link_open":
            in_address = child.info == "auto"
        elif child.type == "link_close":
            in_address = False
        if not in_address and _has_words_beside_addresses(_visible_text(child)):
            return True
    return False


def _has_words_beside_addresses(text: str) -> bool:
    first = text.partition(" ")[
        0
    ]  # an address is no word of letters alone, nor does a space end one
    return first.isalnum() or _fragment.has_letters(_ADDRESS.sub("", text))


def _visible_text(token: Token) -> str:
    title = str(token.attrs.get("title", ""))
    if token.type in {"text", "text_special", "image"}:
        return f"{token.content} {title}"
    if token.type == "html_inline":
        return " ".join(_fragment.attribute_values(token.content))
    return title


def _explicit_references(source: str, environment: dict[str, Any]) -> str:
    """Write `[label]` as `[label][label]`, so that a translated label still finds its link.

    Only where the article defines that label, and only if the text renders as it did before.
    """
    references = environment.get("references", {})
    if "[" not in source or not references:
        return source
    rendered = _renders(source, references)
    for match in reversed(list(_SHORTCUT.finditer(source))):
        label = match.group("label")
        explicit = f"{source[: match.start()]}[{label}][{label}]{source[match.end() :]}"
        if normalizeReference(label) in references and _renders(explicit, references) == rendered:
            source = explicit
    return source


def _renders(source: str, references: dict[str, Any]) -> str:
    return str(inline.parser().renderInline(source, {"references": references}))


def _definitions(parsed: Parsed) -> Iterator[Block]:
    """Yield the titles of link definitions, which no token shows."""
    lines = parsed.lines
    for definition in parsed.environment.get("references", {}).values():
        if not _fragment.has_letters(definition["title"]):
            continue
        first, after = definition["map"]
        end = lines.start(after)
        text = lines.text[lines.start(first) : end].rstrip()
        closing = text[-1]
        opening = _opening_quote(text, closing)
        start = lines.start(first) + opening + 1
        raw = text[opening + 1 : -1]
        slot = Slot("(" if closing == ")" else closing)
        indent = _indent(lines.start(first), lines)
        title = fold(definition["title"])
        yield Block(start, start + len(raw), title, Kind.LINK_TITLE, slot, Syntax.PLAIN, indent)


def _opening_quote(text: str, closing: str) -> int:
    """Return where the title begins that ends the text: behind white space, and not escaped."""
    quote = "(" if closing == ")" else closing
    position = text.rfind(quote, 0, len(text) - 1)
    while position > 0 and text[position - 1] not in " \t\r\n":
        position = text.rfind(quote, 0, position)
    return position


def _front_matter_blocks(token: Token, lines: Lines) -> Iterator[Block]:
    for value in _front_matter.values(token.content):
        start = lines.start(value.start[0] + 1) + value.start[1]
        end = lines.start(value.end[0] + 1) + value.end[1]
        raw = lines.text[start:end].rstrip()
        yield Block(start, start + len(raw), fold(value.text), value.kind, Slot.YAML, Syntax.PLAIN)


def _html_blocks(token: Token, lines: Lines) -> Iterator[Block | Directive]:
    first = (token.map or [0])[0]
    for match in _DIRECTIVE.finditer(token.content):
        start = _offset(match.start(), token.content, first, lines)
        yield Directive(start, match.group(1), _directive_value(match, lines.line_of(start)))
    for words in _fragment.visible(token.content):
        start, end = (_offset(at, token.content, first, lines) for at in (words.start, words.end))
        source = fold(token.content[words.start : words.end])
        kind = Kind.LABEL if words.quote else Kind.PARAGRAPH
        yield Block(
            start,
            end,
            source,
            kind,
            Slot(f"html{words.quote}"),
            Syntax.PLAIN if words.quote else Syntax.HTML,
            token=token,
            within=(words.start, words.end),
        )


def _directive_value(match: re.Match[str], line: int) -> str:
    """Return what stands behind the `=`; gettext has no place for control characters in it."""
    value = fold(match.group(2) or "")
    control = next((sign for sign in value if unicodedata.category(sign) == "Cc"), "")
    if control:
        what = f"{match.group(1)}= holds the control character U+{ord(control):04X}"
        raise ArticleError(what, line=line + 1, help="take it out; an editor may not show it")
    return value


def _offset(position: int, content: str, first: int, lines: Lines) -> int:
    """Return where a position in a token's content stands in the article.

    A content line is the tail of its line: what stands before it belongs to the containers.
    """
    number = content.count("\n", 0, position)
    start = content.rfind("\n", 0, position) + 1
    end = content.find("\n", position)
    length = (len(content) if end < 0 else end) - start
    line = lines[first + number]
    return lines.start(first + number) + max(len(line) - length, 0) + position - start
