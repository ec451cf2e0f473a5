"""The make-believe engines: visible, deterministic, and harmless to what is no word."""

import re
import unicodedata

import pytest

from salerno.engines import load_engine
from salerno.engines.pseudo import Pseudo, PseudoRtl
from salerno.errors import InputError

PARAGRAPH = "It is not a big deal to feel worried before a big event, but these symptoms stay."


def disguised(engine, text):
    (draft,) = engine({}).translate([text], source="en", target="es")
    return draft.text


@pytest.mark.parametrize("engine", [Pseudo, PseudoRtl])
def test_a_text_stands_between_brackets_that_show_clipping(engine):
    assert re.fullmatch(r" ⟦[^⟦⟧]+⟧\n", disguised(engine, f" {PARAGRAPH}\n"))


@pytest.mark.parametrize("engine", [Pseudo, PseudoRtl])
def test_a_text_grows_by_about_forty_percent(engine):
    assert 1.3 < len(disguised(engine, PARAGRAPH)) / len(PARAGRAPH) < 1.5


@pytest.mark.parametrize("engine", [Pseudo, PseudoRtl])
@pytest.mark.parametrize(
    "kept",
    ["\U000f0000", "{name}", "{}", "{{ count }}", "%(name)s", "%s", "%2$d", "38.5", "1,000", "%"],
)
def test_placeholders_formats_and_numbers_are_kept(engine, kept):
    assert kept in disguised(engine, f"Take {kept} of it")


@pytest.mark.parametrize("engine", [Pseudo, PseudoRtl])
@pytest.mark.parametrize("text", ["", " \n", "120/80", "\U000f0000"])
def test_a_text_without_a_letter_stays_as_it_is(engine, text):
    assert disguised(engine, text) == text


def test_accented_words_can_still_be_read():
    plain = unicodedata.normalize("NFD", disguised(Pseudo, "Rest"))

    assert plain.replace("\u030c", "").replace("\u0327", "") != "⟦Rest⟧"
    assert disguised(Pseudo, "Rest") == "⟦Ŕéšţ⟧"


def test_right_to_left_words_hold_no_latin_letter_and_no_override_character():
    text = disguised(PseudoRtl, "Take Café naïve QUICKLY jumpy wizard box")

    letters = [character for character in text if character.isalpha()]
    assert {unicodedata.bidirectional(letter) for letter in letters} == {"R"}
    assert not re.search("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", text)


def test_letters_of_other_scripts_are_left_whole():
    assert disguised(PseudoRtl, "한글 हिंदी") == "⟦한글 हिंदी⟧"


def test_any_pair_will_do_and_provenance_says_what_made_the_draft():
    engine = load_engine("pseudo-rtl", {})

    (draft,) = engine.translate(["Take"], source="en", target="qps-plocm")

    assert engine.pair("en", "qps-plocm") == "en-qps-plocm"
    assert draft.provenance.name == "pseudo-rtl"
    assert draft.provenance.pair == "en-qps-plocm"
    assert draft.provenance.version.startswith("salerno ")
    engine.close()


def test_an_option_is_refused_for_it_has_none():
    with pytest.raises(InputError, match="no option 'growth'; it has: none"):
        Pseudo({"growth": 2})
