"""Tokens: what goes in comes out, whatever the text and however many there are."""

from hypothesis import given
from hypothesis import strategies as st

from salerno.engines.tokens import decode, encode, intact, split

PLACEHOLDERS = [chr(0xF0000 + number) for number in range(5)]
RESERVED = r"[\[\]{}^$/\\@<>~#*]|(?<=\d)–(?=\d)"

texts = st.text() | st.text(
    st.sampled_from([*PLACEHOLDERS, *"Xqzab XQZ .,'-5–/@[]\\", "\u00a0", "\n", "K", "ſ"]),
)


@given(texts)
def test_decoding_what_was_encoded_gives_the_text_back(text):
    encoded = encode(text, RESERVED)

    assert decode(encoded.text, encoded.tokens) == text


@given(texts)
def test_an_encoded_text_holds_each_token_once_and_nothing_reserved(text):
    encoded = encode(text, RESERVED)

    assert intact(encoded.text, encoded.tokens)
    assert len(split(encoded.text, RESERVED)) == 1


@given(texts)
def test_tokens_are_capitalised_and_of_letters_alone(text):
    for token in encode(text, RESERVED).tokens:
        assert token.word.isascii()
        assert token.word.isalpha()
        assert token.word.istitle()


def test_the_alphabet_goes_on_behind_z():
    text = "".join(chr(0xF0000 + number) for number in range(700))

    encoded = encode(text)

    assert len({token.word for token in encoded.tokens}) == 700
    assert decode(encoded.text, encoded.tokens) == text


def test_a_token_is_set_off_from_words_and_not_from_punctuation():
    encoded = encode("\U000f0000Ketamine\U000f0001, an (\U000f0002) and mg/kg", "/")

    assert encoded.text == "Xqza Ketamine Xqzb, an (Xqzc) and mg Xqzd kg"


def test_a_hyphen_or_an_apostrophe_would_make_half_a_word_of_a_token():
    assert encode("non-\U000f0000's").text == "non- Xqza 's"


def test_a_token_never_looks_like_a_word_of_the_text():
    encoded = encode("The code is xqzb \U000f0000 and XQJ.")

    assert encoded.text == "The code is xqzb Xqxa and XQJ."


def test_added_spaces_go_with_the_token_to_where_the_engine_moved_it():
    encoded = encode("two \U000f0000red\U000f0001 tablets")

    moved = decode("dos pastillas Xqza rojas Xqzb", encoded.tokens)

    assert moved == "dos pastillas \U000f0000rojas\U000f0001"


def test_a_token_is_found_in_capitals_and_at_the_end_of_a_word():
    encoded = encode("\U000f0000 drug \U000f0001")

    assert decode("XQZA droga laXqzb", encoded.tokens) == "\U000f0000 droga la\U000f0001"


def test_a_lost_or_doubled_token_is_seen():
    tokens = encode("\U000f0000 a \U000f0001").tokens

    assert intact("Xqzb uno Xqza", tokens)
    assert not intact("Xqza uno", tokens)
    assert not intact("Xqza uno Xqzb Xqzb", tokens)
    assert not intact("Xqza uno Xqza", tokens)


def test_text_without_placeholders_is_left_alone():
    assert encode("Take 2 tablets.", RESERVED).text == "Take 2 tablets."
    assert intact("whatever", ())
