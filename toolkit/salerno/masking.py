"""Inline markup and do-not-translate spans into placeholders, and back.

A placeholder is one private-use character (plane 15), so a masked text is still plain text that can
be cut into sentences. An engine owes each placeholder exactly once; what it does with them inside is
its own affair (`engines.tokens`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from salerno.model import Syntax

_FIRST, _LAST = 0xF0000, 0xFFFFD
PLACEHOLDER = re.compile("[\U000f0000-\U000ffffd]")

# Every pattern is linear: what could run on (a comment, a link) is possessive or ends with the text.
_ADDRESSES = (
    r"https?://[^\s<>()\[\]\"']*[^\s<>()\[\]\"'.,;:!?]"
    r"|(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)++"
)
_FORMATS = r"\{\{[^{}]*+\}\}|\{\w*+\}|%\(\w++\)[a-z]|%(?:\d+\$)?[sd](?!\w)"
_SKIP_END = r"<!--\s*+salerno:\s*+/skip\s*+-->"
_SKIPPED = rf"<!--\s*+salerno:\s*+skip\s*+-->(?:(?!{_SKIP_END}).)*+(?:{_SKIP_END}|\Z)"
_HTML = (
    rf"{_SKIPPED}|<!--(?:(?!-->).)*+(?:-->|\Z)|<!\[CDATA\[(?:(?!\]\]>).)*+(?:\]\]>|\Z)"
    r"|<[!?][^<>]*+>|</?[A-Za-z][^<>]*+>|&(?:\#\d++|\#[xX][0-9a-fA-F]++|\w{1,31});"
)
_OWN = "[\U000f0000-\U000ffffd]"
_PARENTHESES = r"\((?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*+\))*+\)"
_DESTINATION = rf"(?:<[^<>\n]*+>|(?:[^\s()\\]|\\.|{_PARENTHESES})*+)"
_TITLE = r"(?:\"(?:[^\"\\]|\\.)*+\"|'(?:[^'\\]|\\.)*+'|\((?:[^()\\]|\\.)*+\))"
_MARKDOWN = (
    r"(?P<ticks>(?<!`)`++)(?:(?!`).{0,2000}?[^`]|[^`])(?P=ticks)(?!`)"  # code span
    r"|<[A-Za-z][A-Za-z0-9+.-]*+:[^\s<>]*+>|<[^\s<>@]++@[^\s<>]++>"  # autolink
    rf"|{_HTML}"
    r"|\\\n|\\[!-/:-@\[-`{-~]"  # hard break, escape
    r"|\[\^[^\]\s]++\]"  # footnote
    rf"|!?\[|\]\(\s*+{_DESTINATION}(?:\s++{_TITLE})?\s*+\)|\]\[(?:[^\[\]\\]|\\.)*+\]|\]"  # link
    r"|\*++|~~|(?<!\w)_++|_++(?!\w)"  # emphasis, strike-through
)

# An engine takes the PM of a time for a prime minister, and the A of 5-HT2A for an article.
_TIMES = (
    r"(?<![\w.,:])\d{1,2}(?:[:.]\d\d)?[ \u00a0\u202f]?"
    r"(?:[AP]M|[ap]m|[AaPp]\.[ \u00a0\u202f]?[Mm](?:\.(?!\s*+(?:[A-Z]|\Z)))?)(?!\w)"
)
"""A full stop that ends the sentence, too, stays outside."""
_CAPITALS = r"[a-z]{0,2}[A-Z]++(?:[a-z]{1,2}[A-Z]++)*+"  # COVID, CoV, mRNA
_DIGITS = r"\d++(?:[a-z]{1,2}(?![A-Za-z]))?"  # 19, 1c
_IDENTIFIERS = (
    r"(?<![\w.-])(?=[A-Za-z.-]*+\d)(?=[a-z\d.-]*+[A-Z])(?!\d++-[A-Z]{4})"  # not 24-HOUR
    rf"(?:{_CAPITALS}|{_DIGITS})(?:-?(?:{_CAPITALS}|{_DIGITS})|\.\d++)*+(?!\w)"
)
"""Names of letters and digits, such as B12, COVID-19, SARS-CoV-2, HbA1c, 5-HT2A, PM2.5."""
_ANYWHERE = rf"{_ADDRESSES}|{_FORMATS}|{_OWN}|{_TIMES}"

_PATTERNS = {
    Syntax.PLAIN: _ANYWHERE,
    Syntax.HTML: rf"{_HTML}|{_ANYWHERE}",
    Syntax.MARKDOWN: rf"{_MARKDOWN}|{_ANYWHERE}",
}


@cache
def _pattern(syntax: Syntax, *, in_capitals: bool) -> re.Pattern[str]:
    """Return what is masked; among capitals alone, names cannot be told from words."""
    pattern = _PATTERNS[syntax]
    return re.compile(pattern if in_capitals else f"{pattern}|{_IDENTIFIERS}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Masked:
    """A text with placeholders, and what each of them stands for, in order of appearance."""

    text: str
    marks: tuple[str, ...] = ()


def mask(text: str, syntax: Syntax) -> Masked:
    """Replace what an engine must not touch; `unmask(masked.text, masked)` undoes it.

    That is markup, addresses, format placeholders, times with AM or PM, and names with digits.
    """
    marks: list[str] = []

    def hide(match: re.Match[str]) -> str:
        if _FIRST + len(marks) > _LAST:
            return match.group()
        marks.append(match.group())
        return chr(_FIRST + len(marks) - 1)

    pattern = _pattern(syntax, in_capitals=text.isupper())
    return Masked(pattern.sub(hide, text), tuple(marks))


def unmask(text: str, masked: Masked) -> str | None:
    """Put the marks back into a translation; None if a placeholder was lost, doubled or invented."""
    found = sorted(ord(character) - _FIRST for character in PLACEHOLDER.findall(text))
    if found != list(range(len(masked.marks))):
        return None
    return PLACEHOLDER.sub(lambda match: masked.marks[ord(match.group()) - _FIRST], text)


def runs(text: str) -> list[str]:
    """Cut a masked text into placeholders and the words between them, to translate one by one."""
    return [run for run in re.split(f"({PLACEHOLDER.pattern})", text) if run]
