"""CSV files of many programs and countries: headers, lists without one, and odd ways to write."""

from __future__ import annotations

from datetime import date

import pytest

from planner.contacts import csv_file
from planner.domain.merging import Card, Reading

MAYA = "Maya,Okafor,https://www.linkedin.com/in/mayaok,m@b.example,Harbour,Adviser,"


def read(text: str | bytes, file: str = "people.csv") -> Reading:
    return csv_file.read(text if isinstance(text, bytes) else text.encode(), file)


def only(text: str) -> Card:
    (card,) = read(text).cards
    return card


@pytest.mark.parametrize(
    ("header", "day"),
    [
        ("Fornavn,Etternavn,URL,E-postadresse,Bedrift,Stilling,Tilknyttet", "03 aug. 2024"),
        ("Prénom,Nom de famille,URL,E-mail,Société,Fonction,Relation depuis le", "3 août 2024"),
        ("Adı,Soyadı,URL,E-posta Adresi,Şirket,Pozisyon,Bağlantı Tarihi", "03 Ağu 2024"),
        ("名字,姓氏,网址,邮箱地址,公司,职位,建立联系日期", "2024年8月3日"),
        ("이름,성,URL,이메일 주소,회사,직책,연결된 날짜", "2024년 8월 3일"),
        ("Jméno,Příjmení,URL,E-mailová adresa,Společnost,Pozice,Datum spojení", "03 srp 2024"),
        ("Nama Depan,Nama Belakang,URL,Alamat Email,Perusahaan,Jabatan,Terhubung", "03 Agt 2024"),
        ("الاسم الأول,اسم العائلة,URL,البريد,الشركة,المسمى,تاريخ", "03 أغسطس 2024"),
        ("Aaa,Bbb,URL,Ccc,Ddd,Eee,Fff", "45507"),  # by LinkedIn's order alone
    ],
)
def test_linkedin_in_more_languages(header: str, day: str) -> None:
    reading = read(f"{header}\n{MAYA}{day}\n")
    (card,) = reading.cards
    assert reading.format == "linkedin"
    assert (card.name, card.company, card.role) == ("Maya Okafor", "Harbour", "Adviser")
    assert (card.emails, card.connected_on) == (("m@b.example",), date(2024, 8, 3))


@pytest.mark.parametrize(
    ("row", "card"),
    [
        ("Zoë,Brontë,,,Café & Co,VP | Speaker @ X,03 Aug 2024",
         Card("row 2", "Zoë Brontë", "Café & Co", "VP | Speaker @ X")),
        ("小明,李,,,公司,,", Card("row 2", "李小明", "公司")),
        ("Ann , Lee,,,N/A,NULL,", Card("row 2", "Ann Lee")),
        ("Ann,,,,=cmd(),  Boss  of all,", Card("row 2", "Ann", "=cmd()", "Boss of all")),
        ("Ann\u200b,Lee\u00a0,,,'+49,x ::: y,", Card("row 2", "Ann Lee", "+49", "x")),
        ("Ann,Lee,,not-an-address,,,", Card("row 2", "Ann Lee")),
        ("Ann,Lee,www.linkedin.com/in/ann,a@b.example,,,31 Feb 2024",
         Card("row 2", "Ann Lee", emails=("a@b.example",), links=("www.linkedin.com/in/ann",))),
    ],
)  # fmt: skip
def test_rows_of_linkedin_that_are_not_plain(row: str, card: Card) -> None:
    found = only(f"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n{row}\n")
    assert (found.name, found.company, found.role) == (card.name, card.company, card.role)
    assert (found.emails, found.links, found.labels) == (card.emails, card.links, ("LinkedIn",))


def test_plain_rows_are_read_like_all_others() -> None:
    header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
    rows = [
        MAYA + "03 Aug 2024",
        "Ann,Lee,,,,,",
        "Ben,Kane,https://www.linkedin.com/in/b%C3%A9n,B@K.example,\"Kane, Inc.\",Owner,1/2/2024",
    ]  # fmt: skip
    plain = read("\n".join([header, *rows])).cards
    # A middle name makes the file one that is looked at cell by cell.
    other = read("\n".join([f"{header},Middle Name", *(f"{row}," for row in rows)])).cards
    assert plain == other


@pytest.mark.parametrize(
    ("file", "header", "named"),
    [
        ("Honors.csv", "Title,Description,Issued On", "Honors.csv"),
        ("Courses.csv", "Name,Number", "Courses.csv"),
        ("PhoneNumbers.csv", "Extension,Number,Type", "PhoneNumbers.csv"),
        ("x.csv", "First name,Last name,Verification type,Document type", "Verifications.csv"),
        ("a/Recommendations_Given.csv", "First Name,Last Name,Company,Job Title,Text,Status",
         "Recommendations_Given.csv"),
    ],
)  # fmt: skip
def test_more_files_of_linkedin_are_named(file: str, header: str, named: str) -> None:
    reading = read(f"{header}\n,+491701234567,Mobile,d,e,f\n", file)
    assert reading.found == 0
    assert f"LinkedIn's {named};" in reading.refused[0].reason


@pytest.mark.parametrize(
    ("text", "name", "company", "role"),
    [
        ("full_name,current_company_name,job_title\nAnn Lee,A,CTO\n", "Ann Lee", "A", "CTO"),
        ("Given names,Family name(s),Company / Firm\nAnn,Lee,Acme\n", "Ann Lee", "Acme", ""),
        ("What is your name?,E-mail?,Where do you work?\nAnn Lee,a@b.c,A\n", "Ann Lee", "A", ""),
        ("Attendee #,First Name,Last Name,Buyer Last Name\n2,Ann,Lee,Ray\n", "Ann Lee", "", ""),
        ("Person - Name,Person - Organization,E-mail\nAnn Lee,Acme,\n", "Ann Lee", "Acme", ""),
        ("Vorname;Name;Funktion im Verein\nAnn;Lee;Kassenwartin\n", "Ann Lee", "", "Kassenwartin"),
        ("*First Name,[Last Name],Company Name *\nAnn,Lee,Acme\n", "Ann Lee", "Acme", ""),
        ('"First\nName","Last\nName",Company\nAnn,Lee,Acme\n', "Ann Lee", "Acme", ""),
        ("Titre;Prénom;Nom;Titre;Société\nM.;Rémi;Côté;Gérant;SA\n", "Rémi Côté", "SA", "Gérant"),
        ("Name^E-mail^Firm\nAnn Lee^a@b.example^x\n", "Ann Lee", "", ""),
        ("Name,E-mail,Company\nAnn Lee;a@b.example;Acme\n", "Ann Lee", "Acme", ""),
        ('"Name,Company,E-mail"\n"Ann Lee,""A, Inc."",a@b.example"\n', "Ann Lee", "A, Inc.", ""),
        ("“Name”,“Company”,“E-mail”\n“Ann Lee”,“Acme”,“”\n", "Ann Lee", "Acme", ""),
        ("'Name';'Company';'E-mail'\n'Ann Lee';'Acme';''\n", "Ann Lee", "Acme", ""),
        ('Name,Company,Phone\n"Ann "A" Lee","A, Inc.",\n', 'Ann "A" Lee', "A, Inc.", ""),
        ("שם פרטי,שם משפחה,חברה\nדנה,לוי,אקמה\n", "דנה לוי", "אקמה", ""),
        ("| Name | Company | Mail |\n|---|---|---|\n| Ann Lee | A | |\n", "Ann Lee", "A", ""),
    ],
)  # fmt: skip
def test_more_headers_and_ways_to_write(text: str, name: str, company: str, role: str) -> None:
    card = only(text)
    assert (card.name, card.company, card.role) == (name, company, role)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ann Lee\nBo Ray\nCy van der Fox\n", [("Ann Lee", ""), ("Bo Ray", ""),
         ("Cy van der Fox", "")]),
        ("Ann Lee,Acme,CTO\nBo Ray,Beta,Sales Manager\n", [("Ann Lee", "Acme"),
         ("Bo Ray", "Beta")]),
        ("Ann Lee,Acme GmbH,030 1234567\nBo Ray,Beta,030 1234568\n", [("Ann Lee", "Acme GmbH"),
         ("Bo Ray", "Beta")]),
        ("张三,同事,13838383838\n李四,同事,13939393939\n", [("张三", ""), ("李四", "")]),
        ("Ann,Friend,0301234561\nBo,Friend,0301234562\nCy,Work,0301234563\nDi,Work,0301234564\n",
         [("Ann", ""), ("Bo", ""), ("Cy", ""), ("Di", "")]),
        ('"Lee, Ann" <a@b.example>, Bo Ray <b@b.example>; c@b.example\n', [("Ann Lee", ""),
         ("Bo Ray", ""), ("", "")]),
    ],
)  # fmt: skip
def test_lists_without_a_header(text: str, who: list[tuple[str, str]]) -> None:
    assert [(card.name, card.company) for card in read(text).cards] == who


@pytest.mark.parametrize(
    "text", ["one line\nof some prose\n", "Rad,rot\nSitz,blau\n", "7,8\n9,1\n"]
)
def test_other_tables_without_header_are_no_people(text: str) -> None:
    reading = read(text)
    assert reading.found == 0 and reading.refused


def test_names_are_found_under_a_header_that_nobody_knows() -> None:
    text = "Referent,Thema,Mail\nAnn Lee,x,a@b.example\nBo van Ray,y,b@b.example\n"
    assert [card.name for card in read(text).cards] == ["Ann Lee", "Bo van Ray"]
    assert read("Ware,Preis\nBlue Chair,7\nRed Lamp,8\n").found == 0


def test_linkedins_rows_without_their_header() -> None:
    card = only("Ann,Lee,https://www.linkedin.com/in/ann,,Acme,CTO,03 Aug 2024\n")
    assert (card.name, card.company, card.role) == ("Ann Lee", "Acme", "CTO")
    assert card.connected_on == date(2024, 8, 3)


def test_organisations_alone_are_kept() -> None:
    assert [card.company for card in read("Firma;Ort\nAcme;Bonn\nBeta;Köln\n").cards] == [
        "Acme",
        "Beta",
    ]
    assert read("Company,Turnover\nAcme,5\n").found == 0


def test_a_file_behind_another_brings_its_header_along() -> None:
    reading = read("Name,E-mail\nAnn,a@b.example\nName,E-mail\nBo,b@b.example\n")
    assert [card.name for card in reading.cards] == ["Ann", "Bo"]
    assert (reading.refused, reading.remarks) == ((), ())


def test_letters_encoded_twice_are_read_as_they_were() -> None:
    card = only("Name,Firma\nJosé,Café\n".encode().decode("cp1252"))
    assert (card.name, card.company) == ("José", "Café")
    assert only("Name,Firma\nÃngela,Café\n").name == "Ãngela"  # letters, beside others


def test_numbers_of_one_and_of_several() -> None:
    assert only("Name,Phone\nAnn,+49 (0) 30 / 123-456\n").phones == ("+49 (0) 30 / 123-456",)
    several = only("Name,Phone\nAnn,030-1234567 / 0170-1234567\n").phones
    assert several == ("030-1234567", "0170-1234567")
    short = read("Name,Number\nAnn,0170 1234567\nMailbox,3311\n")
    assert [card.phones for card in short.cards] == [("0170 1234567",), ("3311",)]


def test_lines_between_and_below_the_people_are_not_taken_for_some() -> None:
    reading = read("Name;Ort;Tel\nAnn Lee;Bonn;030 1234567\n\nSumme: 1;;\nGesamt 17;;\n")
    assert [card.name for card in reading.cards] == ["Ann Lee"]
    assert [refusal.where for refusal in reading.refused] == ["row 4", "row 5"]


@pytest.mark.parametrize(
    ("written", "birthday"),
    [
        ("01/22", "--01-22"), ("22.1.", "--01-22"), ("22 January", "--01-22"),
        ("Jan 22", "--01-22"), ("29242", "1980-01-22"), ("13/13", ""), ("99999", ""),
    ],
)  # fmt: skip
def test_birthdays_without_a_year_and_as_spreadsheets_count(written: str, birthday: str) -> None:
    assert only(f"Name,Email,Birthday\nAnn,a@b.example,{written}\n").birthday == birthday


@pytest.mark.parametrize(
    "cell",
    [
        "a" * 3_000_000 + " @ x",
        "@" * 2_000_000,
        "1," * 1_000_000,
        "a." * 1_500_000,
        "; " * 1_000_000,
    ],
    ids=["almost an address", "at signs", "numbers", "almost a link", "separators"],
)
def test_endless_cells_take_no_time(cell: str) -> None:
    quoted = f'"{cell}"'
    reading = read(f"Name,Email,Phone,Website,Birthday\nAnn,{','.join([quoted] * 4)}\n")
    assert [card.name for card in reading.cards] == ["Ann"]


def test_a_million_columns_are_refused_quickly() -> None:
    assert "No contacts" in read("Name," + "x," * 1_000_000 + "Email\nAnn\n").refused[0].reason


def test_what_a_web_page_wrote_for_single_signs_is_read_back() -> None:
    (card,) = read("Name,Company,Email\nO&#39;Hara,Smith &amp; Co,o@b.example\n").cards
    assert (card.name, card.company) == ("O'Hara", "Smith & Co")
    (card,) = read("Name,Company,Email\nAnn,R&D; Labs,a@b.example\n").cards
    assert card.company == "R&D; Labs"
