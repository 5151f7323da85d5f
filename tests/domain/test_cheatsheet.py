"""What belongs on the one page, what gives way, and what never gets there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.cheatsheet import WORDS_BEFORE_QUESTIONS, compose
from planner.domain.dont_forget import WORDS as CUT_TO
from planner.domain.dont_forget import DontForget, Mention
from planner.domain.facts import Fact, FactKind
from planner.domain.last_time import last_held
from planner.domain.meetings import Meeting, State, Touch
from planner.domain.people import Person
from planner.domain.promises import Promise
from planner.domain.sheet import Aim, Block, BlockKind, Item, LeftOut, Sheet, without_least
from planner.domain.shortening import shorten, words

TODAY = date(2026, 11, 22)
MAYA = Person(id=1, name="Maya Okafor", role="Mortgage adviser", company="Harbour & Co")
MEETING = Meeting(
    id=9,
    person=1,
    state=State.AGREED,
    starts=datetime(2026, 11, 24, 8, 30),
    zone="Europe/London",
    minutes=45,
    place="The Wharf Coffee House",
    learn="How she finds buyers",
    give="Tom",
    ask="Who handles wills?",
)


def sheet_of(
    *,
    person: Person = MAYA,
    facts: list[Fact] | None = None,
    promises: list[Promise] | None = None,
    meeting: Meeting | None = MEETING,
    history: list[Meeting] | None = None,
    touches: list[Touch] | None = None,
    last_notes: tuple[str, ...] = (),
    my_zone: str = "Europe/London",
) -> Sheet:
    return compose(
        person, facts or [], promises or [], meeting, history or [], touches or [], [], TODAY,
        my_zone, last_notes,
    )  # fmt: skip


def facts_of(*told: tuple[FactKind, str]) -> list[Fact]:
    return [Fact(id=i, person=1, kind=kind, text=text) for i, (kind, text) in enumerate(told, 1)]


def texts(sheet: Sheet, kind: BlockKind) -> list[str]:
    block = sheet.block(kind)
    return [item.text for item in block.items] if block else []


def held(id: int, day: datetime, summary: str = "") -> Meeting:
    return replace(MEETING, id=id, state=State.HELD, starts=day, summary=summary)


def cost(sheet: Sheet) -> int:
    """The words a sheet prints above its questions, labels counted as two words each."""
    said = [sheet.name, sheet.headline, sheet.place]
    said += [item.text for block in sheet.blocks for item in block.items]
    return sum(words(text) for text in said) + 2 * len(sheet.blocks) + 7


def test_heading_says_who_when_and_where() -> None:
    sheet = sheet_of()
    assert (sheet.name, sheet.headline) == ("Maya Okafor", "Mortgage adviser · Harbour & Co")
    assert (sheet.starts, sheet.ends) == (MEETING.starts, datetime(2026, 11, 24, 9, 15))
    assert (sheet.place, sheet.zone) == ("The Wharf Coffee House", "")


def test_zone_is_told_only_where_it_is_not_the_users() -> None:
    assert sheet_of(my_zone="Europe/Berlin").zone == "Europe/London"


def test_somebody_without_a_name_is_headed_by_what_there_is() -> None:
    nameless = Person(id=1, company=" ", emails=("kim@example.org",))
    assert sheet_of(person=nameless).name == "kim@example.org"
    assert sheet_of(person=Person(id=1)).name == ""


def test_learn_give_and_ask_stand_in_that_order_and_only_where_said() -> None:
    block = sheet_of(meeting=replace(MEETING, give="  ")).block(BlockKind.AIMS)
    assert block is not None
    assert [item.kind for item in block.items] == [Aim.LEARN, Aim.ASK]


def test_blocks_stand_in_the_pages_order() -> None:
    sheet = sheet_of(
        facts=facts_of((FactKind.NOTE, "n"), (FactKind.LIKE, "l"), (FactKind.DOES, "d")),
        promises=[Promise(id=1, person=1, text="introduce Tom")],
    )
    assert [block.kind for block in sheet.blocks] == [
        BlockKind.DOES, BlockKind.I_OWE, BlockKind.LIKES, BlockKind.AIMS, BlockKind.NOTES,
    ]  # fmt: skip


def test_open_promises_either_way_due_ones_first() -> None:
    sheet = sheet_of(
        promises=[
            Promise(id=1, person=1, text="some day"),
            Promise(id=2, person=1, text="next week", due=date(2026, 12, 1)),
            Promise(id=3, person=1, text="last week", due=date(2026, 11, 17)),
            Promise(id=4, person=1, text="kept", done_on=date(2026, 11, 1)),
            Promise(id=5, person=1, text="hers", mine=False),
        ]
    )
    assert texts(sheet, BlockKind.I_OWE) == ["last week", "next week", "some day"]
    assert texts(sheet, BlockKind.THEY_OWE) == ["hers"]


def test_the_newest_facts_of_a_kind_come_first_and_each_only_once() -> None:
    facts = [
        Fact(1, 1, FactKind.LIKE, "jazz", noted_on=date(2024, 1, 1)),
        Fact(2, 1, FactKind.LIKE, "opera", noted_on=date(2026, 1, 1)),
        Fact(3, 1, FactKind.LIKE, "Jazz", noted_on=date(2025, 1, 1)),
    ]
    assert texts(sheet_of(facts=facts), BlockKind.LIKES) == ["opera", "Jazz"]


def test_what_matters_most_wins_when_there_is_much() -> None:
    many = [
        Fact(i, 1, kind, f"{kind} " + "word " * 17 + str(i))
        for i, kind in enumerate([kind for kind in FactKind for _ in range(30)], 1)
    ]
    sheet = sheet_of(
        facts=many, promises=[Promise(id=1, person=1, text="send the book", due=TODAY)]
    )
    assert texts(sheet, BlockKind.I_OWE) == ["send the book"]
    assert len(texts(sheet, BlockKind.AIMS)) == 3
    assert sheet.block(BlockKind.DOES) and sheet.block(BlockKind.IDEAL_REFERRAL)
    assert not sheet.block(BlockKind.NOTES)
    printed = sum(len(block.items) for block in sheet.blocks) - 4
    left = sum(thing.count for thing in sheet.left_out)
    assert printed + left == 30 * (len(FactKind) - 1)  # private ones are not even counted


def test_an_overlong_text_is_cut_and_shows_it() -> None:
    (told,) = texts(sheet_of(facts=facts_of((FactKind.DOES, "very " * 400))), BlockKind.DOES)
    assert told.endswith("very…") and words(told) <= 18


def test_a_long_text_is_told_in_full_where_there_is_room() -> None:
    long = " ".join(f"word{number}" for number in range(60))
    (told,) = texts(sheet_of(facts=facts_of((FactKind.DOES, long))), BlockKind.DOES)
    assert told == long


def test_a_long_company_and_place_are_told_in_full_where_there_is_room() -> None:
    person = replace(MAYA, company="Harbour and Sons " * 15)
    sheet = sheet_of(person=person, meeting=replace(MEETING, place="Dock Street " * 12))
    assert sheet.headline.endswith("Harbour and Sons") and sheet.place.endswith("Dock Street")


class TestDontForget:
    LINES = (
        DontForget(Mention.LAST, "A podcast", date(2026, 9, 3)),
        DontForget(Mention.DISLIKE, "early calls", None, FactKind.DISLIKE),
        DontForget(Mention.BIRTHDAY, "", date(2026, 11, 25)),
        DontForget(Mention.NEWS, "We moved", date(2026, 11, 1)),
    )

    def composed(self, *facts: tuple[FactKind, str]) -> Sheet:
        return compose(
            MAYA, facts_of(*facts), [], MEETING, [], [], [], TODAY, dont_forget=self.LINES
        )

    def test_it_stands_first_without_what_has_a_block_of_its_own(self) -> None:
        sheet = self.composed((FactKind.DOES, "Loans"))
        assert sheet.blocks[0].kind is BlockKind.DONT_FORGET
        kinds = [item.kind for item in sheet.blocks[0].items]
        assert kinds == [Mention.DISLIKE, Mention.BIRTHDAY, Mention.NEWS]
        assert sheet.blocks[0].items[1].due == date(2026, 11, 25)

    def test_nothing_of_it_is_said_twice(self) -> None:
        sheet = self.composed((FactKind.DISLIKE, "Early calls"), (FactKind.LIKE, "jazz"))
        assert texts(sheet, BlockKind.LIKES) == ["jazz"]

    def test_a_fact_that_was_cut_for_it_is_whole_again(self) -> None:
        long = " ".join(f"word{number}" for number in range(30))
        cut = DontForget(Mention.DISLIKE, shorten(long, CUT_TO), None, FactKind.DISLIKE)
        sheet = compose(
            MAYA, facts_of((FactKind.DISLIKE, long)), [], None, [], [], [], TODAY,
            dont_forget=[cut],
        )  # fmt: skip
        assert texts(sheet, BlockKind.DONT_FORGET) == [long]
        assert sheet.block(BlockKind.LIKES) is None

    def test_it_is_never_made_whole_by_a_private_fact(self) -> None:
        begin = " ".join(f"word{number}" for number in range(30))
        cut = DontForget(Mention.DISLIKE, shorten(begin, CUT_TO), None, FactKind.DISLIKE)
        facts = facts_of((FactKind.DISLIKE, begin), (FactKind.PRIVATE, f"{begin} unreliable"))
        sheet = compose(MAYA, facts, [], None, [], [], [], TODAY, dont_forget=[cut])
        assert "unreliable" not in repr(sheet)

    def test_what_the_line_has_no_room_for_stands_in_its_block_or_is_counted(self) -> None:
        lines = [
            *(DontForget(Mention.PASSED_ON, f"Survey {number}", TODAY) for number in range(5)),
            DontForget(Mention.NAMED, "Sails with Ida", None, FactKind.INTEREST),
            DontForget(Mention.KEPT_BY_ME, "Tom's number", TODAY),
        ]
        facts = facts_of((FactKind.INTEREST, "Sails with Ida"))
        sheet = compose(MAYA, facts, [], None, [], [], [], TODAY, dont_forget=lines)
        assert texts(sheet, BlockKind.LIKES) == ["Sails with Ida"]
        assert sheet.left_out == (LeftOut(BlockKind.DONT_FORGET, 1),)


def test_what_matters_least_is_the_first_to_go() -> None:
    sheet = sheet_of(
        facts=facts_of((FactKind.DOES, "loans"), (FactKind.NOTE, "a dog"), (FactKind.LIKE, "jazz")),
        promises=[Promise(id=1, person=1, text="send the book")],
    )
    gone = []
    while sheet.items:
        fewer = without_least(sheet)
        (item,) = [item for item in sheet.items if item not in fewer.items]
        gone.append(item.text)
        sheet = fewer
    assert gone[:3] == ["a dog", "jazz", "loans"] and gone[-1] == "send the book"
    assert "Tom" in gone[3:-1]  # what the 1-2-1 is for goes late, all of it
    assert sheet.blocks == () and sum(thing.count for thing in sheet.left_out) == 7


def test_nothing_known_still_makes_a_page() -> None:
    sheet = sheet_of(person=Person(id=1, name="Kim"), meeting=None)
    assert (sheet.name, sheet.blocks, sheet.left_out) == ("Kim", (), ())
    assert sheet.starts is None


class TestLastTime:
    def test_the_last_one_held_before_this_one(self) -> None:
        past = [held(1, datetime(2026, 5, 1, 9)), held(2, datetime(2026, 9, 3, 9))]
        later = held(3, datetime(2026, 12, 1, 9))
        planned = replace(MEETING, id=4, starts=datetime(2026, 10, 1, 9))
        assert last_held(MEETING, [*past, later, planned, MEETING]) == past[1]
        assert last_held(None, [*past, later]) == later
        assert last_held(MEETING, [later]) is None

    def test_its_summary_and_day(self) -> None:
        past = held(1, datetime(2026, 9, 3, 9), "Launching a podcast")
        block = sheet_of(history=[past, MEETING]).block(BlockKind.LAST_TIME)
        assert block is not None
        assert (block.day, block.items[0].text) == (date(2026, 9, 3), "Launching a podcast")

    def test_what_was_noted_when_nobody_summed_it_up(self) -> None:
        past = held(1, datetime(2026, 9, 3, 9))
        sheet = sheet_of(history=[past], last_notes=("A podcast", "", "A lender"))
        assert texts(sheet, BlockKind.LAST_TIME) == ["A podcast; A lender"]

    def test_a_later_touch_with_a_note_is_the_last_time(self) -> None:
        past = held(1, datetime(2026, 9, 3, 9), "Launching a podcast")
        touches = [
            Touch(1, 1, date(2026, 11, 1), note="Episode one is out"),
            Touch(2, 1, date(2026, 11, 20)),
            Touch(3, 1, date(2026, 11, 25), note="after the meeting"),
        ]
        sheet = sheet_of(history=[past], touches=touches)
        assert texts(sheet, BlockKind.LAST_TIME) == ["Episode one is out"]

    def test_without_words_the_day_alone(self) -> None:
        block = sheet_of(touches=[Touch(1, 1, date(2026, 11, 1))]).block(BlockKind.LAST_TIME)
        assert block is not None
        assert (block.day, block.items) == (date(2026, 11, 1), ())


@pytest.mark.parametrize("meeting", [None, MEETING])
def test_private_facts_are_never_on_it(meeting: Meeting | None) -> None:
    facts = facts_of((FactKind.PRIVATE, "unreliable"), (FactKind.NOTE, "has a dog"))
    sheet = sheet_of(facts=facts, meeting=meeting)
    assert "unreliable" not in repr(sheet)
    assert "has a dog" in repr(sheet)
    assert sheet.left_out == ()


ANY_TEXT = st.text(max_size=400)
ANY_FACTS = st.lists(
    st.builds(
        Fact,
        id=st.integers(1, 999),
        kind=st.sampled_from(FactKind),
        text=ANY_TEXT,
        noted_on=st.none() | st.dates(date(2000, 1, 1), TODAY),
    ),
    max_size=40,
)
ANY_PROMISES = st.lists(
    st.builds(
        Promise,
        id=st.integers(1, 999),
        mine=st.booleans(),
        text=ANY_TEXT,
        due=st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    ),
    max_size=12,
)


@given(
    name=ANY_TEXT, company=ANY_TEXT, place=ANY_TEXT, learn=ANY_TEXT, facts=ANY_FACTS,
    promises=ANY_PROMISES, summary=ANY_TEXT, ago=st.integers(1, 900),
)  # fmt: skip
@settings(max_examples=60, deadline=None)
def test_never_more_words_than_are_read_in_a_minute(
    name: str, company: str, place: str, learn: str, facts: list[Fact], promises: list[Promise],
    summary: str, ago: int,
) -> None:  # fmt: skip
    meeting = replace(MEETING, place=place, learn=learn)
    past = held(1, MEETING.starts - timedelta(days=ago), summary)
    person = Person(id=1, name=name, company=company)
    sheet = sheet_of(person=person, facts=facts, promises=promises, meeting=meeting, history=[past])
    assert cost(sheet) <= WORDS_BEFORE_QUESTIONS
    for block in sheet.blocks:
        for item in block.items:
            assert item.text and item.text == item.text.strip()
            assert not any(letter in "\n\r\t\x1b\u202e" for letter in item.text)


def test_what_was_told_last_time_is_shortened_before_it_goes() -> None:
    last = Block(BlockKind.LAST_TIME, (Item("word " * 30, worth=1),), TODAY)
    sheet = replace(sheet_of(), blocks=(last,))
    brief = without_least(sheet)
    assert 5 < len(brief.items[0].text.split()) <= 12 and brief.items[0].text.endswith("…")
    assert without_least(brief).items == ()
