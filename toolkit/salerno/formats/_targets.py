"""How a target is written into a Markdown article so that it stays within its own block.

Whatever a translator typed, it can open no heading, list, quote, table, code or HTML block, close
none, and define no link. What would is escaped with a backslash and shows as it was typed. Of the
HTML tags within a line, `_balance` takes care.
"""

from __future__ import annotations

import re
from enum import StrEnum

_SPACE = " \t\r\n\x0b\x0c"
_SPACES = re.compile(f"[{_SPACE}]+")

_BLOCK_TAGS = (
    "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|"
    "dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|"
    "hr|html|iframe|legend|li|link|main|menu|menuitem|meta|nav|noframes|ol|optgroup|option|p|param|"
    "search|section|source|summary|table|tbody|td|template|tfoot|th|thead|title|tr|track|ul"
)
_HTML_BLOCK = re.compile(
    rf"<(?:(?:script|pre|style|textarea)(?=\s|>|$)|!--|\?|![A-Za-z]|!\[CDATA\[|"
    rf"/?(?:{_BLOCK_TAGS})(?=\s|/?>|$)|/?[A-Za-z][^<>]*>\s*$)",
    re.IGNORECASE,
)
_OPENS_BLOCK = re.compile(
    r"#{1,6}(?:[ \t]|$)"  # heading
    r"|>|[-+*](?:[ \t]|$)"  # quote, bullet
    r"|~~~|```[^`]*$"  # fence
    r"|([-_*])(?:[ \t]*\1){2,}[ \t]*$"  # thematic break
    r"|=+[ \t]*$|-+[ \t]*$"  # underline of a heading
    r"|[|:-][|:\s-]*$"  # delimiter row of a table
    r"|[:~][ \t]"  # definition
    r"|\[[^\[\]]+\]:",  # link or footnote definition
)
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=[ \t]|$)")
_CLOSING_HASHES = re.compile(r"(^|[ \t])(#+)$")


class Slot(StrEnum):
    """The places in a Markdown article that a target can go to."""

    BLOCK = "block"
    LINES = "lines"
    """A block whose line breaks stand inside code or a tag and must stay where they are."""
    HEADING = "heading"
    UNDERLINED = "underlined"
    """A heading with its underline: a bar in it could make that the rule of a table."""
    TERM = "term"
    CELL = "cell"
    YAML = "yaml"
    DOUBLE_QUOTED = '"'
    SINGLE_QUOTED = "'"
    PARENTHESIZED = "("
    HTML = "html"
    HTML_DOUBLE = 'html"'
    HTML_SINGLE = "html'"


def fold(text: str) -> str:
    """Return a text on one line, as a reader would see it; no-break spaces stay."""
    return _SPACES.sub(" ", text).strip(" ")


def block(target: str) -> str:
    """Write a target as the lines of a paragraph; only hard breaks start a new line."""
    lines: list[str] = []
    hard = True
    for line in target.split("\n"):
        words = line.strip(_SPACE)
        if hard:
            lines.append(words)
        else:
            lines[-1] = f"{lines[-1]} {words}".strip(_SPACE)
        hard = _ends_in_hard_break(words)
    return "\n".join(guard(line) for line in lines if line)


def lines(target: str) -> str:
    """Write a target line by line as it stands: its line breaks are inside code or a tag."""
    written = [line.lstrip(_SPACE) for line in target.split("\n")]
    return "\n".join(guard(line) for line in written if line.strip(_SPACE))


def _ends_in_hard_break(line: str) -> bool:
    return (len(line) - len(line.rstrip("\\"))) % 2 == 1


def guard(line: str) -> str:
    """Escape what would open another block at the start of a line."""
    if _HTML_BLOCK.match(line) or _OPENS_BLOCK.match(line):
        return f"\\{line}"
    return _NUMBERED.sub(r"\1\\\2", line, count=1) if _NUMBERED.match(line) else line


def heading(target: str) -> str:
    """Write a target on the line of a heading; a closing run of # would vanish."""
    return _CLOSING_HASHES.sub(r"\1\\\2", fold(target))


def underlined(target: str, *, with_bars: bool) -> str:
    """Write a target above the underline of a heading, with bars only if its source has some."""
    return block(target if with_bars else target.replace("|", "&#124;"))


def term(target: str) -> str:
    """Write a target on the line above a definition."""
    return guard(fold(re.sub(r"\\\n", " ", target)))


def cell(target: str) -> str:
    """Write a target into a table cell, save for its bars, which are escaped last of all."""
    return fold(target).replace("\\|", "|")


def with_escaped_bars(cell: str) -> str:
    """Escape every bar, which the parser undoes before it looks at anything else in a cell."""
    return cell.replace("|", "\\|")


def quoted(target: str, delimiters: str) -> str:
    """Write a target as a link title between quotes or in parentheses; nothing in it is markup."""
    return re.sub(rf"([\\&{delimiters}])", r"\\\1", fold(target))


def html(target: str) -> str:
    """Write a target into an HTML block; behind a definition list a colon would go on with that."""
    folded = fold(target)
    return re.sub(r"^[:~](?=\s)", lambda match: f"&#{ord(match.group())};", folded)


def attribute(target: str, quote: str) -> str:
    """Write a target as the value of an HTML attribute."""
    escaped = fold(target).replace("<", "&lt;").replace(">", "&gt;")
    return escaped.replace(quote, "&quot;" if quote == '"' else "&#39;")
