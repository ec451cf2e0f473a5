"""An event is one line, and that line is one event: RFC 8785, nothing passed over, any byte counts."""

import hashlib
import json
from dataclasses import fields, replace

import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

from salerno import signing
from salerno.model import Actor, Event, EventType, Meaning, Provenance, Role, canonical_texts
from trail_support import AT, CLINICIAN, key_of, kinds_in

HASH = "a1" * 32
FULL = Event(
    type=EventType.APPROVE,
    article="fever",
    locale="es",
    actor=Actor("cleo", CLINICIAN),
    engine=Provenance("apertium", "eng-spa", "0.8.1", ("drip", "“dose”\n")),
    context="verb",
    source='Rest "now".\\\u2028\x7f\U0001f4a7\x01\b\t\f\r\n',
    source_plural="",
    targets=("Descanse \\ “ya”.", ""),
    digest=HASH,
    reason="clear",
    category="accuracy",
    severity="major",
    bulk=True,
    check="numbers",
    meanings=(Meaning.LINGUISTIC, Meaning.MEDICAL),
    edition="b2" * 32,
    from_="c3" * 32,
    to="d4" * 32,
)


def sealed(event=FULL, parents=("e5" * 32, "f6" * 32)):
    return signing.seal(event, at=AT, parents=parents)


def signed(event=FULL):
    return signing.signed(sealed(event), key_of("cleo"))


LETTERS = st.one_of(
    st.characters(exclude_categories=("Cs",)),
    st.sampled_from('\x00\x01\b\t\n\f\r\x1f"\\/\x7f\x80\u2028\u2029\ufeff\uffff\U0010ffff'),
)
TEXT = st.text(LETTERS, max_size=12)
WORD = st.text(LETTERS, min_size=1, max_size=12)
HASHES = st.binary(min_size=32, max_size=32).map(bytes.hex)
EVENTS = st.builds(
    Event,
    type=st.sampled_from(EventType),
    article=WORD,
    locale=WORD,
    at=st.datetimes().map(lambda at: at.strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0")),
    parents=st.lists(HASHES, max_size=3).map(tuple),
    actor=st.none() | st.builds(Actor, id=WORD, role=st.sampled_from(Role)),
    engine=st.none()
    | st.builds(Provenance, TEXT, TEXT, TEXT, st.lists(TEXT, max_size=2).map(tuple)),
    context=st.none() | TEXT,
    source=st.none() | TEXT,
    source_plural=st.none() | TEXT,
    targets=st.lists(TEXT, max_size=3).map(tuple),
    digest=st.none() | HASHES,
    reason=st.none() | WORD,
    category=st.none() | WORD,
    severity=st.none() | WORD,
    bulk=st.none() | st.booleans(),
    check=st.none() | WORD,
    meanings=st.lists(st.sampled_from(Meaning), max_size=2).map(tuple),
    edition=st.none() | HASHES,
    from_=st.none() | HASHES,
    to=st.none() | HASHES,
    signature=st.none() | WORD,
)


@given(EVENTS)
def test_an_event_is_read_as_it_was_written(event):
    event = replace(event, id=signing.id_of(event))

    assert signing.parse(signing.line_of(event)) == event


@given(EVENTS)
def test_an_object_of_json_is_the_event_that_wrote_it(event):
    event = replace(event, id=signing.id_of(event))

    assert signing.event_of(json.loads(json.dumps(signing.document_of(event)))) == event


@given(EVENTS)
def test_a_line_is_the_rfcs_bytes_and_its_id_their_hash(event):
    event = replace(event, id=signing.id_of(event))
    line = signing.line_of(event)
    value = json.loads(line)
    unsigned = {name: value[name] for name in value if name not in {"id", "signature"}}

    assert line == rfc8785.dumps(value) + b"\n"
    assert event.id == hashlib.sha256(rfc8785.dumps(unsigned)).hexdigest()


@given(st.recursive(TEXT | st.none() | st.booleans(), lambda inner: st.lists(inner, max_size=4)))
def test_texts_are_written_quickly_as_the_rfc_writes_them(value):
    said = {"z": value, "a": value, "_": {"B": value, "b": value}}

    assert canonical_texts(said) == rfc8785.dumps(said)


@pytest.mark.parametrize("half", ["\ud800", "\udfff", "a\udc00\ud800b"])  # noqa: PT014 - halves compare equal to ruff
def test_half_a_surrogate_pair_is_refused_wherever_it_stands(half):
    event = replace(FULL, source=half)

    with pytest.raises(ValueError, match=r"surrogates|UTF-8"):
        sealed(event)
    with pytest.raises(ValueError, match=r"surrogates|UTF-8"):
        signing.line_of(event)
    with pytest.raises(ValueError, match=r"surrogates|UTF-8"):
        signing.event_of(signing.document_of(sealed()) | {"source": half})


def test_an_event_is_sealed_in_its_place_without_a_signature():
    event = signing.seal(replace(FULL, signature="old", id="old"), at=AT, parents=(HASH,))

    assert (event.at, event.parents, event.signature) == (AT, (HASH,), None)
    assert event.id == signing.id_of(event)


def test_the_id_does_not_hang_on_id_and_signature():
    assert signing.id_of(replace(sealed(), id="x", signature="y")) == sealed().id


OTHER = {
    "type": EventType.REJECT,
    "article": "cough",
    "locale": "fr",
    "at": "2026-11-22T10:00:01Z",
    "parents": (HASH,),
    "actor": Actor("cleo", Role.LINGUIST),
    "engine": Provenance("apertium", "eng-spa", "0.8.1", ("drip",)),
    "context": None,
    "source": "Rest.",
    "source_plural": None,
    "targets": ("Descanse.", ""),
    "digest": "b" * 64,
    "reason": None,
    "category": "style",
    "severity": "minor",
    "bulk": False,
    "check": "length",
    "meanings": (Meaning.MEDICAL,),
    "edition": "b" * 64,
    "from_": "b" * 64,
    "to": None,
}


def test_every_field_has_another_value_here():
    assert OTHER.keys() == {field.name for field in fields(Event)} - {"id", "signature"}


@pytest.mark.parametrize("name", OTHER)
def test_every_changed_field_makes_another_id(name):
    changed = replace(signed(), **{name: OTHER[name]})

    assert signing.id_of(changed) != changed.id
    with pytest.raises(ValueError, match="its id does not fit"):
        signing.parse(signing.line_of(changed))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (replace(FULL, targets=("ab",)), replace(FULL, targets=("a", "b"))),
        (replace(FULL, context="a", source="b"), replace(FULL, context="ab", source="")),
        (replace(FULL, context=None), replace(FULL, context="")),
        (replace(FULL, source=None), replace(FULL, source="")),
        (replace(FULL, source_plural=None), replace(FULL, source_plural="")),
        (replace(FULL, bulk=None), replace(FULL, bulk=False)),
        (replace(FULL, targets=()), replace(FULL, targets=("",))),
        (replace(FULL, source="é"), replace(FULL, source="e\u0301")),
        (replace(FULL, source="a b"), replace(FULL, source="a\u00a0b")),
        (replace(FULL, actor=Actor("a", CLINICIAN)), replace(FULL, actor=None)),
    ],
)
def test_what_is_not_the_same_has_not_the_same_id(one, other):
    assert sealed(one).id != sealed(other).id


def is_caught(line):
    """Say whether a line is refused, or differs in a signature which then does not hold."""
    try:
        event = signing.parse(line)
    except ValueError:
        return True
    original = signed()
    is_same = replace(event, signature=original.signature) == original
    return is_same and not signing.is_signed_by(event, key_of("cleo").public)


def test_any_other_byte_in_any_place_is_caught():
    line = signing.line_of(signed())
    for position in range(len(line)):
        for byte in {*b'\x00\t\n\r "\\{}[],:0aAfz\x7f\x80\xff', line[position] ^ 1} - {
            line[position]
        }:
            changed = line[:position] + bytes([byte]) + line[position + 1 :]
            assert is_caught(changed), changed


def test_any_byte_more_or_less_or_moved_is_caught():
    line = signing.line_of(signed())
    for position in range(len(line)):
        before, here, after = line[:position], line[position : position + 1], line[position + 1 :]
        assert is_caught(before + after)
        assert is_caught(before + here + here + after)
        assert is_caught(before + b" " + here + after)
        assert after[:1] in {here, b""} or is_caught(before + after[:1] + here + after[1:])
        assert is_caught(before)
    assert not is_caught(line.replace(b"nothing", b""))


def test_a_document_is_made_of_jsons_own_kinds():
    assert kinds_in(signing.document_of(sealed())) == {dict, list, str, bool}


@pytest.mark.parametrize("bulk", [True, False, None])
def test_whether_it_was_in_bulk_is_written(bulk):
    assert signing.parse(signing.line_of(sealed(replace(FULL, bulk=bulk)))).bulk is bulk


def test_an_engines_draft_without_unknown_words_does_not_mention_them():
    event = sealed(replace(FULL, engine=Provenance("memory", "en-es", "1")))

    assert b'"engine":{"name":"memory","pair":"en-es","version":"1"}' in signing.line_of(event)


def test_no_event_can_stand_on_itself_or_on_what_comes_after():
    first = sealed(parents=())
    second = sealed(parents=(first.id,))
    looped = replace(first, parents=(second.id,))

    with pytest.raises(ValueError, match="its id does not fit"):
        signing.parse(signing.line_of(looped))


PLAIN = Event(
    EventType.APPROVE,
    "fever",
    "es",
    actor=Actor("cleo", CLINICIAN),
    source="Rest.",
    targets=("a", "b"),
    digest=HASH,
    reason="r",
)
TEXT_OF_PLAIN = signing.line_of(replace(sealed(PLAIN), id="")).decode().rstrip("\n")
"""Without an id: what `forged` then gives it."""


def forged(text):
    """Return a line whose id is that of its very bytes, so that its form alone is at fault."""
    identifier = hashlib.sha256(text.encode()).hexdigest()
    return text.replace(',"locale"', f',"id":"{identifier}","locale"', 1).encode() + b"\n"


def test_a_forger_can_make_ids_as_well_as_we_can():
    assert signing.parse(forged(TEXT_OF_PLAIN)) == sealed(PLAIN)


def swapped(old, new):
    assert old in TEXT_OF_PLAIN
    return pytest.param(TEXT_OF_PLAIN.replace(old, new, 1), id=f"{old[:30]}→{new[:40]}")


AN_ENGINE = '"engine":{"name":"a","pair":"b","version":"c"},"locale"'


@pytest.mark.parametrize(
    "text",
    [
        swapped('"type":"approve"', '"type":"approve","zebra":"1"'),
        swapped('"type":"approve"', '"type":"approved"'),
        swapped('"type":"approve"', '"type":["approve"]'),
        swapped('"type":"approve"', '"type":null'),
        swapped(',"type":"approve"', ""),
        swapped('"role":"clinician"', '"role":"surgeon"'),
        swapped('"role":"clinician"', '"role":["clinician"]'),
        swapped('"role":"clinician"', '"role":"clinician","zeal":"1"'),
        swapped('"id":"cleo"', '"age":"9","id":"cleo"'),
        swapped('"id":"cleo"', '"id":""'),
        swapped('"id":"cleo"', '"id":7'),
        swapped('{"id":"cleo","role":"clinician"}', '"cleo"'),
        swapped('{"id":"cleo","role":"clinician"}', "null"),
        swapped('{"id":"cleo","role":"clinician"}', '["cleo","clinician"]'),
        swapped('{"id":"cleo","role":"clinician"}', '{"id":"cleo"}'),
        swapped('"locale"', AN_ENGINE.replace('"c"', '"c","zip":"d"')),
        swapped('"locale"', AN_ENGINE.replace('"version"', '"unknown":[],"version"')),
        swapped('"locale"', AN_ENGINE.replace('"version"', '"unknown":"drip","version"')),
        swapped('"locale"', AN_ENGINE.replace(',"version":"c"', "")),
        swapped('"locale"', AN_ENGINE.replace('"a"', "NaN")),
        swapped('"article":"fever"', '"article":""'),
        swapped('"article":"fever"', '"article":null'),
        swapped('"article":"fever"', '"article":"fever","article":"fever"'),
        swapped('"article":"fever"', '"article":"cough","article":"fever"'),
        swapped('"article":"fever"', '"article":"\\u0066ever"'),
        swapped('"article":"fever"', '"article":"fe\\/ver"'),
        *(
            swapped('"article":"fever"', f'"article":"\\u{code:04x}"')
            for code in [*b'\b\t\n\f\r "\\/', 0x7F, 0x80]
        ),
        swapped('"article":"fever"', '"article":"\\u001F"'),
        swapped('"article":"fever"', '"article":"\\ud83d\\udca7"'),
        swapped('"article":"fever"', '"article":"\\ud800"'),
        swapped('"article":"fever"', '"article":"\t"'),
        swapped('"article":"fever"', '"article":"\n"'),
        swapped('"article":"fever"', "'article':'fever'"),
        swapped('"article":"fever",', ""),
        swapped(',"locale":"es"', ',"locale":"es","from_":"' + HASH + '"'),
        swapped(f'"at":"{AT}",', ""),
        swapped(AT, "2026-11-22T10:00:00+00:00"),
        swapped(AT, "2026-11-22t10:00:00z"),
        swapped(AT, "2026-11-22 10:00:00Z"),
        swapped(AT, "2026-11-22T10:00:00.5Z"),
        swapped(AT, "2026-W47-7T10:00:00Z"),
        swapped(AT, "2026-02-30T10:00:00Z"),
        swapped(AT, "2026-11-22T24:00:00Z"),
        swapped(AT, "٢٠٢٦-11-22T10:00:00Z"),
        swapped(AT, ""),
        swapped(f'"at":"{AT}"', '"at":1795341600'),
        swapped(f'"at":"{AT}",', f'"at":"{AT}","bulk":1,'),
        swapped(f'"at":"{AT}",', f'"at":"{AT}","bulk":0.0,'),
        swapped(f'"at":"{AT}",', f'"at":"{AT}","bulk":null,'),
        swapped(f'"at":"{AT}",', f'"at":"{AT}","bulk":"true",'),
        swapped(f'"at":"{AT}",', f'"at":"{AT}","bulk":NaN,'),
        swapped(f'"at":"{AT}",', f'"at":"{AT}","bulk":-Infinity,'),
        swapped(f'"at":"{AT}",', f'"at":"{AT}","bulk":1e999,'),
        swapped(f'"at":"{AT}",', f'"at":"{AT}","context":null,'),
        swapped(f'"at":"{AT}",', f'"at":"{AT}","check":"",'),
        swapped(f'"digest":"{HASH}"', f'"digest":"{HASH[:-1]}"'),
        swapped(f'"digest":"{HASH}"', f'"digest":"{HASH.upper()}"'),
        swapped(f'"digest":"{HASH}"', '"digest":' + "9" * 5000),
        swapped(f'"digest":"{HASH}"', '"digest":-0'),
        swapped(f'"digest":"{HASH}"', f'"digest":["{HASH}"]'),
        swapped(',"locale":"es"', ',"locale":"es","meanings":[]'),
        swapped(',"locale":"es"', ',"locale":"es","meanings":["veterinary-review"]'),
        swapped(',"locale":"es"', ',"locale":"es","meanings":"medical-review"'),
        swapped(',"locale":"es"', ',"locale":"es","meanings":{"medical-review":"1"}'),
        swapped('"locale":"es"', '"locale":["es"]'),
        swapped('"parents":["', '"parents":["x","'),
        swapped('"parents":["', '"parents":[["'),
        swapped('"parents"', '"parent"'),
        swapped('"reason":"r"', '"reason":""'),
        swapped('"reason":"r"', '"reason":{"r":"r"}'),
        swapped('"reason":"r"', '"reason":"r","signature":""'),
        swapped('"reason":"r"', '"reason":"r","signature":null'),
        swapped('"source":"Rest."', '"source":5'),
        swapped('"source":"Rest."', '"source":"a"b"'),
        swapped('"source":"Rest."', '"source":"a\\"'),
        swapped('"targets":["a","b"]', '"targets":"ab"'),
        swapped('"targets":["a","b"]', '"targets":[]'),
        swapped('"targets":["a","b"]', '"targets":["a",null]'),
        swapped('"targets":["a","b"]', '"targets":["a",["b"]]'),
        swapped('"targets":["a","b"]', '"targets":["a","b",]'),
        swapped('"targets":["a","b"]', '"targets":["a", "b"]'),
        swapped('"targets":["a","b"]', '"targets":{"a":"b"}'),
        swapped('"targets":["a","b"]', '"targets":' + '{"a":' * 900 + "0" + "}" * 900),
        swapped('"targets":["a","b"]', '"targets":' + "[" * 200_000 + "]" * 200_000),
        pytest.param(" " + TEXT_OF_PLAIN, id="leading space"),
        pytest.param(TEXT_OF_PLAIN + " ", id="trailing space"),
        pytest.param(TEXT_OF_PLAIN + "\r", id="CRLF"),
        pytest.param(TEXT_OF_PLAIN + "\n", id="two line ends"),
        pytest.param("\ufeff" + TEXT_OF_PLAIN, id="byte order mark"),
        pytest.param(TEXT_OF_PLAIN + TEXT_OF_PLAIN, id="two events"),
    ],
)
def test_a_line_in_any_other_form_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011 - JSON, UTF-8 and our own form each have their words
        signing.parse(forged(text))


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"\n",
        b"null\n",
        b"7\n",
        b"[]\n",
        b'"x"\n',
        b"{}\n",
        b"\xff\n",
        forged(TEXT_OF_PLAIN)[:-1],
        forged(TEXT_OF_PLAIN.replace("Rest.", "@")).replace(b"@", b"\xed\xa0\x80"),
        forged(TEXT_OF_PLAIN.replace("Rest.", "@")).replace(b"@", b"\xc0\x80"),
        forged(TEXT_OF_PLAIN).decode().encode("utf-16"),
        forged(TEXT_OF_PLAIN).decode().encode("utf-32-le"),
        b"[" * 200_000,
        b'{"a":' * 200_000,
        b'{"actor":{"id":"' + b"\\" * 400_001 + b'"}}\n',
        b'{"actor":{"id":"' + b"\\n" * 200_000,
        b'{"engine":{"name":"","pair":"","unknown":["' + b'","' * 200_000,
    ],
)
def test_what_is_no_line_of_an_event_is_refused_at_once(line):
    with pytest.raises(ValueError):  # noqa: PT011
        signing.parse(line)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"[]\n", "no JSON object"),
        (b"[" * 200_000, "nested too deeply"),
        (b'{"type":"x"}\n', "article is missing"),
        (b'{"zoo":1,"ape":2}\n', "unknown field 'ape'"),
        (b'{"' + b"z" * 99 + b'":1}\n', f"unknown field '{'z' * 40}'$"),
        (forged(" " + TEXT_OF_PLAIN), "not in canonical form: somebody edited it"),
        (signing.line_of(replace(sealed(), id=HASH)), "changed after it was written"),
    ],
)
def test_a_refusal_says_why(line, why):
    with pytest.raises(ValueError, match=f"^{why}"):
        signing.parse(line)


@pytest.mark.parametrize("name", ["article", "at", "id", "locale", "parents", "type"])
def test_what_every_event_has_is_missed_by_name(name):
    value = signing.document_of(sealed())
    del value[name]

    with pytest.raises(ValueError, match=f"^{name} is missing$"):
        signing.parse(canonical_texts(value) + b"\n")


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from([HASH, AT, "clinician", "medical-review", "approve", ""]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


@settings(max_examples=300)
@given(st.sampled_from([*sorted(signing.document_of(sealed())), "signature", "zoo"]), JSON)
def test_whatever_a_field_says_it_is_refused_or_read_whole(name, said):
    value = signing.document_of(sealed()) | {name: said}
    unsigned = {key: value[key] for key in value.keys() - {"id", "signature"}}
    value["id"] = hashlib.sha256(json.dumps(unsigned).encode()).hexdigest()
    try:
        value["id"] = hashlib.sha256(canonical_texts(unsigned)).hexdigest()
        event = signing.event_of(value)
    except ValueError:
        return

    assert signing.document_of(event) == value


@given(JSON)
def test_what_is_no_event_is_refused(said):
    with pytest.raises(ValueError):  # noqa: PT011
        signing.event_of(said)


@pytest.mark.parametrize("value", [{1, 2}, object(), b"x", [object()]])
def test_what_is_no_json_is_refused(value):
    with pytest.raises(ValueError, match=r"^no event of a ledger$"):
        signing.event_of(value)


def test_an_object_that_nests_without_end_is_refused():
    value = []
    for _ in range(100_000):
        value = [value]

    with pytest.raises(ValueError, match="no event of a ledger"):
        signing.event_of({"type": value})


def test_the_heads_are_what_nothing_stands_on():
    first = sealed(parents=())
    left = sealed(replace(FULL, reason="left"), (first.id,))
    right = sealed(replace(FULL, reason="right"), (first.id,))

    assert signing.heads([]) == ()
    assert signing.heads([first, left]) == (left.id,)
    assert signing.heads([right, first, left]) == tuple(sorted((left.id, right.id)))
