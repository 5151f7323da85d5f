"""The commands, on real libraries in this process."""

from __future__ import annotations

import argparse
from base64 import b64encode
from datetime import date, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from planner.domain.facts import Fact, FactKind
from planner.domain.me import Me
from planner.domain.meetings import CalledOff
from planner.domain.people import Person, Stage
from planner.domain.photos import is_picture
from planner.domain.promises import Promise
from planner.journeys.calendar_files import with_tasks
from planner.journeys.subscribed_calendar import subscribed
from planner.storage.store import Store
from tests.calendar.lint import lint
from tests.pictures import png
from tests.ui.terminals import Answer, Terminal
from ui.terminal import run
from ui.terminal_call import Call

VCARDS = """BEGIN:VCARD
VERSION:3.0
FN:Maya Okafor
ORG:Harbour & Co;
TITLE:Adviser
EMAIL:maya@harbour.example
TEL:0113 496 0001
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Łukasz Nowak
END:VCARD
"""
MEETING_KEYS = [
    "meeting", "uid", "sequence", "state", "person", "name", "starts", "zone", "minutes",
    "place", "file",
]  # fmt: skip


@pytest.fixture
def terminal(library: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(library, capsys)


@pytest.fixture
def contacts(tmp_path: Path) -> Path:
    path = tmp_path / "contacts.vcf"
    path.write_text(VCARDS, encoding="utf-8")
    return path


@pytest.fixture
def maya(library: Path) -> Person:
    with Store.open(library) as store, store.transaction():
        return store.people.add(
            Person(
                name="Maya Okafor",
                company="Harbour & Co",
                role="Adviser",
                emails=("maya@harbour.example",),
                phones=("0113 496 0001",),
                stage=Stage.LIKED,
            )
        )


def test_sample(terminal: Terminal) -> None:
    assert terminal.json("sample") == {"people": 30}
    again = terminal("sample")
    assert (again.code, again.out) == (1, "")
    assert again.err.count("\n") == 1 and "already" in again.err


class TestPeople:
    def test_keys(self, terminal: Terminal, maya: Person) -> None:
        assert terminal.json("people") == [
            {
                "id": maya.id,
                "name": "Maya Okafor",
                "company": "Harbour & Co",
                "role": "Adviser",
                "emails": ["maya@harbour.example"],
                "phones": ["0113 496 0001"],
                "stage": "liked",
            }
        ]

    @pytest.mark.parametrize(
        ("text", "found"), [("oka MAYA", 1), ("harbour", 1), ("0001", 1), ("ókafor", 1), ("xyz", 0)]
    )
    def test_search(self, terminal: Terminal, maya: Person, text: str, found: int) -> None:
        assert len(terminal.json("people", "--search", text)) == found

    def test_a_line_each_for_people(self, terminal: Terminal, maya: Person) -> None:
        assert terminal("people").out == (
            f"    {maya.id}  Maya Okafor — Adviser · Harbour & Co — "
            "maya@harbour.example, 0113 496 0001 — Liked\n"
        )

    @pytest.mark.usefixtures("store")
    def test_json_may_be_asked_for_after_the_command(self, terminal: Terminal) -> None:
        assert terminal("people", "--json").json == []

    def test_a_name_cannot_steer_the_terminal(self, terminal: Terminal, library: Path) -> None:
        evil = "Eve\x1b]0;owned\x07\n\x9b31m \u202egnp"
        with Store.open(library) as store, store.transaction():
            store.people.add(Person(name=evil))
        told, in_json = terminal("people"), terminal("--json", "people")
        assert in_json.json[0]["name"] == evil
        for out in (told.out, in_json.out):
            assert not set(out) & set("\x1b\x07\x9b\u202e")
        assert told.out.count("\n") == 1


class TestImport:
    def test_a_dry_run_needs_no_library_and_makes_none(
        self, terminal: Terminal, contacts: Path
    ) -> None:
        (file,) = terminal.json("import", contacts, "--dry-run")
        assert file == {
            "file": str(contacts),
            "format": "vcard",
            "found": 2,
            "new": 2,
            "changed": 0,
            "same": 0,
            "refused": [],
            "remarks": [],
            "people": [
                {
                    "name": "Maya Okafor",
                    "emails": ["maya@harbour.example"],
                    "phones": ["0113 496 0001"],
                    "company": "Harbour & Co",
                    "role": "Adviser",
                },
                {"name": "Łukasz Nowak", "emails": [], "phones": [], "company": "", "role": ""},
            ],
            "possible_duplicates": [],
        }
        assert not terminal.library.exists()

    def test_pictures_come_in_small_without_a_display(
        self, terminal: Terminal, tmp_path: Path
    ) -> None:
        damaged = bytes(x ^ 9 * (90 < n < 400) for n, x in enumerate(png(300, 300)))
        file = tmp_path / "faces.vcf"
        file.write_text(
            "".join(
                f"BEGIN:VCARD\nFN:{name}\nPHOTO;ENCODING=b:{b64encode(picture).decode()}\nEND:VCARD\n"
                for name, picture in (("Ann", png(300, 200)), ("Bo", damaged))
            )
        )
        answer = terminal("import", file)
        assert answer.code == 0
        assert "One picture is damaged and was left out." in answer.err
        with Store.open(terminal.library) as store:
            (photo,) = store.photos.all()
            assert store.people.get(photo.person).name == "Ann"
            assert is_picture(photo.data)

    def test_the_same_file_again_changes_nothing(self, terminal: Terminal, contacts: Path) -> None:
        counts = []
        for dry in ((), ("--dry-run",), ()):
            (file,) = terminal.json("import", contacts, *dry)
            counts.append([file["new"], file["changed"], file["same"]])
        assert counts == [[2, 0, 0], [0, 0, 2], [0, 0, 2]]
        assert len(terminal.json("people")) == 2

    def test_a_file_that_cannot_be_read_is_listed_beside_one_that_can(
        self, terminal: Terminal, contacts: Path, tmp_path: Path
    ) -> None:
        missing = tmp_path / "missing.csv"
        (gone, read) = terminal.json("import", missing, contacts)
        assert (gone["file"], gone["format"], gone["found"]) == (str(missing), "", 0)
        assert [each["where"] for each in gone["refused"]] == [""]
        assert read["new"] == 2

    def test_nothing_read_at_all_is_refused_and_still_told(
        self, terminal: Terminal, tmp_path: Path
    ) -> None:
        picture = tmp_path / "picture.vcf"
        picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
        answer = terminal("--json", "import", picture, tmp_path / "missing.csv")
        assert answer.code == 1
        assert len(answer.json) == 2 and all(each["refused"] for each in answer.json)
        assert answer.err.startswith("Nothing could be read.") and answer.err.count("\n") == 1
        assert not terminal.library.exists()

    def test_told_in_lines(self, terminal: Terminal, contacts: Path) -> None:
        assert terminal("import", contacts, "--dry-run").out == (
            f"{contacts}: vcard, 2 found: 2 new, 0 changed, 0 the same\n"
            "This was a dry run: nothing was changed.\n"
        )


class TestSuggest:
    def test_keys_and_count(self, terminal: Terminal) -> None:
        terminal("sample")
        rows = terminal.json("suggest", "--count", 3)
        assert [row["rank"] for row in rows] == [1, 2, 3]
        for row in rows:
            assert list(row) == ["rank", "person", "name", "score", "reasons"]
            assert 1 <= len(row["reasons"]) <= 3
            for reason in row["reasons"]:
                assert list(reason) == ["kind", "sentence"] and all(reason.values())
        assert rows[0]["score"] >= rows[1]["score"] > 0

    def test_another_day_gives_other_reasons(self, terminal: Terminal) -> None:
        terminal("sample")
        in_a_year = date.today().replace(day=1).replace(year=date.today().year + 1)
        assert terminal.json("suggest") != terminal.json("suggest", "--today", in_a_year)

    @pytest.mark.usefixtures("store")
    def test_nobody_yet(self, terminal: Terminal) -> None:
        assert terminal("suggest").out == "Nobody to suggest: bring people in first.\n"


class TestMeetings:
    def plan(self, terminal: Terminal, out: Path, *more: str) -> dict[str, object]:
        when = ("--at", "2026-12-01T08:30", "--zone", "Europe/London")
        answer = terminal("--json", "plan", "maya", *when, *more, "--out", out)
        assert answer.code == 0, answer.err
        row: dict[str, object] = answer.json
        return row

    def test_plan_move_and_call_off_keep_the_uid_and_raise_the_sequence(
        self, terminal: Terminal, maya: Person, tmp_path: Path
    ) -> None:
        out = tmp_path / "a.ics"
        planned = self.plan(terminal, out, "--place", "The Wharf", "--minutes", "50")
        assert list(planned) == MEETING_KEYS
        assert planned | {"uid": ""} == {
            "meeting": 1, "uid": "", "sequence": 0, "state": "proposed", "person": maya.id,
            "name": "Maya Okafor", "starts": "2026-12-01T08:30", "zone": "Europe/London",
            "minutes": 50, "place": "The Wharf", "file": str(out),
        }  # fmt: skip
        assert b"METHOD:PUBLISH" in out.read_bytes()
        moved = terminal.json("reschedule", 1, "--at", "2026-12-02T09:00", "--out", out)
        assert (moved["uid"], moved["sequence"]) == (planned["uid"], 1)
        assert (moved["starts"], moved["minutes"]) == ("2026-12-02T09:00", 50)
        off = terminal.json("cancel", 1, "--out", out)
        assert (off["uid"], off["sequence"], off["state"]) == (planned["uid"], 2, "cancelled")
        assert b"STATUS:CANCELLED" in out.read_bytes()
        assert terminal.json("meetings") == [off | {"file": None}]

    @pytest.mark.parametrize(
        ("said", "by"),
        [
            ((), CalledOff.UNKNOWN),
            (("--by", "me"), CalledOff.ME),
            (("--by", "them"), CalledOff.THEM),
        ],
    )
    def test_who_called_it_off_is_kept(
        self,
        terminal: Terminal,
        maya: Person,
        library: Path,
        tmp_path: Path,
        said: tuple[str, ...],
        by: CalledOff,
    ) -> None:
        out = tmp_path / "a.ics"
        self.plan(terminal, out)
        terminal.json("cancel", 1, *said, "--out", out)
        with Store.open(library) as store:
            assert store.meetings.get(1).called_off is by

    def test_invitation_update_and_cancellation_for_the_guest(
        self, terminal: Terminal, maya: Person, tmp_path: Path
    ) -> None:
        out = tmp_path / "a.ics"
        self.plan(terminal, out, "--invite", "--email", "me@home.example")
        assert b"METHOD:REQUEST" in out.read_bytes()
        assert b"mailto:me@home.example" in out.read_bytes()
        terminal.json("reschedule", 1, "--at", "2026-12-02T09:00", "--invite", "--out", out)
        assert b"METHOD:REQUEST" in out.read_bytes() and b"SEQUENCE:1" in out.read_bytes()
        terminal.json("cancel", 1, "--invite", "--out", out)
        assert b"METHOD:CANCEL" in out.read_bytes()
        assert b"mailto:me@home.example" in out.read_bytes()

    def test_an_invitation_nobody_could_answer_is_written_with_a_warning(
        self, terminal: Terminal, maya: Person, tmp_path: Path
    ) -> None:
        when = ("--at", "2026-12-01T08:30", "--zone", "Europe/London")
        answer = terminal("plan", "maya", *when, "--invite", "--out", tmp_path / "a.ics")
        assert answer.code == 0 and "--email" in answer.err
        assert b"no-address@visavis.invalid" in (tmp_path / "a.ics").read_bytes()

    @pytest.mark.parametrize("out", ["nowhere/a.ics", ""])
    def test_nothing_is_planned_when_its_file_cannot_be_written(
        self, terminal: Terminal, maya: Person, tmp_path: Path, out: str
    ) -> None:
        answer = terminal("plan", "maya", "--at", "2026-12-01T08:30", "--out", tmp_path / out)
        assert (answer.code, answer.out) == (1, "")
        assert str(tmp_path) in answer.err
        assert terminal.json("meetings") == []

    def test_nothing_is_planned_when_the_guest_cannot_be_invited(
        self, terminal: Terminal, library: Path, tmp_path: Path
    ) -> None:
        with Store.open(library) as store, store.transaction():
            store.people.add(Person(name="Kim"))
        answer = terminal(
            "plan", "Kim", "--at", "2026-12-01T08:30", "--invite", "--out", tmp_path / "a.ics"
        )
        assert answer.code == 1 and "Kim" in answer.err
        assert terminal.json("meetings") == [] and not (tmp_path / "a.ics").exists()

    @pytest.mark.parametrize(
        ("more", "says"),
        [
            (("--at", "2027-03-28T01:30", "--zone", "Europe/London"), "clocks go forward"),
            (("--at", "2026-12-01T08:30", "--zone", "Mars/Base"), "Mars/Base"),
            (("--at", "2026-12-01T08:30", "--minutes", "5000"), "5000"),
            (("--at", "2020-12-01T08:30"), "1 December 2020 at 08:30 is over"),
        ],
    )
    def test_what_cannot_be_is_refused_in_one_sentence(
        self, terminal: Terminal, maya: Person, tmp_path: Path, more: tuple[str, ...], says: str
    ) -> None:
        answer = terminal("plan", "maya", *more, "--out", tmp_path / "a.ics")
        assert answer.code == 1 and says in answer.err and answer.err.count("\n") == 1

    def test_export(self, terminal: Terminal, maya: Person, tmp_path: Path) -> None:
        self.plan(terminal, tmp_path / "a.ics")
        out = tmp_path / "all.ics"
        assert terminal.json("export-calendar", out) == {
            "file": str(out),
            "meetings": 1,
            "tasks": 0,
        }
        assert out.read_bytes().count(b"BEGIN:VEVENT") == 1

    def test_an_export_to_subscribe_to_follows_what_is_done_here(
        self, terminal: Terminal, maya: Person, library: Path, tmp_path: Path
    ) -> None:
        out = tmp_path / "all.ics"
        with Store.open(library) as store, store.transaction():
            store.promises.add(Promise(person=maya.id, text="Send the list"))
        assert terminal.json("export-calendar", out, "--tasks", "--subscribe") == {
            "file": str(out),
            "meetings": 0,
            "tasks": 1,
            "kept_up_to_date": True,
        }
        assert lint(out.read_bytes()) == []
        assert (out.read_bytes().count(b"BEGIN:VEVENT"), out.read_bytes().count(b"VTODO")) == (0, 2)
        row = self.plan(terminal, tmp_path / "a.ics")
        assert out.read_bytes().count(b"BEGIN:VEVENT") == 1
        terminal.json("cancel", row["meeting"], "--out", tmp_path / "a.ics")
        assert b"STATUS:CANCELLED" in out.read_bytes()
        out.write_bytes(b"another calendar")
        answer = terminal("plan", "maya", "--at", "2026-12-03T08:30", "--out", tmp_path / "b.ics")
        assert answer.code == 0 and (tmp_path / "b.ics").exists()
        assert "not up to date" in answer.err and out.read_bytes() == b"another calendar"

    def test_what_it_says_is_in_the_file_is_in_it(self, terminal: Terminal, tmp_path: Path) -> None:
        terminal.json("sample")
        out, cards = tmp_path / "all.ics", tmp_path / "one.vcf"

        def counts(*more: str) -> tuple[int, int]:
            row, data = terminal.json("export-calendar", out, *more), out.read_bytes()
            assert row["meetings"] == data.count(b"BEGIN:VEVENT")
            assert row["tasks"] == data.count(b"BEGIN:VTODO")
            return row["meetings"], row["tasks"]

        met, promised = counts("--tasks")
        assert met > 1 and promised > 1 and counts() == (met, 0)
        cards.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Zoe Newcomer\nEND:VCARD\n")
        terminal.json("import", cards)
        terminal.json("plan", "Zoe", "--at", "2036-12-01T08:30", "--out", tmp_path / "a.ics")
        assert counts("--tasks") == (met + 1, promised)
        assert counts("--tasks", "--subscribe") == (1, 0)  # the sample's are not among one's own
        said = terminal("export-calendar", out, "--subscribe").out
        assert f"In {out}: 1 1-2-1, 0 tasks." in said

    def test_it_follows_who_comes_in_and_who_becomes_one_too(
        self, terminal: Terminal, tmp_path: Path
    ) -> None:
        terminal.json("sample")
        out, cards = tmp_path / "all.ics", tmp_path / "two.vcf"
        terminal.json("export-calendar", out, "--subscribe")
        assert b"BEGIN:VEVENT" in out.read_bytes()
        names = ("Zoe Newcomer", "Z. Newcomer")
        card = "BEGIN:VCARD\nVERSION:3.0\nFN:{}\nEND:VCARD\n"
        cards.write_text("".join(map(card.format, names)), encoding="utf-8")
        terminal.json("import", cards)
        assert b"BEGIN:VEVENT" not in out.read_bytes()  # the sample's are not among one's own
        zoe, twin = (terminal.json("people", "--search", name)[0]["id"] for name in names)
        terminal.json("plan", twin, "--at", "2036-12-01T08:30", "--out", tmp_path / "a.ics")
        assert b"1-2-1 with Z. Newcomer" in out.read_bytes()
        terminal.json("duplicates", "--merge", zoe, twin)
        assert b"1-2-1 with Zoe Newcomer" in out.read_bytes()

    def test_what_cannot_be_written_is_not_kept_up_to_date(
        self, terminal: Terminal, maya: Person, library: Path, tmp_path: Path
    ) -> None:
        out = tmp_path / "work.ics"
        out.write_bytes(b"another calendar")
        answer = terminal("export-calendar", out, "--tasks", "--subscribe")
        assert answer.code == 1 and "something else" in answer.err
        with Store.open(library) as store:
            assert subscribed(store) is None and not with_tasks(store)

    def test_an_unknown_one_is_refused(self, terminal: Terminal, tmp_path: Path) -> None:
        answer = terminal("cancel", 7, "--out", tmp_path / "a.ics")
        assert answer.code == 1 and answer.err.count("\n") == 1


class TestSheet:
    def test_for_a_person_and_for_a_meeting(
        self, terminal: Terminal, maya: Person, library: Path, tmp_path: Path
    ) -> None:
        with Store.open(library) as store, store.transaction():
            store.facts.add(Fact(person=maya.id, kind=FactKind.DISLIKE, text="early calls"))
            store.facts.add(Fact(person=maya.id, kind=FactKind.PRIVATE, text="Xylograph"))
        ics, out = tmp_path / "a.ics", tmp_path / "sheet.pdf"
        at = ("--at", "2036-12-01T08:30", "--zone", "Europe/London")
        terminal("plan", "maya", *at, "--out", ics)
        for whose in (("maya@HARBOUR.example",), ("--meeting", "1")):
            answer = terminal.json("sheet", *whose, "--out", out, "--paper", "letter")
            told = {"format": "letter", "large": False, "people": ["Maya Okafor"]}
            assert answer == {"file": str(out), "pages": 1, "paper": "letter"} | told
            (page,) = PdfReader(out).pages
            text = " ".join(page.extract_text().split())
            assert "Not keen on: early calls" in text and "Mon 1 Dec 2036, 08:30" in text
            assert "Xylograph" not in text
            assert float(page.mediabox.width) == pytest.approx(612, abs=1)
            out.unlink()

    def test_all_of_a_day_on_pocket_cards(
        self, terminal: Terminal, maya: Person, library: Path, tmp_path: Path
    ) -> None:
        with Store.open(library) as store, store.transaction():
            store.people.add(Person(name="Tom Reyes"))
        for who, hour in (("tom", 14), ("maya", 9)):
            at = ("--at", f"2036-12-01T{hour:02}:30", "--zone", "Europe/London")
            terminal("plan", who, *at, "--out", tmp_path / "a.ics")
        out = tmp_path / "day.pdf"
        answer = terminal.json("sheet", "--day", "2036-12-01", "--format", "pocket", "--out", out)
        assert answer == {
            "file": str(out), "pages": 2, "paper": "a4", "format": "pocket", "large": False,
            "people": ["Maya Okafor", "Tom Reyes"],
        }  # fmt: skip
        first, second = PdfReader(out).pages
        assert "Maya Okafor" in first.extract_text() and "Tom Reyes" in second.extract_text()
        none = terminal("sheet", "--day", "2036-12-24", "--out", out)
        assert none.code == 1 and "No 1-2-1 is planned for 2036-12-24" in none.err

    def test_several_people_and_each_once(
        self, terminal: Terminal, maya: Person, library: Path, tmp_path: Path
    ) -> None:
        with Store.open(library) as store, store.transaction():
            store.people.add(Person(name="Tom Reyes"))
        out = tmp_path / "all.pdf"
        answer = terminal("sheet", "tom", "maya", "Tom Reyes", "--large", "--out", out)
        assert answer.out == f"2 cheat-sheets are in {out}, a page each.\n"
        assert len(PdfReader(out).pages) == 2

    def test_as_text_on_the_screen_and_in_a_file(
        self, terminal: Terminal, maya: Person, tmp_path: Path
    ) -> None:
        shown = terminal("sheet", "maya", "--format", "text")
        assert shown.code == 0 and shown.out.startswith("Maya Okafor\n")
        assert "[ ] Maya will:" in shown.out and "\n\n" in shown.out
        out = tmp_path / "maya.txt"
        told = terminal.json("sheet", "maya", "--format", "text", "--out", out)
        assert told == {"file": str(out), "format": "text", "people": ["Maya Okafor"]}
        assert out.read_text(encoding="utf-8") == shown.out
        (only,) = terminal.json("sheet", "maya", "--format", "text")
        assert only == {"name": "Maya Okafor", "text": shown.out}

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            ((), "Say where to write it"),
            (("--format", "pocket", "--large", "--out", "a.pdf"), "no room for large print"),
            (("--format", "a4", "--paper", "letter", "--out", "a.pdf"), "two papers"),
        ],
    )
    def test_what_cannot_be_is_said(
        self, terminal: Terminal, maya: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
        arguments: tuple[str, ...], said: str,
    ) -> None:  # fmt: skip
        monkeypatch.chdir(tmp_path)
        answer = terminal("sheet", "maya", *arguments)
        assert (answer.code, answer.out) == (1, "") and said in answer.err
        assert not (tmp_path / "a.pdf").exists()

    def test_a_missing_folder(self, terminal: Terminal, maya: Person, tmp_path: Path) -> None:
        answer = terminal("sheet", maya.id, "--out", tmp_path / "nowhere" / "sheet.pdf")
        assert answer.code == 1 and "There is no folder" in answer.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("plan", "maya", "--at", "2026-12-02T08:30", "--out"),
        ("reschedule", "1", "--at", "2026-12-02T08:30", "--out"),
        ("cancel", "1", "--out"),
        ("sheet", "maya", "--out"),
        ("export-calendar",),
    ],
)
def test_no_command_writes_over_a_library(
    terminal: Terminal, maya: Person, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    terminal("plan", "maya", "--at", "2026-12-01T08:30", "--out", tmp_path / "a.ics")
    before = terminal.library.read_bytes()
    answer = terminal(*arguments, terminal.library)
    assert (answer.code, answer.out) == (1, "")
    assert "is a Vis-à-vis library" in answer.err and answer.err.count("\n") == 1
    assert terminal.library.read_bytes() == before
    assert [row["sequence"] for row in terminal.json("meetings")] == [0]


@pytest.mark.parametrize(
    "arguments",
    [
        ("frobnicate",),
        ("people", "--frobnicate"),
        ("import",),
        ("suggest", "--count", "0"),
        ("suggest", "--today", "tomorrow"),
        ("suggest", "--today", "0001-01-01"),
        ("suggest", "--today", "9999-12-31"),
        ("sheet", "maya", "--out", "a.pdf", "--today", "9999-12-31"),
        ("plan", "maya", "--out", "a.ics"),
        ("plan", "maya", "--at", "2026-12-01", "--out", "a.ics"),
        ("plan", "maya", "--at", "2026-12-01T08:30+01:00", "--out", "a.ics"),
        ("plan", "maya", "--at", "2026-12-01T08:30"),
        ("cancel", "first", "--out", "a.ics"),
        ("sheet", "--out", "a.pdf"),
        ("sheet", "maya", "--meeting", "1", "--out", "a.pdf"),
        ("sheet", "maya", "--day", "2026-12-01", "--out", "a.pdf"),
        ("sheet", "maya", "--out", "a.pdf", "--paper", "a3"),
        ("sheet", "maya", "--out", "a.pdf", "--format", "a5"),
    ],
)
def test_wrong_usage(terminal: Terminal, arguments: tuple[str, ...]) -> None:
    answer = terminal(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("usage: visavis")
    assert not terminal.library.exists()


@pytest.mark.parametrize("arguments", [("--help",), ("plan", "--help"), ("--version",)])
def test_help(terminal: Terminal, arguments: tuple[str, ...]) -> None:
    answer = terminal(*arguments)
    assert (answer.code, answer.err) == (0, "")
    assert "visavis" in answer.out


AT = ("--at", "2026-12-01T08:30")


@pytest.mark.parametrize(
    "arguments",
    [
        ("people",),
        ("suggest",),
        ("meetings",),
        ("plan", "maya", *AT, "--out", "a.ics"),
        ("reschedule", "1", *AT, "--out", "a.ics"),
        ("cancel", "1", "--out", "a.ics"),
        ("export-calendar", "a.ics"),
        ("sheet", "maya", "--out", "a.pdf"),
    ],
)
@pytest.mark.parametrize("named", [True, False])
def test_where_there_is_no_library_none_is_made(
    terminal: Terminal,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    arguments: tuple[str, ...],
    named: bool,
) -> None:
    monkeypatch.chdir(tmp_path)
    if named:
        answer = terminal("--json", *arguments)
        says = f"There is no library {terminal.library}. Check the name;"
    else:
        code = run(["--json", *arguments], Store.open, lambda: terminal.library)  # type: ignore[arg-type]
        answer = Answer(code, *terminal.capture.readouterr())
        says = "There is no library yet:"
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith(says) and answer.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("first", ["sample", "import"])
def test_what_brings_people_in_makes_one(terminal: Terminal, contacts: Path, first: str) -> None:
    terminal.json(first, *([contacts] if first == "import" else []))
    assert terminal.json("people") != []


@pytest.mark.parametrize(
    ("zone", "day"), [("Pacific/Kiritimati", 23), ("Pacific/Pago_Pago", 21), ("", 22)]
)
def test_today_is_the_day_where_the_user_is(
    store: Store, monkeypatch: pytest.MonkeyPatch, zone: str, day: int
) -> None:
    monkeypatch.setattr("tzlocal.get_localzone_name", lambda: "Etc/UTC")
    with store.transaction():
        store.me.put(Me(zone=zone))
    now = datetime(2026, 11, 22, 10, 30)
    call = Call(argparse.Namespace(), now, lambda path: store)
    assert call.today(store) == date(2026, 11, day)
    asked = argparse.Namespace(today=date(2026, 1, 1))
    assert Call(asked, now, lambda path: store).today(store) == date(2026, 1, 1)


def test_a_file_that_is_no_library_is_refused_and_left_alone(terminal: Terminal) -> None:
    terminal.library.write_text("my diary")
    answer = terminal("people")
    assert answer.code == 1 and answer.err.count("\n") == 1
    assert terminal.library.read_text() == "my diary"
