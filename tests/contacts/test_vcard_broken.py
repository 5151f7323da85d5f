"""vCard files that are broken, mixed or hostile: nothing raises, nothing is lost in silence."""

from __future__ import annotations

import base64
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.contacts import vcard
from planner.contacts.vcard_cards import MOST_CARDS
from planner.domain.merging import Reading


def read(text: str | bytes) -> Reading:
    return vcard.read(text if isinstance(text, bytes) else text.encode(), "broken.vcf")


def names(text: str | bytes) -> list[str]:
    return [card.name for card in read(text).cards]


A = "BEGIN:VCARD\nVERSION:3.0\nFN:A\nEND:VCARD\n"
B = "BEGIN:VCARD\nVERSION:3.0\nFN:B\nTEL:2\nEND:VCARD\n"
C = "BEGIN:VCARD\nVERSION:3.0\nFN:C\nEND:VCARD\n"


def without(text: str, line: str) -> str:
    assert line in text
    return text.replace(line + "\n", "")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (without(A, "END:VCARD") + B + C, ["A", "B", "C"]),
        (A + without(B, "END:VCARD") + C, ["A", "B", "C"]),
        (A + B + without(C, "END:VCARD"), ["A", "B", "C"]),
        ((A + B + C).replace("END:VCARD\n", ""), ["A", "B", "C"]),
        (without(A, "BEGIN:VCARD") + B, ["A", "B"]),
        (A + without(B, "BEGIN:VCARD") + C, ["A", "B", "C"]),
        (without(A, "END:VCARD") + B + without(C, "BEGIN:VCARD"), ["A", "B", "C"]),
        (without(without(A, "BEGIN:VCARD"), "END:VCARD"), ["A"]),
        ((A + B).replace("\nBEGIN", "BEGIN"), ["A", "B"]),  # END:VCARDBEGIN:VCARD
        ("\ufeff" + A + "\ufeff" + B, ["A", "B"]),
        (A.lower() + B.replace("VCARD", "vCard"), ["a", "B"]),
        (A.replace("BEGIN:VCARD", "  BEGIN : VCARD  ") + B, ["A", "B"]),
        (A + "END:VCARD\n\n" + B, ["A", "B"]),
        ("BEGIN:VCARD\n" + A, ["A"]),
        ("BEGIN:VCARD\nFN:A\nE", ["A"]),
        ("BEGIN:VCARD\nFN:A\nEND:VC", ["A"]),
        ("BEGIN:VCARD\nFN:A\n" + B + "TEL:1\nEND:VCARD\n", ["A", "B"]),
        (A.replace("\n", "\n\n \n"), ["A"]),
        (A.replace("\n", "\0\n\0"), ["A"]),
        ("BEGIN: VCARD\n   VERSION: 3.0\n   FN: A\n     \n   END: VCARD\n", ["A"]),
        ("    " + A.replace("\n", "\n    ") + "\n" + B, ["A", "B"]),
        (A.replace("\n", "\\n"), ["A"]),
        (A + "\x1a", ["A"]),
        (A.rstrip() + "\x1a", ["A"]),
    ],
)
def test_cards_whose_frame_is_broken(text: str, found: list[str]) -> None:
    reading = read(text)
    assert [card.name for card in reading.cards] == found
    assert reading.refused == ()
    assert vcard.looks_like(text.encode())


def test_an_inner_card_leaves_the_outer_one_whole() -> None:
    reading = read("BEGIN:VCARD\nFN:A\n" + B + "TEL:1\nEND:VCARD\n")
    assert [card.phones for card in reading.cards] == [("1",), ("2",)]
    assert [card.where for card in reading.cards] == ["line 1", "line 3"]


def test_lines_that_are_no_properties_are_named() -> None:
    reading = read(
        "Dear all,\nthese are my contacts\n"
        "BEGIN:VCARD\nFN:Ann Lee\nTHIS IS NO PROPERTY\nTEL;12345\n"
        "X-FOO:bar\nhttp://rest.example/of\n# a comment\nEMAIL:a@b.example\nEND:VCARD\n"
    )
    (card,) = reading.cards
    assert (card.name, card.emails) == ("Ann Lee", ("a@b.example",))
    assert reading.refused == ()
    told = [(remark.where, remark.reason) for remark in reading.remarks]
    assert [where for where, _ in told] == ["line 1", "line 5", "line 6", "line 8"]
    assert '"Dear all,"' in told[0][1]
    assert '"THIS IS NO PROPERTY"' in told[1][1]


def test_many_such_lines_are_counted() -> None:
    reading = read("BEGIN:VCARD\nFN:A\n" + "junk\n" * 1000 + "END:VCARD\n")
    assert len(reading.remarks) == 21
    assert "980 more lines" in reading.remarks[-1].reason


def test_values_broken_by_hand_are_put_together() -> None:
    reading = read(
        "BEGIN:VCARD\nFN:Gábor Béla\n\nSzabó-Kis\nN:Béla\\n\\nSzabó-Kis;Gábor;;;\n"
        "NOTE:first\nsecond line\nADR:;;2875 Laurier;\nQuebec;QC;;\n"
        "LABEL:2875 Laurier\nQuebec\n"
        "PHOTO;ENCODING=b:/9j/4AAQSkZJRgABAQ\nAAAQABAAD/2wBDAAI=\n\nTEL:1\nEND:VCARD\n"
    )
    (card,) = reading.cards
    assert card.name == "Gábor Béla Szabó-Kis"
    assert (card.note, card.city, card.phones) == ("first\nsecond line", "Quebec", ("1",))
    assert reading.refused == ()


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b'[ "vcard", [ ["version", {}, "text", "4.0"] ] ]', "jCard"),
        (b'[["vcard",[["fn",{},"text","A"]]]]', "jCard"),
        (b'<?xml version="1.0"?>\n<vcards xmlns="urn:ietf:params:xml:ns:vcard-4.0">', "xCard"),
        (b"<!-- x --><v:vcards>", "xCard"),
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", "calendar"),
        (b"", "empty"),
        (b"\xef\xbb\xbf \r\n", "empty"),
        (b"\0" * 100, "empty"),
        (b"Name,Company\nAnn,Acme\n", "no contact card"),
        (b"BEGIN:VCARD", "describes nobody"),
    ],
)
def test_files_that_hold_no_cards_are_named_for_what_they_are(data: bytes, word: str) -> None:
    reading = read(data)
    assert reading.cards == ()
    (refusal,) = reading.refused
    assert word in refusal.reason
    assert vcard.looks_like(data) is (word in ("jCard", "xCard", "describes nobody"))


def test_a_calendar_in_the_same_file_is_passed_over() -> None:
    reading = read("BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nEND:VEVENT\nEND:VCALENDAR\n" + B)
    assert [card.name for card in reading.cards] == ["B"]
    assert [remark.where for remark in reading.remarks] == ["line 1"]


def test_overlong_values_are_cut_and_named() -> None:
    reading = read(
        f"BEGIN:VCARD\nFN:{'a' * 10_000}\nEMAIL:{'b' * 5000}@x.example\nEMAIL:c@x.example\n"
        f"NOTE:{'d' * 100_000}\n" + "".join(f"TEL:{n}\n" for n in range(300)) + "END:VCARD\n"
    )
    (card,) = reading.cards
    assert (len(card.name), card.emails, len(card.phones)) == (300, ("c@x.example",), 100)
    assert len(card.note) == 50_000
    assert len(reading.remarks) == 4 and {each.where for each in reading.remarks} == {"line 1"}


PHOTO = base64.b64encode(bytes(range(256)) * 31_250)  # of 8 MB


@pytest.mark.parametrize(
    "middle",
    [
        b"PHOTO;ENCODING=b:" + PHOTO,
        b"PHOTO;ENCODING=BASE64:\n "
        + b"\n ".join(PHOTO[at : at + 74] for at in range(0, len(PHOTO), 74)),
        b"PHOTO;BASE64:\n"
        + b"\n".join(PHOTO[at : at + 76] for at in range(0, len(PHOTO), 76))
        + b"\n",
        b"X-LONG:" + b"x" * 10_000_000,
        b"NOTE:" + b"\\" * 10_000_000,
        b"CATEGORIES:" + b"," * 10_000_000,
        b"ADR;" + b'";' * 1_000_000 + b":;;;City",
        b"y" * 10_000_000,
        b"END:VCARDBEGIN:VCARD\nFN:B\n" * 20_000,
        b"BEGIN:VCARD\n" * 200_000,
        b"AGENT:\nBEGIN:VCARD\n" * 50_000,
        b"NOTE;ENCODING=QUOTED-PRINTABLE:=\n" + b"=41=\n" * 200_000,
        b"FN;ENCODING=QUOTED-PRINTABLE:\n" + b"=41aaaaaaaaaa\n" * 100_000,
        b"X-A." * 1_000_000 + b"\xff",
    ],
    ids=lambda middle: repr(middle[:24]),
)
def test_huge_files_stay_quick(middle: bytes) -> None:
    started = time.perf_counter()
    reading = read(b"BEGIN:VCARD\nFN:A\n" + middle + b"\nTEL:1\nEND:VCARD\n")
    assert reading.cards[0].name == "A"
    assert time.perf_counter() - started < 10  # seconds; a fraction of one when nothing is wrong


def test_twenty_thousand_cards() -> None:
    one = (
        "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Müller{0};Ann;;;\r\nFN:Ann Müller{0}\r\nORG:Acme;Sales\r\n"
        "EMAIL;type=pref:ann{0}@x.example\r\nitem1.TEL;type=pref:+49 30 {0}\r\nEND:VCARD\r\n"
    )
    started = time.perf_counter()
    reading = read("".join(one.format(number) for number in range(20_000)))
    assert (reading.found, reading.refused) == (20_000, ())
    assert reading.cards[-1].where == "line 159993"
    assert time.perf_counter() - started < 20  # seconds, on a busy machine


LINES = st.sampled_from(
    [
        b"BEGIN:VCARD",
        b"END:VCARD",
        b" END:VCARD",
        b"END:VCARDBEGIN:VCARD",
        b"FN:Ann",
        b"N;ENCODING=QUOTED-PRINTABLE:=C3=",
        b"=B6;=",
        b" folded",
        b"",
        b"stray",
        b"AGENT:",
        b"NOTE;CHARSET=punycode:x\xff",
        b"TEL;CHARSET=SHIFT_JIS:\x83\x5c\x83",
        b"EMAIL;ENCODING=b:!",
        b"BDAY:99999999",
        b"KIND:group",
        b"VERSION:4.0",
        b'ORG;"',
        b"\xfe\xff",
    ]
)


@given(st.binary(max_size=300))
@settings(max_examples=150, deadline=None)
def test_no_bytes_raise(data: bytes) -> None:
    for given_data in (data, b"BEGIN:VCARD\n" + data, b"BEGIN:VCARD\nFN:A\nNOTE;CHARSET=" + data):
        reading = read(given_data)
        assert reading.cards or reading.refused
        vcard.looks_like(given_data)


@given(st.lists(LINES | st.binary(max_size=12), max_size=30))
@settings(max_examples=200, deadline=None)
def test_no_mixture_of_lines_raises(lines: list[bytes]) -> None:
    reading = read(b"\n".join(lines))
    assert reading.cards or reading.refused
    assert all(card.name for card in reading.cards)


def escaped(text: str) -> str:
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\n", "\\n")


def folded(line: str) -> str:
    """Folded after at most 75 bytes, between characters."""
    rows, row = [], ""
    for letter in line:
        if len((row + letter).encode()) > 75:
            rows.append(row)
            row = " "
        row += letter
    return "\r\n".join([*rows, row])


TEXT = st.text(
    st.characters(exclude_categories=("C", "Z"), exclude_characters=","), min_size=1, max_size=60
).filter(lambda text: any(letter.isalnum() for letter in text) and ";" not in text[:1] + text[-1:])
WORDS = st.lists(TEXT, min_size=1, max_size=4).map(" ".join)
NUMBERS = st.lists(st.integers(0, 10**12).map(str), max_size=4, unique=True)


@given(st.lists(st.tuples(WORDS, WORDS, NUMBERS, st.text("ab ,;\\\nä", max_size=90)), max_size=5))
@settings(max_examples=100, deadline=None)
def test_what_was_written_is_read(people: list[tuple[str, str, list[str], str]]) -> None:
    lines = []
    for name, company, numbers, note in people:
        lines += ["BEGIN:VCARD", "VERSION:4.0", f"FN:{escaped(name)}", f"ORG:{escaped(company)};X"]
        lines += [f"TEL;VALUE=uri:tel:{number}" for number in numbers]
        lines += [f"EMAIL:{number}@x.example" for number in numbers]
        lines += [f"NOTE:{escaped(note)}", "END:VCARD"]
    reading = read("".join(folded(line) + "\r\n" for line in lines))
    assert reading.found == len(people)
    for card, (name, company, numbers, note) in zip(reading.cards, people, strict=True):
        assert (card.name, card.company) == (name, company)
        assert card.phones == tuple(numbers)
        assert card.emails == tuple(f"{number}@x.example" for number in numbers)
        assert card.note.split() == note.split()


def test_lines_folded_anywhere_are_put_together() -> None:
    card = ["BEGIN:VCARD", "VERSION:3.0", "FN:Ann Lee", "EMAIL;TYPE=WORK:ann@lee.example"]
    folded = [
        "\r\n ".join(line[at : at + 4] for at in range(0, len(line), 4))
        for line in [*card, "END:VCARD"] * 2
    ]
    reading = vcard.read("\r\n".join(folded).encode(), "some.vcf")
    assert [(card.name, card.emails) for card in reading.cards] == [
        ("Ann Lee", ("ann@lee.example",))
    ] * 2
    assert (reading.refused, reading.remarks) == ((), ())


def test_a_fold_may_hold_a_blank_alone() -> None:
    text = "BEGIN:VCARD\r\nFN:Ann\r\n  \r\n Lee\r\nEND:VCARD\r\n"
    assert vcard.read(text.encode(), "some.vcf").cards[0].name == "Ann Lee"


def test_indented_after_an_empty_line_a_property_begins_anew() -> None:
    text = "BEGIN:VCARD\r\nFN:Ann Lee\r\n\n    N:Lee;Ann\r\n\r\n    TEL:1\r\nEND:VCARD\r\n"
    (card,) = vcard.read(text.encode(), "some.vcf").cards
    assert (card.name, card.phones) == ("Ann Lee", ("1",))


def test_a_group_may_stand_before_begin_and_end_too() -> None:
    text = "A.BEGIN:VCARD\nA.FN:Ann\nA.END:VCARD\nB.BEGIN:VCARD\nB.FN:Bo\nB.END:VCARD\n"
    assert vcard.looks_like(text.encode())
    reading = vcard.read(text.encode(), "some.vcf")
    assert [(card.where, card.name) for card in reading.cards] == [
        ("line 1", "Ann"),
        ("line 4", "Bo"),
    ]
    assert reading.remarks == ()


def test_a_card_quoted_in_the_answer_to_a_mail_is_read() -> None:
    text = "You wrote:\n> BEGIN:VCARD\n> FN:Ann Lee\n> EMAIL:ann@lee.example\n> END:VCARD\n"
    assert vcard.looks_like(text.encode())
    (card,) = vcard.read(text.encode(), "some.vcf").cards
    assert (card.name, card.emails) == ("Ann Lee", ("ann@lee.example",))


def test_a_soft_break_by_mistake_does_not_swallow_a_picture() -> None:
    text = (
        "BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE:Ann=\nPHOTO;ENCODING=BASE64:\n  AAAA\n\n"
        "TEL:1\nEND:VCARD\n"
    )
    (card,) = vcard.read(text.encode(), "some.vcf").cards
    assert (card.name, card.phones) == ("Ann", ("1",))


def test_more_cards_than_anybody_knows_people_are_cut_and_said_so() -> None:
    reading = read("BEGIN:VCARD\nFN:Ann\nEND:VCARD\n" * (MOST_CARDS + 5))
    assert reading.found == MOST_CARDS
    assert reading.refused[0].where == f"line {3 * MOST_CARDS + 1}"


def test_more_lines_than_anybody_has_are_refused_at_once() -> None:
    assert "lines" in read("BEGIN:VCARD\n" * (vcard.MOST_LINES + 1)).refused[0].reason


def test_a_card_of_endless_properties_is_read_from_its_beginning() -> None:
    reading = read("BEGIN:VCARD\nFN:Ann\n" + "TEL:+1 555 0100\n" * 50_000 + "END:VCARD\n")
    (card,) = reading.cards
    assert card.phones == ("+1 555 0100",)
    assert "more lines" in reading.remarks[0].reason
