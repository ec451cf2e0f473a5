"""`extract`: articles and page templates → templates of catalogs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from salerno.catalog import template_catalog
from salerno.pipeline.assets import check_asset, pictures_from_elsewhere, shown_by
from salerno.pipeline.content import Content, contents, digest_of, listed
from salerno.pipeline.listener import SILENT, Listener
from salerno.store import articles, catalogs, files
from salerno.store.cache import Cache
from salerno.store.program import digest
from salerno.store.workspace import Workspace

_ELSEWHERE = "a picture from elsewhere, of which pages show the words alone; put it into source/"


def extract(
    workspace: Workspace,
    slugs: Sequence[str] = (),
    listener: Listener = SILENT,
) -> list[Path]:
    """Write the template of each article; return the files that changed."""
    for message in articles.overlooked(workspace):
        listener.message(message)
    cache = Cache(workspace, "templates")
    settings = workspace.settings
    changed = []
    for slug in slugs or listed(workspace):
        path = workspace.template(slug)
        inputs = digest(settings.title, settings.source_locale, digest_of(workspace, slug))
        template, shown = cache.find(slug, inputs) or ("", None)
        for name, where in shown or ():
            check_asset(workspace, name, where)
        if template and digest(files.find_bytes(path) or b"") == template:
            continue
        content = next(contents(workspace, [slug]))
        shown = _shown(workspace, content, listener)
        if _extract(workspace, content):
            changed.append(path)
        cache.keep(slug, inputs, [digest(files.read_bytes(path)), shown])
    cache.save(forget=not slugs)
    return changed


def _shown(workspace: Workspace, content: Content, listener: Listener) -> list[list[str]]:
    """Return what an article shows, by name and place; raise ArticleError for what is not there."""
    if content.article is None:
        return []
    article = content.article
    found = shown_by(article.file, article.format_name, article.text)
    for name, where in found:
        check_asset(workspace, name, where)
    for where in pictures_from_elsewhere(article.file, article.format_name, article.text):
        listener.message(f"{where}: {_ELSEWHERE}")
    return [list(pair) for pair in found]


def _extract(workspace: Workspace, content: Content) -> bool:
    catalog = template_catalog(
        content.units,
        project=workspace.settings.title,
        locale=workspace.settings.source_locale,
        digest=content.digest,
    )
    return catalogs.write(workspace, workspace.template(content.slug), catalog)
