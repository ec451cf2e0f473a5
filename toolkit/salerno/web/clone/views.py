"""How the workspace stands in git, and what an editor decides where two clones changed one thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from salerno.differences import difference
from salerno.errors import InputError
from salerno.model import Difference
from salerno.pipeline import checkout
from salerno.pipeline.checkout import Conflict, Version
from salerno.store import files
from salerno.web import here
from salerno.web.access import Right, for_rights, who
from salerno.web.clone.exchange import EDITORS, choices_about, may_settle
from salerno.web.clone.models import Exchanged, Settling, Wanted
from salerno.web.people.models import Account

PAGE = 20
VIEWERS = (*EDITORS, Right.OBSERVER)
OWN = "own"
"""What a form says instead of a side for a text of one's own."""


@dataclass(frozen=True, slots=True)
class Row:
    """A conflict as the page shows it: what each side made of what both came from, form by form."""

    conflict: Conflict
    ours: tuple[Difference, ...]
    theirs: tuple[Difference, ...]
    settling: Settling | None
    may_choose: bool

    @property
    def texts(self) -> Sequence[str]:
        """What a text of one's own begins with: what was typed before, or what stands here."""
        if self.settling and self.settling.targets:
            return list(self.settling.targets)
        return self.conflict.ours.targets if self.conflict.ours else ()


@for_rights(*VIEWERS)
def clone(request: HttpRequest) -> HttpResponse:
    """Show how the workspace stands in git, and what waits for somebody to settle it."""
    workspace, account = here.workspace(), who(request)
    found = checkout.conflicts(workspace)
    chosen = choices_about(found)
    shown = [each for each in found if _may_see(account, each)]
    pages = Paginator([_row(each, chosen.get(each.id), account) for each in shown], PAGE)
    context = {
        "title": "Git",
        "section": "clone",
        "standing": checkout.standing(workspace),
        "last": Exchanged.last(),
        "is_wanted": Wanted.objects.exists(),
        "rows": pages.get_page(request.GET.get("page")),
        "waiting": len(found),
        "hidden": len(found) - len(shown),
        "open": len(found) - len(chosen),
        "may_exchange": account.may(EDITORS),
        "source_locale": workspace.settings.source_locale,
    }
    return render(request, "clone/clone.html", context)


@require_POST
@for_rights(*EDITORS)
def choose(request: HttpRequest, conflict: str) -> HttpResponse:
    """Keep what somebody chose about a conflict, if it is still the one that they saw."""
    found = {each.id: each for each in checkout.conflicts(here.workspace())}
    if conflict not in found:
        messages.warning(
            request, "One of the two versions was changed meanwhile: nothing was kept."
        )
        return redirect("clone:clone")
    account = who(request)
    if not may_settle(account, found[conflict]):
        raise PermissionDenied("your account has not the right to settle this")
    try:
        side, targets = _chosen(request, found[conflict])
    except InputError as error:
        messages.error(request, f"Nothing was kept: {error}")
        return redirect("clone:clone")
    kept = {"side": side, "targets": targets, "account": account}
    Settling.objects.update_or_create(conflict=conflict, defaults=kept)
    messages.success(request, "Your choice is kept. Nothing is merged until you say so.")
    return redirect("clone:clone")


@require_POST
@for_rights(*EDITORS)
def exchange(request: HttpRequest) -> HttpResponse:
    """Have the server exchange with the remote now, and merge what was chosen if all is settled."""
    merges = "merge" in request.POST
    Wanted.objects.create(account=who(request), merges=merges)
    messages.success(request, "The server is at it: look again in a few seconds.")
    return redirect("clone:clone")


def _may_see(account: Account, conflict: Conflict) -> bool:
    return account.may(VIEWERS, conflict.locale or None)


def _row(conflict: Conflict, settling: Settling | None, account: Account) -> Row:
    ours, theirs = (_differences(conflict.base, side) for side in (conflict.ours, conflict.theirs))
    return Row(conflict, ours, theirs, settling, may_settle(account, conflict))


def _differences(base: Version | None, side: Version | None) -> tuple[Difference, ...]:
    if side is None:
        return ()
    before = base.targets if base else ()
    olds = [*before, *[""] * len(side.targets)][: len(side.targets)]
    pairs = zip(olds, side.targets, strict=True)
    return tuple(difference(old or new, new) for old, new in pairs)


def _chosen(request: HttpRequest, conflict: Conflict) -> tuple[str, list[str]]:
    said = request.POST.get("side", "")
    if said in {side.value for side in conflict.sides}:
        return said, []
    if said != OWN or not conflict.takes_text:
        raise InputError("choose one of the two, or write a text")
    targets = [text.replace("\r\n", "\n") for text in request.POST.getlist("target")]
    counts = {len(side.targets) for side in (conflict.ours, conflict.theirs) if side}
    if len(targets) not in counts or not all(text.strip() for text in targets):
        raise InputError("a text of your own may not be empty")
    for text in targets:
        files.check_text(text)
    return "", targets
