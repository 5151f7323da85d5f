"""What calendar files say, in words: there are some for everything that can be found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from planner.domain.incoming import Act, Doubt, Finding, Hitch, Message, Method, Party
from planner.domain.meetings import CalledOff, Meeting, State
from planner.domain.people import Person
from ui import opened_reasons, opened_wording

TODAY = date(2026, 11, 22)
MESSAGE = Message(
    method=Method.REQUEST,
    summary="Catching up",
    place="Louvre",
    starts=datetime(2026, 12, 3, 15),
    zone="Europe/Paris",
    minutes=60,
    organizer=Party("maya@harbour.example", "Maya Okafor"),
)
MAYA = Person(id=1, name="Maya Okafor")
MEETING = Meeting(id=1, person=1, starts=datetime(2026, 12, 1, 8, 30), zone="Europe/London")


def said(finding: Finding) -> str:
    return opened_reasons.sentence(finding, TODAY, "Europe/London", taken=False)


@pytest.mark.parametrize("hitch", Hitch)
@pytest.mark.parametrize("act", Act)
def test_there_are_words_for_everything(act: Act, hitch: Hitch) -> None:
    for meeting, person in ((MEETING, MAYA), (None, MAYA), (None, None)):
        told = said(Finding(MESSAGE, act, hitch, meeting=meeting, person=person))
        assert told and "{" not in told


@pytest.mark.parametrize("doubt", Doubt)
def test_there_is_a_question_for_every_doubt(doubt: Doubt) -> None:
    told = said(Finding(MESSAGE, Act.INVITE, doubt=doubt, person=MAYA, address="m@x.example"))
    assert told and "{" not in told


@pytest.mark.parametrize("act", [act for act in Act if act])
def test_there_are_words_for_doing_and_for_done(act: Act) -> None:
    finding = Finding(MESSAGE, act, meeting=MEETING, person=MAYA)
    for told in (opened_wording.doing(finding), opened_wording.done([finding])):
        assert told and "{" not in told
    assert "2" in opened_wording.done([finding, finding])
    assert "2" in opened_wording.will_do([finding, finding])


def test_times_are_told_as_the_users_clocks_show_them() -> None:
    finding = Finding(MESSAGE, Act.INVITE, person=MAYA)
    told = opened_wording.when(finding, TODAY, "Europe/London")
    assert told == "Thursday 3 December, 14:00 – 15:00 · Louvre"


def test_an_answer_to_another_time_tells_both_from_whomever_it_is() -> None:
    other = replace(MESSAGE, method=Method.REPLY)
    for doubt in (Doubt.TIME, Doubt.ADDRESS):
        found = Finding(other, Act.AGREE, doubt=doubt, meeting=MEETING, person=MAYA)
        told = said(found)
        for words in ("To Thursday 3 December", "planned for Tuesday 1 December", "another time"):
            assert words in told
    assert "address you have" in told


def test_names_with_braces_stay_as_they_are() -> None:
    strange = Person(name="{x} {0}")
    assert (
        opened_wording.headline(Finding(MESSAGE, Act.AGREE, person=strange)) == "{x} {0} said yes"
    )


def test_an_answer_to_an_earlier_time_is_not_told_with_the_new_one() -> None:
    reply = replace(MESSAGE, method=Method.REPLY, place="")
    said_no = Finding(reply, Act.DECLINE, Hitch.OLDER, meeting=MEETING, person=MAYA)
    told = opened_wording.when(said_no, TODAY, "Europe/London")
    assert told == "To Thursday 3 December, 14:00 – 15:00"
    here = opened_wording.before(said_no, TODAY, "Europe/London")
    assert here == "Here it is planned for Tuesday 1 December, 08:30 – 09:15."
    timeless = replace(said_no, message=replace(reply, starts=None))
    assert opened_wording.when(timeless, TODAY, "Europe/London") == "To another time"
    assert "Tuesday 1 December" in said(said_no) and "Thursday 3 December" in said(said_no)


@pytest.mark.parametrize("hitch", [Hitch.OLDER, Hitch.KNOWN])
def test_an_invitation_that_was_called_off_since(hitch: Hitch) -> None:
    off = replace(MEETING, state=State.CANCELLED, called_off=CalledOff.THEM)
    told = said(Finding(MESSAGE, Act.UPDATE, hitch, meeting=off, person=MAYA))
    assert "Maya called it off since, so nothing was changed." in told
    assert "changed the 1-2-1" not in told and "Planned so far" not in told


@pytest.mark.parametrize("act", [Act.HOLD, Act.PLAN])
@pytest.mark.parametrize("hitch", [Hitch.SEVERAL, Hitch.STRANGER, Hitch.ALONE, Hitch.SERIES])
def test_what_is_left_of_a_calendar_is_called_as_it_is_there(act: Act, hitch: Hitch) -> None:
    finding = Finding(MESSAGE, act, hitch, person=MAYA)
    assert opened_wording.headline(finding) == "Catching up"
    known = replace(finding, hitch=Hitch.KNOWN)
    assert opened_wording.headline(known) == "1-2-1 with Maya Okafor"


def test_a_series_of_the_past_is_not_offered_to_be_planned() -> None:
    told = said(Finding(MESSAGE, Act.HOLD, Hitch.SERIES, person=MAYA))
    assert "on which of its days you met is not known" in told and "Plan those" not in told


def test_what_was_moved_says_from_when_to_when() -> None:
    after = replace(MEETING, starts=datetime(2026, 12, 3, 14))
    done = Finding(MESSAGE, Act.UPDATE, meeting=after, person=MAYA, before=MEETING)
    told = opened_wording.moved(done, TODAY, "Europe/London")
    assert "08:30 to " in told and told.endswith("14:00.")
    assert opened_wording.moved(replace(done, before=after), TODAY, "Europe/London") == ""
