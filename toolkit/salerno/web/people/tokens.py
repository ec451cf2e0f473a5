"""API tokens: made and revoked by the person in whose name programs ask."""

from __future__ import annotations

import datetime as dt

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from salerno.web.access import after_password, for_verified, who
from salerno.web.people import secrets
from salerno.web.people.fields import Form, name_field
from salerno.web.people.models import Account, ApiToken, Deed, note

PREFIX = "salerno_"
"""By which scanners find a token that was committed somewhere."""
_SELDOM = dt.timedelta(minutes=5)
"""How exact the time of the last use is: a program that asks every second shall not write every second."""


class NewToken(Form):
    """What a token is for."""

    name = name_field(label="What it is for", help_text="Such as the name of the program.")


def account_of_token(text: str) -> Account | None:
    """Return whose token a text is, or None if it is none, was revoked, or its owner was deactivated."""
    if not text.startswith(PREFIX):
        return None
    found = ApiToken.objects.select_related("account").filter(
        token_hash=secrets.digest(text), revoked_at=None, account__is_active=True
    )
    token = found.first()
    if token is None:
        return None
    now = timezone.now()
    if token.used_at is None or now - token.used_at > _SELDOM:
        ApiToken.objects.filter(pk=token.pk).update(used_at=now)
    return token.account


@for_verified
@after_password
def new_token(request: HttpRequest) -> HttpResponse:
    """Make a token, and show it once."""
    form = NewToken(request.POST or None)
    context: dict[str, object] = {"title": "A new API token", "section": "self", "form": form}
    if form.is_valid():
        text = PREFIX + secrets.token()
        account, name = who(request), form.cleaned_data["name"][:100]
        ApiToken.objects.create(account_id=account.pk, name=name, token_hash=secrets.digest(text))
        note(Deed.TOKEN, by=account, detail=name)
        context |= {"token": text, "name": name}
    return render(request, "people/token.html", context, status=400 if form.errors else 200)


@require_POST
@for_verified
def revoke_token(request: HttpRequest, number: int) -> HttpResponse:
    """Revoke one of one's own tokens."""
    token = get_object_or_404(ApiToken, pk=number, account_id=who(request).pk)
    if ApiToken.objects.filter(pk=token.pk, revoked_at=None).update(revoked_at=timezone.now()):
        note(Deed.TOKEN_REVOKED, by=who(request), detail=token.name)
    messages.success(request, f"The token for {token.name} is revoked.")
    return redirect("people:self")
