"""`update`: templates → catalogs, with every translation kept."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from salerno.catalog import updated
from salerno.errors import InputError
from salerno.model import SITE, Catalog, Entry
from salerno.pipeline.content import listed
from salerno.pipeline.recording import recover
from salerno.store import catalogs, chrome
from salerno.store.workspace import Workspace


def update(workspace: Workspace, locales: Sequence[str] = ()) -> list[Path]:
    """Bring the catalogs of all articles up to date; return the files that changed."""
    changed = []
    for slug in listed(workspace):
        units = [entry.unit for entry in _template(workspace, slug).entries]
        for locale in workspace.chosen(locales):
            path = workspace.catalog(slug, locale)
            with workspace.lock():
                recover(workspace)
                catalog = updated(
                    catalogs.read(workspace, path),
                    units,
                    locale=locale,
                    project=workspace.settings.title,
                    defaults=_defaults(slug, locale),
                )
                if catalogs.write(workspace, path, catalog):
                    changed.append(path)
    return changed


def _template(workspace: Workspace, slug: str) -> Catalog:
    path = workspace.template(slug)
    if not path.exists():
        raise InputError(f"no template {workspace.name(path)}", help="run `salerno extract` first")
    return catalogs.read(workspace, path)


def _defaults(slug: str, locale: str) -> dict[tuple[str | None, str], Entry]:
    """Return the translations of the page chrome that ship with the package."""
    if slug != SITE:
        return {}
    return {entry.unit.identity: entry for entry in chrome.shipped(locale).entries}
