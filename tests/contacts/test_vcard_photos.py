"""Pictures in vCards: those in the file are taken as they are, the others named."""

from __future__ import annotations

import base64

import pytest

from planner.contacts import vcard
from planner.domain.merging import Reading
from tests.pictures import png

FACE = png(16, 16)
TEXT = base64.b64encode(FACE).decode()
LINES = [TEXT[at : at + 60] for at in range(0, len(TEXT), 60)]


def read(*lines: str) -> Reading:
    text = "\r\n".join(["BEGIN:VCARD", "FN:Ann Lee", *lines, "TEL:1", "END:VCARD", ""])
    return vcard.read(text.encode(), "some.vcf")


@pytest.mark.parametrize(
    "lines",
    [
        ["PHOTO;ENCODING=b;TYPE=PNG:" + TEXT],
        ["PHOTO;ENCODING=b;TYPE=JPEG:" + LINES[0], *(" " + line for line in LINES[1:])],
        ["PHOTO;PNG;BASE64:", *(" " + line for line in LINES), ""],
        ["PHOTO;TYPE=PNG;ENCODING=BASE64:", *LINES, ""],
        ["PHOTO;ENCODING=b:" + LINES[0], *LINES[1:]],
        ["PHOTO:data:image/png;base64," + TEXT],
        ["PHOTO:data:image/png\\;base64\\," + TEXT],
        ["PHOTO;ENCODING=b;TYPE=image/png;VALUE=URI:data:image/png;base64," + TEXT],
        ["PHOTO:data:image/png," + "".join(f"%{byte:02X}" for byte in FACE)],
        ["item1.PHOTO;X-ABCROP-RECTANGLE=ABC&0&0&16&16&aQ==;ENCODING=b:" + TEXT],
        ["PHOTO:" + TEXT],
        ["PHOTO;ENCODING=b:", "PHOTO;ENCODING=b:" + TEXT],
        ["PHOTO;VALUE=uri:http://photos.example/a.png", "PHOTO;ENCODING=b:" + TEXT],
        ["PHOTO;PREF=2;ENCODING=b:" + base64.b64encode(png(8, 8)).decode(),
         "PHOTO;PREF=1;ENCODING=b:" + TEXT],
    ],
)  # fmt: skip
def test_a_picture_in_the_file_is_taken_as_it_is(lines: list[str]) -> None:
    reading = read(*lines)
    (card,) = reading.cards
    assert card.photo == FACE
    assert (card.name, card.phones) == ("Ann Lee", ("1",))
    assert reading.remarks == ()


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (
            "PHOTO;VALUE=uri:https://photos.example/a.png",
            "A picture lies elsewhere, not in the file, and was left out; nothing is ever fetched.",
        ),
        (
            "PHOTO:http\\://photos.example/a.png",
            "A picture lies elsewhere, not in the file, and was left out; nothing is ever fetched.",
        ),
        (
            "PHOTO;ENCODING=b:" + base64.b64encode(b"<svg width='1'/>" * 9).decode(),
            "A picture is no JPEG, PNG, GIF or WebP that can be shown, and was left out.",
        ),
        (
            "PHOTO;ENCODING=b:" + base64.b64encode(FACE + bytes(8_000_001)).decode(),
            "A picture is larger than 8 MB and was left out.",
        ),
        (
            "PHOTO:data:image/png," + "%41" * 6_000_000,
            "A picture is larger than 8 MB and was left out.",
        ),
    ],
)
def test_a_picture_that_is_not_taken_is_named_with_its_line(line: str, reason: str) -> None:
    reading = read(line)
    assert reading.cards[0].photo == b""
    assert [(each.where, each.reason) for each in reading.remarks] == [("line 3", reason)]


def test_many_that_are_not_taken_are_named_once() -> None:
    card = "BEGIN:VCARD\nFN:Ann\nPHOTO;VALUE=uri:https://photos.example/a.png\nEND:VCARD\n"
    (remark,) = vcard.read((card * 500).encode(), "some.vcf").remarks
    assert remark.where == "line 3"
    assert remark.reason.startswith("500 pictures lie elsewhere")


@pytest.mark.parametrize("line", ["PHOTO:", "PHOTO;ENCODING=b:", "PHOTO;VALUE=uri: "])
def test_an_empty_one_says_nothing(line: str) -> None:
    assert read(line).remarks == ()


def test_one_cut_off_with_the_file_is_named() -> None:
    text = "BEGIN:VCARD\nFN:Ann\nPHOTO;ENCODING=b:" + TEXT[:61]
    reading = vcard.read(text.encode(), "some.vcf")
    assert [(card.name, card.photo) for card in reading.cards] == [("Ann", b"")]
    assert len(reading.remarks) == 1
