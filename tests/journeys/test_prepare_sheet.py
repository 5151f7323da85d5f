"""Preparing the cheat-sheet from a real library and the program's own questions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from planner.domain.facts import Fact, FactKind
from planner.domain.guides import CATCH_UP, Library
from planner.domain.me import Me
from planner.domain.meetings import Meeting, State, Touch
from planner.domain.people import Person
from planner.domain.promises import Promise
from planner.domain.referrals import Referral
from planner.domain.sheet import BlockKind, Sheet
from planner.errors import NotFound, PlannerError
from planner.guides.library import load
from planner.journeys.at_the_table import at_the_table
from planner.journeys.hold_conversation import begin, note
from planner.journeys.load_sample import load_sample
from planner.journeys.own_news import note_news
from planner.journeys.prepare_meeting import prepare_meeting
from planner.journeys.prepare_page import preparation
from planner.journeys.prepare_sheet import prepare, prepare_day
from planner.storage.store import Store
from ui.printing import write_pdf
from ui.sheet_paper import Paper

PLAIN, CONFIDING = "again-best-news", "again-tell-few-people"  # the second fills "private"
TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 9, 30)


@pytest.fixture(scope="module")
def questions() -> Library:
    return load()


@pytest.fixture(autouse=True)
def maya(store: Store) -> Person:
    """The one person of the library."""
    with store.transaction():
        return store.people.add(Person(name="Maya Okafor"))


def add_meeting(store: Store, starts: datetime, state: State, **fields: str) -> Meeting:
    with store.transaction():
        return store.meetings.add(
            Meeting(person=1, state=state, starts=starts, zone="Europe/London", **fields)  # type: ignore[arg-type]
        )


def asked(sheet: Sheet) -> list[str]:
    return [question.text for phase in sheet.phases for question in phase.questions]


def test_for_a_person_it_is_for_the_next_planned_one(store: Store, questions: Library) -> None:
    add_meeting(store, datetime(2026, 11, 1, 9), State.PROPOSED, place="never answered")
    add_meeting(store, datetime(2026, 12, 9, 9), State.AGREED, place="later")
    add_meeting(store, datetime(2026, 12, 1, 9), State.AGREED, place="next")
    add_meeting(store, datetime(2026, 11, 25, 9), State.CANCELLED, place="off")
    assert prepare(store, questions, TODAY, person_id=1).place == "next"


def test_for_a_meeting_it_is_for_that_one(store: Store, questions: Library) -> None:
    meeting = add_meeting(store, datetime(2026, 12, 9, 9), State.AGREED, place="The Wharf")
    sheet = prepare(store, questions, TODAY, meeting_id=meeting.id)
    assert (sheet.name, sheet.place) == ("Maya Okafor", "The Wharf")


def test_without_a_meeting_there_are_questions_too(store: Store, questions: Library) -> None:
    sheet = prepare(store, questions, TODAY, person_id=1)
    assert sheet.starts is None and len(asked(sheet)) == 7
    assert not any("agree" in phase.title.lower() for phase in sheet.phases)


def test_the_zone_is_told_where_it_is_not_the_users(store: Store, questions: Library) -> None:
    meeting = add_meeting(store, datetime(2026, 12, 9, 9), State.AGREED)
    with store.transaction():
        store.me.put(Me(zone="Europe/Berlin"))
    assert prepare(store, questions, TODAY, meeting_id=meeting.id).zone == "Europe/London"


def test_a_begun_conversation_gives_its_own_questions(store: Store, questions: Library) -> None:
    meeting = add_meeting(store, datetime(2026, 12, 1, 9), State.AGREED)
    _, conversation = begin(store, questions, meeting.id, NOW)
    reversed_script = tuple(reversed(conversation.script))
    with store.transaction():
        store.conversations.update(replace(conversation, script=reversed_script))
    on_paper = asked(prepare(store, questions, TODAY, meeting_id=meeting.id))
    texts = [prompt.text for id in reversed_script if (prompt := questions.prompt(id))]
    assert on_paper and set(on_paper) <= set(texts)


def test_what_would_be_answered_in_confidence_is_not_asked_on_paper(
    store: Store, questions: Library
) -> None:
    meeting = add_meeting(store, datetime(2026, 12, 1, 9), State.AGREED)
    _, conversation = begin(store, questions, meeting.id, NOW)
    with store.transaction():
        script = (CONFIDING, PLAIN)
        store.conversations.update(replace(conversation, guide=CATCH_UP, script=script))
    page = asked(prepare(store, questions, TODAY, meeting_id=meeting.id))
    plain, confiding = (questions.prompt(id) for id in (PLAIN, CONFIDING))
    assert plain and confiding and confiding.fills is FactKind.PRIVATE
    assert page == [plain.text]


def test_what_was_noted_last_time_is_on_it(store: Store, questions: Library) -> None:
    last = add_meeting(store, datetime(2026, 9, 3, 9), State.HELD)
    note(store, last.id, PLAIN, "A podcast")
    block = prepare(store, questions, TODAY, person_id=1).block(BlockKind.LAST_TIME)
    assert block is not None
    assert (block.day, block.items[0].text) == (date(2026, 9, 3), "A podcast")


@pytest.mark.parametrize(
    ("prompt", "said"),
    [
        (CONFIDING, "Xylograph"),
        ("a-question-of-another-library", "Xylograph"),
        (PLAIN, "  the xylograph,\nstill a secret "),
        (PLAIN, "A talk of the Xylograph: still a secret, so far"),
    ],
)
def test_private_notes_of_last_time_are_neither_on_the_page_nor_on_paper(
    qapp: QApplication,
    store: Store,
    questions: Library,
    tmp_path: Path,
    prompt: str,
    said: str,
) -> None:
    with store.transaction():
        store.facts.add(Fact(person=1, kind=FactKind.PRIVATE, text="Xylograph, still a secret"))
    last = add_meeting(store, datetime(2026, 9, 3, 9), State.HELD)
    planned = add_meeting(store, datetime(2026, 12, 9, 9), State.AGREED)
    note(store, last.id, prompt, said)
    note(store, last.id, "again-fun-going", "A podcast")
    sheet = prepare(store, questions, TODAY, person_id=1)
    write_pdf(sheet, tmp_path / "sheet.pdf", Paper.A4)
    paper = PdfReader(tmp_path / "sheet.pdf").pages[0].extract_text()
    table = at_the_table(store, questions, planned.id, TODAY)
    for shown in (repr(sheet), paper, repr(table.last)):
        assert "A podcast" in " ".join(shown.split())
        assert "xylograph" not in shown.lower()


def test_private_facts_stay_in_the_library(store: Store, questions: Library) -> None:
    with store.transaction():
        store.facts.add(Fact(person=1, kind=FactKind.PRIVATE, text="Xylograph"))
    assert "Xylograph" not in repr(prepare(store, questions, TODAY, person_id=1))


def test_without_guides_there_is_still_a_page(store: Store) -> None:
    assert prepare(store, Library(), TODAY, person_id=1).phases == ()


@pytest.mark.parametrize("whose", [{"person_id": 99}, {"meeting_id": 99}])
def test_nobody_and_nothing_are_refused(
    store: Store, questions: Library, whose: dict[str, int]
) -> None:
    with pytest.raises(NotFound):
        prepare(store, questions, TODAY, **whose)


def test_everybody_in_the_sample_network_has_a_page(store: Store, questions: Library) -> None:
    load_sample(store, TODAY, NOW)
    for person in store.people.all():
        sheet = prepare(store, questions, TODAY, person_id=person.id)
        assert sheet.name == person.name and sheet.phases


def test_what_must_not_be_forgotten_is_over_all_else(store: Store, questions: Library) -> None:
    add_meeting(store, datetime(2026, 9, 3, 9), State.HELD, summary="A podcast")
    with store.transaction():
        store.facts.add(Fact(person=1, kind=FactKind.DISLIKE, text="early calls"))
        store.promises.add(Promise(person=1, text="Tom's number", done_on=date(2026, 10, 1)))
        store.referrals.add(Referral(person=1, given=False, what="A landlord", day=TODAY))
    note_news(store, "We moved to Leeds", TODAY)
    line = prepare(store, questions, TODAY, person_id=1).blocks[0]
    assert line.kind is BlockKind.DONT_FORGET
    assert [item.text for item in line.items] == [
        "early calls", "A landlord", "Tom's number", "We moved to Leeds",
    ]  # fmt: skip


def test_what_says_a_private_note_in_other_places_is_not_on_it(
    store: Store, questions: Library
) -> None:
    with store.transaction():
        store.facts.add(Fact(person=1, kind=FactKind.PRIVATE, text="Xylograph"))
        for kind in (FactKind.NOTE, FactKind.GOAL, FactKind.DISLIKE):
            store.facts.add(Fact(person=1, kind=kind, text=f"A xylograph, {kind}", noted_on=TODAY))
        store.touches.add(Touch(person=1, day=date(2026, 10, 1), note="The xylograph again"))
        store.promises.add(Promise(person=1, text="Mend the xylograph"))
        store.promises.add(Promise(person=1, text="Find a xylograph", done_on=TODAY))
        store.promises.add(Promise(person=1, mine=False, text="Lend me the xylograph"))
        store.referrals.add(Referral(person=1, given=False, what="A xylograph", day=TODAY))
    add_meeting(store, datetime(2026, 9, 3, 9), State.HELD, summary="Spoke of the Xylograph")
    aims = {"learn": "Whose xylograph?", "give": "A xylograph", "ask": "Xylograph: who else?"}
    add_meeting(store, datetime(2026, 12, 9, 9), State.AGREED, **aims)
    note_news(store, "My xylograph is back", TODAY)
    sheet = prepare(store, questions, TODAY, person_id=1)
    assert "ylograph" not in repr(sheet)
    assert sheet.left_out == ()  # nor is it counted


def test_a_day_is_one_after_the_other(store: Store, questions: Library) -> None:
    with store.transaction():
        tom = store.people.add(Person(name="Tom Reyes"))
    day = date(2026, 12, 1)
    add_meeting(store, datetime(2026, 12, 1, 14), State.AGREED, place="second")
    add_meeting(store, datetime(2026, 12, 1, 9), State.PROPOSED, place="first")
    add_meeting(store, datetime(2026, 12, 1, 11), State.CANCELLED, place="off")
    add_meeting(store, datetime(2026, 12, 2, 9), State.AGREED, place="another day")
    with store.transaction():
        store.meetings.add(
            Meeting(person=tom.id, state=State.AGREED, starts=datetime(2026, 12, 1, 10, 30),
                    zone="America/New_York", place="third")
        )  # fmt: skip
    sheets = prepare_day(store, questions, day, TODAY)
    assert [sheet.place for sheet in sheets] == ["first", "second", "third"]
    with pytest.raises(PlannerError, match="No 1-2-1 is planned for 2026-12-24"):
        prepare_day(store, questions, date(2026, 12, 24), TODAY)


def test_what_was_prepared_to_open_with_is_on_the_page(store: Store, questions: Library) -> None:
    meeting = add_meeting(store, datetime(2026, 12, 1, 9), State.AGREED)
    prepare_meeting(store, questions, meeting.id)
    page = asked(prepare(store, questions, TODAY, meeting_id=meeting.id))
    shown = preparation(store, questions, meeting.id, NOW)
    assert shown.openers
    assert {opener.choice.prompt.text for opener in shown.openers} <= set(page)


def test_whatever_else_gives_way_the_questions_to_open_with_do_not(
    store: Store, questions: Library
) -> None:
    load_sample(store, TODAY, NOW)
    for person in store.people.by_name():
        with store.transaction():
            meeting = store.meetings.add(
                Meeting(person=person.id, state=State.AGREED, starts=datetime(2026, 12, 1, 9),
                        zone="Europe/London")
            )  # fmt: skip
        page = asked(prepare(store, questions, TODAY, meeting_id=meeting.id))
        shown = preparation(store, questions, meeting.id, NOW)
        assert {one.choice.prompt.text for one in shown.openers} <= set(page), person.name


def test_of_the_users_news_the_two_latest_are_on_the_page(store: Store, questions: Library) -> None:
    for number, text in enumerate(("We moved", "A second desk", "The book is out"), 1):
        note_news(store, text, date(2026, 11, number))
    line = prepare(store, questions, TODAY, person_id=1).blocks[0]
    assert [item.text for item in line.items] == ["The book is out", "A second desk"]


def test_a_question_that_comes_back_to_something_quotes_it(
    store: Store, questions: Library
) -> None:
    add_meeting(store, datetime(2026, 9, 3, 9), State.HELD, summary="Much")
    with store.transaction():
        store.facts.add(
            Fact(person=1, kind=FactKind.GOAL, text="A kitchen of her own", noted_on=TODAY)
        )
    planned = add_meeting(store, datetime(2026, 12, 1, 9), State.AGREED)
    prepare_meeting(store, questions, planned.id)
    for whose in ({"person_id": 1}, {"meeting_id": planned.id}):
        sheet = prepare(store, questions, TODAY, **whose)
        told = [question.told for phase in sheet.phases for question in phase.questions]
        assert "A kitchen of her own" in told


def test_what_is_owed_is_not_quoted_as_it_has_a_block_of_its_own(
    store: Store, questions: Library
) -> None:
    guide = questions.guide(CATCH_UP)
    arrive = guide.phases[0]
    owing = tuple(prompt for prompt in arrive.prompts if prompt.id == "again-still-open")
    library = Library((replace(guide, phases=(replace(arrive, prompts=owing),)),))
    add_meeting(store, datetime(2026, 9, 3, 9), State.HELD, summary="Much")
    with store.transaction():
        store.promises.add(Promise(person=1, text="Tom's number"))
    sheet = prepare(store, library, TODAY, person_id=1)
    (question,) = (question for phase in sheet.phases for question in phase.questions)
    assert (question.text, question.told) == (owing[0].text, "")
    assert sheet.block(BlockKind.I_OWE) is not None
