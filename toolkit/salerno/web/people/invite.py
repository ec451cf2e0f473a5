"""The pages on which an owner invites people, and takes that back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from salerno.web import here
from salerno.web.access import Right, after_password, for_rights, who
from salerno.web.people import mail
from salerno.web.people.fields import Form, name_field
from salerno.web.people.inviting import Offered, take_back
from salerno.web.people.inviting import invite as make
from salerno.web.people.models import Account, Invitation
from salerno.web.people.models.accounts import address_of
from salerno.web.people.reviewer_form import ReviewerForm
from salerno.web.people.rights import RightsForm, reviewing

_MAIL = """\
{name},

{owner} invites you to Salerno, where health articles are reviewed before they are published.
Make your account here, once, within a week:

{link}

If you do not know what this is about, do nothing: the link ends by itself.
"""


class Person(Form):
    """Who is invited."""

    name = name_field(label="Name")
    email = forms.EmailField(label="E-mail address", max_length=254)

    def clean_email(self) -> str:
        """Refuse who is here already."""
        email = address_of(self.cleaned_data["email"])
        if Account.objects.filter(email=email).exists():
            raise ValidationError("There is an account with this address.")
        return email


@for_rights(Right.OWNER)
@after_password
def invite(request: HttpRequest) -> HttpResponse:
    """Invite somebody; the link is shown once."""
    said = request.POST or None
    known = here.workspace().settings.locales
    person, given, reviewer = Person(said), RightsForm(known, said), ReviewerForm(said)
    if said and all([person.is_valid(), given.is_valid(), reviewer.is_valid()]):
        pairs = given.pairs()
        role = reviewing(pairs, known)
        if not pairs:
            given.add_error(None, "Give at least one right.")
        elif role is None or reviewer.demand():
            details = reviewer.details(role) if role else None
            told = person.cleaned_data
            return _invited(request, Offered(told["email"], told["name"], pairs, details))
    forms = {"person": person, "given": given, "reviewer": reviewer}
    context: dict[str, Any] = {"title": "Invite somebody", "section": "people", **forms}
    return render(request, "people/invite.html", context, status=400 if said else 200)


def _invited(request: HttpRequest, offered: Offered) -> HttpResponse:
    owner = who(request)
    link = request.build_absolute_uri(make(offered, by=owner))
    text = _MAIL.format(name=offered.name, owner=owner.name, link=link)
    context = {
        "title": f"{offered.name} is invited",
        "section": "people",
        "link": link,
        "email": offered.email,
        "was_sent": mail.sent(offered.email, "Your invitation to Salerno", text),
        "mail_is_set": mail.is_set(),
        "lasts": "once, within a week",
    }
    return render(request, "people/link.html", context)


@require_POST
@for_rights(Right.OWNER)
def withdraw(request: HttpRequest, number: int) -> HttpResponse:
    """Take an invitation back."""
    found = get_object_or_404(Invitation, pk=number)
    if take_back(found, by=who(request)):
        messages.success(
            request, f"The invitation of {found.name or 'the first owner'} is taken back."
        )
    else:
        messages.error(request, "This invitation was used, taken back or over before.")
    return redirect("people:list")
