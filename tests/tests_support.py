"""Small tools that several tests share."""

from __future__ import annotations

import re

from salerno import masking

_PLAIN = "aceinoszuACEINOSZU"
_ACCENTED = "áćéíńóśźúÁĆÉÍŃÓŚŹÚ"
_ACCENT = str.maketrans(_PLAIN, _ACCENTED)
_PLAIN_AGAIN = str.maketrans(_ACCENTED, _PLAIN)


def accented(piece):
    """Return a piece's source with accents on its words and none in its markup."""
    masked = masking.mask(piece.source, piece.syntax)
    return masking.unmask(masked.text.translate(_ACCENT), masked)


def plain_text(html):
    """Return HTML without those accents and without the ids that were made from them."""
    return re.sub(r' id="[^"]*"', "", html).translate(_PLAIN_AGAIN)


def collapsed(html):
    """Return HTML with white space collapsed, but for what a browser shows as it is."""
    parts = re.split(r"(<pre.*?</pre>)", html, flags=re.DOTALL)
    return "".join(part if "<pre" in part else re.sub(r"\s+", " ", part) for part in parts).strip()
