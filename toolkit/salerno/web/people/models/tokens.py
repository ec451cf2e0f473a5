"""Tokens with which programs ask in an account's name."""

from __future__ import annotations

from django.db import models

from salerno.web.people.models.accounts import Account


class ApiToken(models.Model):
    """A token's hash; the token itself was shown once."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="tokens")
    name = models.CharField(max_length=100)
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(auto_now_add=True)
    used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name
