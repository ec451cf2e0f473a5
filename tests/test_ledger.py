import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salerno import signing
from salerno.errors import LedgerError
from salerno.model import Entry, Event, EventType, Provenance, Unit, canonical_json, digest_of
from salerno.store import ledger

EVENT = Event(
    EventType.DRAFT,
    article="fever",
    locale="es",
    at="2026-11-22T10:00:00Z",
    parents=(),
    engine=Provenance("apertium", "eng-spa", "0.8.1", ("drip",)),
    source="Rest.",
    targets=("Descanse.",),
    digest="0" * 64,
)


def append(workspace, path, events):
    return ledger.append(workspace, path, ledger.place(workspace, path, events))


@pytest.fixture
def path(workspace):
    return workspace.ledger("fever", "es")


def test_an_event_is_one_line_of_canonical_json_with_its_id(workspace, path):
    (event,) = append(workspace, path, [EVENT])
    line = path.read_bytes()
    value = json.loads(line)
    identifier = value.pop("id")

    assert line == canonical_json(value | {"id": identifier}) + b"\n"
    assert identifier == digest_of(value) == event.id


def test_events_are_read_as_they_were_appended(workspace, path):
    appended = append(workspace, path, [EVENT, EVENT])

    assert ledger.read(workspace, path) == appended


def test_each_event_stands_on_the_heads_before_it(workspace, path):
    first, second = append(workspace, path, [EVENT, EVENT])
    (third,) = append(workspace, path, [EVENT])

    assert (first.parents, second.parents, third.parents) == ((), (first.id,), (second.id,))


def test_an_event_after_a_merge_stands_on_all_heads(workspace, path):
    append(workspace, path, [EVENT])
    other = signing.seal(replace(EVENT, source="Drink."), at=EVENT.at, parents=())
    path.write_bytes(path.read_bytes() + signing.line_of(other))
    heads = signing.heads(ledger.read(workspace, path))

    assert append(workspace, path, [EVENT])[0].parents == heads
    assert len(heads) == 2


def test_time_never_runs_backwards_along_the_parents(workspace, path):
    append(workspace, path, [EVENT])
    (event,) = append(workspace, path, [replace(EVENT, at="2020-01-01T00:00:00Z")])

    assert event.at == EVENT.at


def test_what_was_torn_off_a_line_is_set_aside(workspace, path):
    (first,) = append(workspace, path, [EVENT])
    path.write_bytes(path.read_bytes() + b'{"torn":')
    append(workspace, path, [EVENT])

    assert path.with_suffix(".torn").read_bytes() == b'{"torn":\n'
    assert [event.parents for event in ledger.read(workspace, path)] == [(), (first.id,)]


@pytest.mark.parametrize(
    "line", [b"[]\n", b"{}\n", b'{"type":"unheard-of"}\n', b'{"type":"draft"}\n', b"1\n"]
)
def test_a_line_that_is_no_event_is_named(workspace, path, line):
    append(workspace, path, [EVENT])
    path.write_bytes(path.read_bytes() + line)

    with pytest.raises(LedgerError, match=r"fever\.jsonl:2: no event of a ledger"):
        ledger.read(workspace, path)


@pytest.mark.parametrize("line", [b"not json\n", b"\xff\n", b'{"torn":\n', b'{"a":1}{"b"\n'])
def test_a_line_that_is_no_json_was_torn_and_is_reported(workspace, path, line):
    (event,) = append(workspace, path, [EVENT])
    path.write_bytes(path.read_bytes() + line)
    found = ledger.load(workspace, path)

    assert found.events == (event,)
    assert [(torn.line, torn.data + b"\n") for torn in found.torn] == [(2, line)]


def test_an_event_behind_a_torn_one_on_the_same_line_is_saved(workspace, path):
    first, second = append(workspace, path, [EVENT, EVENT])
    one, two = signing.line_of(first), signing.line_of(second)
    path.write_bytes(one + one[:50] + two)
    found = ledger.load(workspace, path)

    assert found.events == (first, second)
    assert found.torn[0].data == one[:50]


@settings(max_examples=200)
@given(st.data())
def test_any_changed_byte_is_noticed(data):
    line = bytearray(signing.line_of(signing.seal(EVENT, at=EVENT.at, parents=())))
    position = data.draw(st.integers(0, len(line) - 2))
    line[position] ^= data.draw(st.integers(1, 255))

    with pytest.raises(ValueError):  # noqa: PT011 - JSON, UTF-8 and our own checks each have their words
        signing.parse(bytes(line))


ENTRY = Entry(Unit("Rest.", context="verb"), ("Descanse.",))


def test_the_digest_is_that_of_the_contract():
    expected = digest_of(
        {
            "article": "fever",
            "context": "verb",
            "locale": "es",
            "source": "Rest.",
            "source_plural": None,
            "targets": ["Descanse."],
        },
    )

    assert ENTRY.digest("fever", "es") == expected


@pytest.mark.parametrize(
    "other",
    [
        replace(ENTRY, targets=("Descanse",)),
        replace(ENTRY, targets=("Descanse.\u200f",)),
        replace(ENTRY, targets=("Descanse.", "")),
        replace(ENTRY, unit=Unit("Rest!", context="verb")),
        replace(ENTRY, unit=Unit("Rest.")),
        replace(ENTRY, unit=Unit("Rest.", context="verb", source_plural="Rests.")),
    ],
)
def test_another_text_has_another_digest(other):
    assert other.digest("fever", "es") != ENTRY.digest("fever", "es")


def test_the_digest_knows_its_article_and_locale():
    articles, locales = ("fever", "cough"), ("es", "fr")

    assert len({ENTRY.digest(article, locale) for article in articles for locale in locales}) == 4


def test_a_key_is_the_same_in_every_locale_and_tells_contexts_apart():
    assert Unit("Rest.").key == "a75893997ee9"
    assert ENTRY.unit.key == "8fd7df310735"


def test_what_was_appended_last_is_taken_back_and_nothing_of_anybody_elses(workspace, path):
    (first,) = append(workspace, path, [EVENT])
    (second,) = append(workspace, path, [EVENT])
    whole = path.read_bytes()

    assert not ledger.take_back(workspace, path, [first])
    assert path.read_bytes() == whole
    assert ledger.take_back(workspace, path, [second])
    assert ledger.read(workspace, path) == [first]
    assert ledger.take_back(workspace, path, [first])
    assert not path.exists()
