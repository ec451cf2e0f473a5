"""Who has an account, what it may do in which locales, and who was invited."""

from __future__ import annotations

from collections.abc import Collection
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac

from salerno.web.access import Right
from salerno.web.people import secrets

RIGHTS = [(right.value, right.value) for right in Right]


class Accounts(BaseUserManager["Account"]):
    """Makes accounts; an address is one whatever its case."""

    def get_by_natural_key(self, username: str | None) -> Account:
        """Return the account of an address."""
        return self.get(email=address_of(username or ""))


def address_of(text: str) -> str:
    """Return an e-mail address as it is kept."""
    return text.strip().lower()


class Account(AbstractBaseUser):
    """Somebody who may log in."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    reviewer = models.CharField(max_length=100, blank=True, default="")
    """The id of the entry in reviewers.toml that is this person; empty for who signs nothing."""
    is_active = models.BooleanField(default=True)
    since = models.DateTimeField(auto_now_add=True)
    sessions = models.CharField(max_length=64, default=secrets.token)
    """Part of what sessions are bound to: another text here ends them all."""

    objects = Accounts()
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        """An entry in reviewers.toml is one person."""

        constraints = (
            models.UniqueConstraint(
                fields=["reviewer"],
                condition=~models.Q(reviewer=""),
                name="one_account_per_reviewer",
            ),
            models.UniqueConstraint(Lower("email"), name="one_account_per_address"),
        )

    def __str__(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        """Return what the person is called."""
        return self.name

    def get_session_auth_hash(self) -> str:
        """Return what a session has to hold: another password ends it, and so does `end_sessions`."""
        return salted_hmac(
            "salerno.sessions", self.password + self.sessions, algorithm="sha256"
        ).hexdigest()

    def end_sessions(self) -> None:
        """Log the account out everywhere, once it is saved."""
        self.sessions = secrets.token()

    def grants(self) -> dict[str, set[Right]]:
        """Return the rights by locale; those under an empty locale hold in all."""
        if not hasattr(self, "_grants"):
            found: dict[str, set[Right]] = {}
            for grant in self.grant_set.all():
                found.setdefault(grant.locale, set()).add(Right(grant.right))
            self._grants = found
        return self._grants

    def rights(self, locale: str | None = None) -> set[Right]:
        """Return what the account may do, anywhere or in a locale."""
        grants = self.grants()
        if locale is None:
            return set().union(*grants.values()) if grants else set()
        return grants.get("", set()) | grants.get(locale, set())

    def may(self, rights: Collection[Right], locale: str | None = None) -> bool:
        """Return whether the account has one of some rights, anywhere or in a locale."""
        return self.is_active and bool(self.rights(locale) & set(rights))

    def locales(self, rights: Collection[Right], known: Collection[str]) -> list[str]:
        """Return those of the workspace's locales in which the account has one of some rights."""
        return [locale for locale in known if self.may(rights, locale)]


class Grant(models.Model):
    """One right of one account, in one locale or in all."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE)
    right = models.CharField(max_length=20, choices=RIGHTS)
    locale = models.CharField(max_length=35, blank=True, default="")

    class Meta:
        """A right is given once."""

        constraints = (
            models.UniqueConstraint(fields=["account", "right", "locale"], name="one_grant"),
        )

    def __str__(self) -> str:
        return f"{self.right} for {self.locale or 'all locales'}"
