"""CSV files that are broken or hostile: nothing raises, nothing is lost without a word."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.contacts import csv_file
from planner.domain.merging import Reading

HEADER = "First Name,Last Name,Email Address,Company,Position,Connected On\n"


def read(text: str | bytes) -> Reading:
    return csv_file.read(text if isinstance(text, bytes) else text.encode(), "broken.csv")


def names(reading: Reading) -> list[str]:
    return [card.name for card in reading.cards]


def test_one_forgotten_quotation_mark_costs_no_other_row() -> None:
    reading = read(
        HEADER
        + 'Ann,Lee,,"Acme, Inc.",CTO,03 Aug 2024\n'
        + 'Bad,Row,,"Broken, Inc.,CTO,03 Aug 2024\n'
        + 'Kept,Row,,"Broken,CTO,03 Aug 2024\n'
        + 'Bo,Ray,,"B, Ltd","Boss, Chief",04 Aug 2024\n'
    )
    assert names(reading) == ["Ann Lee", "Kept Row", "Bo Ray"]
    assert reading.cards[1].company == "Broken"
    assert reading.cards[2].role == "Boss, Chief"
    (refusal,) = reading.refused
    assert refusal.where == "row 3" and "quotation mark" in refusal.reason


def test_a_quotation_never_closed_does_not_swallow_the_rest() -> None:
    reading = read(HEADER + 'Ann,Lee,,"Acme,CTO,\n' + "Bo,Ray,,B,Boss,\n" * 50)
    assert len(reading.cards) + len(reading.refused) == 51


def test_quotes_inside_a_quoted_cell() -> None:
    reading = read('Name,Company\n"Ann "Annie" Lee",Acme\nBo Ray,"The ""B"" Co"\n')
    assert reading.found == 2
    assert reading.cards[1].company == 'The "B" Co'


def test_rows_too_short_are_filled_and_rows_too_long_named() -> None:
    reading = read(HEADER + "Ann\nBo,Ray,bo@b.example,B,Boss,4 Aug 2024,,,\nCy,Fox,x,y,z,1,2,3,4\n")
    assert names(reading) == ["Ann", "Bo Ray"]
    (refusal,) = reading.refused
    assert refusal.where == "row 4" and "9 cells" in refusal.reason


def test_nul_bytes_and_control_characters() -> None:
    reading = read(HEADER.encode() + b"A\0nn,L\x07ee,a@b.example,,,\n")
    assert names(reading) == ["Ann Lee"]


def test_a_cell_of_ten_megabytes() -> None:
    reading = read("Name,Notes\nAnn," + '"' + "xyz\n" * 2_500_000 + '"\nBo,short\n')
    assert names(reading) == ["Ann", "Bo"]
    assert "10,000,000 characters" in reading.cards[0].note


def test_a_hundred_thousand_rows() -> None:
    rows = "".join(f"P{n},Lee,p{n}@b.example,,,03 Aug 2024\n" for n in range(100_000))
    assert read(HEADER + rows).found == 100_000


def test_a_header_that_comes_again_within_the_file_is_no_row_and_no_other_header() -> None:
    reading = read(
        "Name,Company,Country,Image\nAnn Lee,Acme,PT,x.png\nBo Ray,Bolt,PT,y.png\n"
        "Name,Company,Country,Avatar URL\nCy Fox,Cog,PT,https://x.example/z.png\n"
    )
    assert names(reading) == ["Ann Lee", "Bo Ray", "Cy Fox"]


def test_cells_that_moved_leave_the_address_out_of_the_name() -> None:
    (card,) = read("first_name,last_name,email,phone\nAnn,ann@b.example,course\n").cards
    assert (card.name, card.emails) == ("Ann", ("ann@b.example",))


def test_a_count_above_or_below_the_rows_is_nobody() -> None:
    reading = read("2\nAnn Lee,555123456,ann@b.example\nBo Ray,555123457,bo@b.example\n")
    assert names(reading) == ["Ann Lee", "Bo Ray"]
    assert names(read("Name,Email\nAnn,ann@b.example\nTotal: 1,\n")) == ["Ann"]


def test_a_row_of_more_cells_than_memory_holds() -> None:
    row = "x" + "," * (csv_file.MOST_CELLS + 9) + "x"
    assert names(read(f"Name,Email\nAnn,ann@b.example\n{row}\nBo,\n")) == ["Ann", "x", "Bo"]


def test_more_rows_than_anybody_knows_people_are_cut_and_said_so() -> None:
    reading = read("Email\n" + "a@b.example\n" * (csv_file.MOST_ROWS + 5))
    assert reading.found == csv_file.MOST_ROWS
    assert reading.refused[0].where == f"row {csv_file.MOST_ROWS + 2} and after"


def test_lines_beyond_all_measure() -> None:
    assert "lines" in read(b"\n" * (csv_file.MOST_LINES + 1) + b"Name\n").refused[0].reason


def test_every_line_opens_a_quotation() -> None:
    reading = read("Name,Email\n" + '"Ann,a@b.example\n' * 20_000)
    assert reading.found == 20_000


words = st.sampled_from(
    ["Name", "First Name", "E-mail", "Phone", "Notes:", "Connected On", "Ann", "a@b.example"]
) | st.sampled_from(
    ["+49 30 1", "3 Aug 2024", ",", ";", "\t", "\n", "\r\n", "\0", "\ufeff", "sep=;", "é", '"']
)


@settings(max_examples=150, deadline=None)
@given(st.lists(words, max_size=40))
def test_words_of_contact_files_in_any_order_never_raise(parts: list[str]) -> None:
    reading = read("".join(parts))
    assert reading.cards or reading.refused


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_never_raise(data: bytes) -> None:
    reading = read(data)
    assert reading.cards or reading.refused


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=60))
def test_any_cells_never_raise(name: str, birthday: str, phone: str) -> None:
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["Name", "Birthday", "Phone", "E-mail", "URL", "Labels", "Connected On"])
    writer.writerow([name, birthday, phone, name, phone, birthday, birthday])
    reading = read(out.getvalue().encode("utf-8", "replace"))
    assert reading.format in ("linkedin", "")
