"""A reviewer's signing key, opened for one signature with the passphrase that came with the form."""

from __future__ import annotations

from django.http import HttpRequest

from salerno.errors import InputError
from salerno.signing import PrivateKey
from salerno.store import keys
from salerno.web import here
from salerno.web.access import who
from salerno.web.people.limits import PASSPHRASES
from salerno.web.people.models import Account


def reviewer_of(account: Account) -> str:
    """Return the id that an account signs for; raise InputError if that is nobody's."""
    if not account.reviewer:
        raise InputError(
            "your account signs for nobody", help="an owner links it to an entry of reviewers.toml"
        )
    return account.reviewer


def opened(request: HttpRequest, reviewer: str) -> PrivateKey:
    """Return the key; raise InputError if it stays shut. The passphrase is kept nowhere.

    Who types a wrong one too often has to wait, so that a screen left open is no place to guess at.
    """
    passphrase = request.POST.get("passphrase", "")
    if not passphrase:
        raise InputError("a signature needs the passphrase of your signing key")
    number = who(request).pk
    if PASSPHRASES.is_reached(number):
        raise InputError("too many wrong passphrases", help="wait a quarter of an hour")
    try:
        return keys.open_key(here.workspace(), reviewer, passphrase)
    except InputError:
        PASSPHRASES.note(number)
        raise
