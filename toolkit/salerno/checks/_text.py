"""What a reader sees of a unit's text, every character in its place."""

from __future__ import annotations

import html
import re
from functools import lru_cache

from salerno.model import Syntax

ADDRESS = re.compile(
    r"(?:https?://|(?<!\w)www\.)[A-Za-z0-9._~:/?#@!$&*+,;=%-]*[A-Za-z0-9_~/#&=+-]"
    r"|(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]+)++",
)
"""A web or mail address that is text; what ends a sentence after it does not belong to it."""

BRACES = r"\{\{[^{}]*\}\}|\{\w*(?:![rsa])?(?::[^{}\s]*)?\}"
PERCENT = r"%\(\w+\)[a-zA-Z]|(?<!\d)%(?:\d+\$)?[sd](?!\w)"
"""A placeholder as it looks in a text without a format flag: in `100 %s` there is one, in `5%s` not."""

_APART = f"{ADDRESS.pattern}|{BRACES}|{PERCENT}"
_HTML = r"<[A-Za-z/!?][^<>]*>|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\w{1,31});"
_MARKDOWN = (
    r"(?<!`)`++[^`]*`++"
    rf"|{_HTML}"
    r"|\]\([^()]*\)|\]\[[^\[\]]*\]|\[\^[^\[\]\s]*\]|!?\[|\]"
    r"|[*~_]++"
    r"|\\(?=[!-/:-@\[-`{-~\n])"
)
_MARKUP = {
    Syntax.PLAIN: re.compile(_APART),
    Syntax.HTML: re.compile(f"{_HTML}|{_APART}"),
    Syntax.MARKDOWN: re.compile(f"{_MARKDOWN}|{_APART}"),
}
_PLAIN_SIGNS = "[@{%]|://|www\\."
_HAS_MARKUP = {
    Syntax.PLAIN: re.compile(_PLAIN_SIGNS),
    Syntax.HTML: re.compile(f"[<&]|{_PLAIN_SIGNS}"),
    Syntax.MARKDOWN: re.compile(rf"[<&`*_~\\\[\]]|{_PLAIN_SIGNS}"),
}
"""What all markup has somewhere; most texts have none, and this is far quicker to find out."""

PADDING = "\u2060"
"""What fills the place of a character reference: a word joiner, which is nothing to see."""
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,30});")


def resolved(text: str, syntax: Syntax) -> str:
    """Return the text with its character references (`&nbsp;`) as characters, padded in place."""
    if syntax is Syntax.PLAIN or "&" not in text:
        return text
    return _REFERENCE.sub(_character, text)


def _character(match: re.Match[str]) -> str:
    character = html.unescape(match.group())
    return character.ljust(len(match.group()), PADDING) if len(character) == 1 else match.group()


@lru_cache(maxsize=8)
def visible(text: str, syntax: Syntax) -> str:
    """Return the text with spaces for its markup, code, addresses and placeholders.

    Positions stay as they are, so a span in the result is a span in the text. One check after the
    other asks for the same two texts.
    """
    return _MARKUP[syntax].sub(_blank, text) if _HAS_MARKUP[syntax].search(text) else text


@lru_cache(maxsize=8)
def seen(text: str, syntax: Syntax) -> str:
    """Return the visible text, its character references resolved; each check of a unit asks for it."""
    return visible(resolved(text, syntax), syntax)


_TOKEN = re.compile("[a-z]+|[<>≤≥≦≧⩽⩾＞＜]")


@lru_cache(maxsize=8)
def english_words(text: str) -> frozenset[str]:
    """Return the words of an English text in small letters, and its signs that compare.

    Most texts lack the words that a check looks for, and this tells so at once for all checks.
    """
    return frozenset(_TOKEN.findall(text.lower()))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())
