"""`handout`: published editions → output/handouts, as PDF for a clinic's printer."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from salerno.edition import Consequence
from salerno.errors import InputError
from salerno.model import Asset
from salerno.page.handout import CLOSENESSES, Handout, Picture, Sheet, render_handout
from salerno.pipeline.drawing import Studio, signed_by
from salerno.pipeline.pages import Withheld
from salerno.pipeline.publication import Publication
from salerno.pipeline.standing_handouts import remove_fallen, standing_of
from salerno.printing import code_of, pdf_of
from salerno.store import articles, files, handouts
from salerno.store.handouts import Made
from salerno.store.workspace import Workspace

BOOKLET = "booklet"
_BILINGUAL = "-bilingual"


@dataclass(slots=True)
class HandoutReport:
    """What `handout` made, what it refused, and which old handouts it took away."""

    path: Path | None = None
    withheld: list[Withheld] = field(default_factory=list)
    removed: list[Path] = field(default_factory=list)


def handout(
    workspace: Workspace,
    slugs: Sequence[str],
    locale: str,
    *,
    is_bilingual: bool = False,
) -> HandoutReport:
    """Write the handout of an article, or the booklet of several; nothing, if one is withheld."""
    workspace.chosen([locale])
    studio = Studio(workspace)
    slugs = list(dict.fromkeys(slugs))
    path = handouts.path_of(workspace, locale, _name(workspace, slugs, is_bilingual=is_bilingual))
    with workspace.lock("pages.lock"):
        report = HandoutReport(removed=remove_fallen(workspace, {locale}))
        found = []
        for slug in slugs:
            drawing = studio.drawing(articles.load(workspace, slug))
            found.append(drawing.publication(locale))
            if not found[-1].is_published:
                reasons = drawing.listing(locale).reasons
                report.withheld.append(Withheld(slug, locale, reasons))
        if not report.withheld:
            handouts.write(path, _pdf(studio, found, locale, is_bilingual=is_bilingual))
            report.path = path
    return report


def _name(workspace: Workspace, slugs: Sequence[str], *, is_bilingual: bool) -> str:
    """Return the name of a handout; raise InputError for an article called like another's handout."""
    names = {*articles.slugs(workspace), BOOKLET}
    for slug in slugs:
        if slug == BOOKLET or (slug.endswith(_BILINGUAL) and slug[: -len(_BILINGUAL)] in names):
            raise InputError(
                f"{slug}.pdf is the name of another handout", help="rename the article"
            )
    name = slugs[0] if len(slugs) == 1 else BOOKLET
    return name + _BILINGUAL * is_bilingual


def _pdf(
    studio: Studio,
    found: Sequence[Publication],
    locale: str,
    *,
    is_bilingual: bool,
) -> bytes:
    workspace, settings = studio.workspace, studio.settings
    sheets = [_sheet(workspace, one) for one in found]
    made = Handout(
        locale,
        settings.source_locale,
        sheets,
        settings.title,
        settings.publisher,
        is_bilingual=is_bilingual,
        paper=settings.handout.paper,
        original=studio.source_chrome,
    )
    chrome, theme = studio.signed_chrome(locale), studio.theme
    html, *closer = (
        render_handout(replace(made, closeness=closeness), chrome, theme)
        for closeness in CLOSENESSES
    )
    note = Made(locale, {one.article: standing_of(one) for one in found}).note
    return pdf_of(html, _assets(workspace, made), note, closer=closer)


def _sheet(workspace: Workspace, found: Publication) -> Sheet:
    """Return what a published article's sheet shows."""
    edition, proof, settings = found.edition, found.evidence, workspace.settings
    if edition is None or proof is None:
        raise InputError(f"{found.article} is not published in {found.locale}")
    base = settings.base_url
    address = f"{base}{found.locale}/{found.article}/" if base else ""
    return Sheet(
        edition,
        signed_by(proof),
        version=max(event.at for event in proof.signoffs)[:10],
        is_outdated=found.consequence is Consequence.WITH_NOTICE,
        address=address,
        source_address=f"{base}{settings.source_locale}/{found.article}/" if base else "",
        code=_code(address),
    )


def _code(address: str) -> Picture | None:
    if not address:
        return None
    code = code_of(address)
    return Picture(code.size, code.path)


def _assets(workspace: Workspace, made: Handout) -> Mapping[str, bytes]:
    """Return the pictures by their names in the HTML, each of them the file that was signed."""
    signed = {asset.path: asset for sheet in made.sheets for asset in sheet.edition.assets}
    return {
        f"asset:{number}": _signed_bytes(workspace, signed[path])
        for number, path in enumerate(made.assets)
    }


def _signed_bytes(workspace: Workspace, asset: Asset) -> bytes:
    data = files.read_bytes(workspace.inside(workspace.source / asset.path))
    if hashlib.sha256(data).hexdigest() != asset.sha256:
        raise InputError(f"{asset.path} is not the file that was signed")
    return data
