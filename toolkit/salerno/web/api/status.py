"""`GET /api/status`: what `salerno status --json` prints, of the locales that the account may read."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import HttpResponse, JsonResponse

from salerno.model import SITE, State
from salerno.pipeline.documents import status_document
from salerno.pipeline.status import ArticleStatus
from salerno.web import here
from salerno.web.api.programs import Asked, for_programs
from salerno.web.desk.models import Part
from salerno.web.published import Publishable


@for_programs("locale")
def status(asked: Asked) -> HttpResponse:
    """Answer with the counts by state of each article in each locale."""
    return JsonResponse(status_document(_rows(asked)))


def _rows(asked: Asked) -> Iterator[ArticleStatus]:
    """Yield the rows in the command line's order: by article, the page chrome last, then by locale."""
    order = {locale: number for number, locale in enumerate(asked.locales)}
    parts = sorted(
        Part.objects.filter(locale__in=asked.locales),
        key=lambda part: (part.article == SITE, part.article, order[part.locale]),
    )
    publishable = Publishable(here.workspace())
    for part in parts:
        yield ArticleStatus(
            part.article,
            part.locale,
            {state: getattr(part, state.value) for state in State},
            tuple(part.signed.split()),
            publishable.of(part),
        )
