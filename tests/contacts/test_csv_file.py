"""CSV files as programs write them: what each says of whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planner.contacts import csv_file
from planner.domain.merging import Card, Reading

LINKEDIN = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
NOTES = (
    '"When exporting your connection data, you may notice that some of the email addresses are '
    'missing. Learn more at https://www.linkedin.com/help"'
)
MAYA = 'Maya,Okafor,https://www.linkedin.com/in/mayaok,,"Harbour, Inc.","VP, Lending",03 Aug 2024\n'


def read(text: str | bytes, file: str = "people.csv") -> Reading:
    return csv_file.read(text if isinstance(text, bytes) else text.encode(), file)


def only(reading: Reading) -> Card:
    (card,) = reading.cards
    assert (reading.refused, reading.remarks) == ((), ())
    return card


def reasons(reading: Reading) -> list[tuple[str, str]]:
    return [(refusal.where, refusal.reason) for refusal in reading.refused]


# LinkedIn


@pytest.mark.parametrize(
    "before",
    [
        f"Notes:\n{NOTES}\n\n",
        f"Notes:\n{NOTES}\n",
        f"Notes:\n{NOTES.strip(chr(34))}\n\n",
        'Notes:\n"It is said\nover two lines"\n\n',
        'Notes :\n"Opened and closed"\n"\n',  # a quotation mark too many
        f"{NOTES}\n",
        "",
    ],
    ids=["quoted", "no blank line", "unquoted", "two lines", "odd quote", "no word", "absent"],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "BOM"])
def test_linkedin_connections_whatever_stands_before_the_header(
    before: str, ending: str, mark: str
) -> None:
    text = mark + (before + LINKEDIN + MAYA).replace("\n", ending)
    reading = read(text, "Connections.csv")
    card = only(reading)
    assert reading.format == "linkedin"
    assert card.name == "Maya Okafor"
    assert (card.company, card.role) == ("Harbour, Inc.", "VP, Lending")
    assert card.links == ("https://www.linkedin.com/in/mayaok",)
    assert card.emails == ()
    assert card.connected_on == date(2024, 8, 3)
    assert card.labels == ("LinkedIn",)


@pytest.mark.parametrize(
    ("odd", "then"),
    [
        ("", 60),
        (",,,,,,05 Aug 2024\n", 60),  # nobody
        ("Ann  Maria,Lee,,,,,05 Aug 2024\n", 61),
        ("Ann,Lee,,,AT&amp;T,,05 Aug 2024\n", 61),
        ('Ann,Lee,,,"Lee, Inc.,,05 Aug 2024\n', 60),  # a quotation mark that is never closed
        ("Ann,Lee,,,,,soon\n", 61),
        ("Ann,ann@lee.example,,,,,05 Aug 2024\n", 61),
        ("小,李,,,,,05 Aug 2024\n", 61),
        (LINKEDIN, 60),
    ],
)
def test_an_odd_row_takes_nothing_from_plain_ones_around_it(odd: str, then: int) -> None:
    plain = [MAYA.replace("Maya", f"Maya{n}") for n in range(60)]
    reading = read(LINKEDIN + "".join([*plain[:30], odd, *plain[30:]]))
    alone = [only(read(LINKEDIN + row)) for row in plain]
    assert len(reading.cards) == then
    theirs = [card for card in reading.cards if card.name.startswith("Maya")]
    assert [replace(card, where="row 2") for card in theirs] == alone
    assert [int(card.where.split()[1]) for card in theirs] == [
        n + (2 if n < 30 or not odd else 3) for n in range(60)
    ]


@pytest.mark.parametrize(
    ("header", "day"),
    [
        ("Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am", "3. Aug. 2024"),
        ("Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Date de connexion", "3 août 2024"),
        ("Nombre,Apellidos,URL,Correo electrónico,Empresa,Cargo,Conectado el", "3 ago. 2024"),
        ("Nome,Sobrenome,URL,Endereço de e-mail,Empresa,Cargo,Conectado em", "3 de ago. de 2024"),
        ("Nome,Cognome,URL,Indirizzo email,Azienda,Posizione,Data di collegamento", "3 ago 2024"),
        ("Voornaam,Achternaam,URL,E-mailadres,Bedrijf,Functie,Verbonden op", "3 aug. 2024"),
        ("Imię,Nazwisko,URL,Adres e-mail,Firma,Stanowisko,Data nawiązania kontaktu", "3 sie 2024"),
        ("Förnamn,Efternamn,URL,E-postadress,Företag,Befattning,Connected On", "03/08/2024"),
        ("Position,Company,Connected On,Email Address,Last Name,First Name,URL", "03 Aug 2024"),
    ],
)
def test_linkedin_headers_in_other_languages_and_orders(header: str, day: str) -> None:
    said = {
        "first": "Maya",
        "last": "Okafor",
        "link": "https://www.linkedin.com/in/mayaok",
        "mail": "maya@harbour.example",
        "company": "Harbour",
        "role": "Lending",
        "day": f'"{day}"',
    }
    order = ["first", "last", "link", "mail", "company", "role", "day"]
    if header.startswith("Position"):
        order = ["role", "company", "day", "mail", "last", "first", "link"]
    reading = read(header + "\n" + ",".join(said[what] for what in order) + "\n")
    card = only(reading)
    assert reading.format == "linkedin"
    assert (card.name, card.company, card.role) == ("Maya Okafor", "Harbour", "Lending")
    assert card.emails == ("maya@harbour.example",)
    expected = date(2024, 3, 8) if day == "03/08/2024" else date(2024, 8, 3)
    assert card.connected_on == expected


def test_linkedin_rows_without_a_name_are_refused_with_their_row() -> None:
    text = "Notes:\n" + NOTES + "\n\n" + LINKEDIN + MAYA + ",,,,,,12 Jan 2020\n,,,,,,\n"
    reading = read(text)
    assert reading.found == 1
    assert [refusal.where for refusal in reading.refused] == ["row 6", "row 7"]
    assert all("no name" in refusal.reason for refusal in reading.refused)


def test_a_company_with_a_forgotten_quotation_is_put_together_again() -> None:
    card = only(read(LINKEDIN + "Maya,Okafor,,,Harbour, Inc.,Adviser,03 Aug 2024\n"))
    assert (card.company, card.role) == ("Harbour, Inc.", "Adviser")
    assert card.connected_on == date(2024, 8, 3)


@pytest.mark.parametrize(
    ("header", "named"),
    [
        ("CONVERSATION ID,CONVERSATION TITLE,FROM,TO,DATE,SUBJECT,CONTENT,FOLDER", "messages.csv"),
        ("From,To,Sent At,Message,Direction", "Invitations.csv"),
        ("First Name,Last Name,Maiden Name,Address,Headline,Summary,Websites", "Profile.csv"),
        ("Company Name,Title,Description,Location,Started On,Finished On", "Positions.csv"),
        ("First Name,Last Name,Company,Job Title,Text,Creation Date,Status", "Recommendations.csv"),
        ("Email Address,Confirmed,Primary,Updated On", "Email Addresses.csv"),
        ("Application Date,Contact Email,Company Name,Job Title,Job Url", "Job Applications.csv"),
    ],
)
def test_other_files_of_linkedin_are_named(header: str, named: str) -> None:
    reading = read(header + "\na,b,c,d,e,f,g,h\n")
    ((where, reason),) = reasons(reading)
    assert reading.found == 0 and where == ""
    assert f"LinkedIn's {named}" in reason and "Connections.csv" in reason


def test_linkedins_skills_are_no_people() -> None:
    assert "Skills.csv" in reasons(read("Name\nPython\nSales\n", "archive/Skills.csv"))[0][1]
    assert read("Name\nAnn\nBob\n", "guests.csv").found == 2


# Google


def test_google_as_it_is_now() -> None:
    reading = read(
        "First Name,Middle Name,Last Name,Phonetic First Name,Name Prefix,Name Suffix,Nickname,"
        "File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,"
        "Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,"
        "Phone 1 - Label,Phone 1 - Value,Address 1 - Label,Address 1 - Formatted,"
        "Address 1 - City,Website 1 - Label,Website 1 - Value\n"
        'Ana,Maria,Ferreira,,Dr.,Jr.,Nana,,Bakery ::: Mill,Owner,Sales,--01-22,"Met twice,\n'
        'likes rye",https://photo.example/x,"Rowing, Leeds ::: * myContacts ::: Chess",* Work,'
        "ana@bakery.example ::: ANA@bakery.example ::: ana@home.example,Home,ana2@home.example,"
        'Mobile,+44 7700 900123 ::: 0113 496 0000,Home,"1 Mill Lane\nLeeds",Leeds,,bakery.example\n'
        ",,,,,,,,,,,,,https://photo.example/y,* myContacts,,,,,,,,,,,\n"
    )
    assert reading.format == "google"
    (card,) = reading.cards
    assert card == Card(
        where="row 2",
        name="Ana Maria Ferreira Jr.",
        company="Bakery",
        role="Owner",
        city="Leeds",
        emails=("ana@bakery.example", "ana@home.example", "ana2@home.example"),
        phones=("+44 7700 900123", "0113 496 0000"),
        links=("bakery.example",),
        birthday="--01-22",
        note="Met twice,\nlikes rye",
        labels=("Rowing, Leeds", "Chess"),
    )
    assert [where for where, _ in reasons(reading)] == ["row 3"]


def test_google_as_it_was() -> None:
    reading = read(
        "Name,Given Name,Additional Name,Family Name,Yomi Name,Location,Occupation,Birthday,Notes,"
        "Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,"
        "Organization 1 - Type,Organization 1 - Name,Organization 1 - Title\n"
        "Ana Ferreira,Ana,,Ferreira,,,,1980-01-22,,* My Contacts ::: Rowing,* ,a@b.example,Mobile,"
        "555 0100,* Work,Bakery,Owner\n"
        ",,,,,,,,,* My Contacts,* ,only@b.example,,,,,\n"
    )
    assert reading.format == "google"
    ana, nameless = reading.cards
    assert (ana.name, ana.company, ana.role) == ("Ana Ferreira", "Bakery", "Owner")
    assert (ana.birthday, ana.labels) == ("1980-01-22", ("Rowing",))
    assert (nameless.name, nameless.emails) == ("", ("only@b.example",))


# Outlook


OUTLOOK = (
    '"Title","First Name","Middle Name","Last Name","Suffix","Company","Department","Job Title",'
    '"Business Street","Business City","Assistant\'s Phone","Business Fax","Business Phone",'
    '"Company Main Phone","Mobile Phone","Pager","Birthday","Categories","E-mail Address",'
    '"E-mail Type","E-mail Display Name","E-mail 2 Address","Notes","Web Page"\n'
    '"Mr.","Jürgen","","Groß","","Groß & Co","","Joiner","Weg 1","Köln","1","0221 99","0221 22",'
    '"","0170 3334445","7","3/12/1970","Club;Chess","j@gross.example","SMTP",'
    '"Jürgen Groß (j@gross.example)","","hello","http://gross.example"\n'
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_outlook_in_every_encoding_and_delimiter(encoding: str, delimiter: str) -> None:
    text = OUTLOOK.replace('","', f'"{delimiter}"')
    reading = read(text.encode(encoding))
    card = only(reading)
    assert reading.format == "outlook"
    assert (card.name, card.company, card.role) == ("Jürgen Groß", "Groß & Co", "Joiner")
    assert card.city == "Köln"
    assert card.phones == ("0221 22", "0170 3334445")  # neither fax, pager nor assistant
    assert card.emails == ("j@gross.example",)
    assert card.birthday == "1970-03-12"
    assert card.labels == ("Club", "Chess")
    assert card.note == "hello"


@pytest.mark.parametrize(
    "text",
    [
        "Anrede;Vorname;Weitere Vornamen;Nachname;Firma;Position;Ort geschäftlich;Fax geschäftlich;"
        "Telefon geschäftlich;Mobiltelefon;E-Mail-Adresse;E-Mail: Angezeigter Name;Geburtstag\n"
        "Herr;Jürgen;;Groß;Groß & Co;Joiner;Köln;0221 99;0221 22;0170 3334445;j@gross.example;x;"
        "12.3.1970\n",
        "Titre;Prénom;Deuxième prénom;Nom;Société;Profession;Ville (bureau);Télécopie (bureau);"
        "Téléphone (bureau);Tél. mobile;Adresse de messagerie;Anniversaire\n"
        "M.;Jürgen;;Groß;Groß & Co;Joiner;Köln;0221 99;0221 22;0170 3334445;j@gross.example;"
        "12/03/1970\n",
    ],
    ids=["German", "French"],
)
def test_outlook_in_other_languages(text: str) -> None:
    reading = read(text.encode("cp1252"))
    card = only(reading)
    assert reading.format == "outlook"
    assert (card.name, card.company, card.role) == ("Jürgen Groß", "Groß & Co", "Joiner")
    assert (card.city, card.phones) == ("Köln", ("0221 22", "0170 3334445"))
    assert (card.emails, card.birthday) == (("j@gross.example",), "1970-03-12")


def test_an_empty_outlook_date_is_no_birthday() -> None:
    assert only(read("Name,Email,Birthday\nAnn,a@b.example,0/0/00\n")).birthday == ""


# Any other


@pytest.mark.parametrize(
    ("text", "name", "company", "role"),
    [
        ("Full name,Email,Company,Title\nAnn Lee,a@b.example,Acme,CTO\n", "Ann Lee", "Acme", "CTO"),
        ("Title,First Name,Last Name,Company\nMs,Ann,Lee,Acme\n", "Ann Lee", "Acme", ""),
        ("firstName,lastName,companyName,jobTitle\nAnn,Lee,Acme,CTO\n", "Ann Lee", "Acme", "CTO"),
        ("FIRST_NAME;LAST_NAME;ORG\nAnn;Lee;Acme\n", "Ann Lee", "Acme", ""),
        ("Name,Vorname,Telefon\nLee,Ann,0301234567\n", "Ann Lee", "", ""),
        ("Nom,Prénom,Mail,Société\nLee,Ann,a@b.example,Acme\n", "Ann Lee", "Acme", ""),
        ("Nom,Mail\nAnn Lee,a@b.example\n", "Ann Lee", "", ""),
        ("Nombre,Apellidos,Empresa\nAnn,Lee,Acme\n", "Ann Lee", "Acme", ""),
        ("Nome,Apelido,Empresa,Cargo\nAnn,Lee,Acme,CTO\n", "Ann Lee", "Acme", "CTO"),
        ("Nome,Cognome,Azienda,Ruolo\nAnn,Lee,Acme,CTO\n", "Ann Lee", "Acme", "CTO"),
        ("Naam,Voornaam,Bedrijf\nLee,Ann,Acme\n", "Ann Lee", "Acme", ""),
        ("Voornaam,Tussenvoegsel,Achternaam\nAnn,van der,Lee\n", "Ann van der Lee", "", ""),
        ("Имя;Фамилия;Компания;Должность\nАнна;Ли;Рога;Босс\n", "Анна Ли", "Рога", "Босс"),
        ("姓,名,公司,职位\n张,伟,公司甲,经理\n", "张伟", "公司甲", "经理"),
        ("氏名,会社名,役職\n山田太郎,会社,部長\n", "山田太郎", "会社", "部長"),
        ('Name,Email\n"Lee, Ann",a@b.example\n', "Ann Lee", "", ""),
        ('Name,Email\n"Acme, Inc.",a@b.example\n', "Acme, Inc.", "", ""),
        ('Name,Email\n"Ann Lee, CFA",a@b.example\n', "Ann Lee, CFA", "", ""),
        ('Name,Email\n"LEE, ANN",a@b.example\n', "ANN LEE", "", ""),
        ('First Name,Last Name\nAnn,"Lee, Ph.D."\n', "Ann Lee, Ph.D.", "", ""),
        ("Email,FIRSTNAME,NOTE\na@b.example,Ann,x\n", "Ann", "", ""),
        ("name,phone,consent\nAnn Lee,030 1234567,yes\n", "Ann Lee", "", ""),
        ("Name,Given Name,Family Name\n,Ann,Lee\n", "Ann Lee", "", ""),
        ("Attendee first name,Attendee surname,Email\nAnn,Lee,a@b.example\n", "Ann Lee", "", ""),
        ("first_name, last_name, company\nAnn, Lee, Acme\n", "Ann Lee", "Acme", ""),
        ('sep=;\n"Name";"Firma"\n"Ann Lee";"Acme"\n', "Ann Lee", "Acme", ""),
        ("Contacts of 2024\n\nName|Company|Role\nAnn Lee|Acme|CTO\n", "Ann Lee", "Acme", "CTO"),
    ],
)
def test_headers_of_all_kinds(text: str, name: str, company: str, role: str) -> None:
    card = only(read(text))
    assert (card.name, card.company, card.role) == (name, company, role)


def test_thunderbird_tells_a_birthday_in_three_columns() -> None:
    card = only(
        read(
            "First Name,Last Name,Display Name,Primary Email,Secondary Email,Work Phone,Fax Number,"
            "Mobile Number,Birth Year,Birth Month,Birth Day,Notes,\n"
            "Ann,Lee,Ann Lee,a@b.example,a@c.example,0301234,0309999,0170555,1970,11,5,,\n"
        )
    )
    assert card.emails == ("a@b.example", "a@c.example")
    assert card.phones == ("0301234", "0170555")
    assert card.birthday == "1970-11-05"


@pytest.mark.parametrize(
    ("text", "emails"),
    [
        ("one@b.example\ntwo@b.example\n", ["one@b.example", "two@b.example"]),
        (
            "Ann Lee,ann@b.example,+49 30 1234567\nBo,bo@b.example,\n",
            ["ann@b.example", "bo@b.example"],
        ),
        ("Ann Lee <ann@b.example>\nBo <bo@b.example>\n", ["ann@b.example", "bo@b.example"]),
    ],
)
def test_a_list_without_header_is_read_by_what_stands_in_it(text: str, emails: list[str]) -> None:
    reading = read(text)
    assert [email for card in reading.cards for email in card.emails] == emails
    if "Ann" in text:
        assert reading.cards[0].name == "Ann Lee"


def test_columns_are_told_by_their_cells_where_the_header_says_little() -> None:
    card = only(read("Name,Contact,Netzpost\nRam,98123 45678,ram@b.example\n"))
    assert card.phones == ("98123 45678",)
    assert card.emails == ("ram@b.example",)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("id,name,price\n1,Chair,20\n", "“price”"),
        ("date,description,amount\n2020-01-01,x,3\n", "“amount”"),
        ("name,url,username,password\nx,https://x.example,me,secret\n", "passwords"),
        ("Subject,Start Date,Start Time,End Date\nLunch,1/1/2020,,\n", "calendar"),
        ("just some words\nand more of them\n", "“just some words”"),
        ("", "empty"),
        ("\n\n \n", "empty"),
        ("First Name,Last Name,Email\n", "lists nobody"),
    ],
)
def test_a_file_without_contacts_is_refused_as_a_whole(text: str, word: str) -> None:
    reading = read(text)
    ((where, reason),) = reasons(reading)
    assert reading.found == 0 and where == ""
    assert word in reason


def test_several_values_in_one_cell_and_marks_nobody_sees() -> None:
    card = only(
        read(
            'Name,Email,Phone\n"Ann\u00a0 Lee\u200b","Ann <a@b.example>; mailto:c@d.example",'
            '"\u202a+49 30 1234567\u202c / 0170 7654321"\n'
        )
    )
    assert card.name == "Ann Lee"
    assert card.emails == ("a@b.example", "c@d.example")
    assert card.phones == ("+49 30 1234567", "0170 7654321")


def test_what_spreadsheets_put_around_numbers_is_taken_off() -> None:
    reading = read('Name,Phone\nAnn,"=""01701234567"""\nBo,\'+491701234567\nCy,491701234567.0\n')
    assert [card.phones for card in reading.cards] == [
        ("01701234567",),
        ("+491701234567",),
        ("491701234567",),
    ]


def test_organisations_and_bare_numbers_are_kept_and_empty_rows_passed_over() -> None:
    reading = read("Name,Company,Phone,Notes\n,Acme,,\n,,030 1234567,\n,,,\n\n,,,only a note\n")
    assert [(card.company, card.phones) for card in reading.cards] == [
        ("Acme", ()),
        ("", ("030 1234567",)),
    ]
    assert [where for where, _ in reasons(reading)] == ["row 6"]


def test_what_is_no_address_or_date_is_left_out_and_said() -> None:
    reading = read(
        "Name,E-mail,Birthday,Connected On,Note\n"
        "Maya Okafor,not-an-email,31 Feb 1980,31 Feb 2026,kept\n"
        "Jonas Lindqvist,jonas@mail.example,0/0/00,,-\n"
        ",neither,,,\n"
    )
    assert [card.name for card in reading.cards] == ["Maya Okafor", "Jonas Lindqvist"]
    maya = reading.cards[0]
    assert (maya.emails, maya.birthday, maya.connected_on, maya.note) == ((), "", None, "kept")
    assert [(remark.where, remark.reason) for remark in reading.remarks] == [
        ("row 2", "Maya Okafor: “not-an-email” under “E-mail” is not an e-mail address."),
        ("row 2", "Maya Okafor: “31 Feb 1980” under “Birthday” is not a day."),
        ("row 2", "Maya Okafor: “31 Feb 2026” under “Connected On” is not a day."),
    ]
    assert [where for where, _ in reasons(reading)] == ["row 4"]  # nobody is left of it
