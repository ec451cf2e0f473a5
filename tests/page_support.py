"""Genuine published pages with their evidence, for tests that forge them."""

from __future__ import annotations

from salerno import evidence
from salerno.edition import hash_of
from salerno.evidence import Evidence, Place
from salerno.formats import fill, load_format
from salerno.model import Entry, Role, Translate, Unit
from salerno.page.bylines import Byline
from salerno.page.chrome import Chrome
from salerno.page.localized import localized
from salerno.page.render import Frame, Published, SitePage, render_page
from salerno.page.theme import plain
from salerno.review import Policy
from trail_support import LINGUISTIC, MEDICAL, PEOPLE, Trail, edition

MARKDOWN = """---
title: Fever at home
description: What to do, and what not.
risk: standard
---

# Fever at home

Take **two** tablets, [not more](https://example.org/dose "Doses"), with `water`.

Do not give it to babies. Give water.

1. Rest.
2. Drink.

| Age | Call at |
|:----|--------:|
| 1   | 38 °C   |

![A thermometer](img/t.png)

See the note.[^1]

[^1]: Ask a nurse.
"""
PLAIN = """Fever at home
Medically reviewed by: Dr. A. Example
Reading Time: 2 minutes

What should I do?
Take two tablets. Do not give it to babies.

Rest & drink <a lot>.
"""
TARGETS = {
    "Fever at home": ("Fiebre en casa", "الحمى في المنزل"),
    "What to do, and what not.": ("Qué hacer y qué no.", "ما يجب فعله وما لا يجب."),
    'Take **two** tablets, [not more](https://example.org/dose "Doses"), with `water`.': (
        'Tome **dos** comprimidos, [no más](https://example.org/dose "Dosis"), con `agua`.',
        'خذ **حبتين**، [لا أكثر](https://example.org/dose "الجرعات")، مع `الماء`.',
    ),
    "Do not give it to babies. Give water.": (
        "No lo dé a bebés. Dé agua.",
        "لا تعطه للرضع. أعط الماء.",
    ),
    "Rest.": ("Descanse.", "استرح."),
    "Drink.": ("Beba.", "اشرب."),
    "Age": ("Edad", "العمر"),
    "Call at": ("Llame con", "اتصل عند"),
    "38 °C": ("38 °C", "\u200f38 °م"),
    "![A thermometer](img/t.png)": ("![Un termómetro](img/t.png)", "![ميزان حرارة](img/t.png)"),
    "See the note.[^1]": ("Vea la nota.[^1]", "انظر الملاحظة.[^1]"),
    "Ask a nurse.": ("Pregunte a la enfermera.", "اسأل الممرضة."),
    "What should I do?": ("¿Qué hago?", "ماذا أفعل؟"),
    "Take two tablets. Do not give it to babies.": (
        "Tome dos comprimidos. No lo dé a bebés.",
        "خذ حبتين. لا تعطه للرضع.",
    ),
    "Rest & drink <a lot>.": ("Descanse y beba <mucho>.", "استرح واشرب <كثيرا>."),
}
SOURCES = {"md": MARKDOWN, "txt": PLAIN}
LOCALES = ("es", "ar")
POLICY = Policy((LINGUISTIC, MEDICAL))
WORKSPACE = "b5b3d3f0-0000-4000-8000-000000000000"


def edition_of(source, form, locale, targets, **details):
    """Return the edition of a source with the target of each unit, given by its source."""
    loaded = load_format(form)
    pieces = loaded.split(source)
    entries = {}
    for piece in pieces:
        if isinstance(piece, Translate):
            unit = Unit(piece.source, piece.context)
            entries[unit.identity] = Entry(unit, (targets(piece.source),))
    filled = fill(pieces, {key: entry.targets[0] for key, entry in entries.items()}, loaded)
    return edition(
        entries.values(),
        source=source,
        target=filled,
        format=form,
        locale=locale,
        **details,
    )


def evidence_of(made, people=PEOPLE, waived=1):
    """Return what proves an edition: approvals, waivers and both sign-offs."""
    locales = {"locales": (made.locale,)}
    trail = Trail(made.article, made.locale, people)
    entries = [Entry(Unit(u.source, u.context, u.source_plural), u.targets) for u in made.units]
    approvals = [trail.add("approve", "lin", text=entry) for entry in entries]
    waivers = [
        trail.add("waive", "cleo", text=entry, check="length", reason="short")
        for entry in entries[:waived]
    ]
    name = hash_of(made)
    signoffs = [
        trail.signoff("lin", LINGUISTIC, edition=name),
        trail.signoff("cleo", MEDICAL, edition=name),
    ]
    shown = tuple(registered(made.locale, people)[person] for person in ("lin", "cleo"))
    assert locales
    return Evidence(made, tuple(approvals), tuple(waivers), tuple(signoffs), reviewers=shown)


def registered(locale, people=PEOPLE):
    """Return the reviewers, of a locale."""
    from dataclasses import replace

    return {name: replace(person, locales=(locale,)) for name, person in people.items()}


def page_of(made, **published):
    """Return the page that `pages` would make of an edition."""
    bylines = [Byline(MEDICAL, Role.CLINICIAN, "", "MD", "Clínica & Co", "2026-11-22")]
    page = SitePage(
        Frame(made.locale, made.source_locale, "Health <articles>", "Example Clinic"),
        localized(made),
        published=Published(bylines, "../../en/fever/", **published),
    )
    return render_page(page, Chrome(made.locale, lambda number: int(number != 1)), plain())


def genuine(form="md", locale="es"):
    """Return a page and its evidence."""
    position = LOCALES.index(locale)
    targets = {source: found[position] for source, found in TARGETS.items()}
    made = edition_of(SOURCES[form], form, locale, lambda source: targets.get(source, source))
    return page_of(made), evidence_of(made)


def problems(
    html, proof, *, locale=None, article="fever", people=None, policy=POLICY, workspace=""
):
    """Return what is wrong with a page, judged where it should stand."""
    locale = locale or proof.edition.locale
    people = registered(locale) if people is None else people
    place = Place(locale, article, workspace)
    return list(evidence.problems_of(html, proof, place, people, policy))
