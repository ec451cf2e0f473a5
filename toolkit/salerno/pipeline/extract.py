"""`extract`: articles and page templates → templates of catalogs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from salerno.catalog import template_catalog
from salerno.pipeline.content import Content, contents, digest_of, listed
from salerno.pipeline.listener import SILENT, Listener
from salerno.store import articles, catalogs, files
from salerno.store.cache import Cache, digest
from salerno.store.workspace import Workspace


def extract(
    workspace: Workspace,
    slugs: Sequence[str] = (),
    listener: Listener = SILENT,
) -> list[Path]:
    """Write the template of each article; return the files that changed."""
    for file in articles.unread(workspace):
        listener.message(f"{file}: no format reads this; save it as Markdown (.md) or text (.txt)")
    cache = Cache(workspace, "templates")
    settings = workspace.settings
    changed = []
    for slug in slugs or listed(workspace):
        path = workspace.template(slug)
        inputs = digest(settings.title, settings.source_locale, digest_of(workspace, slug))
        if path.exists() and cache.find(slug, inputs) == digest(files.read_bytes(path)):
            continue
        if _extract(workspace, next(contents(workspace, [slug]))):
            changed.append(path)
        cache.keep(slug, inputs, digest(files.read_bytes(path)))
    cache.save(forget=not slugs)
    return changed


def _extract(workspace: Workspace, content: Content) -> bool:
    catalog = template_catalog(
        content.units,
        project=workspace.settings.title,
        locale=workspace.settings.source_locale,
        digest=content.digest,
    )
    return catalogs.write(workspace, workspace.template(content.slug), catalog)
