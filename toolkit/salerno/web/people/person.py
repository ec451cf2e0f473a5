"""One person's page, for owners: their rights, their log-in, their entry as a reviewer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from salerno import signing
from salerno.errors import InputError, SalernoError
from salerno.model import Reviewer
from salerno.pipeline.reviewers import retire_reviewer
from salerno.web import here
from salerno.web.access import REVIEWERS, Right, after_password, for_rights, who
from salerno.web.clone.signed import commit_reviewers
from salerno.web.people import factor, mail, registering
from salerno.web.people.fields import Form
from salerno.web.people.inviting import appoint
from salerno.web.people.models import Account, Deed, Grant, note
from salerno.web.people.passwords import reset_link
from salerno.web.people.reviewer_form import ReviewerForm
from salerno.web.people.rights import RightsForm, check_not_last, give, pairs_of, reviewing

_RESET_MAIL = """\
{name},

{owner} made a link for you to set a new password for Salerno. It works once, within a day:

{link}

If you did not ask for it, tell the owner: {email}.
"""
_FACTOR_MAIL = """\
{name},

{owner} removed the second step of your log-in to Salerno. Set up a new one when you log in next.

If you did not ask for it, tell the owner at once: {email}.
"""


class Retire(Form):
    """How a reviewer's signing ends."""

    compromised = forms.BooleanField(
        required=False,
        label="The key is compromised: somebody else may have had it, so nothing that it signed counts",
    )
    sure = forms.BooleanField(label="I know that this cannot be undone")


@for_rights(Right.OWNER)
@after_password
def person(request: HttpRequest, number: int) -> HttpResponse:
    """Show a person, and do what the form that was sent asks for."""
    account = get_object_or_404(Account, pk=number)
    act = _ACTS.get(request.POST.get("act", ""))
    if act is None:
        return _page(request, account)
    try:
        return act(request, account) or redirect("people:person", number)
    except SalernoError as error:
        return _page(request, account, problem=str(error))


def _page(
    request: HttpRequest, account: Account, *, problem: str = "", **bound: Form
) -> HttpResponse:
    known = here.workspace().settings.locales
    pairs = pairs_of(account)
    entry, unread = _entry(account)
    role = reviewing(pairs, known)
    forms: dict[str, Any] = {
        "given": RightsForm(known, given=pairs),
        "reviewer_form": ReviewerForm(account=account)
        if role and (not entry or entry.retired)
        else None,
        "retire": Retire() if entry and not entry.compromised else None,
        **bound,
    }
    context = {
        "title": account.name,
        "section": "people",
        "person": account,
        "problem": problem or unread,
        "entry": entry,
        "fingerprint": signing.fingerprint(entry.public_key) if entry else "",
        "lacks": _lacking(role.roles, role.locales, entry) if role and entry else "",
        "appointment": registering.pending(account),
        "factor": factor.device_of(account),
        **forms,
    }
    return render(request, "people/person.html", context, status=400 if problem or bound else 200)


def _entry(account: Account) -> tuple[Reviewer | None, str]:
    """Return the person's entry in reviewers.toml, and why it cannot be read."""
    try:
        return registering.entry(account.reviewer), ""
    except InputError as error:
        return None, str(error)


def _lacking(roles: tuple[str, ...], locales: tuple[str, ...], entry: Reviewer) -> str:
    """Return in words what the rights give and reviewers.toml does not: there, it takes an edit by hand."""
    missing = [role for role in roles if role not in entry.roles]
    return ", ".join([*missing, *(locale for locale in locales if locale not in entry.locales)])


def _rights(request: HttpRequest, account: Account) -> HttpResponse | None:
    known = here.workspace().settings.locales
    form = RightsForm(known, request.POST, given=pairs_of(account))
    if not form.is_valid():
        return _page(request, account, given=form)
    give(account, form.pairs(), by=who(request))
    messages.success(request, f"The rights of {account.name} are changed.")
    return None


@transaction.atomic
def _deactivate(request: HttpRequest, account: Account) -> None:
    if account.may({Right.OWNER}):
        check_not_last(account)
    account.is_active = False
    account.end_sessions()
    account.save(update_fields=["is_active", "sessions"])
    account.tokens.filter(revoked_at=None).update(revoked_at=timezone.now())
    note(Deed.DEACTIVATED, by=who(request), whom=account)
    messages.success(request, f"{account.name} is logged out, and cannot log in any more.")


def _reactivate(request: HttpRequest, account: Account) -> None:
    account.is_active = True
    account.save(update_fields=["is_active"])
    note(Deed.REACTIVATED, by=who(request), whom=account)
    messages.success(request, f"{account.name} may log in again.")


def _reset(request: HttpRequest, account: Account) -> HttpResponse:
    if not account.is_active:
        raise InputError(f"{account.name} is deactivated")
    owner = who(request)
    link = request.build_absolute_uri(reset_link(account))
    note(Deed.RESET_LINK, by=owner, whom=account)
    text = _RESET_MAIL.format(name=account.name, owner=owner.name, link=link, email=owner.email)
    context = {
        "title": f"A new password for {account.name}",
        "section": "people",
        "link": link,
        "email": account.email,
        "was_sent": mail.sent(account.email, "Your new password for Salerno", text),
        "mail_is_set": mail.is_set(),
        "lasts": "once, within a day, and not after the next log-in",
    }
    return render(request, "people/link.html", context)


@transaction.atomic
def _remove_factor(request: HttpRequest, account: Account) -> None:
    owner = who(request)
    factor.remove(account)
    account.end_sessions()
    account.save(update_fields=["sessions"])
    note(Deed.FACTOR_REMOVED, by=owner, whom=account)
    text = _FACTOR_MAIL.format(name=account.name, owner=owner.name, email=owner.email)
    mail.sent(account.email, "Your second step was removed", text)
    messages.success(request, f"{account.name} sets up a new second factor at the next log-in.")


def _appoint(request: HttpRequest, account: Account) -> HttpResponse | None:
    form = ReviewerForm(request.POST, account=account)
    role = reviewing(pairs_of(account), here.workspace().settings.locales)
    if role is None:
        raise InputError("a reviewer is a linguist or a clinician", help="give the right first")
    if not form.is_valid() or not form.demand():
        return _page(request, account, reviewer_form=form)
    made = appoint(form.details(role), account)
    note(Deed.APPOINTED, by=who(request), whom=account, detail=str(made))
    messages.success(request, f"{account.name} is asked for a signing key at the next log-in.")
    return None


def _retire(request: HttpRequest, account: Account) -> HttpResponse | None:
    form = Retire(request.POST)
    if not form.is_valid():
        return _page(request, account, retire=form)
    compromised = form.cleaned_data["compromised"]
    retire_reviewer(here.workspace(), account.reviewer, compromised=compromised)
    with transaction.atomic():
        Grant.objects.filter(account=account, right__in=[each.value for each in REVIEWERS]).delete()
        account.end_sessions()
        account.save(update_fields=["sessions"])
        detail = f"{account.reviewer}{' (compromised)' * compromised}"
        note(Deed.RETIRED, by=who(request), whom=account, detail=detail)
    commit_reviewers(request, f"{account.reviewer} has retired")
    messages.success(request, f"{account.reviewer} has retired, and reviews nothing any more.")
    return None


_ACTS: dict[str, Callable[[HttpRequest, Account], HttpResponse | None]] = {
    "rights": _rights,
    "deactivate": _deactivate,
    "reactivate": _reactivate,
    "reset": _reset,
    "remove-factor": _remove_factor,
    "appoint": _appoint,
    "retire": _retire,
}
