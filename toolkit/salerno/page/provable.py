"""Whether anybody could prove a page of an article: asked before it is signed."""

from __future__ import annotations

from salerno.errors import InputError
from salerno.model import Document
from salerno.page.chrome import untranslated
from salerno.page.metadata import Head, medical_web_page
from salerno.page.parsing import parsed
from salerno.page.render import Frame, Published, SitePage, render_page
from salerno.page.theme import plain

_ROOM = 5_000
"""Tags, attributes and characters for what is not known yet: the menu, names, addresses, an own template."""


def is_provable(document: Document, locale: str, source_locale: str) -> bool:
    """Return whether a page of a localization can be read, whatever will stand around it.

    Drawn as a page, because titles and descriptions stand in its head, where no text is cut.
    """
    head = Head(locale)
    data = medical_web_page(head, document.metadata, publisher="", source_locale=source_locale)
    page = SitePage(
        Frame(locale, source_locale, site_title=""),
        document,
        Head(locale, json_ld=data),
        published=Published((), source_href=""),
    )
    try:
        parsed(render_page(page, untranslated(locale), plain()), room=_ROOM)
    except InputError:
        return False
    return True
