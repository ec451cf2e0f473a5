from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from salerno.catalog import paired, template, updated
from salerno.formats import load_format
from salerno.model import Catalog, Entry, Previous, Unit


def units_of(*texts):
    return tuple(Unit(text) for text in texts)


def update(catalog, units, **changes):
    return updated(catalog, units, locale="es", project="Clinic", **changes)


def translated(*texts):
    catalog = update(Catalog(), units_of(*texts))
    entries = tuple(
        replace(entry, targets=(f"es:{entry.unit.source}",)) for entry in catalog.entries
    )
    return replace(catalog, entries=entries)


def targets(catalog):
    return {entry.unit.source: entry.targets[0] for entry in catalog.entries}


def test_a_new_catalog_has_the_header_of_its_locale():
    headers = dict(updated(Catalog(), (), locale="pt-BR", project="Clinic").headers)

    assert headers["Language"] == "pt_BR"
    assert headers["Plural-Forms"] == "nplurals=2; plural=(n > 1);"


def test_the_same_text_twice_is_one_unit_with_two_places():
    pieces = load_format("md").split("Rest.\n\nRest.\n")

    (unit,) = template(pieces, "source/a.md")

    assert [str(place) for place in unit.where] == ["source/a.md:1", "source/a.md:3"]


def test_the_same_text_in_another_context_is_another_unit():
    pieces = load_format("md").split("Rest.\n\n<!-- salerno: context=noun -->\n\nRest.\n")

    assert [unit.context for unit in template(pieces, "source/a.md")] == [None, "noun"]


def test_a_comment_carries_the_kind_and_the_heading_path():
    pieces = load_format("md").split("# Fever\n\n## Doses\n\n- Take two.\n")

    assert template(pieces, "a.md")[-1].comments == ("list item · Fever › Doses",)


def test_a_moved_unit_keeps_its_translation():
    old = translated("One thing.", "Another matter.")
    new = update(old, units_of("Another matter.", "One thing."))

    assert targets(new) == targets(old)
    assert not any(entry.fuzzy for entry in new.entries)


def test_a_reworded_unit_becomes_fuzzy_with_its_previous_msgid():
    old = translated("Take two tablets in the morning.", "Rest.")
    new = update(old, units_of("Take three tablets in the morning.", "Rest."))

    assert new.entries[0].targets == ("es:Take two tablets in the morning.",)
    assert new.entries[0].fuzzy
    assert new.entries[0].previous == Previous("Take two tablets in the morning.")
    assert not new.obsolete


def test_a_unit_reworded_twice_keeps_the_msgid_that_its_translation_was_made_for():
    old = translated("Take two tablets in the morning.")
    middle = update(old, units_of("Take three tablets in the morning."))
    new = update(middle, units_of("Take three pills in the morning."))

    assert new.entries[0].previous == Previous("Take two tablets in the morning.")


def test_a_unit_in_the_place_of_a_gone_one_needs_less_likeness():
    old = translated(
        "First paragraph stays.", "Do not drive for a day after it.", "Last paragraph stays."
    )
    words = ("First paragraph stays.", "Do not drive or ride home alone.", "Last paragraph stays.")

    assert update(old, units_of(*words)).entries[1].fuzzy


def test_another_text_altogether_is_new_and_the_old_one_obsolete():
    new = update(translated("Rest."), units_of("Ketamine is a controlled drug."))

    assert new.entries[0].missing
    assert [entry.targets for entry in new.obsolete] == [("es:Rest.",)]


def test_a_unit_that_comes_back_gets_its_translation_back():
    old = translated("Rest.", "Drink.")
    without = update(old, units_of("Drink."))

    assert targets(update(without, units_of("Rest.", "Drink."))) == targets(old)


def test_an_untranslated_unit_that_is_gone_leaves_nothing():
    new = update(update(Catalog(), units_of("Rest.")), units_of("Quite another sentence."))

    assert not new.obsolete


def test_comments_and_flags_of_translators_stay():
    catalog = update(Catalog(), units_of("Rest."))
    entry = replace(catalog.entries[0], comment="ask Ana", unit=Unit("Rest.", flags=("no-wrap",)))
    new = update(replace(catalog, entries=(entry,)), units_of("Rest."))

    assert new.entries[0].comment == "ask Ana"
    assert new.entries[0].unit.flags == ("no-wrap",)


def test_format_flags_that_a_translator_set_stay_beside_the_templates_own():
    flags = ("c-format", "no-wrap", "python-format")
    catalog = update(Catalog(), units_of("Rest."))
    entry = replace(catalog.entries[0], unit=Unit("Rest.", flags=flags))
    new = update(replace(catalog, entries=(entry,)), [Unit("Rest.", flags=("python-format",))])

    assert sorted(new.entries[0].unit.flags) == sorted(flags)


def test_a_rewording_that_is_taken_back_leaves_a_draft_that_was_written_for_nothing_else():
    old = translated("Take two tablets in the morning.")
    middle = update(old, units_of("Take three tablets in the morning."))
    new = update(middle, units_of("Take two tablets in the morning."))

    assert new.entries[0].targets == old.entries[0].targets
    assert (new.entries[0].fuzzy, new.entries[0].previous) == (True, None)


def test_a_previous_msgid_that_is_the_entrys_own_goes_at_the_next_update():
    old = translated("Rest.")
    stale = replace(old.entries[0], fuzzy=True, previous=Previous("Rest."))
    new = update(replace(old, entries=(stale,)), units_of("Rest."))

    assert (new.entries[0].fuzzy, new.entries[0].previous) == (True, None)


def test_a_comment_on_a_word_of_the_chrome_stays_when_that_comes_with_a_translation():
    unit = Unit("Rest.")
    catalog = update(Catalog(), [unit])
    asked = replace(catalog, entries=(replace(catalog.entries[0], comment="ask Ana"),))
    shipped = {unit.identity: Entry(unit, ("Repose.",), comment="of 2024")}
    new = updated(asked, [unit], locale="es", project="Clinic", defaults=shipped)

    assert new.entries[0].comment == "ask Ana\nof 2024"


def test_headers_that_an_editor_wrote_stay():
    catalog = Catalog(headers=(("Last-Translator", "Ana"), ("X-Poedit-Basepath", ".")))
    headers = dict(update(catalog, ()).headers)

    assert headers["Last-Translator"] == "Ana"
    assert headers["X-Poedit-Basepath"] == "."


def test_a_catalog_gets_the_plural_forms_that_its_header_promises():
    unit = Unit("%(n)s day", source_plural="%(n)s days")
    new = updated(Catalog(), (unit,), locale="ar", project="Clinic")

    assert new.entries[0].targets == ("",) * 6


def test_what_ships_with_the_template_fills_only_what_is_missing():
    default = Entry(Unit("Languages"), ("Idiomas",))
    mine = replace(
        update(Catalog(), units_of("Languages")), entries=(Entry(Unit("Languages"), ("Lenguas",)),)
    )
    defaults = {default.unit.identity: default}

    assert targets(update(Catalog(), units_of("Languages"), defaults=defaults)) == {
        "Languages": "Idiomas"
    }
    assert targets(update(mine, units_of("Languages"), defaults=defaults)) == {
        "Languages": "Lenguas"
    }


def test_entries_come_in_the_order_of_the_units():
    entries = paired(units_of("b", "a"), translated("a"))

    assert [(entry.unit.source, entry.missing) for entry in entries] == [("b", True), ("a", False)]


WORDS = st.text(alphabet="abc ", min_size=1, max_size=12)
TEXTS = st.lists(WORDS, max_size=6, unique=True)


@settings(max_examples=200)
@given(TEXTS, TEXTS, TEXTS)
def test_no_translation_is_ever_lost(first, second, third):
    catalog = translated(*first)
    for texts in (second, third):
        catalog = update(catalog, units_of(*texts))
    kept = [entry.targets[0] for entry in (*catalog.entries, *catalog.obsolete)]

    assert {f"es:{text}" for text in first} <= set(kept)


@settings(max_examples=200)
@given(TEXTS, TEXTS)
def test_updating_twice_changes_nothing(first, second):
    once = update(translated(*first), units_of(*second))

    assert update(once, units_of(*second)) == once


@settings(max_examples=200)
@given(TEXTS, TEXTS)
def test_only_a_translation_of_this_very_text_is_not_fuzzy(first, second):
    new = update(translated(*first), units_of(*second))

    assert all(e.fuzzy or e.missing or e.targets == (f"es:{e.unit.source}",) for e in new.entries)
