"""The page behind an invitation's link."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth import login
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters

from salerno.errors import InputError
from salerno.web.access import open_to_all, password_was_proved
from salerno.web.people import inviting
from salerno.web.people.fields import RULES, Form, name_field, secret_field
from salerno.web.people.limits import LINKS
from salerno.web.people.login import locked
from salerno.web.people.machine import machine_of
from salerno.web.people.models import Account, Invitation
from salerno.web.people.models.accounts import address_of
from salerno.web.people.rights import said


class Join(Form):
    """What somebody who was invited says: their name and a password."""

    email = forms.EmailField(
        label="E-mail address",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "username"}),
    )
    name = name_field(
        label="Your name",
        help_text="As colleagues know you, and, if you review, as reviewers.toml will show it.",
    )
    password = secret_field("Password", "new-password", help_text=RULES)
    again = secret_field("The same password again", "new-password")

    def __init__(self, invitation: Invitation, *args: Any, **kwargs: Any) -> None:
        """Take the invitation: whom it names keeps that address."""
        known = {"email": invitation.email, "name": invitation.name}
        super().__init__(*args, initial=known, **kwargs)
        self.fields["name"].widget.attrs["autocomplete"] = "name"
        self.fields["email"].disabled = bool(invitation.email)

    def clean_email(self) -> str:
        """Return the address as it is kept."""
        return address_of(self.cleaned_data["email"])

    def clean(self) -> dict[str, Any]:
        """Refuse a password that others guess, or that was mistyped once."""
        words = self.cleaned_data
        if "password" in words:
            account = Account(email=words.get("email", ""), name=words.get("name", ""))
            try:
                validate_password(words["password"], account)
            except ValidationError as error:
                self.add_error("password", error)
            if words.get("again") != words["password"]:
                self.add_error("again", "The two passwords are not the same.")
        return words


@sensitive_post_parameters("password", "again")
@open_to_all
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Make an account, once; its owner goes on to the second factor."""
    machine = machine_of(request)
    if LINKS.is_reached(machine):
        return locked(request)
    found = Invitation.objects.find_open(token)
    if found is None:
        LINKS.note(machine)
        return render(
            request, "people/no-link.html", {"title": "This link is not valid"}, status=404
        )
    form = Join(found, request.POST or None)
    if form.is_valid():
        told = {key: form.cleaned_data[key] for key in ("email", "name", "password")}
        try:
            return _joined(request, inviting.accept(found, **told))
        except InputError as error:
            form.add_error(None, str(error))
    context = {
        "title": "Make your account",
        "form": form,
        "invitation": found,
        "rights": said(found.grants),
    }
    return render(request, "people/join.html", context, status=400 if form.errors else 200)


def _joined(request: HttpRequest, account: Account) -> HttpResponse:
    request.session.flush()
    login(request, account, backend="django.contrib.auth.backends.ModelBackend")
    password_was_proved(request)
    return redirect("people:second-factor")
