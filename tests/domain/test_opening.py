"""What messages in calendar files mean for somebody with these people and 1-2-1s."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from planner.domain.incoming import Act, Answer, Doubt, Finding, Hitch, Message, Method, Party
from planner.domain.known_here import Known
from planner.domain.meetings import CalledOff, Meeting, State
from planner.domain.opening import look_at
from planner.domain.people import Person
from planner.domain.proposal import Proposal, planned_as

NOW = datetime(2026, 11, 22, 9, 30)
LATER = datetime(2026, 12, 1, 8, 30)
LONG_AGO = datetime(2026, 3, 3, 10, 0)
LONDON = "Europe/London"
ME = "ada@mail.example"
MAYA = Person(id=1, name="Maya Okafor", emails=("maya@harbour.example", "m@home.example"))
JONAS = Person(id=2, name="Jonas Lindqvist")
OURS = Meeting(
    id=7, person=1, starts=LATER, zone=LONDON, place="The Wharf", uid="ours@visavis", sequence=2
)
THEIRS = replace(OURS, id=8, uid="theirs@google.com", organizer="maya@harbour.example", sequence=1)
HERS = Party("maya@harbour.example", "Maya Okafor")
ADA = Party(ME, "Ada")


def known(*meetings: Meeting, **more: object) -> Known:
    people, mine = (MAYA, JONAS), frozenset({ME})
    return Known(people=people, meetings=meetings or (OURS, THEIRS), mine=mine, **more)  # type: ignore[arg-type]


def found(message: Message, here: Known | None = None) -> Finding:
    (finding,) = look_at([message], here or known(), NOW)
    return finding


def reply(answer: Answer, **more: object) -> Message:
    said: dict[str, object] = {
        "method": Method.REPLY,
        "uid": OURS.uid,
        "sequence": 2,
        "organizer": ADA,
        "attendees": (replace(HERS, answer=answer),),
    }
    return Message(**(said | more))  # type: ignore[arg-type]


def counter(**more: object) -> Message:
    time = {"starts": LATER + timedelta(hours=3), "zone": LONDON, "minutes": 45}
    return replace(reply(Answer.TENTATIVE, method=Method.COUNTER), **(time | more))  # type: ignore[arg-type]


def invitation(**more: object) -> Message:
    said: dict[str, object] = {
        "method": Method.REQUEST,
        "uid": "new@outlook",
        "starts": LATER + timedelta(days=1),
        "zone": LONDON,
        "minutes": 60,
        "organizer": HERS,
        "attendees": (ADA,),
    }
    return Message(**(said | more))  # type: ignore[arg-type]


def update(**more: object) -> Message:
    place = {
        "starts": LATER,
        "uid": THEIRS.uid,
        "sequence": 2,
        "place": "Station Café",
        "minutes": 45,
    }
    return invitation(**(place | more))


def past(**more: object) -> Message:
    """An event of a saved calendar, to which the user said yes."""
    yes = (replace(ADA, answer=Answer.ACCEPTED),)
    return invitation(**({"method": Method.PUBLISH, "starts": LONG_AGO, "attendees": yes} | more))


# answers


@pytest.mark.parametrize(
    ("answer", "act"),
    [(Answer.ACCEPTED, Act.AGREE), (Answer.DECLINED, Act.DECLINE), (Answer.TENTATIVE, Act.DOUBT)],
)
def test_a_guest_answers(answer: Answer, act: Act) -> None:
    finding = found(reply(answer))
    assert (finding.act, finding.sure, finding.meeting) == (act, True, OURS)


@pytest.mark.parametrize(
    ("answer", "hitch"), [(Answer.NONE, Hitch.SILENT), (Answer.DELEGATED, Hitch.DELEGATED)]
)
def test_an_answer_that_is_none(answer: Answer, hitch: Hitch) -> None:
    assert found(reply(answer)).hitch is hitch


def test_an_earlier_version_is_answered() -> None:
    assert found(reply(Answer.ACCEPTED, sequence=1)).hitch is Hitch.OLDER


def test_the_number_their_invitation_has_counts_not_one_it_was_never_sent_with() -> None:
    here = known(replace(OURS, sequence=3), since={OURS.id: 2})
    assert found(reply(Answer.ACCEPTED), here).sure


def test_an_answer_older_than_the_last_one_heard() -> None:
    here = known(heard={OURS.id: NOW})
    assert found(reply(Answer.DECLINED, stamp=NOW - timedelta(hours=1)), here).hitch is Hitch.OLDER
    assert found(reply(Answer.DECLINED, stamp=NOW + timedelta(hours=1)), here).sure


@pytest.mark.parametrize(
    ("state", "answer", "hitch"),
    [
        (State.AGREED, Answer.ACCEPTED, Hitch.KNOWN),
        (State.HELD, Answer.ACCEPTED, Hitch.OVER),
        (State.MISSED, Answer.DECLINED, Hitch.OVER),
        (State.CANCELLED, Answer.DECLINED, Hitch.KNOWN),
        (State.CANCELLED, Answer.ACCEPTED, Hitch.OFF),
    ],
)
def test_an_answer_that_comes_too_late(state: State, answer: Answer, hitch: Hitch) -> None:
    assert found(reply(answer), known(replace(OURS, state=state))).hitch is hitch


def test_an_answer_from_another_of_their_addresses() -> None:
    told = Party("M@Home.example", answer=Answer.ACCEPTED)
    assert found(reply(Answer.NONE, attendees=(told,))).sure


def test_an_answer_from_an_address_nobody_knows_is_asked_about() -> None:
    told = Party("mo@new.example", "M. O.", Answer.ACCEPTED)
    finding = found(reply(Answer.NONE, attendees=(told,)))
    assert (finding.can, finding.sure, finding.doubt) == (True, False, Doubt.ADDRESS)
    assert finding.address == "mo@new.example"


def test_an_answer_from_somebody_else_whom_the_user_knows_is_no_answer() -> None:
    here = replace(known(), people=(MAYA, replace(JONAS, emails=("j@x.example",))))
    told = Party("j@x.example", "Maya Okafor", Answer.DECLINED)
    finding = found(reply(Answer.NONE, attendees=(told,)), here)
    assert (finding.hitch, finding.address) == (Hitch.ANOTHER, "j@x.example")


def test_another_time_from_nobody_is_asked_about() -> None:
    finding = found(counter(attendees=()))
    assert (finding.act, finding.doubt, finding.address) == (Act.COUNTER, Doubt.UNSIGNED, "")


def test_an_answer_about_one_date_of_a_series_is_not_about_ours() -> None:
    assert found(reply(Answer.DECLINED, repeats=True)).hitch is Hitch.SERIES


@pytest.mark.parametrize("answer", [Answer.ACCEPTED, Answer.DECLINED, Answer.TENTATIVE])
def test_an_answer_to_another_time_is_asked_about(answer: Answer) -> None:
    for begins, zone in ((LATER + timedelta(minutes=1), LONDON), (LATER, "Europe/Berlin")):
        finding = found(reply(answer, starts=begins, zone=zone))
        assert (finding.can, finding.sure, finding.doubt) == (True, False, Doubt.TIME)


@pytest.mark.parametrize(
    "said",
    [
        {"starts": LATER, "zone": "UTC"},
        {"starts": LATER.replace(hour=9, second=30), "zone": "Europe/Berlin"},
        {"starts": LATER.replace(hour=0, minute=0), "zone": LONDON, "all_day": True},
        {"starts": LATER.replace(hour=0, minute=0) - timedelta(1), "all_day": True},
        {"starts": None},
    ],
)
def test_an_answer_may_say_the_time_in_its_own_way_or_not_at_all(said: dict[str, object]) -> None:
    assert found(reply(Answer.ACCEPTED, **said)).sure


def test_an_answer_to_a_day_far_off_is_to_another_time() -> None:
    day = {"starts": LATER + timedelta(days=2), "all_day": True}
    assert found(reply(Answer.ACCEPTED, **day)).doubt is Doubt.TIME


def test_a_yes_to_another_time_is_told_once_of_what_is_agreed() -> None:
    here = known(replace(OURS, state=State.AGREED))
    yes = reply(Answer.ACCEPTED, starts=LATER + timedelta(hours=3), stamp=NOW)
    assert found(yes, here).doubt is Doubt.TIME
    assert found(yes, replace(here, heard={OURS.id: NOW})).hitch is Hitch.KNOWN


def test_an_answer_to_a_version_never_sent_is_asked_about() -> None:
    finding = found(reply(Answer.ACCEPTED, sequence=3))
    assert (finding.can, finding.doubt) == (True, Doubt.VERSION)
    assert found(counter(sequence=3)).sure  # the user decides about that anyway


@pytest.mark.parametrize(
    ("by", "minutes", "hitch"),
    [
        (CalledOff.THEM, 5, Hitch.NONE),
        (CalledOff.THEM, 0, Hitch.OFF),  # which of the two came first, nobody can tell
        (CalledOff.ME, 5, Hitch.OFF),
    ],
)
def test_they_say_yes_after_all(by: CalledOff, minutes: int, hitch: Hitch) -> None:
    here = known(replace(OURS, state=State.CANCELLED, called_off=by), heard={OURS.id: NOW})
    yes = reply(Answer.ACCEPTED, stamp=NOW + timedelta(minutes=minutes))
    assert found(yes, here).hitch is hitch


def test_the_guest_is_found_among_all_who_are_named() -> None:
    everybody = (
        ADA,
        Party("x@y.example", answer=Answer.DECLINED),
        replace(HERS, answer=Answer.ACCEPTED),
    )
    assert found(reply(Answer.NONE, attendees=everybody)).act is Act.AGREE


def test_an_answer_about_nothing_in_the_library() -> None:
    finding = found(reply(Answer.ACCEPTED, uid="gone@visavis"))
    assert (finding.hitch, finding.person) == (Hitch.UNKNOWN, MAYA)


def test_the_users_own_answer() -> None:
    mine = (replace(ADA, answer=Answer.ACCEPTED),)
    assert found(reply(Answer.NONE, uid=THEIRS.uid, attendees=mine)).hitch is Hitch.OWN


def test_an_answer_to_somebody_elses_invitation() -> None:
    assert found(reply(Answer.ACCEPTED, uid=THEIRS.uid)).hitch is Hitch.OTHERS


def test_one_of_two_alike_is_taken_and_of_two_answers_the_newer() -> None:
    yes = reply(Answer.ACCEPTED, stamp=NOW)
    no = reply(Answer.DECLINED, stamp=NOW + timedelta(minutes=5))
    assert [each.hitch for each in look_at([yes, yes], known(), NOW)] == ["", Hitch.KNOWN]
    assert [each.hitch for each in look_at([no, yes], known(), NOW)] == ["", Hitch.OLDER]


# another time


def test_another_time_is_proposed() -> None:
    finding = found(counter())
    assert (finding.act, finding.sure) == (Act.COUNTER, True)


@pytest.mark.parametrize(
    ("more", "hitch"),
    [
        ({"starts": LATER}, Hitch.KNOWN),
        ({"starts": NOW - timedelta(days=1)}, Hitch.PAST),
        ({"starts": None}, Hitch.NO_TIME),
        ({"all_day": True}, Hitch.ALL_DAY),
        ({"minutes": 600}, Hitch.TOO_LONG),
        ({"sequence": 1}, Hitch.OLDER),
    ],
)
def test_another_time_that_cannot_be(more: dict[str, object], hitch: Hitch) -> None:
    assert found(counter(**more)).hitch is hitch


def test_the_same_time_proposed_again() -> None:
    there = Proposal(LATER + timedelta(hours=3), LONDON, 45, instead_of=planned_as(OURS))
    assert found(counter(), known(proposals={OURS.id: there})).hitch is Hitch.KNOWN


def test_another_place_at_the_same_time_is_a_proposal() -> None:
    assert found(counter(starts=LATER, place="Foundry")).sure


def test_they_ask_for_the_newest_version() -> None:
    assert found(reply(Answer.NONE, method=Method.REFRESH)).hitch is Hitch.ASKS


# invitations


def test_somebody_known_invites() -> None:
    finding = found(invitation())
    assert (finding.act, finding.sure, finding.person) == (Act.INVITE, True, MAYA)
    assert not finding.agreed


def test_somebody_unknown_invites() -> None:
    finding = found(invitation(organizer=Party("new@x.example", "Ned New")))
    assert (finding.act, finding.doubt) == (Act.INVITE, Doubt.STRANGER)
    assert finding.person == Person(name="Ned New", emails=("new@x.example",))


def test_somebody_known_by_name_alone_invites() -> None:
    finding = found(invitation(organizer=Party("jl@x.example", "Jonas Lindqvist")))
    assert (finding.person, finding.doubt, finding.address) == (
        JONAS,
        Doubt.ADDRESS,
        "jl@x.example",
    )


def test_the_user_is_invited_at_an_address_nobody_told() -> None:
    finding = found(invitation(attendees=(Party("ada@other.example"),)))
    assert (finding.can, finding.doubt, finding.guest) == (True, Doubt.GUEST, "ada@other.example")
    assert found(finding.message, replace(known(), mine=frozenset())).sure  # nothing to go by


@pytest.mark.parametrize(
    ("more", "hitch"),
    [
        ({"attendees": (ADA, Party("c@x.example"))}, Hitch.SEVERAL),
        ({"repeats": True}, Hitch.SERIES),
        ({"all_day": True}, Hitch.ALL_DAY),
        ({"starts": None}, Hitch.NO_TIME),
        ({"minutes": 24 * 60}, Hitch.TOO_LONG),
        ({"organizer": ADA, "attendees": (ADA,)}, Hitch.ALONE),
        ({"attendees": (replace(ADA, answer=Answer.DECLINED),)}, Hitch.OFF),
        ({"off": True}, Hitch.UNKNOWN),
        ({"method": Method.CANCEL}, Hitch.UNKNOWN),
    ],
)
def test_an_invitation_that_becomes_no_one_to_one(more: dict[str, object], hitch: Hitch) -> None:
    assert found(invitation(**more)).hitch is hitch


def test_an_invitation_between_two_known_people_is_not_to_the_user() -> None:
    here = replace(known(), people=(MAYA, replace(JONAS, emails=("j@x.example",))))
    assert found(invitation(attendees=(Party("j@x.example"),)), here).hitch is Hitch.SEVERAL


def test_an_invitation_to_what_is_planned_already() -> None:
    assert found(invitation(uid="again@x", starts=LATER)).hitch is Hitch.KNOWN


@pytest.mark.parametrize("method", [Method.REQUEST, Method.PUBLISH])
@pytest.mark.parametrize("answer", Answer)
def test_what_is_over_was_held_when_the_user_said_yes(method: Method, answer: Answer) -> None:
    """A no is a no, and all else is asked about: nobody said that it took place."""
    finding = found(past(method=method, attendees=(replace(ADA, answer=answer),)))
    assert finding.act is Act.HOLD
    if answer is Answer.DECLINED:
        assert finding.hitch is Hitch.OFF
    else:
        yes = answer is Answer.ACCEPTED
        assert (finding.sure, finding.doubt) == (yes, Doubt.NONE if yes else Doubt.UNANSWERED)


@pytest.mark.parametrize(
    ("method", "answer", "doubt"),
    [
        (Method.PUBLISH, Answer.NONE, Doubt.NONE),  # it stood in the user's calendar to the end
        (Method.PUBLISH, Answer.ACCEPTED, Doubt.NONE),
        (Method.PUBLISH, Answer.TENTATIVE, Doubt.UNANSWERED),
        (Method.REQUEST, Answer.NONE, Doubt.UNANSWERED),
        (Method.REQUEST, Answer.ACCEPTED, Doubt.NONE),
    ],
)
def test_what_the_user_invited_to_was_held_unless_they_kept_it_open(
    method: Method, answer: Answer, doubt: Doubt
) -> None:
    guests = (replace(HERS, answer=answer),)
    finding = found(past(method=method, organizer=ADA, attendees=guests))
    assert (finding.act, finding.can, finding.doubt) == (Act.HOLD, True, doubt)


def test_an_old_invitation_to_an_address_nobody_told_is_asked_about() -> None:
    old = invitation(starts=LONG_AGO, attendees=(Party("ada@other.example"),))
    assert found(old).doubt is Doubt.UNANSWERED


# updates and cancellations


def test_their_update_is_followed() -> None:
    assert (found(update()).act, found(update()).sure) == (Act.UPDATE, True)


def test_an_update_that_says_nothing_new() -> None:
    assert found(update(sequence=1, place="The Wharf")).hitch is Hitch.KNOWN


def test_an_older_update() -> None:
    assert found(update(sequence=0)).hitch is Hitch.OLDER
    here = known(heard={THEIRS.id: NOW})
    assert found(update(sequence=1, stamp=NOW - timedelta(1)), here).hitch is Hitch.OLDER


def test_an_update_from_somebody_else_changes_nothing() -> None:
    finding = found(update(organizer=Party("mallory@x.example")))
    assert (finding.hitch, finding.address) == (Hitch.SENDER, "mallory@x.example")


@pytest.mark.parametrize("method", [Method.REQUEST, Method.CANCEL])
def test_what_does_not_say_from_whom_it_is_is_asked_about(method: Method) -> None:
    finding = found(update(organizer=Party(), method=method))
    assert (finding.can, finding.doubt) == (True, Doubt.UNSIGNED)
    assert found(update(organizer=Party(), method=Method.PUBLISH)).doubt is Doubt.ENTRY


def test_a_further_date_or_one_that_falls_out_is_of_a_series() -> None:
    assert found(update(method=Method.ADD, repeats=True)).hitch is Hitch.SERIES
    other = {"method": Method.CANCEL, "repeats": True, "starts": LATER + timedelta(days=7)}
    assert found(update(**other)).hitch is Hitch.SERIES
    assert found(update(method=Method.CANCEL, repeats=True)).act is Act.CALL_OFF


def test_what_the_user_said_no_to_stays_off_until_it_is_at_another_time() -> None:
    off = known(replace(THEIRS, state=State.CANCELLED, called_off=CalledOff.ME))
    assert found(update(place=THEIRS.place), off).hitch is Hitch.OFF
    assert found(update(starts=LATER + timedelta(hours=2)), off).sure


@pytest.mark.parametrize("how", [{"method": Method.CANCEL}, {"off": True}])
def test_they_call_it_off(how: dict[str, object]) -> None:
    finding = found(update(**how))
    assert (finding.act, finding.sure) == (Act.CALL_OFF, True)
    off = known(replace(THEIRS, state=State.CANCELLED))
    assert found(update(**how), off).hitch is Hitch.KNOWN


def test_what_was_called_off_can_be_invited_to_anew() -> None:
    assert found(update(), known(replace(THEIRS, state=State.CANCELLED))).sure


@pytest.mark.parametrize("method", [Method.REQUEST, Method.PUBLISH, Method.CANCEL])
def test_the_users_own_files_change_nothing(method: Method) -> None:
    own = invitation(starts=LATER, uid=OURS.uid, method=method, organizer=ADA, attendees=(HERS,))
    assert found(own).hitch is Hitch.OWN
    assert found(replace(own, starts=LATER + timedelta(hours=1))).hitch is Hitch.MOVED


@pytest.mark.parametrize("method", [Method.REQUEST, Method.CANCEL, Method.ADD])
@pytest.mark.parametrize("sender", ["mallory@x.example", "maya@harbour.example"])
def test_nobody_else_moves_or_calls_off_what_the_user_planned(method: Method, sender: str) -> None:
    theirs = invitation(uid=OURS.uid, sequence=99, method=method, organizer=Party(sender, "Ada"))
    finding = found(theirs)
    assert (finding.hitch, finding.address, finding.can) == (Hitch.FOREIGN, sender, False)


# calendars


def test_a_calendar_opened_again_says_what_is_there_already() -> None:
    held = replace(OURS, state=State.HELD, starts=LONG_AGO, uid="new@outlook")
    finding = found(past(), known(held))
    assert (finding.act, finding.hitch) == (Act.HOLD, Hitch.KNOWN)


def test_an_event_that_is_over_was_a_one_to_one() -> None:
    for who in (
        (HERS, (replace(ADA, answer=Answer.ACCEPTED),)),
        (ADA, (HERS,)),
        (ADA, (ADA, replace(HERS, answer=Answer.ACCEPTED))),
    ):
        finding = found(past(organizer=who[0], attendees=who[1]))
        assert (finding.act, finding.sure, finding.person) == (Act.HOLD, True, MAYA)


def test_an_event_that_names_somebody_in_its_title_is_asked_about() -> None:
    nobody = {"organizer": Party(), "attendees": ()}
    finding = found(past(summary="Lunch: Okafor, Maya / Maya OKAFOR!", **nobody))
    assert (finding.act, finding.doubt, finding.person) == (Act.HOLD, Doubt.NAME, MAYA)
    both = past(summary="Maya Okafor and Jonas Lindqvist", **nobody)
    assert found(both).hitch is Hitch.ALONE


def test_a_day_on_which_they_met_by_what_is_known_is_not_doubled() -> None:
    held = replace(OURS, state=State.HELD, starts=LONG_AGO.replace(hour=18))
    assert found(past(), known(held)).hitch is Hitch.KNOWN
    twice = look_at([past(uid="a"), past(uid="b")], known(), NOW)
    assert [each.hitch for each in twice] == ["", Hitch.KNOWN]


def test_strangers_of_the_past_stay_out() -> None:
    assert found(past(organizer=Party("x@y.example", "Xenia"))).hitch is Hitch.STRANGER


def test_an_entry_to_come_is_asked_about() -> None:
    finding = found(invitation(method=Method.PUBLISH, organizer=ADA, attendees=(HERS,)))
    assert (finding.act, finding.doubt, finding.agreed) == (Act.PLAN, Doubt.ENTRY, False)


def test_whom_nearly_every_event_names_is_the_user() -> None:
    other = Party("ada@work.example")
    events = [
        past(
            uid=str(n),
            starts=LONG_AGO + timedelta(days=n),
            organizer=other,
            attendees=(HERS, other),
        )
        for n in range(4)
    ]
    assert all(each.sure for each in look_at(events, known(), NOW))
