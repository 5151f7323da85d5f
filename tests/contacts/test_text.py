"""Bytes of any origin as text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.contacts import vcard
from planner.contacts.text import (
    Letters,
    decode,
    decoded_once,
    one_line,
    paragraphs,
    plain_bytes,
    without_marks,
)

SAMPLE = "Name,City\r\nJörg Łukasz Коля 山田 👋,Köln\r\n"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"],
)
def test_unicode_with_and_without_marks(encoding: str) -> None:
    assert decode(SAMPLE.encode(encoding)) == SAMPLE


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "Jörg Müller, José Núñez, François – “quoted” € 5"),
        ("cp1252", "Åsa Öberg"),
        ("cp1250", "Łukasz Wiśniewski, Jiří Dvořák, Šťastný"),
        ("iso8859_2", "Łukasz Wiśniewski Żółć"),
        ("cp1251", "Иван Петров, Мария"),
        ("koi8_r", "Иван Петров Сидоров"),
        ("cp1253", "Γιώργος Παπαδόπουλος"),
        ("cp1254", "Işıl Yıldız, Çağlar Şahin"),
        ("cp1255", "דוד כהן"),
        ("cp1256", "محمد علي"),
        ("mac_roman", "Jörg Müller, José Núñez"),
        ("cp850", "Jörg Müller, Straße 5"),
        ("cp932", "安藤ロイド,テスト"),
        ("euc_jp", "山田太郎さん テスト"),
        ("gb18030", "张伟 北京公司"),
        ("big5", "王小明 台北公司"),
        ("cp949", "이영희 주식회사"),
    ],
)
def test_sets_of_the_old_days(encoding: str, text: str) -> None:
    assert decode(f"Name\n{text}\nend".encode(encoding)) == f"Name\n{text}\nend"


def test_a_wrong_byte_late_in_a_file_costs_a_character() -> None:
    rows = [f"Jörg Müller {number}" for number in range(1000)]
    data = "\n".join(rows).encode()
    at = data.rindex("ü".encode())
    text = decode(data[:at] + b"\xff" + data[at + 1 :])
    assert text.split("\n")[:-1] == rows[:-1]
    assert text.split("\n")[-1].startswith("Jörg M")


def test_files_glued_from_two_sets() -> None:
    data = "Jörg\n".encode() + "Müller\n".encode("cp1252") + "Коля\n".encode()
    assert decode(data) == "Jörg\nMüller\nКоля\n"


def test_nul_bytes_are_no_text() -> None:
    assert decode(b"A\0n\0\0n") == "Ann"
    assert plain_bytes(b"\0\0\0\0") == b""


@pytest.mark.parametrize(
    ("value", "charset", "text"),
    [
        ("Ä".encode("cp1252"), "ISO-8859-1", "Ä"),
        ("Ä".encode(), "ISO-8859-1", "Ä"),  # the file was converted, its labels were not
        ("Ä".encode("cp1252"), "UTF-8", "Ä"),
        ("Ä".encode("cp1252"), "no-such-set", "Ä"),
        ("Ł".encode("cp1250"), "windows-1250", "Ł"),
        ("ソ".encode("cp932"), "Shift_JIS", "ソ"),
        ("ソ".encode("cp932"), "X-SJIS", "ソ"),
        ("安藤".encode(), "SHIFT_JIS", "安藤"),
        ("安藤".encode("iso2022_jp"), "ISO-2022-JP", "安藤"),
        ("张伟".encode("gbk"), "GB2312", "张伟"),
        (b"abc", "punycode", "abc"),
        (b"\xff", "unicode_escape", "ÿ"),
        (b"\xff", "base64", "ÿ"),
    ],
)
def test_values_in_a_set_of_their_own(value: bytes, charset: str, text: str) -> None:
    assert Letters(b"").read(value, charset) == text


def test_a_set_named_once_serves_the_values_that_name_none() -> None:
    data = b"".join(
        [
            b"BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=SHIFT_JIS:",
            "山田;太郎".encode("cp932"),
            b"\r\nORG:",
            "株式会社ソニー".encode("cp932"),
            b"\r\nEND:VCARD\r\n",
        ]
    )
    (card,) = vcard.read(data, "phone.vcf").cards
    assert (card.name, card.company) == ("太郎 山田", "株式会社ソニー")


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-16", "utf-16-le", "utf-16-be"])
def test_whole_cards(encoding: str) -> None:
    data = "BEGIN:VCARD\r\nN:Müller;Jörg\r\nORG:Größe\r\nEND:VCARD\r\n".encode(encoding)
    (card,) = vcard.read(data, "some.vcf").cards
    assert (card.name, card.company) == ("Jörg Müller", "Größe")
    assert vcard.looks_like(data)


@given(st.binary(max_size=200), st.text(max_size=12))
@settings(max_examples=200, deadline=None)
def test_no_bytes_raise(data: bytes, charset: str) -> None:
    assert isinstance(decode(data), str)
    assert isinstance(Letters(data).read(data, charset), str)
    decode(data).encode("utf-8")


@given(st.text(max_size=100))
@settings(max_examples=100)
def test_unicode_text_comes_back(text: str) -> None:
    text = text.replace("\0", "").lstrip("\ufeff").encode("utf-8", "ignore").decode()
    assert decode(text.encode("utf-8-sig")) == text


def test_text_made_fit_to_show() -> None:
    assert one_line(" Ann\u00a0\t Lee\u200e\r\n ") == "Ann Lee"
    assert one_line("👩‍💻") == "👩‍💻"
    assert without_marks("+1\u200d 5") == "+1 5"
    assert paragraphs("a  b \r\n\r\nc\u202a\x07\rd\n\n") == "a  b\n\nc\nd"


def test_a_line_misread_beside_one_that_is_not_is_mended_alone() -> None:
    misread = "Jos\u00e9 Nu\u00f1ez".encode().decode("cp1252")
    assert (
        decoded_once(f"{misread}\nPr\u00c3\u0020\u0142")
        == "Jos\u00e9 Nu\u00f1ez\nPr\u00c3\u0020\u0142"
    )
