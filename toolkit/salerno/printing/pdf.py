"""HTML → PDF/UA by WeasyPrint: tagged, fonts embedded, the same bytes for the same input.

Nothing is fetched: a document may show the files that it is given, by the names that it is given
them under, and nothing else in the world.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Mapping, Sequence
from typing import Any

from salerno.printing import tags
from salerno.printing.fonts import check_any_font, check_fonts
from salerno.printing.installation import load_weasyprint

_SCHEME = "asset:"


def pdf_of(
    html: str,
    assets: Mapping[str, bytes] | None = None,
    note: bytes = b"",
    *,
    closer: Sequence[str] = (),
) -> bytes:
    """Return a document as PDF; raise PrintingError if something is not installed, or a font missing.

    `assets` are the files that it shows, by their addresses (`asset:…`); every other address shows
    nothing. `note` is kept in the file, byte for byte, where no reader sees it; it has no line break.
    `closer` are the same document with less and less white: the first that fits on one page is taken,
    if the document itself needs two.
    """
    weasyprint = load_weasyprint()
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    check_any_font()
    tags.complete_tags()
    fetcher = _fetcher(weasyprint, assets or {})
    document = _laid_out(weasyprint, html, fetcher)
    if len(document.pages) == 2:  # noqa: PLR2004 - see above
        tries = (_laid_out(weasyprint, each, fetcher) for each in closer)
        document = next((each for each in tries if len(each.pages) == 1), document)
    data: bytes = document.write_pdf(
        pdf_variant="pdf/ua-1",
        pdf_identifier=hashlib.sha256(html.encode()).hexdigest()[:32].encode(),
        finisher=lambda _, pdf: _keep(note, pdf),
    )
    check_fonts([point for font in document.fonts.values() for point in font.missing])
    return data


def _laid_out(weasyprint: Any, html: str, fetcher: Any) -> Any:
    found = weasyprint.HTML(string=html, base_url=_SCHEME, url_fetcher=fetcher)
    return found.render(pdf_variant="pdf/ua-1", presentational_hints=True)


def _fetcher(weasyprint: Any, assets: Mapping[str, bytes]) -> Any:
    """Return what WeasyPrint asks for files; it takes a ValueError for a picture that is not there."""

    class Fetcher(weasyprint.urls.URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, _headers: object = None) -> Any:
            if url not in assets:
                raise ValueError(f"not an asset of this article: {url[:200]}")
            return weasyprint.urls.URLFetcherResponse(url, assets[url])

    return Fetcher()


def _keep(note: bytes, pdf: Any) -> None:
    """Put a note into the file as page-piece data (ISO 32000-1, 14.5), not compressed."""
    import pydyf

    if not note:
        return
    stream = pydyf.Stream([note], compress=False)
    pdf.add_object(stream)
    modified = pdf.info.get("ModDate", pydyf.String("D:19700101000000Z"))
    private = pydyf.Dictionary({"LastModified": modified, "Private": stream.reference})
    pdf.catalog["PieceInfo"] = pydyf.Dictionary({"Salerno": private})
