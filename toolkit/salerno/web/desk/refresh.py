"""The table of what waits, brought up to date with the files: an article in a locale at a time.

A look at the files' times and sizes tells whether there is anything to do; what they hold tells whether
it matters. Catalogs and ledgers stay the truth: no decision is taken from this table.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from django.db import transaction

from salerno.errors import SalernoError
from salerno.model import SITE, Entry, EventType, Severity
from salerno.pipeline.content import Content, contents, entries, listed
from salerno.pipeline.decisions import Decisions, decisions, policy
from salerno.pipeline.outdated import outdated
from salerno.pipeline.queue import Waiting as Item
from salerno.pipeline.queue import waiting, waits
from salerno.pipeline.status import counted
from salerno.review import Risk, standing
from salerno.store import articles, editions, files, termbases
from salerno.store.program import digest, program
from salerno.store.settings import FILE
from salerno.store.workspace import Workspace
from salerno.web.desk.deeds import deeds_of
from salerno.web.desk.models import Deeds, Part, Waiting

_RANKS = {risk: rank for rank, risk in enumerate(Risk)}
_SEVERITIES = list(Severity)


def refresh(workspace: Workspace) -> list[str]:
    """Bring the whole table up to date; return what is wrong with articles that it cannot take in.

    Those keep the rows that they have: what waits there is not forgotten over a broken line.
    """
    known = {(part.article, part.locale): part for part in Part.objects.all()}
    wanted = [(slug, locale) for slug in listed(workspace) for locale in workspace.settings.locales]
    gone = known.keys() - set(wanted)
    for article, locale in gone:
        Part.objects.filter(article=article, locale=locale).delete()
    common = _common(workspace)
    problems = []
    for article, locale in wanted:
        try:
            _refreshed(workspace, article, locale, known.get((article, locale)), common)
        except SalernoError as error:
            problems.append(f"{article} in {locale}: {error}")
    return problems


def refresh_part(workspace: Workspace, article: str, locale: str) -> Part:
    """Bring one article in one locale up to date."""
    known = Part.objects.filter(article=article, locale=locale).first()
    return _refreshed(workspace, article, locale, known, _common(workspace))


def _refreshed(
    workspace: Workspace, article: str, locale: str, known: Part | None, common: str
) -> Part:
    stamp = digest(common, *_stats(_paths(workspace, article, locale)))
    if known and known.stamp == stamp:
        return known
    content = next(contents(workspace, [article]))
    inputs = digest(common, content.digest, *_bytes(_paths(workspace, article, locale)))
    if known and known.inputs == inputs:
        Part.objects.filter(pk=known.pk).update(stamp=stamp)
        return known
    return _written(workspace, content, locale, stamp, inputs)


def _common(workspace: Workspace) -> str:
    """Return a digest of what every row hangs on."""
    return digest(
        program(),
        *_bytes([workspace.root / FILE, workspace.root / "locales/reviewers.toml"]),
        termbases.bytes_of(workspace),
    )


def _paths(workspace: Workspace, article: str, locale: str) -> list[Path]:
    source = (
        [workspace.root / "templates"]
        if article == SITE
        else [articles.path_of(workspace, article)]
    )
    source_locale = workspace.settings.source_locale
    ledgers = [workspace.ledger(article, each) for each in (locale, source_locale)]
    return [*source, workspace.catalog(article, locale), *ledgers]


def _stats(paths: list[Path]) -> Iterator[str]:
    for path in paths:
        try:
            found = path.stat()
        except OSError:
            yield ""
        else:
            yield f"{found.st_ino} {found.st_size} {found.st_mtime_ns}"


def _bytes(paths: list[Path]) -> Iterator[bytes]:
    for path in paths:
        yield files.read_bytes(path) if path.is_file() else b""


def _written(workspace: Workspace, content: Content, locale: str, stamp: str, inputs: str) -> Part:
    """Replace the rows of an article in a locale, in one step for who looks meanwhile."""
    decided = decisions(workspace, content.slug, locale)
    found = entries(workspace, content, locale)
    rows = [
        _row(position, waiting(entry, decided), decided)
        for position, entry in enumerate(found)
        if waits(entry, decided)
    ]
    counts = {state.value: n for state, n in counted(map(decided.state, found)).items()}
    values = {"stamp": stamp, "inputs": inputs, "units": len(found), **counts}
    values |= _of_ledger(workspace, content, decided)
    with transaction.atomic():
        part, _ = Part.objects.update_or_create(
            article=content.slug, locale=locale, defaults={**values, "waiting": len(rows)}
        )
        Waiting.objects.filter(part=part).delete()
        for row in rows:
            row.part = part
        Waiting.objects.bulk_create(rows, batch_size=500)
        Deeds.objects.filter(part=part).delete()
        Deeds.objects.bulk_create(deeds_of(part, decided.history.events), batch_size=500)
    return part


def _of_ledger(workspace: Workspace, content: Content, decided: Decisions) -> dict[str, object]:
    """Return what the ledger alone says of an article in a locale."""
    up = standing(decided.history, policy(workspace, content.slug))
    return {
        "signed": " ".join(up.signed),
        "edition": up.edition,
        "is_outdated": _is_outdated(workspace, content, decided.locale, up.edition),
    }


def _is_outdated(workspace: Workspace, content: Content, locale: str, name: str) -> bool:
    """Return whether the edition that stands is of another source; one that cannot be read, neither way."""
    try:
        edition = editions.load(workspace, content.slug, locale, name) if name else None
        return bool(edition and outdated(workspace, content, edition))
    except SalernoError:
        return False


def _row(position: int, item: Item, decided: Decisions) -> Waiting:
    worst = min(
        (finding.severity for _, finding in item.findings), key=_SEVERITIES.index, default=""
    )
    checks = sorted({finding.check for _, finding in item.findings})
    rank, since = _RANKS[item.risk], _since(item.entry, decided)
    return Waiting(
        place=f"{rank}|{since}|{item.article}|{item.locale}|{position:06}",
        article=item.article,
        locale=item.locale,
        key=item.entry.unit.key,
        position=position,
        state=item.state.value,
        rank=rank,
        risk=item.risk.value,
        severity=str(worst),
        checks=f" {' '.join(checks)} " if checks else "",
        since=since,
        digest=decided.digest(item.entry),
        source=item.entry.unit.source,
        target=item.entry.targets[0],
    )


def _since(entry: Entry, decided: Decisions) -> str:
    """Return since when an entry reads as it does; a text that no event tells of has waited longest."""
    told = decided.history.on(decided.digest(entry), EventType.DRAFT, EventType.EDIT)
    return max((event.at for event in told), default="")
