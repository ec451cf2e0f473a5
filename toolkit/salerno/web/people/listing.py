"""The list of people, for owners."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from salerno.web.access import Right, for_rights
from salerno.web.people import mail
from salerno.web.people.models import Account, DailyMail, Grant, Invitation, Outcome
from salerno.web.people.rights import said


@dataclass(frozen=True, slots=True)
class Row:
    """One account or invitation, with its rights in words."""

    whose: Account | Invitation
    rights: list[str]


@for_rights(Right.OWNER)
def people(request: HttpRequest) -> HttpResponse:
    """List accounts and open invitations."""
    grants: dict[int, list[tuple[str, str]]] = {}
    for account_id, right, locale in Grant.objects.values_list("account_id", "right", "locale"):
        grants.setdefault(account_id, []).append((right, locale))
    accounts = Account.objects.order_by("-is_active", "name", "id")
    invitations = Invitation.objects.open().order_by("-id")
    context = {
        "title": "People",
        "section": "people",
        "accounts": [Row(account, said(grants.get(account.pk, []))) for account in accounts],
        "mail_is_set": mail.is_set(),
        "last_mail": DailyMail.objects.aggregate(last=Max("sent_at"))["last"],
        "troubles": _troubles(),
        "invitations": [Row(each, said(each.grants)) for each in invitations],
    }
    return render(request, "people/list.html", context)


def _troubles() -> QuerySet[DailyMail]:
    """Return the daily mails that did not go, or may not have gone, the last time that it was their turn."""
    held_up = (Outcome.FAILED, Outcome.UNKNOWN, Outcome.BEGUN)
    rows = DailyMail.objects.filter(outcome__in=held_up, is_wanted=True, account__is_active=True)
    return rows.select_related("account").order_by("account__name", "pk")
