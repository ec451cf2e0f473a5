"""What may stand in an address: names that can lead nowhere else."""

from __future__ import annotations


class _Text:
    """A part of an address that is passed on as it is."""

    regex = ""

    def to_python(self, value: str) -> str:
        """Return the part as a view gets it."""
        return value

    def to_url(self, value: str) -> str:
        """Return the part as it stands in an address."""
        return value


class Key(_Text):
    """The key of a unit."""

    regex = "[0-9a-f]{12}"


class Slug(_Text):
    """The slug of an article: no dot and no slash is in it."""

    regex = "[a-z0-9]+(?:[-_][a-z0-9]+)*"


class Tag(_Text):
    """A language tag."""

    regex = "[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"
