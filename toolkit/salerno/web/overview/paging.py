"""What an address says of which part of a list somebody wants to see."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.http import HttpRequest

from salerno.web.desk.models import Part

_LONGEST = 300


def said_in(request: HttpRequest, *names: str) -> dict[str, str]:
    """Return parameters of an address, empty where it says nothing; what no text can hold is dropped."""
    return {name: request.GET.get(name, "")[:_LONGEST].replace("\0", "") for name in names}


def cursor_of(part: Part) -> str:
    """Return what leads to the parts behind one, however long the list is."""
    return f"{part.article} {part.locale}"


def behind(parts: QuerySet[Part], cursor: str) -> QuerySet[Part]:
    """Return the parts behind a cursor, by article and locale; all without one."""
    article, _, locale = cursor.partition(" ")
    found = Q(article__gt=article) | Q(article=article, locale__gt=locale)
    return (parts.filter(found) if cursor else parts).order_by("article", "locale")
