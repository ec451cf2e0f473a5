"""`extract`: articles and page templates → templates of catalogs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from salerno.catalog import template_catalog
from salerno.pipeline.content import contents
from salerno.pipeline.listener import SILENT, Listener
from salerno.store import articles, catalogs
from salerno.store.workspace import Workspace


def extract(
    workspace: Workspace,
    slugs: Sequence[str] = (),
    listener: Listener = SILENT,
) -> list[Path]:
    """Write the template of each article; return the files that changed."""
    for file in articles.unread(workspace):
        listener.message(f"{file}: no format reads this; save it as Markdown (.md) or text (.txt)")
    changed = []
    for content in contents(workspace, slugs):
        path = workspace.template(content.slug)
        catalog = template_catalog(
            content.units,
            project=workspace.settings.title,
            locale=workspace.settings.source_locale,
            digest=content.digest,
        )
        if catalogs.write(workspace, path, catalog):
            changed.append(path)
    return changed
