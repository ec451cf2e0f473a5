"""The edition that the approved entries of an article make, and the shape of its source."""

from __future__ import annotations

from collections.abc import Sequence

from salerno.catalog import template_catalog
from salerno.edition import Shape, digest_of_text
from salerno.formats import fill, pieces_of, rendered
from salerno.model import (
    SITE,
    Asset,
    Catalog,
    Edition,
    EditionUnit,
    Entry,
    Meaning,
    Translate,
)
from salerno.pipeline.assets import assets_of as assets_of  # noqa: PLC0414 - part of an edition
from salerno.pipeline.assets import links_of
from salerno.pipeline.content import Content
from salerno.pipeline.decisions import policy
from salerno.store import catalogs
from salerno.store.editions import identity_of
from salerno.store.workspace import Workspace

SITE_FORMAT = "po"


def edition_of(
    workspace: Workspace, content: Content, locale: str, entries: Sequence[Entry]
) -> Edition:
    """Return the edition that approved entries make of an article."""
    needs = policy(workspace, content.slug)
    source, target, form = _texts(workspace, content, locale, entries)
    return Edition(
        workspace=identity_of(workspace),
        article=content.slug,
        locale=locale,
        source_locale=workspace.settings.source_locale,
        format=form,
        risk=risk_of(workspace, content),
        required=tuple(meaning for meaning in Meaning if meaning in needs.required),
        two_person=needs.two_person,
        source=source,
        target=target,
        assets=assets_of(workspace, content.slug, form, source) if content.article else (),
        units=units_of_entries(entries, content.slug, locale),
    )


def units_of_entries(
    entries: Sequence[Entry], article: str, locale: str
) -> tuple[EditionUnit, ...]:
    """Return what an edition of these entries holds of each."""
    return tuple(_unit(entry, article, locale) for entry in entries)


def _unit(entry: Entry, article: str, locale: str) -> EditionUnit:
    unit = entry.unit
    digest = entry.digest(article, locale)
    return EditionUnit(unit.context, unit.source, unit.source_plural, entry.targets, digest)


def _texts(
    workspace: Workspace,
    content: Content,
    locale: str,
    entries: Sequence[Entry],
) -> tuple[str, str, str]:
    """Return the texts of an article and of its localization, and their format."""
    if content.article:
        targets = {entry.unit.identity: entry.targets[0] for entry in entries}
        form = content.article.format
        filled = fill(content.pieces, targets, form)
        return content.article.text, filled, content.article.format_name
    settings = workspace.settings
    source = template_catalog(
        [entry.unit for entry in entries],
        project=settings.title,
        locale=settings.source_locale,
        digest=content.digest,
    )
    headers = catalogs.read(workspace, workspace.catalog(SITE, locale)).headers
    target = Catalog(tuple(entries), headers=headers)
    return catalogs.text_of(source), catalogs.text_of(target), SITE_FORMAT


def risk_of(workspace: Workspace, content: Content) -> str:
    """Return the risk that an article's front matter names, or the workspace's own."""
    if content.article is None:
        return "standard"
    stated = rendered(content.article.format_name, content.article.text).metadata.risk
    return stated or workspace.settings.risk


def shape_of(form: str, source: str, assets: Sequence[Asset]) -> Shape:
    """Return what of a source matters to its translations, as the splitter of today sees it."""
    if form == SITE_FORMAT:
        units = catalogs.parse(source, "site.pot").entries
        return Shape(tuple(entry.unit.identity for entry in units))
    pieces = pieces_of(form, source)
    units_ = tuple((p.context, p.source) for p in pieces if isinstance(p, Translate))
    return Shape(units_, links_of(form, source), tuple(assets))


def current_shape(workspace: Workspace, content: Content) -> tuple[Shape, str]:
    """Return the shape of an article as it is now, and the digest of its text."""
    if content.article is None:
        return Shape(tuple(unit.identity for unit in content.units)), content.digest
    form, text = content.article.format_name, content.article.text
    assets = assets_of(workspace, content.slug, form, text)
    return shape_of(form, text, assets), digest_of_text(text)
