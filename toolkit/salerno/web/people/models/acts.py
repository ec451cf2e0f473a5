"""What was done to accounts, by whom: written once, never changed, never deleted."""

from __future__ import annotations

from enum import StrEnum

from django.db import models

from salerno.web.people.models.accounts import Account


class Deed(StrEnum):
    """What was done."""

    INVITED = "invited"
    TAKEN_BACK = "took back an invitation"
    JOINED = "joined"
    LOGGED_IN = "logged in"
    LOCKED_OUT = "was locked out after failed log-ins"
    RIGHTS = "changed rights"
    DEACTIVATED = "deactivated"
    REACTIVATED = "reactivated"
    RESET_LINK = "made a link for a new password"
    PASSWORD = "set a new password"  # noqa: S105 - the name of a deed
    FACTOR = "set up a second factor"
    FACTOR_REMOVED = "removed the second factor"
    RECOVERY_CODES = "made recovery codes"
    RECOVERY_USED = "logged in with a recovery code"
    EVERYWHERE = "logged out everywhere"
    TOKEN = "made an API token"  # noqa: S105 - the name of a deed
    TOKEN_REVOKED = "revoked an API token"  # noqa: S105 - the name of a deed
    APPOINTED = "named as a reviewer"
    REGISTERED = "registered a signing key"
    RETIRED = "retired a reviewer"


class Act(models.Model):
    """One thing that was done."""

    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+")
    """Empty for whoever stands at the server's own console, or nobody known."""
    whom = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+")
    what = models.CharField(max_length=60)
    detail = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        """The newest come first."""

        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.by or 'the server'} {self.what} {self.whom or ''} {self.detail}".strip()


def note(
    what: Deed, *, by: Account | None = None, whom: Account | None = None, detail: str = ""
) -> None:
    """Write down what was done."""
    Act.objects.create(by=by, whom=whom, what=what.value, detail=detail[:500])
