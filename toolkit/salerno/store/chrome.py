"""The catalogs of the page chrome that ship with the package."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from salerno.languages import ancestors, gettext_name
from salerno.model import Catalog
from salerno.store import catalogs


@cache
def shipped(locale: str) -> Catalog:
    """Return the chrome in a locale or its nearest ancestor (es for es-MX); empty if there is none."""
    folder = files("salerno") / "chrome"
    for candidate in ancestors(locale):
        file = folder / f"{gettext_name(candidate)}.po"
        if file.is_file():
            return catalogs.parse(file.read_text("utf-8"), file.name)
    return Catalog()
