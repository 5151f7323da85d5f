"""vCard files as programs write them: what a careful reader would take from each."""

from __future__ import annotations

import base64

import pytest

from planner.contacts import vcard
from planner.domain.merging import Card, Reading
from tests.pictures import png

PHOTO = base64.b64encode(png()).decode()


def read(*lines: str, encoding: str = "utf-8", end: str = "\r\n") -> Reading:
    return vcard.read(end.join([*lines, ""]).encode(encoding), "some.vcf")


def card(*lines: str, encoding: str = "utf-8", end: str = "\r\n") -> Card:
    """The one card made of these properties, with nothing to complain of."""
    reading = read("BEGIN:VCARD", *lines, "END:VCARD", encoding=encoding, end=end)
    assert (reading.refused, reading.remarks) == ((), ())
    (only,) = reading.cards
    return only


def refusals(reading: Reading) -> list[tuple[str, str]]:
    return [(refusal.where, refusal.reason) for refusal in reading.refused]


def test_a_card_of_the_mac_address_book() -> None:
    assert card(
        "VERSION:3.0",
        "PRODID:-//Apple Inc.//macOS 14.1//EN",
        "N:Lee;Ann;Marie\\,Rose;Dr.;",
        "FN:Dr. Ann Marie\\,Rose Lee",
        "NICKNAME:Annie",
        "ORG:Acme\\, Inc.;Sales;North",
        "TITLE:Director\\, Sales",
        "EMAIL;type=INTERNET;type=HOME:ann@home.example",
        "EMAIL;type=INTERNET;type=WORK;type=pref:ann.lee@acme.example",
        "TEL;type=WORK;type=VOICE:+1 (555) 010-1234",
        "item1.TEL;type=pref:+1 555 010 9999",
        "item1.X-ABLabel:_$!<Main>!$_",
        "item2.ADR;type=HOME:;;1 Lane;Hometown;;;",
        "item3.ADR;type=WORK;type=pref:;;Street 4\\nFloor 8;New York;NY;10001;USA",
        "item3.X-ABADR:us",
        "NOTE:Met in May\\; likes tea\\nand walks",
        "item4.URL;type=pref:http\\://www.acme.example",
        "item4.X-ABLabel:_$!<HomePage>!$_",
        "X-SOCIALPROFILE;type=linkedin;x-user=annlee:https://www.linkedin.com/in/annlee",
        "X-SOCIALPROFILE;type=twitter;x-user=ann:x-apple:ann",
        "IMPP;X-SERVICE-TYPE=Skype;type=HOME:skype:ann",
        "BDAY;X-APPLE-OMIT-YEAR=1604:1604-01-22",
        f"PHOTO;ENCODING=b;TYPE=PNG:{PHOTO[:50]}",
        f" {PHOTO[50:]}",
        "CATEGORIES:Club,myContacts",
        "X-ABUID:5AD380FD\\:ABPerson",
    ) == Card(
        where="line 1",
        name="Dr. Ann Marie,Rose Lee",
        company="Acme, Inc.",
        role="Director, Sales",
        city="New York",
        emails=("ann.lee@acme.example", "ann@home.example"),
        phones=("+1 555 010 9999", "+1 (555) 010-1234"),
        links=("http://www.acme.example", "https://www.linkedin.com/in/annlee"),
        birthday="--01-22",
        note="Met in May; likes tea\nand walks",
        labels=("Club",),
        photo=png(),
    )


def test_a_card_of_outlook() -> None:
    found = card(
        "VERSION:2.1",
        "N;LANGUAGE=en-us:Doe;John;;Mr.;III",
        "FN:Mr. John Doe III",
        "ORG:The Company;The Department",
        "TITLE:The Job Title",
        "ROLE:The Profession",
        "NOTE;ENCODING=QUOTED-PRINTABLE:First line=0D=0A=",
        "Second line: with a colon=0D=0A",
        "TEL;WORK;VOICE:(555) 010-1111",
        "TEL;CELL;VOICE:(555) 010-2222",
        "X-MS-OL-DEFAULT-POSTAL-ADDRESS:2",
        "ADR;WORK;PREF:;;222 Broadway;New York;NY;99999;USA",
        "LABEL;WORK;PREF;ENCODING=QUOTED-PRINTABLE:222 Broadway=0D=0A=",
        "New York, NY 99999",
        "BDAY:19800322",
        "KEY;X509;ENCODING=BASE64:",
        "    MIIB/jCCAWugAwIBAgIQDdkWkvA2cqtG",
        "    kw2P4zAoZDAJBgUrDgMCHQUA==",
        "",
        "EMAIL;PREF;INTERNET:john@company.example",
        "PHOTO;TYPE=JPEG;ENCODING=BASE64:",
        PHOTO[:56],
        PHOTO[56:],
        "",
        "REV:20120801T184631Z",
    )
    assert found.name == "Mr. John Doe III"
    assert (found.company, found.role, found.city) == ("The Company", "The Job Title", "New York")
    assert found.emails == ("john@company.example",)
    assert found.phones == ("(555) 010-1111", "(555) 010-2222")
    assert found.birthday == "1980-03-22"
    assert found.note == "First line\nSecond line: with a colon"
    assert found.photo == png()


def test_a_card_of_google() -> None:
    found = card(
        "VERSION:3.0",
        "FN:Bo Ray",
        "N:Ray;Bo;;;",
        "EMAIL;TYPE=INTERNET;TYPE=HOME:bo@ray.example",
        "item1.EMAIL;TYPE=INTERNET:other@ray.example",
        "item1.X-ABLabel:Custom",
        "TEL;TYPE=CELL:\u202a+49\u00a030 1234\u202c",
        "item2.ADR:;;Road 1;Halle;;06789;DE;Road 1\\nHalle",
        "item2.X-ABLabel:",
        "BDAY:--0122",
        "item3.URL:http\\://www.ray.example",
        "item3.X-ABLabel:BLOG",
        "CATEGORIES:myContacts,starred",
    )
    assert found.phones == ("+49 30 1234",)
    assert found.emails == ("bo@ray.example", "other@ray.example")
    assert (found.city, found.birthday, found.labels) == ("Halle", "--01-22", ())


def test_a_card_of_android_2_1() -> None:
    found = card(
        "VERSION:2.1",
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=9C=D0=B8=D1=82=D0=BA=D0=BE;=D0=9A=D0=BE=D0=BB=",
        "=D1=8F;;;",
        "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=9A=D0=BE=D0=BB=D1=8F=20=D0=9C=D0=B8=D1=82=",
        "=D0=BA=D0=BE",
        "TEL;CELL;PREF:123456",
        "X-CLASS:PUBLIC",
        "SOUND;X-IRMC-N:;;;;",
    )
    assert (found.name, found.phones) == ("Коля Митко", ("123456",))


def test_a_card_of_thunderbird_in_small_letters() -> None:
    found = card(
        "fn;quoted-printable:J=C3=B6rg Beispiel",
        "n;quoted-printable:Beispiel;J=C3=B6rg",
        "org:Firma",
        "adr:;;Weg 1;Hamburg;;20095;Deutschland",
        "email;internet:joerg@firma.example",
        "tel;work:040 1",
        "x-mozilla-html:FALSE",
        "version:2.1",
    )
    assert (found.name, found.company, found.city) == ("Jörg Beispiel", "Firma", "Hamburg")


def test_a_card_of_version_4() -> None:
    found = card(
        "VERSION:4.0",
        "KIND:individual",
        "FN;ALTID=1;LANGUAGE=en:Yamada Taro",
        "FN;ALTID=1;LANGUAGE=ja:山田太郎",
        'N;ALTID=1;LANGUAGE=ja;SORT-AS="yamada,taro":山田;太郎;;;',
        'ORG;SORT-AS="Acme: first;second":Acme;Research',
        'TEL;VALUE=uri;TYPE="voice,home":tel:+1-555-0100',
        'TEL;VALUE=uri;PREF=1;TYPE="work,voice":tel:+1-418-656-9254;ext=102',
        "EMAIL;PREF=2:second@x.example",
        "EMAIL;PREF=1:mailto:first@x.example",
        "GENDER:M",
        "BDAY:--0203",
        "URL:https://example.org/~taro",
        "MEMBER:urn:uuid:1",
    )
    assert (found.name, found.company) == ("Yamada Taro", "Acme")
    assert found.phones == ("+1-418-656-9254 ext. 102", "+1-555-0100")
    assert found.emails == ("first@x.example", "second@x.example")
    assert (found.birthday, found.links) == ("--02-03", ("https://example.org/~taro",))


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["FN:  Ann \t Lee  "], "Ann Lee"),
        (["FN:Ann\\nLee"], "Ann Lee"),
        (["FN:Smith\\, Ann\\; Co"], "Smith, Ann; Co"),
        (["FN:\u200eAnn\u00ad Lee\ufeff"], "Ann Lee"),
        (["FN:", "N:Lee;Ann;;;"], "Ann Lee"),
        (["FN:--", "N:Lee;Ann"], "Ann Lee"),
        (["FN:ann@lee.example", "N:Lee;Ann", "EMAIL:Ann@Lee.example"], "Ann Lee"),
        (["FN:ann@lee.example", "N:Lee;Ann", "EMAIL:other@lee.example"], "ann@lee.example"),
        (["N:Lee;Ann;Mary,Jo;Dr.;PhD"], "Ann Mary Jo Lee"),
        (["N:;;;Dr.;Jr."], "Dr. Jr."),
        (["N:Lee\\; Sons;;;;"], "Lee; Sons"),
        (["N:Lee, Ann"], "Lee, Ann"),
        (["N:;Conference Call"], "Conference Call"),
        (["N:Lee"], "Lee"),
        (["FN:Lee;Ann;;;", "N:Lee;Ann;;;"], "Ann Lee"),
        (["FN:Lee;Ann;;;"], "Ann Lee"),
        (["N:;;;;", "FN:", "NICKNAME:Annie,Nan"], "Annie"),
        (["N:;;;;", "ORG:;Sales"], "Sales"),
        (["ORG:Acme;", "TEL:1"], "Acme"),
        (["FN:Acme", "N:;;;;", "ORG:Acme;", "X-ABShowAs:COMPANY"], "Acme"),
        (["FN:Acme Leeds", "ORG:Acme", "X-ABShowAs:COMPANY"], "Acme Leeds"),
        (["FN:", "N:Lee;Ann;;;", "ORG:Acme", "X-ABShowAs:COMPANY"], "Acme"),
        (["KIND:org", "FN:Town Hall", "ORG:Town Hall"], "Town Hall"),
        (["EMAIL;PREF:ann@lee.example", "TEL:1"], "ann@lee.example"),
        (["FN:", "N:;;;;", "ORG:;", "TEL;CELL:+44 20 1"], "+44 20 1"),
        (["FN:👩‍💻 Ann"], "👩‍💻 Ann"),
        (["FN:?"], "?"),
        (["FN;PREF=1:Second", "FN:First"], "Second"),
        (["FN:First", "FN:Second"], "First"),
        (['FN;X-PARAM="a:b;c":Ann'], "Ann"),
        (['FN;X-PARAM=5" disk:Ann'], "Ann"),
        (["FN;:Ann"], "Ann"),
        (["FN ; CHARSET = UTF-8 : Ann"], "Ann"),
        (["group.sub.FN:Ann"], "Ann"),
        (["FN;ENCODING=BASE64;CHARSET=UTF-8:S8O2c3Rlcg=="], "Köster"),
        (["N;ENCODING=b:S8O2c3RlcjtBbm47Ozs="], "Ann Köster"),
        (["FN;CHARSET=UTF-8:=41=6E=6E"], "Ann"),
        (["FN:a=41b"], "a=41b"),
        (["FN;ENCODING=QUOTED-PRINTABLE:a=zerty"], "a=zerty"),
        (["N;ENCODING=QUOTED-PRINTABLE:=4C=65=65;=41=6E=3Bn"], "An;n Lee"),
        (["N;ENCODING=QUOTED-PRINTABLE:=4C=65=65=3B=41"], "A Lee"),
    ],
)
def test_names(lines: list[str], name: str) -> None:
    assert card(*lines).name == name


@pytest.mark.parametrize(
    ("value", "emails"),
    [
        ("ann@lee.example", ("ann@lee.example",)),
        ("ann@lee.example;", ("ann@lee.example",)),
        ("lee\\,ann@x.example", ("lee,ann@x.example",)),
        ("mailto:ann%40lee.example?subject=hi", ("ann@lee.example",)),
        ("Ann Lee <ann@lee.example>", ("ann@lee.example",)),
        ("<ann@lee.example>", ("ann@lee.example",)),
        ("ann@lee.example;", ("ann@lee.example",)),
        ("a@x.example, b@x.example", ("a@x.example", "b@x.example")),
        ("\u200bann@lee.example ", ("ann@lee.example",)),
        ("not an address", ("not an address",)),
        ("", ()),
        (";", ()),
    ],
)
def test_emails(value: str, emails: tuple[str, ...]) -> None:
    assert card("FN:Ann", f"EMAIL;TYPE=INTERNET:{value}").emails == emails


def test_the_same_address_or_number_once() -> None:
    found = card(
        "FN:Ann",
        "EMAIL:Ann@Lee.example",
        "EMAIL;TYPE=pref:ann@lee.example",
        "TEL:+1 (555) 010-1234",
        "TEL;VALUE=uri:tel:+1-555-010-1234",
        "TEL:555",
    )
    assert found.emails == ("ann@lee.example",)
    assert found.phones == ("+1 (555) 010-1234", "555")


@pytest.mark.parametrize(
    ("value", "phones"),
    [
        ("+1-800-MYFAX", ("+1-800-MYFAX",)),
        ("tel:+1-555-0100", ("+1-555-0100",)),
        ("TEL:7042;phone-context=example.com", ("7042",)),
        ("tel:+39-0471-997111;ext=12", ("+39-0471-997111 ext. 12",)),
        ("\u2068+1\u00a0555\u2069", ("+1 555",)),
        ("*21#", ("*21#",)),
        ("+49123\\,\\,45", ("+49123,,45",)),
        ("-", ()),
        ("", ()),
    ],
)
def test_phones(value: str, phones: tuple[str, ...]) -> None:
    assert card("FN:Ann", f"TEL;TYPE=WORK:{value}").phones == phones


@pytest.mark.parametrize(
    ("line", "birthday"),
    [
        ("BDAY:1980-01-22", "1980-01-22"),
        ("BDAY:19800122", "1980-01-22"),
        ("BDAY;VALUE=date:1980/1/2", "1980-01-02"),
        ("BDAY:19531015T231000Z", "1953-10-15"),
        ("BDAY:1980-01-22T00:00:00.000Z", "1980-01-22"),
        ("BDAY:22.1.1980", "1980-01-22"),
        ("BDAY:--0122", "--01-22"),
        ("BDAY:--01-22", "--01-22"),
        ("BDAY:--0229", "--02-29"),
        ("BDAY:1604-02-29", "--02-29"),
        ("BDAY;X-APPLE-OMIT-YEAR=1900:1900-02-28", "--02-28"),
        ("item1.BDAY:0000-01-22", "--01-22"),
        ("BDAY:", ""),
    ],
)
def test_birthdays(line: str, birthday: str) -> None:
    assert card("FN:Ann", line).birthday == birthday


@pytest.mark.parametrize("value", ["circa 1800", "1980", "1980-12", "206-12-15", "1981-02-29"])
def test_a_birthday_that_is_no_full_day_is_named(value: str) -> None:
    reading = read("BEGIN:VCARD", "FN:Ann", f"BDAY:{value}", "END:VCARD")
    assert reading.cards[0].birthday == ""
    assert refusals(reading) == []  # Ann herself was taken
    (remark,) = reading.remarks
    assert remark.where == "line 3" and value in remark.reason and "Ann" in remark.reason


def test_roles_and_companies() -> None:
    assert card("FN:A", "ROLE:Programmer").role == "Programmer"
    assert card("FN:A", "TITLE: ", "ROLE:Programmer").role == "Programmer"
    assert card("FN:A", "TITLE:One", "TITLE;TYPE=pref:Two").role == "Two"
    assert card("FN:A", "ORG:Acme, Inc.").company == "Acme, Inc."
    assert card("FN:A", "ORG:One;X", "ORG:Two").company == "One"
    assert card("FN:A", "ORG:;").company == ""
    assert card("FN:A", "ORG:;Sales").company == ""
    encoded = "ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=9A=D0=BE=3B=D0=9E"
    assert card("FN:A", encoded).company == "Ко"


def test_only_web_addresses_are_links() -> None:
    found = card(
        "FN:A",
        "URL:www.folk.example",
        "URL:folk.example/a",
        "URL;VALUE=uri:HTTPS\\://folk.example",
        "URL:javascript:alert(1)",
        "URL:file:///etc/passwd",
        "IMPP:xmpp:ann@jabber.example",
        "URL:ann@folk.example",
        "SOCIALPROFILE:https://social.example/@ann",
    )
    assert found.links == (
        "www.folk.example",
        "folk.example/a",
        "HTTPS://folk.example",
        "https://social.example/@ann",
    )


def test_notes_keep_their_lines() -> None:
    found = card("FN:A", "NOTE:one\\, two\\n\\nthree\\; C:\\\\x", "NOTE:B\\'C\\d", "NOTE:B\\'C\\d")
    assert found.note == "one, two\n\nthree; C:\\x\nB'C\\d"


def test_folded_lines() -> None:
    folded = card(
        "FN:Ann", "  Lee", "NOTE:long te", "\txt", "EMAIL;X-A=b", " ;TYPE=home:ann@le", " e.x"
    )
    assert (folded.name, folded.note, folded.emails) == ("Ann Lee", "long text", ("ann@lee.x",))
    header = card(
        "FN:E",
        'ADR;TYPE=home;LABEL="Heath: 17\\n51147"',
        " :;;Heath 17;Köln;;51147;G",
    )
    assert header.city == "Köln"


def test_quoted_printable_broken_softly() -> None:
    parts = card(
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=",
        "Br=C3=BCning;=",
        "Michael",
        "ADR;HOME;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=",
        ";=",
        ";=",
        "M=C3=BCnsterplatz 21;=",
        "Ulm;=",
        "",
        "TEL:1",
    )
    assert (parts.name, parts.city, parts.phones) == ("Michael Brüning", "Ulm", ("1",))
    quoted = "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:"
    assert card(f"{quoted}Aa=", " ch=", " en").name == "Aachen"
    assert card(f"{quoted}J=C3=", " =B6rg").name == "Jörg"
    assert card(f"{quoted}Ann=", " Lee").name == "Ann Lee"
    assert card(f"{quoted}Ann =  ", "Lee").name == "Ann Lee"
    assert card(f"{quoted}Ann=", "TEL;CELL:1").phones == ("1",)
    assert card(f"{quoted}Ann", "=20Lee").name == "Ann Lee"


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\r\r\n", " \n", "\t\r\n"])
def test_line_ends(end: str) -> None:
    found = card("VERSION:3.0", "FN:Ann Lee", "TEL:1", end=end)
    assert (found.name, found.phones) == ("Ann Lee", ("1",))


def test_an_agents_card_is_not_the_persons() -> None:
    nested = read(
        "BEGIN:VCARD",
        "VERSION:2.1",
        "AGENT:",
        "BEGIN:VCARD",
        "VERSION:2.1",
        "FN:Agent",
        "AGENT:",
        "BEGIN:VCARD",
        "FN:Agent's agent",
        "END:VCARD",
        "END:VCARD",
        "FN:Ann Lee",
        "END:VCARD",
    )
    assert [each.name for each in nested.cards] == ["Ann Lee"]
    folded = card("FN:Ann Lee", "AGENT:BEGIN:VCARD", " FN:Agent", " END:VCARD", "TEL:1")
    assert (folded.name, folded.phones) == ("Ann Lee", ("1",))
    inline = card("FN:Ann", "AGENT:BEGIN:VCARD\\nFN:Agent\\nEND:VCARD", "TEL:1")
    assert (inline.name, inline.phones) == ("Ann", ("1",))
    opened = read(
        "BEGIN:VCARD", "AGENT:BEGIN:VCARD", "FN:Agent", "END:VCARD", "FN:Ann", "END:VCARD"
    )
    assert [each.name for each in opened.cards] == ["Ann"]
    assert card("AGENT:", "FN:Ann").name == "Ann"


def test_groups_and_places_are_named_not_taken() -> None:
    reading = read(
        *("BEGIN:VCARD", "KIND:GROUP", "FN:Family", "MEMBER:mailto:a@b.example", "END:VCARD"),
        *("BEGIN:VCARD", "FN:Crew", "N:Crew;;;;", "X-ADDRESSBOOKSERVER-KIND:group", "END:VCARD"),
        *("BEGIN:VCARD", "FN:List", "X-EVOLUTION-LIST:TRUE", "EMAIL:a@b.example", "END:VCARD"),
        *("BEGIN:VCARD", "KIND:location", "FN:Tower", "TEL:1", "END:VCARD"),
        *("BEGIN:VCARD", "KIND:group", "UID:1", "END:VCARD"),
        *("BEGIN:VCARD", "KIND:LOCATION", "N:Lee;Ann", "END:VCARD"),
    )
    assert [each.name for each in reading.cards] == ["Ann Lee"]
    assert refusals(reading) == [
        ("line 1", '"Family" is a group, not a person.'),
        ("line 6", '"Crew" is a group, not a person.'),
        ("line 11", '"List" is a group, not a person.'),
        ("line 16", '"Tower" is a place, not a person.'),
        ("line 21", "This card is a group, not a person."),
    ]


def test_a_card_that_describes_nobody_is_named() -> None:
    reading = read(
        "BEGIN:VCARD", "VERSION:4.0", "TITLE:CEO", "NOTE:x", "END:VCARD", encoding="ascii"
    )
    assert reading.found == 0 and reading.format == "vcard"
    ((where, reason),) = refusals(reading)
    assert where == "line 1" and "describes nobody" in reason


def test_what_a_web_page_wrote_for_single_signs_is_read_back() -> None:
    data = b"BEGIN:VCARD\nVERSION:3.0\nFN:Smith &amp; Co\nORG:Smith &amp; Co;Sales\nEND:VCARD\n"
    (card,) = vcard.read(data, "web.vcf").cards
    assert (card.name, card.company) == ("Smith & Co", "Smith & Co")
