"""What waits, as a table: made from the files alone, thrown away and made again without loss."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Part(models.Model):
    """One article in one locale, as its files were when the table was last brought up to date."""

    article = models.CharField(max_length=200)
    locale = models.CharField(max_length=35)
    stamp = models.CharField(max_length=64)
    """A digest of the times and sizes of its files: the same one needs no look into them."""
    inputs = models.CharField(max_length=64)
    """A digest of what the files hold."""
    units = models.PositiveIntegerField()
    missing = models.PositiveIntegerField()
    stale = models.PositiveIntegerField()
    draft = models.PositiveIntegerField()
    translated = models.PositiveIntegerField()
    rejected = models.PositiveIntegerField()
    approved = models.PositiveIntegerField()
    waiting = models.PositiveIntegerField()
    signed = models.CharField(max_length=100, blank=True)
    """The meanings that the latest edition is signed for, with spaces between."""
    edition = models.CharField(max_length=64, blank=True, default="")
    """The hash of the edition that stands, if one does."""
    is_outdated = models.BooleanField(default=False)
    """Whether the source's text has moved on since that edition."""

    class Meta:
        """An article is in a locale once."""

        constraints = (models.UniqueConstraint(fields=["article", "locale"], name="one_part"),)

    def __str__(self) -> str:
        return f"{self.article} in {self.locale}"


class Deeds(models.Model):
    """How often somebody did something of one kind on one day, by the ledger of an article in a locale."""

    part = models.ForeignKey(Part, on_delete=models.CASCADE, related_name="deeds", db_index=False)
    locale = models.CharField(max_length=35)
    """The part's own, so that approvals of a locale are counted without a look at each part."""
    day = models.CharField(max_length=10)
    """YYYY-MM-DD, UTC."""
    who = models.CharField(max_length=100)
    """The id of a reviewer, or the name of an engine."""
    kind = models.CharField(max_length=20)
    """The type of the events."""
    times = models.PositiveIntegerField()

    class Meta:
        """They are counted by part, or by kind and day."""

        indexes = (
            models.Index(fields=["part", "kind", "day"], name="deeds_of_a_part"),
            models.Index(fields=["kind", "day", "locale", "who", "times"], name="deeds_of_a_kind"),
        )

    def __str__(self) -> str:
        return f"{self.who}: {self.times} {self.kind} on {self.day}"


class Waiting(models.Model):
    """An entry that waits for a reviewer."""

    part = models.ForeignKey(Part, on_delete=models.CASCADE, related_name="rows")
    place = models.CharField(max_length=350, unique=True)
    """Where it stands in the order; it hangs on nothing but the files."""
    article = models.CharField(max_length=200)
    locale = models.CharField(max_length=35)
    key = models.CharField(max_length=12)
    position = models.PositiveIntegerField()
    """In reading order, from 0."""
    state = models.CharField(max_length=10)
    rank = models.PositiveSmallIntegerField()
    """Of its risk; 0 comes first."""
    risk = models.CharField(max_length=20)
    severity = models.CharField(max_length=10, blank=True)
    """Of its worst open finding; empty without one."""
    checks = models.CharField(max_length=200, blank=True)
    """Of its open findings, with spaces before, between and behind."""
    since = models.CharField(max_length=20)
    """Since when its text is as it is (RFC 3339), where the ledger says so."""
    digest = models.CharField(max_length=64)
    source = models.TextField()
    target = models.TextField()

    class Meta:
        """The riskiest first, then the longest waiting, then in reading order."""

        ordering = ("place",)
        indexes = (
            models.Index(fields=["locale", "place"], name="by_locale"),
            models.Index(fields=["article", "place"], name="by_article"),
            models.Index(fields=["state", "place"], name="by_state"),
            models.Index(fields=["severity", "place"], name="by_severity"),
        )
        constraints = (
            models.UniqueConstraint(fields=["article", "locale", "key"], name="one_entry"),
        )

    def __str__(self) -> str:
        return f"{self.article} {self.key} in {self.locale}"


class Claim(models.Model):
    """Who has an entry open, so that nobody else starts on it; it runs out by itself."""

    article = models.CharField(max_length=200)
    locale = models.CharField(max_length=35)
    key = models.CharField(max_length=12)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    until = models.DateTimeField(db_index=True)

    class Meta:
        """An entry is claimed by one person."""

        constraints = (
            models.UniqueConstraint(fields=["article", "locale", "key"], name="one_claim"),
        )

    def __str__(self) -> str:
        return f"{self.article} {self.key} in {self.locale} until {self.until}"


class Due(models.Model):
    """By when an editor wants an article in a locale."""

    article = models.CharField(max_length=200)
    locale = models.CharField(max_length=35)
    day = models.DateField()

    class Meta:
        """One day for each article and locale."""

        constraints = (models.UniqueConstraint(fields=["article", "locale"], name="one_due_date"),)

    def __str__(self) -> str:
        return f"{self.article} in {self.locale} by {self.day}"
