"""What was approved for a like text is found, whatever else was approved."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from salerno.memory import Similar
from salerno.model import Event, EventType

NOBODY = ("", (None, ""))


def approval(source, target="…", article="fever", context=None):
    event = Event(EventType.APPROVE, article, "es", source=source, context=context)
    return replace(event, targets=(target,), id=f"{article}/{context}/{source}/{target}")


def memory(*approvals):
    known = Similar()
    for article in {event.article for event in approvals}:
        known.put(article, [event for event in approvals if event.article == article])
    return known


def found(known, source, **options):
    likes = known.find(source, without=NOBODY, **options)
    return [(like.approval.source, round(like.percent), like.times) for like in likes]


def test_the_most_like_text_comes_first_and_an_unlike_one_not_at_all():
    known = memory(
        approval("Take 2 tablets every day with food."),
        approval("Take 2 tablets every day."),
        approval("Do not drive."),
    )

    assert [source for source, *_ in found(known, "Take 4 tablets every day.")] == [
        "Take 2 tablets every day.",
        "Take 2 tablets every day with food.",
    ]


def test_the_same_text_of_another_article_is_a_whole_match():
    assert found(memory(approval("Rest.")), "Rest.") == [("Rest.", 100, 1)]


def test_a_unit_is_not_its_own_match():
    known = memory(approval("Rest."), approval("Rest.", article="cough"))

    likes = known.find("Rest.", without=("fever", (None, "Rest.")))

    assert [like.approval.article for like in likes] == ["cough"]


def test_one_wording_is_told_once_with_how_often_it_was_approved():
    known = memory(
        approval("Rest.", "Descanse."),
        approval("Rest.", "Descanse.", article="cough"),
        approval("Rest.", "Repose.", article="flu"),
    )

    assert found(known, "Rest.") == [("Rest.", 100, 2), ("Rest.", 100, 1)]


def test_what_is_no_longer_approved_is_no_longer_found():
    known = memory(approval("Rest."), approval("Drink."))

    known.put("fever", [approval("Drink.")])

    assert not found(known, "Rest.")
    assert found(known, "Drink.")


def test_texts_without_words_and_scripts_without_spaces_are_found_too():
    known = memory(approval("…?!"), approval("不要服用超过500毫克。"), approval("ยาน้ำ 5 มล."))

    assert found(known, "…?!")
    assert found(known, "不要服用超过200毫克。")
    assert found(known, "ยาน้ำ 10 มล.")


def test_so_many_are_told_and_no_more():
    known = memory(*[approval(f"Take {number} tablets.") for number in range(30)])

    assert len(found(known, "Take 99 tablets.", limit=3)) == 3


def test_a_rare_word_finds_its_text_among_thousands():
    many = [approval(f"Take {number} tablets every day with food.") for number in range(3000)]
    known = memory(*many, approval("Take paracetamol every day with food."))

    assert found(known, "Take paracetamol daily with food.", limit=1)[0][0] == (
        "Take paracetamol every day with food."
    )


@given(st.lists(st.lists(st.integers(0, 12), unique=True), max_size=12))
def test_a_memory_that_was_changed_often_knows_what_a_fresh_one_does(steps):
    worn = Similar()
    for step in steps * 3:
        worn.put("fever", [approval(f"Take {number} tablets.") for number in step])
    fresh = memory(
        *[approval(f"Take {number} tablets.") for number in (steps[-1] if steps else [])]
    )

    assert sorted(found(worn, "Take 5 tablets.", limit=20)) == sorted(
        found(fresh, "Take 5 tablets.", limit=20)
    )
