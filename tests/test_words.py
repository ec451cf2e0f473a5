"""A text falls into words, and never into less than a reader takes for one sign."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salerno.words import count_words, fold, is_word, signs, widened, words
from script_support import SENTENCES, texts


def places(pieces):
    found = {0}
    for piece in pieces:
        found.add(max(found) + len(piece))
    return found


def breaks(text):
    """Return where ICU would let a sign end, in code points."""
    icu = pytest.importorskip("icu")
    iterator = icu.BreakIterator.createCharacterInstance(icu.Locale.getRoot())
    iterator.setText(text)
    units = {0: 0}
    for number, character in enumerate(text, 1):
        units[max(units) + len(character.encode("utf-16-le")) // 2] = number
    return {0} | {units[place] for place in iterator}


@given(texts)
def test_words_and_signs_joined_are_the_text(text):
    assert "".join(words(text)) == "".join(signs(text)) == text
    assert all(words(text))
    assert all(signs(text))


@given(texts)
def test_neither_ends_where_unicode_says_that_no_sign_does(text):
    assert places(signs(text)) <= breaks(text)
    assert places(words(text)) <= breaks(text)


JOINED = {"km", "my"}
"""Here a sign is longer than Unicode's: it takes in the consonant below, and the visarga."""


@pytest.mark.parametrize("language", sorted(SENTENCES.keys() - JOINED))
def test_the_signs_of_a_sentence_are_unicodes_own(language):
    sentence = SENTENCES[language]

    assert places(signs(sentence)) == breaks(sentence)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Take 2.5 mg.", ["Take", " ", "2.5", " ", "mg", "."]),
        ("1,500–2,000", ["1,500", "–", "2,000"]),
        ("don't  stop", ["don", "'", "t", "  ", "stop"]),
        ("B12, 5-HT", ["B12", ",", " ", "5", "-", "HT"]),
        ("10mg", ["10", "mg"]),
        ("می‌رود", ["می‌رود"]),
        ("न लें।", ["न", " ", "लें", "।"]),
        ("服用2片", ["服", "用", "2", "片"]),
        ("アセトアミノフェンを", ["アセトアミノフェン", "を"]),
        ("น้ำ", ["น้ำ"]),
        ("🇪🇸🇫🇷", ["🇪🇸", "🇫🇷"]),
        ("", []),
    ],
)
def test_words_are_cut_as_readers_would(text, pieces):
    assert words(text) == pieces


@pytest.mark.parametrize(
    ("text", "number"),
    [("Take 2.5 mg.", 3), ("", 0), ("…!", 0), ("服用2片", 4), ("यह दवा न लें।", 4), ("l’eau", 2)],
)
def test_words_are_counted_without_punctuation(text, number):
    assert count_words(text) == number


def test_space_is_no_word():
    assert not is_word("  ")
    assert not is_word("–")
    assert is_word("2.5")
    assert is_word("न")


@given(texts, st.data())
def test_a_widened_span_holds_the_span_and_cuts_no_sign(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    wider = widened(text, start, end)

    assert wider[0] <= start <= end <= wider[1]
    assert set(wider) <= places(signs(text))


def test_a_span_is_widened_to_the_vowel_sign_on_its_last_letter():
    assert widened("दिनों", 0, 3) == (0, 5)
    assert widened("abc", 0, 3) == (0, 3)
    assert widened("a\r\nb", 0, 2) == (0, 3)


@given(texts)
def test_every_letter_of_a_folded_text_knows_where_it_stood(text):
    folded = fold(text)
    for place in range(len(folded.text)):
        start, end = folded.span(place, place + 1)
        assert 0 <= start < end <= len(text)
    assert folded.text == fold(folded.text).text or not unicodedata.is_normalized("NFC", text)


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        ("Das heißt: AUSSER", "ausser", "AUSSER"),
        ("Das ist außer uns", "ausser", "außer"),
        ("لَا تأكل", "لا", "لَا"),
        ("cafe\u0301 no", "no", "no"),
        ("İç ve DEĞİL", "ve", "ve"),
        ("n’est", "n'", "n’"),
    ],
)
def test_what_is_found_in_a_folded_text_is_shown_in_the_text(text, word, found):
    folded = fold(text)
    start = folded.text.index(word)

    assert text[slice(*folded.span(start, start + len(word)))] == found


@pytest.mark.parametrize("letters", ["क्", "é", "👩‍", "🇪", "ن‌", "ᄀ", "ٌ", "؀"])
def test_long_runs_of_marks_take_no_longer_than_words(letters):
    begun = time.process_time()
    for cut in (words, signs, fold):
        cut(letters * 50_000)

    assert time.process_time() - begun < 5
