"""What a page tells machines: schema.org's MedicalWebPage as JSON-LD, and its address in all languages."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from salerno.languages import language_and_territory
from salerno.model import Meaning, Metadata
from salerno.page.bylines import Byline


@dataclass(frozen=True, slots=True)
class Address:
    """Where a page stands in one language, as an absolute URL."""

    locale: str
    href: str


@dataclass(frozen=True, slots=True)
class Head:
    """What the `<head>` of a published page holds for machines.

    Without a `url` (the workspace names no `base_url`) there is no canonical address and no alternates.
    """

    locale: str
    url: str = ""
    alternates: Sequence[Address] = field(default=())
    """All languages in which the page is published, this one included; of one language, none."""
    fallback: str = ""
    """The address for readers of any other language (`x-default`)."""
    kind: str = "website"
    """Open Graph's `og:type`."""
    json_ld: str = ""
    """What `medical_web_page` returned: it needs no escaping."""

    @property
    def og_locale(self) -> str:
        """The locale as Open Graph writes it."""
        return language_and_territory(self.locale)

    @property
    def og_alternates(self) -> list[str]:
        """The other languages of the page, as Open Graph writes them."""
        others = (language_and_territory(other.locale) for other in self.alternates)
        return [name for name in dict.fromkeys(others) if name != self.og_locale]


def medical_web_page(
    head: Head,
    metadata: Metadata,
    *,
    publisher: str,
    source_locale: str,
    bylines: Sequence[Byline] = (),
) -> Markup:
    """Return a page as JSON-LD; who reviewed it, and when, is there only from sign-offs that count."""
    page: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "MedicalWebPage",
        **_known("@id", head.url),
        **_known("url", head.url),
        "name": metadata.title,
        **_known("description", metadata.description),
        "inLanguage": head.locale,
        "medicalAudience": {"@type": "MedicalAudience", "audienceType": "Patient"},
        **_known("publisher", publisher and _organisation(publisher)),
        **review_claims(bylines),
        **_works(head, source_locale),
    }
    # As JSON says it, and yet nothing that HTML could take for the end of a script.
    text = json.dumps(page, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # noqa: S704 - just escaped


def _works(head: Head, source_locale: str) -> dict[str, Any]:
    """Return the work that a page translates, or the translations of it."""
    others = [
        {"@type": "MedicalWebPage", "@id": other.href, "inLanguage": other.locale}
        for other in head.alternates
        if other.locale != head.locale
    ]
    if head.locale == source_locale:
        return _known("workTranslation", others)
    source = [other for other in others if other["inLanguage"] == source_locale]
    return _known("translationOfWork", source and source[0])


def review_claims(bylines: Sequence[Byline]) -> dict[str, Any]:
    """Return what a page says of its medical review: `reviewedBy` and `lastReviewed`, or nothing.

    For who does not want to be named there, their organisation stands, once; without one, nobody does.
    """
    medical = [line for line in bylines if line.meaning is Meaning.MEDICAL]
    if not medical:
        return {}
    people = [_person(line) for line in medical if line.name]
    nameless = dict.fromkeys(line.organisation for line in medical if not line.name)
    return {
        "lastReviewed": max(line.at for line in medical),
        **_known("reviewedBy", [*people, *(_organisation(name) for name in nameless if name)]),
    }


def _person(line: Byline) -> Mapping[str, Any]:
    return {
        "@type": "Person",
        "name": line.name,
        "jobTitle": str(line.role),
        **_known("honorificSuffix", line.credential),
        **_known("affiliation", line.organisation and _organisation(line.organisation)),
    }


def _organisation(name: str) -> dict[str, Any]:
    return {"@type": "Organization", "name": name}


def _known(key: str, value: Any) -> dict[str, Any]:
    return {key: value} if value else {}
