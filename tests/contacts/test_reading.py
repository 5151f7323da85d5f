"""Any file somebody may drop: read by its content, or named for what it is."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.contacts import reading, zip_file
from planner.contacts.reading import read_bytes, read_file
from planner.domain.merging import Reading
from planner.errors import PlannerError

CSV = b"Name,Email\nAnn Lee,ann@b.example\n"
CONNECTIONS = (
    b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAnn,Lee,,,,,\n"
)
VCARD = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bo Ray\r\nN:Ray;Bo;;;\r\nEND:VCARD\r\n"


def kept(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def names(found: Reading) -> list[str]:
    return [card.name for card in found.cards]


def why(found: Reading) -> str:
    assert found.cards == ()
    return " ".join(refusal.reason for refusal in found.refused)


@pytest.mark.parametrize(
    ("name", "data", "format", "who"),
    [
        ("people.vcf", CSV, "csv", "Ann Lee"),
        ("people.csv", VCARD, "vcard", "Bo Ray"),
        ("people", VCARD, "vcard", "Bo Ray"),
        ("download.txt", CONNECTIONS, "linkedin", "Ann Lee"),
        ("people.csv", VCARD.decode().encode("utf-16"), "vcard", "Bo Ray"),
        ("archive.csv", zipped({"Connections.csv": CONNECTIONS}), "linkedin", "Ann Lee"),
    ],
)
def test_content_decides_and_not_the_name(
    tmp_path: Path, name: str, data: bytes, format: str, who: str
) -> None:
    path = kept(tmp_path, name, data)
    found = read_file(path)
    assert found.file == str(path)
    assert (found.format, names(found)) == (format, [who])


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \r\n", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n...", "picture"),
        (b"\xff\xd8\xff\xe0...", "picture"),
        (b"GIF89a...", "picture"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "picture"),
        (b"\0\0\0\x18ftypheic", "picture"),
        (b"BM\x01\x02\0\0\0\0\x01\x02\x03\x04\x05\x06", "picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as CSV"),
        (b"\x1f\x8b\x08\0\x01\x02\x03\x04", "archive"),
        (b"SQLite format 3\0...", "database"),
        (b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", "calendar"),
        (b'{"contacts": []}', "JSON"),
        (b'[{"name": "Ann"}]', "JSON"),
        (b'["vcard", [["fn", {}, "text", "Ann"]]]', "jCard"),
        (b'<?xml version="1.0"?><vcards xmlns="urn:ietf:params:xml:ns:vcard-4.0"/>', "xCard"),
        (b"<!DOCTYPE html><html><body>Sign in</body></html>", "web page"),
        (b'<?xml version="1.0"?><contacts/>', "XML"),
        (b"dn: cn=Ann Lee,mail=a@b.example\nobjectclass: person\ncn: Ann Lee\n", "LDIF"),
        (b"version: 1\n\ndn:: Y249QW5u\n", "LDIF"),
        (b"{\\rtf1 hello}", "document"),
        (b"Return-Path: <a@b.example>\r\nSubject: hi\r\n\r\nhello", "e-mail"),
        (b"\x01\x02\x03\x04\x05\x06\x07\x08" * 9, "not a text file"),
        (zipped({"xl/workbook.xml": b"", "[Content_Types].xml": b""}), "Excel"),
        (zipped({"mimetype": b"x", "content.xml": b""}), "OpenDocument"),
        (zipped({"photo.jpg": b"x"}), "No contact file"),
        (zipped({"people.xlsx": b"x"}), "people.xlsx, a spreadsheet"),
        (zipped({"archive.zip": b"x"}), "zip inside a zip"),
        (b"<table><tr><td>Ann</td></tr></table>", "web page"),
        (b"INSERT INTO people VALUES ('Ann', 'a@b.example');", "SQL"),
        (zipped({}), "empty"),
        (zipped({"Profile.csv": b"x", "messages.csv": b"x"}), "without Connections.csv"),
        (CONNECTIONS.join([b"PK\x03\x04", b""]), "damaged"),
        (zipped({"Connections.csv": CONNECTIONS})[:-30], "damaged"),
    ],
)
def test_other_files_are_named_for_what_they_are(tmp_path: Path, data: bytes, word: str) -> None:
    assert word in why(read_file(kept(tmp_path, "contacts.csv", data)))


def test_linkedins_archive_in_a_folder_of_its_own(tmp_path: Path) -> None:
    archive = zipped(
        {
            "Complete_Export/Profile.csv": b"First Name,Last Name,Maiden Name,Headline\nMe,X,,\n",
            "Complete_Export/messages.csv": b"FROM,TO\na,b\n",
            "Complete_Export/CONNECTIONS.csv": CONNECTIONS,
            "__MACOSX/Complete_Export/._Connections.csv": b"\0\1\2",
        }
    )
    found = read_file(kept(tmp_path, "export.zip", archive))
    assert (found.format, names(found), found.refused) == ("linkedin", ["Ann Lee"], ())
    assert found.cards[0].where == "row 2"


def test_several_contact_files_in_one_zip_say_where_each_is_from(tmp_path: Path) -> None:
    archive = zipped({"a/people.vcf": VCARD, "b.csv": CSV, "c.csv": b"id,price\n1,2\n"})
    found = read_file(kept(tmp_path, "all.zip", archive))
    assert names(found) == ["Bo Ray", "Ann Lee"]
    assert found.cards[1].where == "b.csv, row 2"
    assert [refusal.where for refusal in found.refused] == ["c.csv"]


def test_googles_takeout_is_not_read_twice(tmp_path: Path) -> None:
    folder = "Takeout/Contacts/"
    archive = zipped(
        {
            f"{folder}All Contacts/All Contacts.vcf": VCARD,
            f"{folder}My Contacts/My Contacts.vcf": VCARD,
        }
    )
    assert names(read_file(kept(tmp_path, "takeout.zip", archive))) == ["Bo Ray"]


def test_everybody_of_googles_takeout_as_csv(tmp_path: Path) -> None:
    archive = zipped(
        {"T/My Contacts.csv": CSV, "T/All Contacts.csv": CSV + b"Bo Ray,b@b.example\n"}
    )
    assert names(read_file(kept(tmp_path, "takeout.zip", archive))) == ["Ann Lee", "Bo Ray"]


def test_a_table_with_another_ending_is_found_in_a_zip(tmp_path: Path) -> None:
    assert names(read_file(kept(tmp_path, "p.zip", zipped({"people.txt": CSV})))) == ["Ann Lee"]


def test_connections_beside_other_contacts_are_not_all_that_is_read(tmp_path: Path) -> None:
    archive = zipped({"Connections.csv": CONNECTIONS, "phone.vcf": VCARD})
    assert names(read_file(kept(tmp_path, "both.zip", archive))) == ["Ann Lee", "Bo Ray"]


def test_a_zip_of_a_file_a_person_is_read_whole(tmp_path: Path) -> None:
    cards = {f"{n}.vcf": f"BEGIN:VCARD\nFN:P{n}\nEND:VCARD\n".encode() for n in range(300)}
    assert read_file(kept(tmp_path, "people.zip", zipped(cards))).found == 300


def test_files_of_a_zip_that_hold_too_many_people_are_cut_and_said_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zip_file, "MOST_PEOPLE", 1)
    cards = {f"{n}.vcf": f"BEGIN:VCARD\nFN:P{n}\nEND:VCARD\n".encode() for n in range(3)}
    found = read_file(kept(tmp_path, "people.zip", zipped(cards)))
    assert names(found) == ["P0", "P1"]
    assert "up to 1.vcf" in found.refused[0].reason


def test_a_zip_bomb_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_file, "MOST_UNPACKED_MEGABYTES", 1)
    archive = zipped({"bomb.csv": b"0" * 3_000_000, "people.csv": CSV})
    found = read_file(kept(tmp_path, "bomb.zip", archive))
    assert names(found) == ["Ann Lee"]
    assert "larger than 1 MB" in found.refused[0].reason


def test_a_zip_in_a_zip_is_not_opened(tmp_path: Path) -> None:
    archive = zipped({"inner.csv": zipped({"people.csv": CSV})})
    assert "zip inside a zip" in why(read_file(kept(tmp_path, "outer.zip", archive)))


def test_a_locked_zip_says_so(tmp_path: Path) -> None:
    archive = bytearray(zipped({"people.csv": CSV}))
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):  # sets the flag for "encrypted"
        archive[archive.index(mark) + (6 if mark[2] == 3 else 8)] |= 1
    assert "password" in why(read_file(kept(tmp_path, "locked.zip", bytes(archive))))


def test_a_file_too_large_is_not_read_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MOST_MEGABYTES", 1)
    assert "larger than 1 MB" in why(read_file(kept(tmp_path, "big.csv", b"x" * 1_000_001)))


def test_endless_text_is_cut_and_says_so(tmp_path: Path) -> None:
    data = b"Name,Email,Notes\n" + b"A" * 5_000 + b",a@b.example," + b"n" * 60_000 + b"\n"
    (card,) = read_file(kept(tmp_path, "long.csv", data)).cards
    assert len(card.name) == 300 and card.name.endswith("…")
    assert "60,000 characters" in card.note and len(card.note) < 51_000


def test_an_unpacked_linkedin_folder_is_read(tmp_path: Path) -> None:
    kept(tmp_path, "Connections.csv", CONNECTIONS)
    assert names(read_file(tmp_path)) == ["Ann Lee"]


def test_what_cannot_be_opened_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(PlannerError, match="no file"):
        read_file(tmp_path / "nothing.vcf")
    with pytest.raises(PlannerError, match="is a folder"):
        read_file(tmp_path)
    with pytest.raises(PlannerError):
        read_file(tmp_path / "nul\0byte")
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(PlannerError, match="not a file"):
        read_file(pipe)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.sampled_from([b"", b"PK\x03\x04", b"BEGIN:VCARD\n", b"{", b"<", b"dn: ", b"%PDF", b"sep=;"]),
    st.binary(max_size=200),
)
def test_no_bytes_raise(start: bytes, rest: bytes) -> None:
    found = read_bytes(start + rest, "any")
    assert found.cards or found.refused


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 400), st.integers(0, 255))
def test_no_damaged_zip_raises(place: int, byte: int) -> None:
    archive = bytearray(zipped({"Connections.csv": CONNECTIONS * 3, "a.vcf": VCARD}))
    archive[place % len(archive)] = byte
    found = read_bytes(bytes(archive), "damaged.zip")
    assert found.cards or found.refused
