"""Apertium as it is installed: the traps that were measured, each held by a test."""

import gzip
import random
import re
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import SHARED
from salerno.engines import load_engine
from salerno.engines._versions import installed
from salerno.engines.apertium import Apertium, install_command, packages
from salerno.errors import EngineUnavailable

pytestmark = pytest.mark.apertium

TARGETS = ["ca", "ca-ES-valencia", "eo", "es", "fr", "gl", "it", "pt-BR", "pt-PT"]
SENTENCES = [
    # A tagger that stays answers the first otherwise once it has seen the second.
    "i got a fever",
    "The cause is not known.",
    "my chest hurts when I breathe in",
    "the pain moves from my back up to my neck",
    "T cells help the body to fight infections.",
    "Most cancers start where cells divide without control.",
    "On one hand, the medicine is at least as safe as that of last year.",
    "Take two tablets with a glass of water every 4–6 hours.",
    "Do not take more than 4,000 mg in 24 hours.",
    "Wash your hands before you eat.",
    "Call your doctor if the swelling gets worse.",
    "The infusion takes about 40 minutes.",
    "Some patients feel sick after the first dose.",
    "Do not drive until the next day.",
    "It can raise your blood pressure above 140/90 mmHg for a short time.",
    "The test shows how well your lungs work.",
    "The nurse checks your pulse and notes the result.",
    "cold hands and feet",
    "drinks that contain alcohol",
    "Keep the box in a dry place below 25 °C.",
    "Light meals help after surgery.",
    "A fall can cause a break in the hip.",
    "Stop the drip if the skin turns red.",
    "People who smoke heal more slowly.",
    "Between 55 percent and 70 percent of them feel better.",
    "Side effects last an hour or two.",
    "It works on a part of the brain that controls mood.",
    "\U000f0000Note:\U000f0001 blood tests show ≤3 or >5 \U000f0002cells\U000f0003 in 1/2 of them.",
    "The doctor will set the date.",
    "Ketamine is one of the controlled drugs.",
]


@pytest.fixture(scope="module")
def engine():
    """Make one engine for all: what it answered before must not matter."""
    made = Apertium({})
    try:
        made.pair("en", "fr")
    except EngineUnavailable as error:
        pytest.skip(str(error))
    yield made
    made.close()


def texts_of(engine, texts, target="es", source="en"):
    return [draft.text for draft in engine.translate(texts, source=source, target=target)]


def one(engine, text, target="es", source="en"):
    return texts_of(engine, [text], target, source)[0]


@pytest.mark.parametrize(("target", "number"), [("es", 30), ("gl", 30), ("pt-BR", 15), ("fr", 8)])
def test_the_same_text_gives_the_same_draft_in_any_order_and_from_any_thread(
    engine,
    target,
    number,
):
    sentences = SENTENCES[:number]
    answers = dict(zip(sentences, texts_of(engine, sentences, target), strict=True))
    order = random.Random(7)
    shuffled = [order.sample(sentences, number) for _ in range(4)]

    with ThreadPoolExecutor(4) as pool:
        again = list(pool.map(lambda texts: texts_of(engine, texts, target), shuffled))

    for texts, drafts in zip(shuffled, again, strict=True):
        assert [answers[text] for text in texts] == drafts


@settings(max_examples=60)
@given(
    texts=st.lists(
        st.lists(
            st.sampled_from(
                [*chain.from_iterable(sentence.split() for sentence in SENTENCES)],
            )
            | st.sampled_from(["\U000f0000", "\U000f0001", "[", "]]", "^a$", "\\", "@me", "~", "#"])
            | st.text(max_size=4),
            max_size=8,
        ).map(" ".join),
        min_size=1,
        max_size=4,
    ),
)
def test_any_text_keeps_its_placeholders_digits_and_white_space_around(engine, texts):
    for text, draft in zip(texts, texts_of(engine, texts), strict=True):
        clean = text.replace("\0", "")
        assert kept(draft) == kept(clean)
        assert around(draft) == around(clean)


def around(text):
    """Return the white space at both ends; all of it where there is nothing else."""
    words = text.strip()
    return text.partition(words)[::2] if words else text


def kept(text):
    return Counter(re.findall(r"[\U000f0000-\U000ffffd0-9\[\]{}^$/\\@<>~#*≤≥]", text))


@pytest.mark.parametrize("target", TARGETS)
def test_numbers_units_and_signs_survive_every_way(engine, target):
    texts = [
        "Adults ≥65 years old should take ≤2 tablets every 4–6 hours.",
        "Do not take <5 mg or >65 mg of the new medicine before 8:00 a.m.",
        "A blood pressure of 120/80 mmHg is normal; 3.5 mg/kg is not.",
        "Retailers saw a 50–60% drop, from $10,000 to $4,500.",
    ]

    drafts = texts_of(engine, texts, target)

    for text, draft in zip(texts, drafts, strict=True):
        assert numbers(draft) == numbers(text)


def numbers(text):
    return Counter(re.findall(r"[<>≤≥$]?\d+(?:[.,:/–]\d+)*%?", text))


@pytest.mark.parametrize("target", TARGETS)
def test_placeholders_survive_every_way_at_the_words_they_were_at(engine, target):
    text = "Take \U000f0000Ketamine\U000f0001 only if \U000f0002told\U000f0003 (\U000f0004)."

    draft = one(engine, text, target)

    assert sorted(re.findall("[\U000f0000-\U000ffffd]", draft)) == list(
        "\U000f0000\U000f0001\U000f0002\U000f0003\U000f0004",
    )
    assert re.search("\U000f0000[KC][eé]tamin[ea]\U000f0001", draft)


def test_a_translation_is_one(engine):
    assert one(engine, "Take two red tablets.") == "Toma dos pastillas rojas."
    assert one(engine, "Take two red tablets.", "ca") == "Duu dues pastilles vermelles."
    assert one(engine, "two red tablets", "fr") == "deux pilules rouges"


@pytest.mark.parametrize(
    "text",
    ["", "   ", "\u00a0", "...", "120/80", "(≤ 5 %)", "\U000f0000", "12\n34"],
)
def test_what_has_no_words_passes_unharmed(engine, text):
    assert one(engine, text) == text


def test_white_space_at_both_ends_is_kept_exactly(engine):
    assert one(engine, "\u00a0 red tablets\u00a0\n ") == "\u00a0 pastillas rojas\u00a0\n "


def test_a_word_that_is_dropped_leaves_no_space_behind(engine):
    assert one(engine, "Wash is neck") == "El lavado es cuello"
    assert "  " not in one(engine, "They originated where they are harmless.")
    assert "  " in one(engine, "Two  spaces are kept.")


def test_nul_is_taken_out_and_does_not_part_two_texts(engine):
    assert texts_of(engine, ["red\0 tablets", "one dose"]) == ["pastillas rojas", "una dosis"]


def test_what_apertium_would_swallow_or_turn_round_is_kept(engine):
    draft = one(engine, "Write to a@me.org or ~me about #1, *two* and 5\\6.")

    assert Counter(re.findall(r"[@~#*\\]", draft)) == Counter("@~#**\\")
    assert "@em" not in draft


def test_an_unknown_word_stays_and_is_named_without_its_mark(engine):
    (draft,) = engine.translate(["Ketamine was dispatched."], source="en", target="es")

    assert draft.provenance.unknown == ("Ketamine", "dispatched")
    assert "*" not in draft.text
    assert "Ketamine" in draft.text


def test_a_word_that_cannot_be_inflected_or_carried_over_is_named_without_its_mark(engine):
    (inflected,) = engine.translate(["see me now"], source="en", target="gl")
    (carried,) = engine.translate(["SUBJECT LINE: the news"], source="en", target="es")

    assert inflected.provenance.unknown == ("Ver",)
    assert carried.provenance.unknown == ("subject",)
    assert not re.search(r"[#@\\]", inflected.text + carried.text)


def test_the_words_of_the_source_are_named_before_those_of_a_language_between(engine):
    (draft,) = engine.translate(["Two tablets of Zolgensma."], source="en", target="it")

    assert draft.provenance.unknown == ("Zolgensma", "pastilles")
    assert draft.provenance.pair == "eng-cat > cat-ita"


def test_negation_written_either_way_is_carried_over(engine):
    typed, set_in_type = texts_of(engine, ["He doesn't feel pain.", "He doesn’t feel pain."])

    assert typed == set_in_type == "No siente dolor."


def test_a_text_of_many_pieces_comes_back_whole(engine):
    text = "Take two red tablets. " * 400

    draft = one(engine, text)

    assert draft == "Toma dos pastillas rojas. " * 400


def test_a_locale_that_is_not_installed_does_no_harm(engine, monkeypatch):
    monkeypatch.setenv("LC_ALL", "xx_XX.UTF-8")
    fresh = Apertium({})

    assert one(fresh, "Señora: two red tablets") == one(engine, "Señora: two red tablets")
    fresh.close()


@pytest.mark.parametrize("source", ["ca", "eo", "es-MX", "fr", "gl", "it", "pt-BR"])
def test_the_way_back_into_english_exists(engine, source):
    assert one(engine, "hospital 5", "en", source)


def test_provenance_says_which_packages_made_the_draft(engine):
    (draft,) = engine.translate(["one dose"], source="en", target="pt-BR")

    assert draft.provenance.name == "apertium"
    assert draft.provenance.pair == engine.pair("en", "pt-BR") == "eng-spa > es-pt_BR"
    assert re.fullmatch(
        r"apertium \d\S*, apertium-eng-spa \d\S*, apertium-es-pt \d\S*"
        r"|apertium of unknown version, eng-spa sha256:\w+, es-pt_BR sha256:\w+",
        draft.provenance.version,
    )


def test_the_version_is_honest_where_no_package_manager_can_be_asked(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))

    assert installed(["apertium"]) is None


def test_the_version_is_honest_where_the_package_manager_knows_not_all():
    assert installed(["apertium", "apertium-of-nowhere"]) is None


@pytest.mark.parametrize("target", ["hr", "sr-Latn", "pt", "ar", "en"])
def test_a_language_out_of_reach_is_refused_before_anything_is_translated(engine, target):
    with pytest.raises(EngineUnavailable, match=f"no way from en to {target}"):
        engine.translate(["one dose"], source="en", target=target)


def test_the_entry_point_makes_it_and_doctor_can_tell_what_to_install(engine):
    made = load_engine("apertium", {"timeout": 5})

    assert made.pair("en", "es") == engine.pair("en", "es") == "eng-spa"
    assert "apertium-fra-cat" in install_command(packages())
    made.close()


@pytest.mark.parametrize("target", ["es", "eo", "fr"])
def test_no_number_is_lost_from_real_health_texts(engine, target):
    path = SHARED / "tico19" / "en-es-LA.tsv.gz"
    if not path.exists():
        pytest.skip("the TICO-19 texts are not on this machine")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [line.split("\t")[1] for line in lines][1:]
    texts = [text for text in rows if re.search(r"\d", text)][:40]

    drafts = texts_of(engine, texts, target)

    assert [digits(draft) for draft in drafts] == [digits(text) for text in texts]


def digits(text):
    return Counter(filter(str.isdigit, text))
