"""An edition is one byte string, named by its hash, and knows when its source has moved on."""

import hashlib
import json
from dataclasses import fields, replace
from itertools import product

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from salerno import edition as editions
from salerno.edition import Consequence, Shape, classified, consequence
from salerno.model import Asset, Change, Edition, EditionUnit, Event, EventType, Meaning
from trail_support import EDITION, LINGUISTIC, MEDICAL, entry, kinds_in
from trail_support import edition as made_of

FULL = made_of(
    [
        entry("Fever", "Fiebre"),
        entry("Rest.", "Descanse.\n\x7f\u2028“\U0001f4a7”", context="verb"),
        entry("%d pill", "%d pastilla", "%d pastillas", source_plural="%d pills"),
    ],
    assets=(Asset("img/a.png", "a" * 64), Asset("b.svg", "b" * 64)),
    two_person=True,
)


def written(edition):
    return rfc8785.dumps(editions.document_of(edition)) + b"\n"


def problems(edition, **place):
    known = {
        "name": editions.hash_of(edition),
        "article": edition.article,
        "locale": edition.locale,
        "workspace": edition.workspace,
    }
    return list(editions.problems_of(edition, **known | place))


def test_an_edition_is_read_as_it_was_written():
    assert editions.parse(written(FULL)) == FULL
    assert editions.parse(written(EDITION)) == EDITION


TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=8)
EDITIONS = st.builds(
    Edition,
    **dict.fromkeys(
        ["workspace", "article", "locale", "source_locale", "format", "risk", "source", "target"],
        TEXT,
    ),
    required=st.lists(st.sampled_from(Meaning), max_size=2).map(tuple),
    two_person=st.booleans(),
    assets=st.lists(st.builds(Asset, TEXT, TEXT), max_size=2).map(tuple),
    units=st.lists(
        st.builds(
            EditionUnit,
            context=st.none() | TEXT,
            source=TEXT,
            source_plural=st.none() | TEXT,
            targets=st.lists(TEXT, max_size=2).map(tuple),
            digest=TEXT,
        ),
        max_size=2,
    ).map(tuple),
)


@given(EDITIONS)
def test_any_edition_is_read_as_it_was_written(edition):
    assert editions.parse(written(edition)) == edition
    assert editions.from_document(json.loads(json.dumps(editions.document_of(edition)))) == edition


def test_the_document_has_the_fields_of_the_contract():
    document = editions.document_of(FULL)

    assert set(document) == {
        *("workspace", "article", "locale", "source_locale", "format", "risk", "required"),
        *("two_person", "source", "target", "assets", "units"),
    }
    assert document["required"] == ["linguistic-review", "medical-review"]
    assert document["assets"][0] == {"path": "img/a.png", "sha256": "a" * 64}
    assert document["units"][2] == {
        "context": None,
        "source": "%d pill",
        "source_plural": "%d pills",
        "targets": ["%d pastilla", "%d pastillas"],
        "digest": FULL.units[2].digest,
    }


def test_a_document_is_made_of_jsons_own_kinds():
    assert kinds_in(editions.document_of(FULL)) == {dict, list, str, bool, type(None)}


def test_the_name_is_the_hash_of_the_canonical_json():
    assert editions.hash_of(FULL) == hashlib.sha256(written(FULL)[:-1]).hexdigest()


def test_a_text_is_named_by_the_hash_of_its_bytes():
    assert editions.digest_of_text("é\r\n") == hashlib.sha256(b"\xc3\xa9\r\n").hexdigest()


def test_nothing_is_wrong_with_what_nobody_changed():
    assert problems(FULL) == []
    assert problems(EDITION) == []


def is_caught(data):
    try:
        edition = editions.parse(data)
    except ValueError:
        return True
    return bool(problems(edition, name=editions.hash_of(FULL)))


def test_any_other_byte_in_any_place_is_caught():
    data = written(FULL)
    for position in range(len(data)):
        for byte in {*b'\x00\n "\\{}[],:0az\x80\xff', data[position] ^ 1} - {data[position]}:
            assert is_caught(data[:position] + bytes([byte]) + data[position + 1 :])


def test_any_byte_more_or_less_is_caught():
    data = written(FULL)
    for position in range(len(data)):
        assert is_caught(data[:position] + data[position + 1 :])
        assert is_caught(data[:position] + b" " + data[position:])
        assert is_caught(data[:position])
    assert is_caught(data + b"\n")
    assert not is_caught(data)


OTHER = {
    "workspace": "another",
    "article": "cough",
    "locale": "fr",
    "source_locale": "de",
    "format": "txt",
    "risk": "standard",
    "required": (LINGUISTIC,),
    "two_person": False,
    "source": "# Fever\n",
    "target": "# Fiebre\n",
    "assets": FULL.assets[::-1],
    "units": FULL.units[:2],
}


@pytest.mark.parametrize("name", [field.name for field in fields(Edition)])
def test_every_changed_field_makes_another_edition(name):
    changed = replace(FULL, **{name: OTHER[name]})

    assert editions.hash_of(changed) != editions.hash_of(FULL)
    assert (
        f"its content is not what its name {editions.hash_of(FULL)[:16]} was given for"
        in problems(changed, name=editions.hash_of(FULL))
    )


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("context", "noun"),
        ("source", "Rest!"),
        ("source_plural", "Rests."),
        ("targets", ("Descanse",)),
        ("targets", ()),
        ("digest", "0" * 64),
    ],
)
def test_every_changed_field_of_a_unit_is_caught_even_under_a_new_name(name, other):
    changed = replace(FULL.units[1], **{name: other})
    edition = replace(FULL, units=(FULL.units[0], changed, FULL.units[2]))

    assert problems(edition) == [f"the digest of {changed.source!r} does not fit its texts"]


def test_a_long_source_is_named_by_its_beginning():
    unit = replace(FULL.units[0], source="x" * 99)

    assert problems(replace(EDITION, units=(unit,))) == [
        f"the digest of '{'x' * 60}' does not fit its texts"
    ]


def test_units_of_another_article_or_locale_do_not_fit():
    assert len(problems(replace(FULL, article="cough"))) == 3
    assert len(problems(replace(FULL, locale="fr"))) == 3


def test_an_edition_in_another_place_is_named():
    assert problems(FULL, article="cough") == ["it is an edition of fever in es"]
    assert problems(FULL, locale="fr") == ["it is an edition of fever in es"]


def test_an_edition_of_another_workspace_is_named():
    assert problems(FULL, workspace="there") == ["it was made in another workspace"]
    assert problems(FULL, workspace="") == []


def test_an_edition_is_in_another_language_than_its_source():
    """Else whoever may decide on sources could sign it, whatever locales they review."""
    edition = made_of([entry("Fever", "Fever")], locale="en")

    assert problems(edition) == ["it is in en, the language of its source"]


def test_all_that_is_wrong_is_told():
    edition = replace(FULL, source_locale="es", units=(replace(FULL.units[0], digest="x"),))

    assert len(problems(edition, name="0" * 64, article="x", workspace="y")) == 5


def mutated(change):
    document = editions.document_of(FULL)
    change(document)
    return document


def set_to(name, value):
    return lambda document: document.update({name: value})


def in_unit(name, said):
    return lambda document: document["units"][0].update({name: said})


def in_asset(name, value):
    return lambda document: document["assets"][0].update({name: value})


HOSTILE = {
    "a field more": set_to("zoo", "1"),
    "a field less": lambda document: document.pop("risk"),
    "source is a number": set_to("source", 5),
    "source is nothing": set_to("source", None),
    "source is half a pair": set_to("source", "\ud800"),
    "workspace is a list": set_to("workspace", []),
    "required is a word": set_to("required", "medical-review"),
    "required is nothing": set_to("required", None),
    "required is unheard of": set_to("required", ["veterinary-review"]),
    "required is a list in a list": set_to("required", [["medical-review"]]),
    "required is an object": set_to("required", {"medical-review": 1}),
    "two_person is a number": set_to("two_person", 1),
    "two_person is a fraction": set_to("two_person", 1.0),
    "two_person is a word": set_to("two_person", "yes"),
    "two_person is nothing": set_to("two_person", None),
    "assets is nothing": set_to("assets", None),
    "assets is an object": set_to("assets", {}),
    "an asset is a word": set_to("assets", ["a.png"]),
    "an asset has a field more": in_asset("size", "1"),
    "an asset has no path": in_asset("path", None),
    "an asset has a number for a hash": in_asset("sha256", 7),
    "units is a word": set_to("units", "abc"),
    "a unit is nothing": set_to("units", [None]),
    "a unit has a field more": in_unit("fuzzy", "no"),
    "a unit has a field less": lambda document: document["units"][0].pop("context"),
    "a unit's context is a number": in_unit("context", 0),
    "a unit's context is a list": in_unit("context", []),
    "a unit's context is half a pair": in_unit("context", "\udfff"),
    "a unit's plural is false": in_unit("source_plural", said=False),
    "a unit's targets are a word": in_unit("targets", "Fiebre"),
    "a unit's targets are an object": in_unit("targets", {"Fiebre": 1}),
    "a unit's target is nothing": in_unit("targets", [None]),
    "a unit's target is NaN": in_unit("targets", [float("nan")]),
    "a unit's digest is nothing": in_unit("digest", None),
}


@pytest.mark.parametrize("change", HOSTILE.values(), ids=HOSTILE)
def test_an_object_that_says_anything_else_is_no_edition(change):
    with pytest.raises(ValueError):  # noqa: PT011 - meanings and halves of pairs have their own words
        editions.from_document(mutated(change))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        b"null\n",
        b"[]\n",
        b"{}\n",
        b"\xff\n",
        b"7\n",
        b"NaN\n",
        b"[" * 200_000,
        b'{"a":' * 200_000,
        b'{"a":' + b"9" * 5000 + b"}\n",
        written(FULL)[:-1],
        b" " + written(FULL),
        b"\xef\xbb\xbf" + written(FULL),
        written(FULL).replace(b'"risk":"critical"', b'"risk":"standard","risk":"critical"'),
        written(FULL).replace(b'"risk"', b'"ris\\u006b"'),
        json.dumps(editions.document_of(FULL)).encode() + b"\n",
        written(FULL).decode().encode("utf-16"),
    ],
)
def test_bytes_that_are_not_an_editions_very_own_are_refused(data):
    with pytest.raises(ValueError):  # noqa: PT011
        editions.parse(data)


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ([], "no edition: it has not the fields article, assets, format, locale, required, risk, "),
        (mutated(set_to("risk", 1)), "no edition: it has no text where one belongs"),
        (mutated(set_to("units", 1)), "no edition: it has no list where one belongs"),
        (mutated(set_to("two_person", 1)), "no edition: two_person is neither true nor false"),
        (mutated(in_asset("x", 1)), "no edition: it has not the fields path, sha256"),
    ],
)
def test_a_refusal_says_why(value, why):
    with pytest.raises(ValueError, match=why):
        editions.from_document(value)


def test_an_edited_file_is_told_from_a_broken_one():
    with pytest.raises(ValueError, match=r"^not in canonical form: somebody edited it$"):
        editions.parse(json.dumps(editions.document_of(FULL)).encode() + b"\n")
    with pytest.raises(ValueError, match=r"^nested too deeply for an edition$"):
        editions.parse(b"[" * 200_000)


SHAPE = Shape(((None, "Fever"), ("verb", "Rest.")), ("#fever",), (Asset("a.png", "a" * 64),))
MOVED = [
    replace(SHAPE, units=SHAPE.units[:1]),
    replace(SHAPE, units=SHAPE.units[::-1]),
    replace(SHAPE, units=((None, "Fever"), ("noun", "Rest."))),
    replace(SHAPE, links=("#rest",)),
    replace(SHAPE, links=()),
    replace(SHAPE, assets=()),
    replace(SHAPE, assets=(Asset("a.png", "b" * 64),)),
]

RISKS = [
    ({"standard"}, Consequence.WITH_NOTICE),
    (["standard", "standard"], Consequence.WITH_NOTICE),
    ({"critical"}, Consequence.GIVES_WAY),
    ({"critical", "standard"}, Consequence.GIVES_WAY),
    ({"standard", ""}, Consequence.GIVES_WAY),
    ({"unheard-of"}, Consequence.GIVES_WAY),
    ((), Consequence.GIVES_WAY),
]
SAID = [
    (Change.EDITORIAL, Consequence.AS_IT_IS),
    (Change.SUBSTANTIVE, Consequence.WITH_NOTICE),
    (Change.SAFETY, Consequence.GIVES_WAY),
]


@pytest.mark.parametrize(
    ("change", "risks"), list(product([None, *Change], [risks for risks, _ in RISKS]))
)
def test_a_source_of_the_same_shape_changes_nothing(change, risks):
    assert consequence(SHAPE, replace(SHAPE), change, risks) is Consequence.CURRENT


@pytest.mark.parametrize("current", MOVED)
@pytest.mark.parametrize(("risks", "outcome"), RISKS)
def test_a_change_that_nobody_classified_counts_by_the_risk(current, risks, outcome):
    assert consequence(SHAPE, current, None, risks) is outcome


@pytest.mark.parametrize(("change", "outcome"), SAID)
@pytest.mark.parametrize("risks", [risks for risks, _ in RISKS])
def test_what_a_clinician_said_counts_whatever_the_risk(change, outcome, risks):
    assert consequence(SHAPE, MOVED[0], change, risks) is outcome


def said(category, before="a", after="b", kind=EventType.CLASSIFY):
    return Event(kind, "fever", "en", category=category, from_=before, to=after)


@pytest.mark.parametrize(
    ("events", "change"),
    [
        ([], None),
        ([said("editorial")], Change.EDITORIAL),
        ([said("substantive")], Change.SUBSTANTIVE),
        ([said("safety")], Change.SAFETY),
        ([said("editorial"), said("substantive")], Change.SUBSTANTIVE),
        ([said("substantive"), said("editorial"), said("safety")], Change.SAFETY),
        ([said("safety"), said("editorial")], Change.SAFETY),
        ([said("editorial"), said("safety", before="c")], Change.EDITORIAL),
        ([said("editorial", after="c")], None),
        ([said("editorial", before="b", after="a")], None),
        ([said("editorial", before=None, after=None)], None),
        ([said("editorial", kind=EventType.COMMENT)], None),
        ([said("style")], None),
        ([said(None)], None),
        ([said("style"), said("editorial")], Change.EDITORIAL),
    ],
)
def test_of_concurrent_classifications_of_one_change_the_strictest_counts(events, change):
    assert classified(events, "a", "b") is change


def test_required_meanings_are_written_in_the_order_they_were_asked():
    assert editions.document_of(replace(EDITION, required=(MEDICAL, LINGUISTIC)))["required"] == [
        "medical-review",
        "linguistic-review",
    ]
