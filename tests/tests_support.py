"""Small tools that several tests share."""

from __future__ import annotations

import re
from pathlib import Path

from salerno import masking
from salerno.pipeline.init import init
from salerno.store import workspace as workspaces

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


def make_workspace(folder: Path, locales=("es", "ar"), engines=("memory", "pseudo")):
    init(folder)
    path = folder / "salerno.toml"
    text = path.read_text()
    text = text.replace('locales = ["es", "fr"]', f"locales = {list(locales)}")
    text = text.replace('default = ["memory", "apertium"]', f"default = {list(engines)}")
    path.write_text(text)
    return workspaces.find(folder)


def write(workspace, name: str, text: str) -> Path:
    path = workspace.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path
