"""Claims: who has an entry open, so that two clinicians do not do the same one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db import IntegrityError, transaction
from django.utils import timezone

from salerno.web.desk.models import Claim, Waiting
from salerno.web.people.models import Account

LEASE = dt.timedelta(minutes=10)
"""How long an entry stays claimed after its reviewer last looked at it."""


def claim(account: Account, article: str, locale: str, key: str) -> Account | None:
    """Claim an entry for an account; return who has it if somebody else does.

    A claim keeps nobody from deciding: it tells them that somebody is at it.
    """
    now = timezone.now()
    place = {"article": article, "locale": locale, "key": key}
    free = Claim.objects.filter(**place).exclude(account=account).filter(until__lt=now)
    free.delete()
    try:
        with transaction.atomic():
            found, _ = Claim.objects.get_or_create(
                **place, defaults={"account": account, "until": now + LEASE}
            )
    except IntegrityError:  # somebody else came at the same moment
        found = Claim.objects.get(**place)
    if found.account_id != account.pk:
        return found.account
    Claim.objects.filter(pk=found.pk).update(until=now + LEASE)
    return None


def release(account: Account, article: str, locale: str, key: str) -> None:
    """Give up a claim: the entry was decided."""
    Claim.objects.filter(account=account, article=article, locale=locale, key=key).delete()


def others(account: Account, rows: Iterable[Waiting]) -> dict[tuple[str, str, str], str]:
    """Return who else has which of some entries open, by article, locale and key."""
    articles = {row.article for row in rows}
    found = Claim.objects.filter(article__in=articles, until__gte=timezone.now()).exclude(
        account=account
    )
    return {
        (each.article, each.locale, each.key): each.account.name
        for each in found.select_related("account")
    }
