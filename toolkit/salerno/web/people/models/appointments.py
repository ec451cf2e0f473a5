"""What shall stand in reviewers.toml about a person, until they have brought their key."""

from __future__ import annotations

from django.db import models

from salerno.web.people.models.accounts import Account


class Appointment(models.Model):
    """An owner's word that somebody may review: for an account, or for who takes up an invitation."""

    account = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+")
    reviewer = models.CharField(max_length=64)
    roles = models.JSONField()
    locales = models.JSONField()
    credential = models.CharField(max_length=200)
    organisation = models.CharField(max_length=200, blank=True, default="")
    public_name = models.BooleanField(default=False)
    valid_until = models.DateField(null=True)
    made_at = models.DateTimeField(auto_now_add=True)
    done_at = models.DateTimeField(null=True)
    """When the key was registered, or when another appointment took this one's place."""

    def __str__(self) -> str:
        return f"{self.reviewer}: {', '.join(self.roles)} for {', '.join(self.locales)}"
