"""Tables that no known program wrote: what their columns are taken for, and told to be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from planner.contacts import csv_file
from planner.domain.column_mapping import Meaning, Table
from planner.domain.merging import Reading

M = Meaning
CLUB = (
    "Nr;Wer;Wo;Kurzum;Erreichbar\n"
    "1;Anna Lee;Ruderclub;Anni;0221 1234567\n"
    "2;Bo Ray;Ruderclub;;0221 7654321\n"
    ";;;;\n"
    "3;Cy Fox;Ruderclub;Cyfox;\n"
)


def read(text: str, mappings: Mapping[str, Sequence[Meaning]] | None = None) -> Reading:
    return csv_file.read(text.encode(), "people.csv", mappings or {})


def table_of(text: str) -> Table:
    table = read(text).table
    assert table is not None
    return table


def told(text: str, *meanings: Meaning) -> Reading:
    return read(text, {table_of(text).key: meanings})


def guesses(text: str) -> dict[str, Meaning]:
    return {column.header: column.meaning for column in table_of(text).columns}


@pytest.mark.parametrize(
    "text",
    [
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nA,B,,,,,\n",
        "Name,Given Name,Family Name,E-mail 1 - Value\nAnn Lee,Ann,Lee,a@b.example\n",
        "First Name,Last Name,E-mail Address,Business Phone\nAnn,Lee,a@b.example,030 1234567\n",
        "From,To,Sent At,Message,Direction\nA,B,,,\n",
        '{"name": "Ann"}',
        "",
    ],
    ids=["LinkedIn", "Google", "Outlook", "other of LinkedIn's", "no CSV", "empty"],
)
def test_what_is_known_has_no_table(text: str) -> None:
    assert read(text).table is None


def test_a_table_shows_its_columns_with_samples_and_the_guess_for_each() -> None:
    table = table_of(
        "Name,E-Mail,Name\nLee,a@b.example,x\nRay,,y\nFox,c@b.example,y\nKay,d@b.example,z\n"
    )
    assert [column.header for column in table.columns] == ["Name", "E-Mail", "Name"]
    assert table.columns[1].samples == ("a@b.example", "c@b.example", "d@b.example")
    assert table.columns[2].samples == ("x", "y", "z")
    assert [column.meaning for column in table.columns] == [M.NAME, M.EMAIL, M.NAME]
    assert (table.rows, table.named, table.remembered) == (4, True, False)


def test_samples_and_headers_are_short_and_on_one_line() -> None:
    table = table_of(f'"Full\n name","{"h" * 500}",E-mail\n"Ann\nLee","{"x" * 500}",a@b.example\n')
    first, second, _ = table.columns
    assert len(second.header) == 80 and second.header.endswith("…")
    assert len(second.samples[0]) == 40 and second.samples[0].endswith("…")
    assert "\n" not in first.header + first.samples[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Name,Vorname,Tel\nLee,Ann,030 1234567\n", [M.LAST_NAME, M.FIRST_NAME, M.PHONE]),
        ("Title,Name,E-mail\nMr,Ann Lee,a@b.example\n", [M.NOTHING, M.NAME, M.EMAIL]),
        ("Title,Name,E-mail\nCTO,Ann Lee,a@b.example\n", [M.ROLE, M.NAME, M.EMAIL]),
        ("Name,Birth Year,Birth Month,Birth Day\nAnn,1980,1,2\n",
         [M.NAME, M.BIRTH_YEAR, M.BIRTH_MONTH, M.BIRTH_DAY]),
    ],
)  # fmt: skip
def test_guesses_are_seen_beside_one_another(text: str, expected: list[Meaning]) -> None:
    assert list(table_of(text).meanings) == expected


def test_a_table_in_which_the_guess_finds_nobody_is_shown_all_the_same() -> None:
    text = "Nr;Teil;Lager\n1;Schraube;Köln\n2;Mutter;Bonn\n"
    reading = read(text)
    assert (reading.found, reading.format) == (0, "")
    assert "“Teil”" in reading.refused[0].reason
    assert reading.table is not None
    assert (reading.table.rows, set(reading.table.meanings)) == (2, {M.NOTHING})
    assert [card.name for card in told(text, M.NOTHING, M.NAME, M.CITY).cards] == [
        "Schraube",
        "Mutter",
    ]


@pytest.mark.parametrize(
    ("text", "headers"),
    [
        ("Mitglied,Ort\nAnna Lee,Bonn\nBo Ray,Köln\n", ["Mitglied", "Ort"]),
        ("Anna Lee,Bonn\nBo Ray,Köln\n", ["A", "B"]),
        ("Teil,Farbe\nRad,rot\nSitz,blau\n", ["Teil", "Farbe"]),
    ],
)
def test_the_first_row_names_the_columns_unless_it_is_like_the_others(
    text: str, headers: list[str]
) -> None:
    assert [column.header for column in table_of(text).columns] == headers


def test_a_list_without_header_calls_its_columns_by_letters() -> None:
    text = "Ann Lee,ann@b.example,Acme\nBo Ray,bo@b.example,Beta\n"
    assert guesses(text) == {"A": M.NAME, "B": M.EMAIL, "C": M.NOTHING}
    assert not table_of(text).named
    reading = told(text, M.NAME, M.EMAIL, M.COMPANY)
    assert [card.company for card in reading.cards] == ["Acme", "Beta"]
    assert [card.where for card in reading.cards] == ["row 1", "row 2"]


def test_what_is_told_is_followed_exactly() -> None:
    reading = told(CLUB, M.NOTHING, M.NAME, M.COMPANY, M.NICKNAME, M.PHONE)
    assert [(c.name, c.company, c.phones) for c in reading.cards] == [
        ("Anna Lee", "Ruderclub", ("0221 1234567",)),
        ("Bo Ray", "Ruderclub", ("0221 7654321",)),
        ("Cy Fox", "Ruderclub", ()),
    ]
    assert reading.format == "csv"
    table = reading.table
    assert table is not None
    assert (table.remembered, table.rows) == (True, 3)
    assert table.meanings == (M.NOTHING, M.NAME, M.COMPANY, M.NICKNAME, M.PHONE)
    assert [column.guess for column in table.columns[:3]] == [M.NOTHING, M.NAME, M.NOTHING]

    turned = told(CLUB, M.NOTHING, M.NOTE, M.NAME, M.NOTHING, M.NOTHING)
    first = turned.cards[0]
    assert (first.name, first.note, first.phones) == ("Ruderclub", "Anna Lee", ())


def test_a_prefix_is_part_of_the_name_where_the_user_says_so() -> None:
    text = "Anrede,Name,Mail\nDr.,Ann Lee,a@b.example\n"
    assert read(text).cards[0].name == "Ann Lee"
    assert told(text, M.PREFIX, M.NAME, M.EMAIL).cards[0].name == "Dr. Ann Lee"


def test_the_guess_told_back_reads_the_same() -> None:
    text = "Name,Vorname,Titel,E-Mail\nLee,Ann,Chefin,a@b.example\n,Bo,,b@b.example\n"
    guessed = read(text)
    assert guessed.table is not None
    again = told(text, *guessed.table.meanings)
    assert again.cards == guessed.cards
    assert again.table is not None and again.table.remembered


def test_a_mapping_that_names_nobody_says_so_once() -> None:
    reading = told(CLUB, *[M.NOTE] * 5)
    assert reading.found == 0
    (refusal,) = reading.refused
    assert "No column was said to hold a name" in refusal.reason


MEMBERS = (
    "Mitglied;Betrieb;Tätigkeit;Erreichbar unter\n"
    '"Popescu, Hannes";Blumen am Markt;Inhaber;0221/400000\n'
    '"Klein, Ada";Klein & Söhne;Steuerberaterin;0221/400001\n'
    '"Braun, Max";Elektro Braun;Geschäftsführer;0221/400002\n'
)


@pytest.mark.parametrize("last", ["Erreichbar unter", "Telefon"])
def test_cells_tell_companies_roles_and_numbers_too(last: str) -> None:
    reading = read(MEMBERS.replace("Erreichbar unter", last))
    first = reading.cards[0]
    assert (first.name, first.company, first.role, first.phones) == (
        *("Hannes Popescu", "Blumen am Markt", "Inhaber"),
        ("0221/400000",),
    )


def test_numbers_of_members_are_none_to_call() -> None:
    text = "Mitglied,Ausweis,Mail\nAnn Lee,00123456,a@b.example\nBo Ray,00123457,b@b.example\n"
    assert guesses(text)["Ausweis"] is M.NOTHING


def test_cells_tell_people_below_a_header_that_nobody_knows() -> None:
    assert [(card.name, card.phones) for card in read(CLUB).cards][:2] == [
        ("Anna Lee", ("0221 1234567",)),
        ("Bo Ray", ("0221 7654321",)),
    ]
    assert read("Teil;Lager\n12345678;Bonn\n12345679;Ulm\n").found == 0


def test_a_key_stands_for_one_header() -> None:
    key = table_of("Name,E-Mail\nAnn,a@b.example\n").key
    assert table_of(" NAME ;e-mail\nBo;b@b.example\n").key == key
    assert table_of("E-Mail,Name\na@b.example,Ann\n").key != key
    assert table_of("Name,E-Mail,Ort\nAnn,a@b.example,Bonn\n").key != key
    bare = table_of("Ann Lee,a@b.example\nBo Ray,b@b.example\n").key
    assert table_of("Ann Lee,030 1234567\nBo Ray,030 1234568\n").key != bare


@pytest.mark.parametrize("meanings", [(), (M.NAME,), (M.NAME,) * 9])
def test_a_mapping_of_another_width_is_not_followed(meanings: tuple[Meaning, ...]) -> None:
    text = "Name,E-Mail\nAnn,a@b.example\n"
    assert read(text, {table_of(text).key: meanings}).cards == read(text).cards


def test_reading_may_be_watched_and_ended() -> None:
    text = "Name,E-Mail\n" + "Ann,a@b.example\n" * 3_000
    seen: list[tuple[int, int]] = []
    csv_file.read(text.encode(), "p.csv", progress=lambda done, of: seen.append((done, of)))
    assert len(seen) >= 10
    assert all(0 <= done <= of for done, of in seen)

    def stop(done: int, of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        csv_file.read(text.encode(), "p.csv", progress=stop)


def test_a_column_of_first_and_last_names_tells_people_beside_whatever_it_stands() -> None:
    reading = read("name,event,date\nAnn Lee,Bootcamp,2025-04-15\nBo Ray,Bootcamp,2025-04-15\n")
    assert [card.name for card in reading.cards] == ["Ann Lee", "Bo Ray"]
    assert len(read("name,age\nann,31\nbob,42\n").cards) == 2
    goods = "id,name,price\n1,Garden Chair,20\n2,Oak Table,90\n"
    assert not read(goods).cards


def test_a_header_written_as_a_comment_is_read() -> None:
    (card,) = read("#First Name, Last Name, Institution, Email\nAnn, Lee, Ohm, a@b.example\n").cards
    assert (card.name, card.company) == ("Ann Lee", "Ohm")
