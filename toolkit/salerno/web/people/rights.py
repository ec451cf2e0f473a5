"""Who may do what in which locales: shown as a form, and changed so that an owner is always left."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction

from salerno.errors import InputError
from salerno.web.access import REVIEWERS, Right
from salerno.web.people.fields import Form
from salerno.web.people.models import Account, Deed, Grant, note

ALL = "*"
"""How a form says all locales, those too that are added later."""
BY_LOCALE = (Right.CLINICIAN, Right.LINGUIST, Right.EDITOR, Right.OBSERVER)
_SAID = {
    Right.CLINICIAN: "Clinician: approves, rejects and signs the medical review",
    Right.LINGUIST: "Linguist: approves, mends and signs the linguistic review",
    Right.EDITOR: "Editor: sees how far everything is, assigns, settles conflicts",
    Right.OBSERVER: "Observer: reads everything, changes nothing",
}

Pairs = list[tuple[Right, str]]


class RightsForm(Form):
    """The rights of one person, right by right."""

    owner = forms.BooleanField(
        required=False, label="Owner: invites people, gives rights, sees what was read"
    )

    def __init__(self, known: Sequence[str], *args: Any, given: Pairs = (), **kwargs: Any) -> None:  # type: ignore[assignment]
        """Take the workspace's locales, and the rights that somebody has now."""
        super().__init__(*args, **kwargs)
        self.fields["owner"].initial = any(right is Right.OWNER for right, _ in given)
        for right in BY_LOCALE:
            had = [locale or ALL for each, locale in given if each is right]
            self.fields[right.value] = forms.MultipleChoiceField(
                label=_SAID[right],
                required=False,
                choices=_choices(right, known, had),
                initial=had,
                widget=forms.CheckboxSelectMultiple,
            )

    def clean(self) -> dict[str, Any]:
        """Refuse what reviewers.toml cannot say: there, a person's roles hold in all of their locales."""
        said = self.cleaned_data
        both = [set(said.get(right.value, ())) for right in REVIEWERS]
        if all(both) and both[0] != both[1]:
            raise ValidationError(
                "Give a linguist who is a clinician too both in the same locales."
            )
        return said

    def pairs(self) -> Pairs:
        """Return the rights that were chosen; an owner is one everywhere."""
        said = self.cleaned_data
        owner = [(Right.OWNER, "")] if said["owner"] else []
        return owner + [
            (right, "" if locale == ALL else locale)
            for right in BY_LOCALE
            for locale in said[right.value]
        ]


def _choices(right: Right, known: Sequence[str], had: Sequence[str]) -> list[tuple[str, str]]:
    """Return the locales to choose from; reviewers are named for locales one by one."""
    everywhere = [] if right in REVIEWERS and ALL not in had else [(ALL, "all, later ones too")]
    gone = [locale for locale in had if locale not in {*known, ALL}]
    return everywhere + [(locale, locale) for locale in [*known, *gone]]


@dataclass(frozen=True, slots=True)
class Reviewing:
    """What of somebody's rights goes into reviewers.toml."""

    roles: tuple[str, ...]
    locales: tuple[str, ...]


def reviewing(pairs: Iterable[tuple[str, str]], known: Collection[str]) -> Reviewing | None:
    """Return the roles and locales of who may review, or None."""
    chosen = [(right, locale) for right, locale in pairs if right in REVIEWERS]
    if not chosen:
        return None
    said = {locale for _, locale in chosen}
    locales = tuple(locale for locale in known if locale in said or "" in said)
    return Reviewing(tuple(sorted({str(right) for right, _ in chosen})), locales)


def pairs_of(account: Account) -> Pairs:
    """Return the rights that an account has, read anew."""
    grants = Grant.objects.filter(account=account).order_by("right", "locale")
    return [(Right(grant.right), grant.locale) for grant in grants]


def said(pairs: Iterable[tuple[str, str]]) -> list[str]:
    """Return rights in words: `clinician: es, fr`."""
    by_right: dict[str, list[str]] = {}
    for right, locale in pairs:
        by_right.setdefault(str(right), []).append(locale or "all locales")
    return [
        right if right == Right.OWNER else f"{right}: {', '.join(sorted(locales))}"
        for right, locales in sorted(by_right.items())
    ]


@transaction.atomic
def give(account: Account, pairs: Pairs, *, by: Account | None) -> None:
    """Give an account these rights and no others, from its next click on."""
    before = pairs_of(account)
    if (Right.OWNER, "") in before and (Right.OWNER, "") not in pairs:
        check_not_last(account)
    Grant.objects.filter(account=account).delete()
    Grant.objects.bulk_create(
        Grant(account=account, right=right.value, locale=locale) for right, locale in pairs
    )
    if by and sorted(before) != sorted(pairs):
        note(Deed.RIGHTS, by=by, whom=account, detail="; ".join(said(pairs)) or "none")


def check_not_last(account: Account) -> None:
    """Raise InputError if no other owner would be left; holds other owners' changes up until it is done."""
    owners = Grant.objects.select_for_update().filter(
        right=Right.OWNER.value, account__is_active=True
    )
    if {owner.account_id for owner in owners} <= {account.pk}:
        raise InputError("there has to be an owner", help="make somebody else an owner first")
