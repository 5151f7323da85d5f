"""A document that is none, or is spoiled, is refused in words, and nothing of it is kept."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from planner.errors import PlannerError
from planner.journeys.load_sample import load_sample
from planner.storage import json_pieces
from planner.storage.open_form import document
from planner.storage.open_form_reading import library_from
from planner.storage.store import Store
from tests.builders import TODAY
from tests.storage.libraries import NOW

Spoil = Callable[[Any], object]


@pytest.fixture
def sample(store: Store) -> Any:
    load_sample(store, TODAY, NOW)
    return json.loads(b"".join(document(store, NOW)))


def refusal(content: bytes, folder: Path) -> str:
    """Why the document is refused; no library, whole or half, is there afterwards."""
    path = folder / "all.json"
    path.write_bytes(content)
    before = sorted(folder.iterdir())
    with pytest.raises(PlannerError) as refused:
        library_from(path, folder / "again.visavis")
    assert sorted(folder.iterdir()) == before
    return str(refused.value)


HEAD = '"format": "visavis-library", "version": 1, "schema": 1'


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "breaks off|not a JSON"),
        ("[]", "not a JSON document of one object"),
        ("BEGIN:VCARD\r\n", "not a JSON document"),
        ("{", "breaks off"),
        ("{}", "not a library that Vis-à-vis wrote"),
        ('{"name": "some", "version": "1.0.0", "people": 3}', "not a library that Vis-à-vis"),
        ('{"people": [1, 2]}', "not a library that Vis-à-vis wrote"),
        (f"{{{HEAD}, ", "breaks off"),
        (f'{{{HEAD}, "people": [{{"id": 1, "na', "breaks off"),
        (f'{{{HEAD}, "people": [{{"id": 1}}', "breaks off"),
        (f'{{{HEAD}, "people": [{{"id": 1}}]', "breaks off"),
        (f"{{{HEAD}}} and more", "line 1: something follows"),
        (f"{{{HEAD},\n\n nonsense}}", "line 3"),
        (f'{{{HEAD}, "people": [{{"id": 1}} {{"id": 2}}]}}', "missing"),
        ('{"format": "visavis-library", "version": 2, "schema": 1}', "newer version"),
        ('{"format": "visavis-library", "version": 1, "schema": 999}', "newer version"),
        ('{"format": "visavis-library", "version": true, "schema": 1}', "“version” is not"),
        ('{"format": "visavis-library", "version": 1}', "“schema” is not"),
        (f'{{{HEAD}, "persons": []}}', "“persons” in it is nothing"),
        (f'{{{HEAD}, "people": {{}}}}', "“people” is not a list"),
        (f'{{{HEAD}, "people": [], "people": []}}', "“people” stands in it twice"),
        (f'{{{HEAD}, "people": [{{"id": 1, "id": 2}}]}}', "“id” stands twice"),
        (f'{{{HEAD}, "people": [[]]}}', "“people”, record 1: is not a record"),
        (f'{{{HEAD}, "people": [{{"name": "Maya"}}]}}', "record 1: the “id” is “None”"),
        (f'{{{HEAD}, "people": [{{"id": {"9" * 30}}}]}}', "record 1: the “id” is too large"),
        (f'{{{HEAD}, "people": [{{"id": {"9" * 9999}}}]}}', "a number is too large"),
        (f'{{{HEAD}, "people": [{{"id": 1, "put_off": {"9" * 99}}}]}}', "“put_off” is too large"),
        (f'{{{HEAD}, "people": [{{"id": 1, "put_off": NaN}}]}}', "NaN is not a number"),
        (f'{{{HEAD}, "people": [{{"id": 1, "put_off": 1e999}}]}}', "“put_off” is “inf”"),
        (f'{{{HEAD}, "people": [{{"id": 1, "name": "\\ud800"}}]}}', "half of a character"),
        (f'{{{HEAD}, "last_ids": {{"people": {2**60}}}}}', "“last_ids”, “people” is too large"),
        (f'{{{HEAD}, "last_ids": {{"planets": 3}}}}', "“last_ids” in it does not name"),
        (f'{{{HEAD}, "me": []}}', "“me” is not|“me” in it"),
        (f'{{{HEAD}, "me": {{"id": 4}}}}', "“me” in it is not About me"),
        (f'{{{HEAD}, "me": {{"zone": "Atlantis/Capital"}}}}', "time zone “Atlantis/Capital”"),
        (f'{{{HEAD}, "me": {{"week": ["09:00-17:00"]}}}}', "“week” is not a week of seven"),
        (f'{{{HEAD}, "people": {"[" * 200_000}', "nested too deeply|breaks off"),
        (f'{{{HEAD}, "me": {"[" * 200_000}{"]" * 200_000}}}', "nested too deeply"),
    ],
)  # fmt: skip
def test_what_is_no_such_document_is_refused(content: str, says: str, tmp_path: Path) -> None:
    told = refusal(content.encode(), tmp_path)
    assert re.search(says, told)
    assert str(tmp_path / "all.json") in told


def spoiled(section: str, number: int = 0, **values: object) -> Spoil:
    return lambda told: told[section][number].update(values)


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (spoiled("people", 4, name=7), "In “people”, record 5: “name” is “7” and not a text."),
        (spoiled("people", emails="maya@x"), "record 1: “emails” is “maya@x” and not a list."),
        (spoiled("people", emails=[1]), "record 1: “emails” is “1” and not a text."),
        (spoiled("people", stage="adored"), "“stage” is “adored” and not one of “connected”"),
        (spoiled("people", stage=3), "“stage” is “3” and not one of"),
        (spoiled("people", attitude=None), "“attitude” is missing"),
        (spoiled("people", let_go=1), "“let_go” is “1” and not true or false."),
        (spoiled("people", connected_on="soon"), "“connected_on” is “soon” and not a day"),
        (spoiled("people", birthday="13-45"), "has a birthday “13-45”"),
        (spoiled("people", birthday="19800122"), "has a birthday “19800122”"),
        (spoiled("people", birthday="1980-W04-2"), "has a birthday “1980-W04-2”"),
        (spoiled("people", birthday="----01-22"), "has a birthday “----01-22”"),
        (spoiled("people", zone="Mars"), "has a time zone “Mars”"),
        (spoiled("people", shoes=43), "record 1: “shoes” is not known"),
        (spoiled("people", 1, id=1), "record 2: the id 1 stands in “people” twice"),
        (spoiled("people", id=-1), "record 1: the “id” is “-1”"),
        (spoiled("people", id="1"), "record 1: the “id” is “1” and not a whole number"),
        (spoiled("facts", person=999), "record 1: “person” is 999, and there is none such in “p"),
        (spoiled("facts", person=None), "“person” is missing"),
        (spoiled("facts", kind=["goal"]), "“kind” is “['goal']” and not one of"),
        (spoiled("promises", meeting=999), "“meeting” is 999, and there is none such in “meet"),
        (spoiled("meetings", starts="2026-12-01T08:30+01:00"), "not a day and time such as"),
        (spoiled("meetings", zone=""), "has a time zone “”"),
        (spoiled("meetings", starts="9999-12-31T23:50"), "at a time that no calendar has"),
        (spoiled("meetings", created="2026-01-01T00:00:00"), "and not a moment such as"),
        (spoiled("referrals", value="12"), "“value” is “12” and not a number"),
        (spoiled("referrals", value=1e300), "“value” is too large a number"),
        (lambda told: told.update(settings=[{"id": 1, "name": "a", "value": ""}] * 2), "twice"),
        (
            lambda told: told.update(
                settings=[{"id": n, "name": "a", "value": ""} for n in (1, 2)]
            ),
            "the setting “a” is there twice",
        ),
        (
            lambda told: told.update(photos=[{"id": 1, "person": 1, "data": "no base64!"}]),
            "“data” is not a picture in base64",
        ),
    ],
)
def test_a_record_that_cannot_be_is_named(
    spoil: Spoil, says: str, sample: Any, tmp_path: Path
) -> None:
    spoil(sample)
    assert says in refusal(json.dumps(sample).encode(), tmp_path)


def test_a_name_that_stands_twice_among_very_many_is_found_at_once(tmp_path: Path) -> None:
    names = ", ".join(f'"{number}": 0' for number in range(300_000))
    content = f'{{{HEAD}, "people": [{{{names}, "299999": 1}}]}}'
    assert "“299999” stands twice" in refusal(content.encode(), tmp_path)


def test_a_document_cut_short_anywhere_is_refused(store: Store, tmp_path: Path) -> None:
    load_sample(store, TODAY, NOW)
    whole = b"".join(document(store, NOW))
    for at in range(1, len(whole) - 2, 997):
        assert "cannot be read back" in refusal(whole[:at], tmp_path)


def test_a_document_in_another_alphabet_is_refused(sample: Any, tmp_path: Path) -> None:
    told = refusal(json.dumps(sample, ensure_ascii=False).encode("utf-16"), tmp_path)
    assert "not a text in UTF-8" in told


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(PlannerError, match="No such file"):
        library_from(tmp_path / "none.json", tmp_path / "again.visavis")
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_the_librarys_name_stays_as_it_is(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "all.json"
    path.write_bytes(b"".join(document(store, NOW)))
    other = tmp_path / "other.visavis"
    other.write_text("mine")
    with pytest.raises(PlannerError, match=r"There is a file .*other\.visavis already"):
        library_from(path, other)
    assert other.read_text() == "mine"


def test_more_records_than_any_library_has_are_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_pieces, "MOST_PIECES", 1000)
    content = f'{{{HEAD}, "people": [{"1," * 5000}'
    assert "more than 1,000 records" in refusal(content.encode(), tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of POSIX")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "all.json")
    with pytest.raises(PlannerError, match="It is not a file"):
        library_from(tmp_path / "all.json", tmp_path / "again.visavis")


def test_a_file_of_blanks_is_gone_through_at_once(tmp_path: Path) -> None:
    assert "breaks off" in refusal(b"{" + b" \n" * 20_000_000, tmp_path)


def test_a_record_larger_than_any_is_refused_without_reading_it_all(tmp_path: Path) -> None:
    content = f'{{{HEAD}, "me": {{"name": "{"x" * (json_pieces.LARGEST_PIECE + 2**22)}'
    assert "too large" in refusal(content.encode(), tmp_path)
