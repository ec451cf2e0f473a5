"""Which characters a document found no font for, and which package has one."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection

from salerno.errors import PrintingError

_INSTALL = "sudo apt-get install --no-install-recommends"
_CJK = {"BOPOMOFO", "CJK", "FULLWIDTH", "HANGUL", "HIRAGANA", "IDEOGRAPHIC", "KATAKANA"}
_FIRST_PICTURE = 0x1F000
_SHOWN = 20
"""Characters that a message names; a few are enough to see what is wrong."""


def check_any_font() -> None:
    """Raise PrintingError on a machine without a single font, where pango would crash."""
    from weasyprint.text.ffi import ffi, fontconfig

    config = ffi.gc(fontconfig.FcInitLoadConfigAndFonts(), fontconfig.FcConfigDestroy)
    if fontconfig.FcConfigGetFonts(config, fontconfig.FcSetSystem).nfont == 0:
        raise PrintingError("no font is installed here", help=f"{_INSTALL} fonts-noto-core")


def check_fonts(missing: Collection[int]) -> None:
    """Raise PrintingError for code points that no font has: a box in a dosage is worse than nothing."""
    points = sorted(set(missing))
    if not points:
        return
    named = ", ".join(f"U+{point:04X}{_glyph(chr(point))}" for point in points[:_SHOWN])
    more = f" and {len(points) - _SHOWN} more" if len(points) > _SHOWN else ""
    found = [_script(point) for point in points]
    scripts = ", ".join(sorted({script for script, _ in found}))
    packages = " ".join(sorted({package for _, package in found}))
    raise PrintingError(
        f"no font here has these characters ({scripts}): {named}{more}",
        help=f"{_INSTALL} {packages}",
    )


def _glyph(character: str) -> str:
    """Return a character behind its number, if a terminal can show it."""
    return f" {character}" if character.isprintable() else ""


def _script(point: int) -> tuple[str, str]:
    """Return the script of a character by its Unicode name, and Debian's package of a font for it."""
    word = unicodedata.name(chr(point), "unknown").split()[0].split("-")[0]
    if word in _CJK:
        return "Chinese, Japanese, Korean", "fonts-noto-cjk"
    if point >= _FIRST_PICTURE and unicodedata.category(chr(point)) == "So":
        return "pictures", "fonts-noto-color-emoji"
    return word.capitalize(), "fonts-noto-core"
