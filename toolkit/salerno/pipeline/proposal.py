"""A page as it would appear were the article signed as it is now: what a reviewer signs has been seen."""

from __future__ import annotations

from salerno.page.localized import localized
from salerno.page.render import Published, SitePage, render_page
from salerno.pipeline.content import Content, entries
from salerno.pipeline.drawing import Studio
from salerno.pipeline.editions import edition_of
from salerno.store.workspace import Workspace


def proposed_page(workspace: Workspace, content: Content, locale: str) -> str:
    """Return the page of an article as its catalog has it; what has no words yet is in the source's.

    The page chrome has no article of its own: it is shown around every page.
    """
    studio = Studio(workspace)
    edition = edition_of(workspace, content, locale, entries(workspace, content, locale))
    source = f"../../{workspace.settings.source_locale}/{content.slug}/"
    chrome = studio.working_chrome(locale)
    page = SitePage(
        studio.frame(chrome, "../"), localized(edition), published=Published((), source)
    )
    return render_page(page, chrome, studio.theme)
