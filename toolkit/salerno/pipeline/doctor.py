"""`doctor`: what is installed, what is missing, and the command that would add it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from salerno import __version__, languages, printing
from salerno.engines import load_engine
from salerno.errors import SalernoError
from salerno.store import workspace as workspaces
from salerno.store.settings import MEMORY, placed
from salerno.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Item:
    """Something that Salerno can use; `remedy` says how to get it, or what else there is to know."""

    what: str
    found: bool
    remedy: str = ""


def examine(folder: Path) -> Iterator[Item]:
    """Yield what is there and what is not, from the outside in."""
    yield Item(f"salerno {__version__}", found=True)
    yield _gettext()
    try:
        workspace = workspaces.find(folder)
    except SalernoError as error:
        yield Item("a workspace", found=False, remedy=str(error))
        return
    yield Item(f"workspace {workspace.root}", found=True)
    for locale in workspace.settings.locales:
        yield from _engines(workspace, locale)
    yield from _handouts(workspace)


def _gettext() -> Item:
    path = shutil.which("msgfmt")
    remedy = "" if path else "only editors and tests need it: sudo apt-get install gettext"
    return Item("gettext (msgfmt)", found=bool(path), remedy=remedy)


def _engines(workspace: Workspace, locale: str) -> Iterator[Item]:
    settings = workspace.settings
    for name in settings.engines_for(locale):
        if name == MEMORY:
            continue
        try:
            with placed(workspace.root, name):
                engine = load_engine(name, settings.engine.get(name, {}))
            pair = engine.pair(settings.source_locale, locale)
            engine.close()
        except SalernoError as error:
            yield Item(f"{name} for {locale}", found=False, remedy=str(error))
        else:
            yield Item(f"{name} for {locale} ({pair})", found=True)


def _handouts(workspace: Workspace) -> Iterator[Item]:
    """Say whether handouts can be printed, and whether each locale's own name finds a font."""
    sample = " ".join(map(languages.autonym, workspace.settings.locales))
    for part in printing.parts(sample):
        yield Item(part.what, part.found, part.remedy)
