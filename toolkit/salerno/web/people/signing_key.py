"""The page on which a reviewer makes, brings or proves their signing key."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters

from salerno.errors import InputError
from salerno.web.access import for_verified, who
from salerno.web.clone.signed import commit_reviewers
from salerno.web.people import registering
from salerno.web.people.fields import RULES, AccountForm, secret_field
from salerno.web.people.limits import PASSPHRASES
from salerno.web.people.way_on import way_on


class MakeKey(AccountForm):
    """A passphrase for a new key: one's own, and not the password."""

    passphrase = secret_field(
        "Passphrase",
        "new-password",
        help_text=f"Only you know it: nobody can reset it. Not your password. {RULES}",
    )
    again = secret_field("The same passphrase again", "new-password")

    def clean_passphrase(self) -> str:
        """Refuse what others guess, and the password, which the server checks at every log-in."""
        words: str = self.cleaned_data["passphrase"]
        try:
            validate_password(words, self.account)
        except ValidationError as error:
            mended = [message.replace("password", "passphrase") for message in error.messages]
            raise ValidationError(mended) from error
        if self.account.check_password(words):
            raise ValidationError("This is your password. Your key needs a passphrase of its own.")
        return words

    def clean(self) -> dict[str, Any]:
        """Refuse a passphrase that was mistyped once: nobody could open the key."""
        said = self.cleaned_data
        if said.get("passphrase") and said.get("again") != said["passphrase"]:
            self.add_error("again", "The two passphrases are not the same.")
        return said

    def register(self) -> str:
        """Make the key."""
        return registering.make_key(self.account, self.cleaned_data["passphrase"])


class BringKey(AccountForm):
    """A public key that was made elsewhere."""

    public_key = forms.CharField(
        label="Public key",
        max_length=500,
        help_text="One line, as “salerno reviewer key” prints it: ssh-ed25519 AAAA…",
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off", "spellcheck": "false"}),
    )

    def register(self) -> str:
        """Register the key."""
        return registering.bring_key(self.account, self.cleaned_data["public_key"])


class ProveKey(AccountForm):
    """The passphrase of a key that is here."""

    passphrase = secret_field("Passphrase of your signing key", "current-password")

    def register(self) -> str:
        """Prove the key; who guesses has to wait."""
        if PASSPHRASES.is_reached(self.account.pk):
            raise InputError("too many attempts", help="wait a quarter of an hour")
        try:
            return registering.take_over(self.account, self.cleaned_data["passphrase"])
        except InputError:
            PASSPHRASES.note(self.account.pk)
            raise


WAYS: dict[str, Callable[..., MakeKey | BringKey | ProveKey]] = {
    "make": MakeKey,
    "bring": BringKey,
    "prove": ProveKey,
}


@sensitive_post_parameters("make-passphrase", "make-again", "prove-passphrase")
@for_verified
def key(request: HttpRequest) -> HttpResponse:
    """Register the key of somebody whom an owner named as a reviewer."""
    account = who(request)
    appointment = registering.pending(account)
    if appointment is None:
        return redirect("people:self")
    known = registering.entry(appointment.reviewer)
    way = request.POST.get("way", "")
    ways = ["prove"] if known else ["make", "bring"]
    forms = {each: WAYS[each](account, _sent(request, each), prefix=each) for each in ways}
    if way in forms and forms[way].is_valid():
        try:
            return _is_registered(request, forms[way].register())
        except InputError as error:
            forms[way].add_error(None, str(error))
    context = {
        "title": "Your signing key",
        "section": "self",
        "appointment": appointment,
        "forms": forms,
        "has_key_here": registering.has_key_here(appointment.reviewer),
    }
    return render(request, "people/key.html", context, status=400 if way else 200)


def _sent(request: HttpRequest, way: str) -> Any:
    return request.POST if request.POST.get("way") == way else None


def _is_registered(request: HttpRequest, fingerprint: str) -> HttpResponse:
    commit_reviewers(request, f"{who(request).reviewer} has a signing key")
    words = f"You are registered as {who(request).reviewer}. Fingerprint of your key: {fingerprint}"
    messages.success(request, words)
    return redirect(way_on(request))
