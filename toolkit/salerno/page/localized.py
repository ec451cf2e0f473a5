"""The article of an edition, rendered: the one text that a published page may show."""

from __future__ import annotations

from dataclasses import replace

from salerno.formats import load_format, rendered
from salerno.model import Document, Edition
from salerno.page.sanitise import sanitised


def localized(edition: Edition) -> Document:
    """Return the localization in an edition, sanitised, with the anchors of its source."""
    form = load_format(edition.format)
    source = rendered(edition.format, edition.source)
    anchors = [heading.anchor for heading in source.headings]
    document = form.render(edition.target, source=edition.source, anchors=anchors)
    return replace(document, html=sanitised(document.html))
