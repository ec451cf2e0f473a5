"""`update`: templates → catalogs, with every translation kept."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from salerno.catalog import updated
from salerno.errors import InputError
from salerno.model import SITE, Catalog, Entry
from salerno.pipeline.content import listed
from salerno.pipeline.recording import recover
from salerno.store import catalogs, chrome, files
from salerno.store.cache import Cache
from salerno.store.catalogs import Outcome
from salerno.store.program import digest
from salerno.store.workspace import Workspace


def update(workspace: Workspace, locales: Sequence[str] = ()) -> list[Path]:
    """Bring the catalogs of all articles up to date; return the files that changed."""
    cache = Cache(workspace, "catalogs")
    changed = []
    for slug in listed(workspace):
        template = files.read_bytes(_template(workspace, slug))
        for locale in workspace.chosen(locales):
            path, key = workspace.catalog(slug, locale), f"{locale}/{slug}"
            with workspace.lock():
                recover(workspace)
                inputs = digest(workspace.settings.title, template)
                if cache.find(key, digest(inputs, files.find_bytes(path) or b"")):
                    continue
                outcome = _update(workspace, slug, locale)
                if outcome.is_changed:
                    changed.append(path)
                # Of what was written, not of what stands there by now: somebody may have saved.
                cache.keep(key, digest(inputs, outcome.data), made=True)
    cache.save(forget=not locales)
    return changed


def _update(workspace: Workspace, slug: str, locale: str) -> Outcome:
    units = [entry.unit for entry in catalogs.read(workspace, workspace.template(slug)).entries]

    def as_the_template_wants(catalog: Catalog) -> Catalog:
        return updated(
            catalog,
            units,
            locale=locale,
            project=workspace.settings.title,
            defaults=_defaults(slug, locale),
        )

    return catalogs.change(workspace, workspace.catalog(slug, locale), as_the_template_wants)


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
