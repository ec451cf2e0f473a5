"""One article in one locale: what holds it up, by when it is wanted, and what takes it down."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from salerno import languages
from salerno.errors import SalernoError
from salerno.model import Change, Edition, EventType
from salerno.pipeline.decisions import decisions
from salerno.pipeline.deeds import Deed, deed
from salerno.pipeline.outdated import Outdated, outdated
from salerno.pipeline.publication import Publication, publication
from salerno.pipeline.pulled import pulled
from salerno.store import editions
from salerno.web.access import READERS, REVIEWERS, Right, for_rights, who
from salerno.web.desk.models import Due
from salerno.web.desk.refresh import refresh_part
from salerno.web.desk.review import Place, place_of
from salerno.web.overview.bars import trend
from salerno.web.overview.progress import counts
from salerno.web.people.reading import note_reading


@dataclass(frozen=True, slots=True)
class Refused:
    """What was not done, why, and what was typed with it."""

    what: str = ""
    why: str = ""
    reason: str = ""
    change: str = ""


@for_rights(*READERS)
def part(request: HttpRequest, locale: str, article: str) -> HttpResponse:
    """Show how far an article is in a locale, and what may be done about it."""
    note_reading(request, article, locale)
    return page(request, place_of(article, locale))


def page(request: HttpRequest, place: Place, refused: Refused | None = None) -> HttpResponse:
    """Show the page, with what was refused if a form of it was."""
    account, locale = who(request), place.locale
    known = refresh_part(place.workspace, place.article, locale)
    found = publication(place.workspace, place.content, locale)
    is_registered = account.reviewer in place.decided.reviewers
    context = {
        "title": f"{place.article} in {locale}",
        "section": "articles",
        "place": place,
        "part": known,
        "language": languages.autonym(locale),
        "bar": counts(known),
        "trend": trend(known.deeds.all(), timezone.now().date()),
        "publication": found,
        "outdated": _outdated(place, found),
        "classified": _classified(place),
        "changes": [change.value for change in Change],
        "pulled": pulled(place.workspace, place.article, locale),
        "due": _due(place),
        "today": timezone.now().date(),
        "is_signed": bool(known.signed or known.edition),
        "may_set_due": account.may({Right.EDITOR}, locale),
        "may_withdraw": is_registered and account.may(REVIEWERS, locale),
        "may_classify": is_registered and account.may({Right.CLINICIAN}, locale),
        "refused": refused or Refused(),
    }
    return render(request, "overview/part.html", context, status=400 if refused else 200)


def _due(place: Place) -> dt.date | None:
    found = Due.objects.filter(article=place.article, locale=place.locale).first()
    return found.day if found else None


def _outdated(place: Place, found: Publication) -> Outdated | None:
    """Return what the source became since the edition that stands; nothing where none can be read."""
    edition: Edition | None = found.edition
    try:
        if edition is None and found.standing.edition:
            names = (place.article, place.locale, found.standing.edition)
            edition = editions.load(place.workspace, *names)
        return outdated(place.workspace, place.content, edition) if edition else None
    except SalernoError:
        return None


def _classified(place: Place) -> list[Deed]:
    """Return what clinicians said of changes of the source, the latest first."""
    workspace = place.workspace
    decided = decisions(workspace, place.article, workspace.settings.source_locale)
    said = [event for event in decided.history.events if event.type is EventType.CLASSIFY]
    return [deed(event, decided) for event in reversed(said)]
