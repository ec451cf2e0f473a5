"""What differs between two texts is told word by word, and loses nothing of either."""

import itertools
import random
import time

import pytest
from hypothesis import given

from salerno.cli.differences import spoken
from salerno.differences import difference
from salerno.model import Fate, Stretch
from script_support import texts
from test_words import breaks


def joined(found, *fates):
    return "".join(stretch.text for stretch in found if stretch.fate in fates)


def ends(found, *fates):
    place, ends = 0, set()
    for stretch in found:
        if stretch.fate in fates:
            place += len(stretch.text)
            ends.add(place)
    return ends


@given(texts, texts)
def test_what_was_kept_and_taken_out_is_the_text_before_and_with_what_was_put_in_the_text_after(
    before, after
):
    found = difference(before, after)

    assert joined(found, Fate.KEPT, Fate.TAKEN_OUT) == before
    assert joined(found, Fate.KEPT, Fate.PUT_IN) == after
    assert all(stretch.text for stretch in found)
    fates = [stretch.fate for stretch in found]
    assert all(one != other for one, other in itertools.pairwise(fates))


@given(texts, texts)
def test_no_change_begins_or_ends_inside_of_a_sign(before, after):
    found = difference(before, after)

    assert ends(found, Fate.KEPT, Fate.TAKEN_OUT) <= breaks(before)
    assert ends(found, Fate.KEPT, Fate.PUT_IN) <= breaks(after)


@given(texts)
def test_a_text_does_not_differ_from_itself(text):
    assert difference(text, text) == ((Stretch(Fate.KEPT, text),) if text else ())


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("Take 2 tablets.", "Take 4 tablets.", "Take [-2-]{+4+} tablets."),
        ("2.5 mg", "25 mg", "[-2.5-]{+25+} mg"),
        ("2.5 mg", "2,5 mg", "[-2.5-]{+2,5+} mg"),
        ("10mg", "100mg", "[-10-]{+100+}mg"),
        ("Do drive.", "Do not drive.", "Do {+not +}drive."),
        ("The old thing stands.", "A new stuff falls.", "[-The old thing stands-]{+A new stuff falls+}."),
        ("服用2片，每天3次。", "服用4片，每天5次。", "服用[-2-]{+4+}片，每天[-3-]{+5+}次。"),
        ("你的头疼了", "我的脚好了", "[-你的头疼-]{+我的脚好+}了"),
        ("यह दवा न लें।", "यह दवा लें।", "यह दवा [-न -]लें।"),
        ("काम", "कम", "[-काम-]{+कम+}"),
        ("लें", "ले", "[-लें-]{+ले+}"),
        ("بخورید آب", "نخورید آب", "[-بخورید-]{+نخورید+} آب"),
        ("كَتَبَ", "كتب", "[-كَتَبَ-]{+كتب+}"),
        ("กินยา 5 มล.", "กินยา 10 มล.", "กินยา [-5-]{+10+} มล."),
        ("👩🏽‍⚕️", "👩🏿‍⚕️", "[-👩🏽‍⚕️-]{+👩🏿‍⚕️+}"),
        ("a b", "a\u00a0b", "a[- -]{+\u00a0+}b"),
        ("café", "cafe\u0301", "[-café-]{+cafe\u0301+}"),
        ("", "Rest.", "{+Rest.+}"),
        ("Rest.", "", "[-Rest.-]"),
        ("{}", "{0}", "{{+0+}}"),
    ],
)  # fmt: skip
def test_a_difference_reads_well(before, after, said):
    assert spoken(difference(before, after)) == said


@pytest.mark.parametrize("sign", ["word ", "字", "ก"])
def test_long_texts_take_little_time_however_much_they_differ(sign):
    dice = random.Random(1)
    some = [f"{sign}{number} " for number in range(50)]
    before, after = ("".join(dice.choices(some, k=20_000)) for _ in range(2))

    begun = time.process_time()
    found = difference(before, after)

    assert time.process_time() - begun < 5
    assert joined(found, Fate.KEPT, Fate.TAKEN_OUT) == before
