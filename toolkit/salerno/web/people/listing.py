"""The list of people, for owners."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from salerno.web.access import Right, for_rights
from salerno.web.people.models import Account, Grant, Invitation
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
        "invitations": [Row(each, said(each.grants)) for each in invitations],
    }
    return render(request, "people/list.html", context)
