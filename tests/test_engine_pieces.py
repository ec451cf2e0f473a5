"""Pieces: nothing is lost at a cut, and a cut falls where it does least harm."""

from hypothesis import given
from hypothesis import strategies as st

from salerno.engines.pieces import cut, has_words


@given(st.text(st.sampled_from("ab é漢😀.,;! \n\u00a0"), max_size=200), st.integers(1, 60))
def test_joining_the_pieces_gives_the_text_back(text, limit):
    assert "".join(cut(text, limit)) == text


@given(st.text(st.sampled_from("ab é漢😀.,;! \n\u00a0"), max_size=200), st.integers(4, 60))
def test_no_piece_with_words_is_longer_than_the_limit_or_has_white_space_around_it(text, limit):
    for piece in cut(text, limit):
        if has_words(piece):
            assert len(piece.encode()) <= limit
            assert piece == piece.strip()


def test_white_space_around_a_text_is_a_piece_of_its_own():
    assert cut("\u00a0 Take two.\n", 100) == ["\u00a0 ", "Take two.", "\n"]


def test_nothing_makes_no_piece_and_white_space_makes_one():
    assert cut("", 10) == []
    assert cut(" \n\u00a0", 10) == [" \n\u00a0"]


def test_a_long_text_is_cut_behind_a_sentence_first():
    pieces = cut("Take it now, please. Then rest, or sleep.", 36)

    assert pieces == ["Take it now, please.", " ", "Then rest, or sleep."]


def test_a_long_sentence_is_cut_behind_a_clause_and_a_long_clause_behind_a_word():
    pieces = cut("Take it now, or with the very next meal that you have", 24)

    assert pieces == ["Take it now,", " ", "or with the very next", " ", "meal that you have"]


def test_a_decimal_point_or_a_thousands_comma_ends_nothing():
    assert cut("Take 2.5 or 1,000 of it", 12) == ["Take 2.5 or", " ", "1,000 of it"]


def test_a_word_that_is_too_long_is_cut_between_characters():
    assert cut("漢字漢字", 7) == ["漢字", "漢字"]


def test_words_are_what_has_a_letter_in_it():
    assert has_words("5 mg")
    assert not has_words("120/80 (%) \U000f0000")
