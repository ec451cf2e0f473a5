"""`update`: templates → catalogs, with every translation kept."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from salerno.catalog import updated
from salerno.errors import InputError
from salerno.model import SITE, Entry
from salerno.pipeline.content import listed
from salerno.pipeline.recording import recover
from salerno.store import catalogs, chrome, files
from salerno.store.cache import Cache, digest
from salerno.store.workspace import Workspace


def update(workspace: Workspace, locales: Sequence[str] = ()) -> list[Path]:
    """Bring the catalogs of all articles up to date; return the files that changed."""
    cache = Cache(workspace, "catalogs")
    changed = []
    for slug in listed(workspace):
        template = _template(workspace, slug)
        for locale in workspace.chosen(locales):
            path = workspace.catalog(slug, locale)
            with workspace.lock():
                recover(workspace)
                if cache.find(f"{locale}/{slug}", _inputs(workspace, template, path)):
                    continue
                if _update(workspace, slug, locale):
                    changed.append(path)
                cache.keep(f"{locale}/{slug}", _inputs(workspace, template, path), made=True)
    cache.save(forget=not locales)
    return changed


def _inputs(workspace: Workspace, template: Path, path: Path) -> str:
    """Return the digest of a catalog and of what it is brought up to date with."""
    texts = [files.read_bytes(file) if file.exists() else b"" for file in (template, path)]
    return digest(workspace.settings.title, *texts)


def _update(workspace: Workspace, slug: str, locale: str) -> bool:
    path = workspace.catalog(slug, locale)
    catalog = updated(
        catalogs.read(workspace, path),
        [entry.unit for entry in catalogs.read(workspace, workspace.template(slug)).entries],
        locale=locale,
        project=workspace.settings.title,
        defaults=_defaults(slug, locale),
    )
    return catalogs.write(workspace, path, catalog)


def _template(workspace: Workspace, slug: str) -> Path:
    path = workspace.template(slug)
    if not path.exists():
        raise InputError(f"no template {workspace.name(path)}", help="run `salerno extract` first")
    return path


def _defaults(slug: str, locale: str) -> dict[tuple[str | None, str], Entry]:
    """Return the translations of the page chrome that ship with the package."""
    if slug != SITE:
        return {}
    return {entry.unit.identity: entry for entry in chrome.shipped(locale).entries}
