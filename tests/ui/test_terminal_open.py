"""Calendar files in the terminal: what is done with them, and what is left."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from planner.storage.store import Store
from tests import messages
from tests.builders import a_person
from tests.messages import MAYA, ME, saved
from tests.ui.terminals import Terminal

DAY = "20991201"  # of the 1-2-1 that is planned here


@pytest.fixture
def terminal(library: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    with Store.open(library) as store, store.transaction():
        store.me.put(replace(store.me.get(), name="Ada", email=ME, zone="Europe/London"))
        store.people.add(a_person(emails=(MAYA,)))
    return Terminal(library, capsys)


@pytest.fixture
def uid(terminal: Terminal, tmp_path: Path) -> str:
    """Of a 1-2-1 far ahead whose invitation was written."""
    out = tmp_path / "invitation.ics"
    told = terminal.json(
        "plan", MAYA, "--at", "2099-12-01T08:30", "--place", "The Wharf", "--invite", "--out", out
    )
    return str(told["uid"])


def test_an_answer_is_done(terminal: Terminal, tmp_path: Path, uid: str) -> None:
    file = saved(tmp_path, messages.google_reply(uid, day=DAY))
    (told,) = terminal.json("open", file)
    (message,) = told["messages"]
    assert told["file"] == str(file) and told["skipped"] == []
    assert (message["kind"], message["done"], message["state"]) == ("agreed", True, "agreed")
    assert message["name"] == "Maya Okafor"
    (again,) = terminal.json("open", file)[0]["messages"]
    assert (again["done"], again["reason"]) == (False, "known")


def test_an_older_answer_changes_nothing(terminal: Terminal, tmp_path: Path, uid: str) -> None:
    terminal("reschedule", 1, "--at", "2099-12-02T08:30", "--out", tmp_path / "x.ics")
    (message,) = terminal.json("open", saved(tmp_path, messages.google_reply(uid)))[0]["messages"]
    assert (message["done"], message["reason"], message["state"]) == (False, "older", "proposed")


def test_a_yes_to_another_time_is_left(terminal: Terminal, tmp_path: Path, uid: str) -> None:
    file = saved(tmp_path, messages.google_reply(uid))  # in 2026
    (left,) = terminal.json("open", file)[0]["messages"]
    assert (left["done"], left["doubt"], left["state"]) == (False, "time", "proposed")
    assert (left["starts"], left["zone"]) == ("2099-12-01T08:30", "Europe/London")
    for words in ("To Tuesday 1 December, 08:30", "planned for Tuesday 1 December 2099", "--all"):
        assert words in left["sentence"]
    (done,) = terminal.json("open", "--all", file)[0]["messages"]
    assert (done["done"], done["state"]) == (True, "agreed")


def test_another_time_is_told_as_proposed(terminal: Terminal, tmp_path: Path, uid: str) -> None:
    text = messages.counter(uid, starts="20991202T140000")
    (message,) = terminal.json("open", saved(tmp_path, text))[0]["messages"]
    assert (message["kind"], message["starts"]) == ("counter", "2099-12-02T14:00")


def test_an_old_invitation_nobody_answered_is_left(terminal: Terminal, tmp_path: Path) -> None:
    file = saved(tmp_path, messages.invitation(starts="20190801T150000"))
    (left,) = terminal.json("open", file)[0]["messages"]
    assert (left["kind"], left["done"], left["doubt"]) == ("held", False, "unanswered")
    assert terminal.json("meetings") == []
    assert terminal.json("open", "--all", file)[0]["messages"][0]["state"] == "held"


def test_a_dry_run_changes_nothing(terminal: Terminal, tmp_path: Path, uid: str) -> None:
    file = saved(tmp_path, messages.google_reply(uid, "DECLINED", day=DAY))
    answer = terminal("open", "--dry-run", file)
    assert answer.out.startswith(" would  Maya Okafor said no")
    assert answer.out.count("othing was changed") == 1  # at the end, of the whole run
    (message,) = terminal.json("open", "--dry-run", file)[0]["messages"]
    assert (message["would"], message["done"]) == (True, False)
    assert terminal.json("meetings")[0]["state"] == "proposed"
    terminal("open", file)
    assert terminal.json("meetings")[0]["state"] == "cancelled"


def test_what_is_doubtful_is_left_unless_all_is_wanted(terminal: Terminal, tmp_path: Path) -> None:
    text = messages.invitation(sender="n@new.example", name="Ned New", starts="20991203T150000")
    file = saved(tmp_path, text)
    (left,) = terminal.json("open", file)[0]["messages"]
    assert (left["done"], left["doubt"]) == (False, "stranger")
    assert "--all" in left["sentence"]
    (done,) = terminal.json("open", "--all", file)[0]["messages"]
    assert (done["done"], done["kind"], done["name"]) == (True, "invitation", "Ned New")
    assert len(terminal.json("people")) == 2


def test_what_is_done_asks_nothing_any_more(terminal: Terminal, tmp_path: Path, uid: str) -> None:
    reply = messages.google_reply(uid, "DECLINED", day=DAY).replace(MAYA, "maya@elsewhere.example")
    file = saved(tmp_path, reply)
    asking = "Take it only if you know"
    assert asking in terminal("open", file).out
    assert asking in terminal("open", "--all", "--dry-run", file).out
    done = terminal("open", "--all", file).out
    assert done.startswith("  done") and asking not in done


def test_files_are_told_in_the_order_given(terminal: Terminal, tmp_path: Path) -> None:
    files = [tmp_path / name / "one.ics" for name in ("gone", "here", "lost")]
    files[1].parent.mkdir()
    files[1].write_text(messages.calendar("", messages.held(1, "20190303", "Lunch", MAYA, ME)))
    told = terminal.json("open", *files)
    assert [each["file"] for each in told] == [str(file) for file in files]
    assert [len(each["messages"]) for each in told] == [0, 1, 0]


def test_history_comes_in_once(terminal: Terminal, tmp_path: Path) -> None:
    events = messages.held(1, "20190303", "Lunch", MAYA, ME) + messages.held(2, "20190304", "Gym")
    file = saved(tmp_path, messages.calendar("", events))
    terminal("open", file)
    terminal("open", file)
    assert [one["state"] for one in terminal.json("meetings")] == ["held"]


@pytest.mark.parametrize("text", ["", "hello"])
def test_what_is_no_calendar_is_refused(terminal: Terminal, tmp_path: Path, text: str) -> None:
    answer = terminal("open", saved(tmp_path, text))
    assert answer.code == 1
    assert answer.err.startswith("message.ics: ")


def test_a_file_that_is_not_there_is_refused(terminal: Terminal, tmp_path: Path) -> None:
    answer = terminal("open", tmp_path / "gone.ics")
    assert (answer.code, "gone.ics" in answer.err) == (1, True)


def test_what_would_be_obeyed_is_shown(terminal: Terminal, tmp_path: Path) -> None:
    text = messages.invitation(sender="n@new.example", name="Ned \x1b[31m\u202eNew")
    assert "\x1b" not in terminal("open", saved(tmp_path, text)).out


def test_a_calendar_without_events_says_so(terminal: Terminal, tmp_path: Path) -> None:
    answer = terminal("open", saved(tmp_path, messages.calendar("")))
    assert (answer.code, answer.err) == (0, "")
    assert "no event" in answer.out
