"""Passwords: to change one's own, to set a new one by a link, to be asked again."""

from __future__ import annotations

from typing import Any

from axes.utils import reset as unlock
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.password_validation import validate_password
from django.contrib.auth.tokens import default_token_generator
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlsafe_base64_decode, urlsafe_base64_encode
from django.views.decorators.debug import sensitive_post_parameters

from salerno.web.access import for_verified, open_to_all, password_was_proved, who
from salerno.web.people.fields import RULES, AccountForm, secret_field
from salerno.web.people.limits import LINKS, PASSWORDS
from salerno.web.people.login import locked
from salerno.web.people.machine import machine_of
from salerno.web.people.models import Account, Deed, note
from salerno.web.people.registering import opens_own_key
from salerno.web.people.way_on import asked_for, way_on


class NewPassword(AccountForm):
    """A new password, twice."""

    password = secret_field("New password", "new-password", help_text=RULES)
    again = secret_field("The same password again", "new-password")

    def clean_password(self) -> str:
        """Refuse what others guess."""
        words: str = self.cleaned_data["password"]
        validate_password(words, self.account)
        return words

    def clean(self) -> dict[str, Any]:
        """Refuse a password that was mistyped once, and the passphrase of the signing key."""
        said = self.cleaned_data
        if said.get("password") and said.get("again") != said["password"]:
            self.add_error("again", "The two passwords are not the same.")
        # Last, and counted: whoever has only a session shall not try passphrases here.
        if not self.errors and opens_own_key(self.account, said["password"]):
            self.add_error(
                "password", "This is the passphrase of your signing key. Take other words."
            )
        return said

    def save(self) -> Account:
        """Set the password: it ends all sessions."""
        self.account.set_password(self.cleaned_data["password"])
        self.account.save(update_fields=["password"])
        return self.account


class Again(AccountForm):
    """The password of an account that is logged in; who guesses has to wait."""

    current = secret_field("Your password", "current-password")

    def clean_current(self) -> str:
        """Refuse another password."""
        words: str = self.cleaned_data["current"]
        if PASSWORDS.is_reached(self.account.pk):
            raise ValidationError("Too many attempts: wait a quarter of an hour.")
        if not self.account.check_password(words):
            PASSWORDS.note(self.account.pk)
            raise ValidationError("This is not your password.")
        return words


class ChangePassword(NewPassword, Again):
    """The old password and a new one."""

    field_order = ("current", "password", "again")


@sensitive_post_parameters("current")
@for_verified
def confirm(request: HttpRequest) -> HttpResponse:
    """Ask for the password again, before something that changes how people come in."""
    url = asked_for(request)
    form = Again(who(request), request.POST or None)
    if form.is_valid():
        password_was_proved(request)
        return redirect(url or way_on(request))
    context = {"title": "Your password, please", "form": form, "next": url, "section": "self"}
    return render(request, "people/confirm.html", context, status=400 if form.errors else 200)


@sensitive_post_parameters("current", "password", "again")
@for_verified
def change(request: HttpRequest) -> HttpResponse:
    """Change one's own password; all other sessions end."""
    form = ChangePassword(who(request), request.POST or None)
    if form.is_valid():
        account = form.save()
        update_session_auth_hash(request, account)
        note(Deed.PASSWORD, by=account)
        messages.success(request, "Your password is changed. You are logged out everywhere else.")
        return redirect("people:self")
    context = {"title": "Change your password", "form": form, "section": "self"}
    return render(request, "people/password.html", context, status=400 if form.errors else 200)


def reset_link(account: Account) -> str:
    """Return the address at which an account's password can be set once, within a day.

    It is bound to the password and the last log-in: either ends it.
    """
    number = urlsafe_base64_encode(str(account.pk).encode("ascii"))
    token = default_token_generator.make_token(account)
    return reverse("people:reset", kwargs={"number": number, "token": token})


@sensitive_post_parameters("password", "again")
@open_to_all
def reset(request: HttpRequest, number: str, token: str) -> HttpResponse:
    """Set a new password by an owner's link; the second factor stays as it is."""
    machine = machine_of(request)
    if LINKS.is_reached(machine):
        return locked(request)
    account = _account_of(number)
    if account is None or not default_token_generator.check_token(account, token):
        LINKS.note(machine)
        return render(
            request, "people/no-link.html", {"title": "This link is not valid"}, status=404
        )
    form = NewPassword(account, request.POST or None)
    if form.is_valid():
        form.save()
        unlock(username=account.email)
        note(Deed.PASSWORD, whom=account, detail="by a link")
        messages.success(request, "Your new password is set. Log in with it.")
        return redirect("people:login")
    context = {"title": "Set a new password", "form": form}
    return render(request, "people/reset.html", context, status=400 if form.errors else 200)


def _account_of(number: str) -> Account | None:
    try:
        key = int(urlsafe_base64_decode(number))
    except ValueError:
        return None
    return Account.objects.filter(pk=key, is_active=True).first() if 0 < key < 2**63 else None
