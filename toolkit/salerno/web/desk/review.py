"""The review page: an article in reading order, one entry of it open to be decided on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.crypto import salted_hmac
from django.views.decorators.http import require_POST

from salerno import languages
from salerno.errors import ArticleError, InputError, SalernoError
from salerno.model import Entry, State
from salerno.pipeline.back_translation import BackTranslation, back_translation
from salerno.pipeline.content import Content, contents, entries
from salerno.pipeline.decide import MQM, MQM_SEVERITIES
from salerno.pipeline.decisions import Decisions, decisions
from salerno.pipeline.sight import Form, Sight, sight
from salerno.store.workspace import Workspace
from salerno.web import here
from salerno.web.access import READERS, REVIEWERS, for_rights, who
from salerno.web.desk.claims import claim
from salerno.web.desk.deciding import Conflict, Typed, decided
from salerno.web.desk.deciding import undo as take_back
from salerno.web.desk.models import Waiting
from salerno.web.desk.queue import Filter
from salerno.web.desk.refresh import refresh_part
from salerno.web.people.reading import note_reading
from salerno.web.trouble import Trouble, trouble_of

_AROUND = 40
"""Blocks before and behind the open one; a longer article is shown in parts."""


@dataclass(frozen=True, slots=True)
class Place:
    """An article in a locale, as it is at this moment."""

    workspace: Workspace
    content: Content
    locale: str
    decided: Decisions
    entries: tuple[Entry, ...]

    @property
    def article(self) -> str:
        """The article's slug."""
        return self.content.slug


def place_of(article: str, locale: str) -> Place:
    """Return an article in a locale; raise Http404 if the workspace has it not."""
    workspace = here.workspace()
    if locale not in workspace.settings.locales:
        raise Http404
    try:
        content = next(contents(workspace, [article]))
    except ArticleError as error:
        raise Http404 from error
    found = entries(workspace, content, locale)
    return Place(workspace, content, locale, decisions(workspace, article, locale), found)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a decision that was not written: the page is shown again, with what was typed."""

    typed: Typed = field(default_factory=Typed)
    conflict: Conflict | None = None
    problem: str = ""
    trouble: Trouble | None = None
    """That of the machine, if the problem is its own."""

    @classmethod
    def to(cls, typed: Typed, error: SalernoError) -> Answer:
        """Return what is said of an error: in plain words if it is none of the reviewer's."""
        trouble = trouble_of(error)
        problem = f"{trouble.title}. {trouble.what}" if trouble else str(error)
        return cls(typed, problem=problem, trouble=trouble)

    @property
    def status(self) -> int:
        """Of HTTP."""
        return 409 if self.conflict else 503 if self.trouble else 400 if self.problem else 200


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the article, as the page lists it."""

    entry: Entry
    state: State
    is_open: bool

    @property
    def kind(self) -> str:
        """What it is, a heading or a paragraph."""
        return str(self.entry.unit.kind)


@for_rights(*READERS)
def article(request: HttpRequest, locale: str, article: str) -> HttpResponse:
    """Open an article at the first entry that waits, or at its beginning."""
    place = place_of(article, locale)
    note_reading(request, article, locale)
    refresh_part(place.workspace, article, locale)
    waits = {State.DRAFT, State.STALE, State.TRANSLATED}
    first = next((e for e in place.entries if place.decided.state(e) in waits), place.entries[0])
    return redirect("desk:entry", locale, article, first.unit.key)


@for_rights(*READERS)
def entry(request: HttpRequest, locale: str, article: str, key: str) -> HttpResponse:
    """Show an entry in its article."""
    note_reading(request, article, locale)
    return _page(request, place_of(article, locale), key)


@require_POST
@for_rights(*REVIEWERS)
def decide(request: HttpRequest, locale: str, article: str, key: str) -> HttpResponse:
    """Write a decision; what cannot be written leaves the page as it was, with what was typed."""
    typed = Typed.of(request.POST)
    try:
        said = decided(request, (article, locale, key), typed)
    except Conflict as conflict:
        return _page(request, place_of(article, locale), key, Answer(typed, conflict=conflict))
    except SalernoError as error:
        return _page(request, place_of(article, locale), key, Answer.to(typed, error))
    if typed.settles:
        Waiting.objects.filter(article=article, locale=locale, key=key).delete()
    messages.success(request, said)
    return redirect(_way_on(request, locale, article, key, typed))


@require_POST
@for_rights(*REVIEWERS)
def undo(request: HttpRequest) -> HttpResponse:
    """Take back the last decision of this session."""
    try:
        locale, article, key = take_back(request)
    except InputError as error:
        messages.error(request, str(error))
        return redirect("desk:queue")
    refresh_part(here.workspace(), article, locale)
    messages.success(request, "Taken back.")
    return redirect("desk:entry", locale, article, key)


def _way_on(request: HttpRequest, locale: str, article: str, key: str, typed: Typed) -> str:
    """Return where a reviewer goes after a decision: what only adds to an entry stays with it."""
    query = urlencode(Filter.of(request.GET).said)
    if typed.settles:
        return f"/queue/next/?{query}"
    return f"/review/{locale}/{article}/{key}/?{query}"


def _page(
    request: HttpRequest, place: Place, key: str, answer: Answer | None = None
) -> HttpResponse:
    account = who(request)
    number = next((n for n, e in enumerate(place.entries) if e.unit.key == key), None)
    if number is None:
        raise Http404
    found = place.entries[number]
    shown = sight(place.workspace, place.content, place.locale, key)
    is_reviewer = account.may(REVIEWERS, place.locale)
    may_decide = is_reviewer and bool(account.reviewer)
    claimed_by = claim(account, place.article, place.locale, key) if may_decide else None
    answer = answer or Answer()
    context = {
        "title": f"{place.article} in {place.locale}",
        "section": "queue",
        "place": place,
        "entry": found,
        "sight": shown,
        "findings": sorted({finding.check for _, finding in shown.open_findings}),
        "back": _back(request, place, found),
        "before": place.entries[number - 1].unit.key if number else "",
        "behind": place.entries[number + 1].unit.key if number + 1 < len(place.entries) else "",
        "state": place.decided.state(found),
        "digest": place.decided.digest(found),
        "forms": _fields(shown, answer.typed),
        "language": languages.autonym(place.locale),
        "direction": languages.direction(place.locale),
        "source_locale": place.workspace.settings.source_locale,
        "blocks": _blocks(place, number),
        "number": number + 1,
        "typed": answer.typed,
        "conflict": answer.conflict,
        "problem": answer.problem,
        "may_decide": may_decide,
        "whose": salted_hmac("salerno.words", str(account.pk)).hexdigest()[:16],
        "needs_key": is_reviewer and not account.reviewer,
        "claimed_by": claimed_by,
        "categories": MQM,
        "severities": MQM_SEVERITIES,
        "query": urlencode(Filter.of(request.GET).said),
        "can_undo": "last" in request.session,
    }
    return render(request, "desk/entry.html", context, status=answer.status)


def _back(request: HttpRequest, place: Place, entry: Entry) -> BackTranslation | None:
    """Return the text back in the source language, if somebody asks for it."""
    if "back" not in request.GET or entry.missing:
        return None
    unit = entry.unit
    return back_translation(place.workspace, place.locale, entry.targets[0], syntax=unit.syntax)


@dataclass(frozen=True, slots=True)
class Field:
    """A plural form, and what stands in the field to mend it."""

    form: Form
    text: str


def _fields(shown: Sight, typed: Typed) -> list[Field]:
    targets = shown.entry.targets
    written = typed.targets if len(typed.targets) == len(targets) else targets
    return [Field(form, text) for form, text in zip(shown.forms, written, strict=True)]


def _blocks(place: Place, number: int) -> Sequence[Block]:
    start = max(0, number - _AROUND)
    near = place.entries[start : number + _AROUND + 1]
    return [
        Block(each, place.decided.state(each), n == number) for n, each in enumerate(near, start)
    ]
