"""What was read, by whom; nothing of it is ever deleted."""

from __future__ import annotations

from django.db import models

from salerno.web.people.models.accounts import Account


class Reading(models.Model):
    """One look at one page."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=60)
    """The name of the page's address: `desk:review`."""
    article = models.CharField(max_length=200)
    locale = models.CharField(max_length=35, blank=True, default="")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """The newest come first, of all or of one person."""

        ordering = ("-id",)
        indexes = (models.Index(fields=["account", "-id"], name="readings_of"),)

    def __str__(self) -> str:
        return f"{self.account} read {self.article} {self.locale}"
