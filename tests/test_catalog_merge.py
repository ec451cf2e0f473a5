"""Two translators' catalogs become one, entry by entry, and no word of either is lost."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salerno.catalog import Wording, merged
from salerno.errors import CatalogError, WorkspaceError
from salerno.model import Catalog, Entry, Place, Previous, Unit
from salerno.store import catalogs, reviewer_merge
from trail_support import key_of

REST, DRINK, DRIVE = "Rest.", "Drink.", "Do not drive."


def entry(source, target="", **details):
    unit = {name: details.pop(name) for name in ("where", "flags", "comments") if name in details}
    return Entry(Unit(source, **unit), (target,), **details)


def catalog(*entries, **details):
    return Catalog(tuple(entries), **details)


BASE = catalog(entry(REST, "Descanse."), entry(DRINK), entry(DRIVE, "¡Conduzca!", fuzzy=True))


def word(side, source, target, **details):
    entries = [
        replace(each, targets=(target,), **details) if each.unit.source == source else each
        for each in side.entries
    ]
    return replace(side, entries=tuple(entries))


def targets(found):
    return {each.unit.source: each.targets[0] for each in found.entries}


def test_what_one_side_changed_is_taken():
    ours, theirs = word(BASE, DRINK, "Beba."), word(BASE, DRIVE, "No conduzca.", fuzzy=False)
    result = merged(BASE, ours, theirs)

    assert targets(result.catalog) == {REST: "Descanse.", DRINK: "Beba.", DRIVE: "No conduzca."}
    assert not result.catalog.entries[2].fuzzy
    assert result.clashes == ()


def test_the_same_change_on_both_sides_is_one():
    both = word(BASE, DRINK, "Beba.")

    assert merged(BASE, both, both).catalog == both


def test_two_wordings_of_one_entry_clash_until_somebody_settles_it():
    ours, theirs = word(BASE, DRINK, "Beba."), word(BASE, DRINK, "Tome agua.", fuzzy=True)
    (clash,) = merged(BASE, ours, theirs).clashes
    settled = merged(BASE, ours, theirs, {clash.unit.identity: Wording(None, ("Beba agua.",))})

    assert (clash.unit.source, clash.base, clash.ours, clash.theirs) == (
        DRINK,
        Wording(None, ("",)),
        Wording(None, ("Beba.",)),
        Wording(None, ("Tome agua.",), fuzzy=True),
    )
    assert targets(settled.catalog)[DRINK] == "Beba agua."
    assert settled.clashes == ()


def test_a_confirmation_and_another_wording_clash():
    ours = word(BASE, DRIVE, "¡Conduzca!", fuzzy=False)
    theirs = word(BASE, DRIVE, "No conduzca.", fuzzy=True)

    assert len(merged(BASE, ours, theirs).clashes) == 1


def test_a_wording_is_merged_as_one_flags_and_all():
    ours = word(BASE, REST, "Repose.")
    theirs = word(BASE, REST, "Descanse.", fuzzy=True, previous=Previous("Sleep."))
    (clash,) = merged(BASE, ours, theirs).clashes

    assert clash.theirs == Wording(None, ("Descanse.",), fuzzy=True, previous=Previous("Sleep."))


def test_an_entry_that_both_added_is_filled_by_the_one_who_did():
    ours, theirs = catalog(entry(REST)), catalog(entry(REST, "Descanse."))

    assert targets(merged(Catalog(), ours, theirs).catalog) == {REST: "Descanse."}
    assert targets(merged(Catalog(), theirs, ours).catalog) == {REST: "Descanse."}


def test_comments_and_flags_of_both_are_kept_without_what_one_took_out():
    def noted(comment, *flags):
        return catalog(entry(REST, "Descanse.", comment=comment, flags=flags))

    base = noted("old\nboth", "a-format")
    result = merged(
        base, noted("both\nours", "b-format"), noted("old\nboth\ntheirs", "a-format", "c")
    )

    (found,) = result.catalog.entries
    assert found.comment == "both\nours\ntheirs"
    assert found.unit.flags == ("b-format", "c")


def test_places_are_those_of_the_side_whose_article_moved():
    ours = word(BASE, REST, "Repose.")
    moved = catalog(
        entry(REST, "Descanse.", where=(Place("a.md", 9),), comments=("term",)), *BASE.entries[1:]
    )
    (found, *_) = merged(BASE, ours, moved).catalog.entries

    assert (found.unit.where, found.unit.comments) == ((Place("a.md", 9),), ("term",))
    assert found.targets == ("Repose.",)


def test_the_order_is_that_of_the_side_that_changed_it():
    new = entry("New.", "Nuevo.")
    theirs = catalog(BASE.entries[2], new, *BASE.entries[:2])
    ours = catalog(BASE.entries[0], entry("Ours.", "Nuestro."), *BASE.entries[1:])

    assert list(targets(merged(BASE, BASE, theirs).catalog)) == [DRIVE, "New.", REST, DRINK]
    assert list(targets(merged(BASE, ours, theirs).catalog)) == [
        REST,
        "Ours.",
        DRINK,
        DRIVE,
        "New.",
    ]


def test_an_entry_whose_unit_is_gone_keeps_the_words_that_somebody_just_wrote():
    ours = word(BASE, DRIVE, "No conduzca.", fuzzy=False)
    theirs = catalog(*BASE.entries[:2])
    result = merged(BASE, ours, theirs)

    assert list(targets(result.catalog)) == [REST, DRINK]
    assert [each.targets for each in result.catalog.obsolete] == [("No conduzca.",)]
    assert merged(BASE, theirs, ours).catalog.obsolete == result.catalog.obsolete
    assert merged(BASE, BASE, theirs).catalog == theirs


def test_an_obsolete_entry_comes_back_and_goes_with_its_words():
    gone = catalog(*BASE.entries[:2], obsolete=(BASE.entries[2],))
    ours = word(BASE, DRIVE, "No conduzca.")

    assert merged(BASE, ours, gone).catalog.obsolete[0].targets == ("No conduzca.",)
    assert targets(merged(gone, gone, BASE).catalog)[DRIVE] == "¡Conduzca!"
    assert merged(gone, gone, catalog(*gone.entries)).catalog.obsolete == ()


def test_what_both_have_is_active_if_one_side_needs_it_and_nobody_knows_what_was_before():
    gone = catalog(obsolete=(entry(REST, "Descanse."),))
    here = catalog(entry(REST, "Descanse."))

    assert targets(merged(Catalog(), gone, here).catalog) == {REST: "Descanse."}
    assert targets(merged(Catalog(), here, gone).catalog) == {REST: "Descanse."}


def revised(date, translator, **fields):
    fields = {"PO-Revision-Date": date, "Last-Translator": translator} | fields
    return replace(BASE, headers=tuple(fields.items()))


def test_the_header_is_that_of_the_later_revision():
    base = revised("", "")
    ours = revised("2026-11-23 12:00+0200", "Ana", Team="es")
    theirs = revised("2026-11-23 11:00+0000", "Tom", Tool="Poedit")

    for one, other in ((ours, theirs), (theirs, ours)):
        found = dict(merged(base, one, other).catalog.headers)
        assert found == {
            "PO-Revision-Date": "2026-11-23 11:00+0000",
            "Last-Translator": "Tom",
            "Team": "es",
            "Tool": "Poedit",
        }


def test_two_ways_to_count_plurals_are_for_a_person():
    sides = [revised("", "", **{"Plural-Forms": f"nplurals={count};"}) for count in (1, 2, 3)]

    with pytest.raises(CatalogError, match="plural forms"):
        merged(*sides)
    assert merged(sides[0], sides[0], sides[2]).catalog == sides[2]


def test_what_stands_above_and_below_all_entries_is_kept():
    base = replace(BASE, comment="es · Fever", ending="# end")
    ours = replace(base, comment="es · Fever\nAna, 2026", ending="# end\n# ours")
    theirs = replace(base, comment="es · Fever\nTom, 2026", ending="# theirs")
    found = merged(base, ours, theirs).catalog

    assert found.comment == "es · Fever\nAna, 2026\nTom, 2026"
    assert found.ending == "# ours\n# theirs"


SOURCES = (REST, DRINK, DRIVE, "New.")
WORDS = st.sampled_from(["", "uno", "dos"])
NOTES = st.sets(st.sampled_from("abc")).map(lambda lines: "\n".join(sorted(lines)))


@st.composite
def sides(draw):
    entries = [
        entry(source, draw(WORDS), fuzzy=draw(st.booleans()), comment=draw(NOTES))
        for source in draw(
            st.permutations(draw(st.sampled_from([SOURCES, SOURCES[:3], SOURCES[1:]])))
        )
    ]
    count = draw(st.integers(0, 1))
    return Catalog(tuple(entries[count:]), obsolete=tuple(entries[:count]))


@given(sides(), sides())
def test_to_merge_with_what_was_before_changes_nothing(base, side):
    assert merged(base, side, base).catalog == side
    assert merged(base, base, side).catalog == side
    assert merged(base, side, side).catalog == side


def said(side):
    return {each.unit.source: each for each in (*side.entries, *side.obsolete)}


@given(sides(), sides(), sides())
def test_every_word_that_somebody_wrote_is_in_the_result_or_in_a_clash(base, ours, theirs):
    result = merged(base, ours, theirs)
    before, after = said(base), said(result.catalog)
    clashing = {clash.unit.source for clash in result.clashes}
    for side in (said(ours), said(theirs)):
        for source, each in side.items():
            was = before.get(source)
            if source in clashing or (was and was.targets == each.targets) or not any(each.targets):
                continue
            assert after[source].targets == each.targets
            for line in each.comment.split("\n"):
                if line and line not in (was.comment.split("\n") if was else ()):
                    assert line in after[source].comment.split("\n")


@given(sides(), sides(), sides())
def test_both_sides_see_the_same_clashes_and_come_to_the_same_wordings(base, ours, theirs):
    here, there = merged(base, ours, theirs), merged(base, theirs, ours)
    settled = {clash.unit.identity: clash.ours for clash in here.clashes}

    assert {clash.unit for clash in here.clashes} == {clash.unit for clash in there.clashes}
    results = [
        said(merged(base, ours, theirs, settled).catalog),
        said(merged(base, theirs, ours, settled).catalog),
    ]
    one, other = [{s: Wording.of(each) for s, each in result.items()} for result in results]
    assert one == other


@given(sides(), sides(), sides())
def test_what_two_catalogs_come_to_can_be_written_and_read(base, ours, theirs):
    headers = (("Content-Type", "text/plain; charset=UTF-8"),)
    result = replace(merged(base, ours, theirs).catalog, headers=headers)

    assert catalogs.parse(catalogs.text_of(result), "x.po").without_lines() == result


HEAD = "# Who may review.\n"


def reviewer(person, roles='"linguist"', extra=""):
    return (
        f'\n[[reviewer]]\nid = "{person}"\nname = "Dr. {person}"  # by telephone\n'
        f'roles = [{roles}]\nlocales = ["es"]\ncredential = "MD"\npublic_name = false\n'
        f'public_key = "{key_of(person).public}"\n{extra}'
    )


def reviewers(base, ours, theirs, settled=None):
    return reviewer_merge.merged(base, ours, theirs, settled, name="reviewers.toml")


def test_reviewers_that_either_side_added_or_changed_are_all_there():
    base = HEAD + reviewer("ana") + reviewer("bo")
    ours = HEAD + reviewer("ana", '"clinician"') + reviewer("bo") + reviewer("cleo")
    theirs = HEAD + reviewer("ana") + reviewer("bo", extra="compromised = true\n") + reviewer("dan")
    result = reviewers(base, ours, theirs)

    assert result.clashes == ()
    assert result.text == (
        HEAD + reviewer("ana", '"clinician"') + reviewer("bo", extra="compromised = true\n")
        + reviewer("cleo") + reviewer("dan")
    )  # fmt: skip
    assert reviewers(base, base, theirs).text == theirs
    assert reviewers(base, ours, base).text == ours


def test_a_reviewer_whom_both_changed_differently_is_for_a_person():
    base, ours = HEAD + reviewer("ana"), HEAD + reviewer("ana", '"clinician"')
    theirs = HEAD + reviewer("ana", extra="compromised = true\n")
    (clash,) = reviewers(base, ours, theirs).clashes
    result = reviewers(base, ours, theirs, {"ana": clash.theirs})

    assert (clash.id, "clinician" in clash.ours, "compromised" in clash.theirs) == (
        "ana",
        True,
        True,
    )
    assert (result.text, result.clashes) == (theirs, ())


def test_a_reviewer_who_was_removed_here_and_changed_there_is_for_a_person():
    base, theirs = HEAD + reviewer("ana"), HEAD + reviewer("ana", '"clinician"')
    (clash,) = reviewers(base, HEAD, theirs).clashes

    assert clash.ours is None
    assert reviewers(base, HEAD, theirs, {"ana": None}).text == HEAD


@pytest.mark.parametrize(
    "theirs",
    [
        HEAD + reviewer("ana").replace("[[reviewer]]", '[["reviewer"]]'),
        HEAD + reviewer("ana") + reviewer("ana"),
        "[[reviewer]\n",
        HEAD + reviewer("ana") + reviewer("bo").replace(key_of("bo").public, key_of("ana").public),
    ],
)
def test_what_is_no_file_of_reviewers_is_merged_by_nobody(theirs):
    with pytest.raises(WorkspaceError):
        reviewers(HEAD, HEAD + reviewer("cleo"), theirs)


def test_words_that_only_look_like_a_new_entry_move_nobodys_key():
    """A text over several lines may hold what an entry begins with."""
    trick = (
        reviewer("eve")
        .replace("[[reviewer]]", '[["reviewer"]]')
        .replace('credential = "MD"', 'credential = """MD"""\norganisation = """x"""')
    )
    hidden = reviewer("ana").replace('"MD"', '"""MD\n[[reviewer]]\n"""')

    with pytest.raises(WorkspaceError):
        reviewers(HEAD, HEAD + reviewer("cleo"), HEAD + hidden + trick)
