"""A mail to two people at once, as a mail program takes it."""

from __future__ import annotations

from planner.journeys.write_to_guest import LONGEST_LINK, letter_to_both
from tests.builders import a_person

ANA = a_person("Ana Ferreira", emails=("ana@bloom.example",))
ROB = a_person("Rob Kane", emails=("rob@kane.example",))


def test_both_are_written_to_and_nobody_else() -> None:
    mail = letter_to_both(ANA, ROB, "Ana, meet Rob&cc=x@y.example", "Hi\nboth?bcc=z@y.example")
    assert mail is not None
    assert mail.link == (
        "mailto:ana@bloom.example,rob@kane.example"
        "?subject=Ana%2C%20meet%20Rob%26cc%3Dx%40y.example"
        "&body=Hi%0D%0Aboth%3Fbcc%3Dz%40y.example"
    )
    assert mail.whole


def test_without_an_address_of_either_there_is_no_mail() -> None:
    nobody = a_person("Rob Kane", emails=("not an address",))
    assert letter_to_both(ANA, nobody, "Hi", "Hi") is None
    assert letter_to_both(nobody, ANA, "Hi", "Hi") is None


def test_a_message_too_long_for_a_link_is_left_out() -> None:
    mail = letter_to_both(ANA, ROB, "Hi", "word " * LONGEST_LINK)
    assert mail is not None
    assert not mail.whole
    assert "body=" not in mail.link
