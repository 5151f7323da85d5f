"""Phone numbers as the user reads them: their country's in its form, all others whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planner.contacts.phone_numbers import forms_of, home_region
from planner.domain.phones import Forms
from planner.journeys.show_phones import phone_forms
from planner.storage.store import Store


@pytest.mark.parametrize(
    ("region", "given", "shown", "dialled"),
    [
        ("GB", "+44 20 7946 0018", "020 7946 0018", "+442079460018"),
        ("GB", "00442079460018", "020 7946 0018", "+442079460018"),
        ("GB", "+44 (0)20 7946 0018", "020 7946 0018", "+442079460018"),
        ("GB", "02079460018", "020 7946 0018", "+442079460018"),
        ("DE", "+44 20 7946 0018", "+44 20 7946 0018", "+442079460018"),
        ("DE", "030/123 45 67", "030 1234567", "+49301234567"),
        ("FR", "+33142685300", "01 42 68 53 00", "+33142685300"),
        ("IT", "06 6982 1234", "06 6982 1234", "+390669821234"),
        ("US", "757.555.0101", "(757) 555-0101", "+17575550101"),
        ("US", "1-757-555-0101", "(757) 555-0101", "+17575550101"),
        ("CA", "+1 757 555 0101", "(757) 555-0101", "+17575550101"),
        ("GB", "+1 757 555 0101 ext. 5", "+1 757-555-0101 ext. 5", "+17575550101;ext=5"),
        ("", "+442079460018", "+44 20 7946 0018", "+442079460018"),
    ],
)
def test_a_number_in_the_form_of_the_country(
    region: str, given: str, shown: str, dialled: str
) -> None:
    assert forms_of(given, region) == Forms(given, shown, dialled)


@pytest.mark.parametrize(
    "given",
    [
        "(757) 555-0101",  # in GB the library would put a 0 before it
        "7946 0018",
        "110",
        "0123 / 4567 Büro",
        "+44 20 7946 0018 / 0019",
        "1-800-FLOWERS",
        "ask Bo",
        "sip:bo@example.org",
        "+44 20 7946 0018 0018 0018 0018",
        "",
    ],
)
def test_what_is_no_number_of_the_country_stays_as_given(given: str) -> None:
    assert forms_of(given, "GB") == Forms(given, given, given)


@pytest.mark.parametrize(
    ("phone", "zone", "region"),
    [
        ("+44 20 7946 0018", "Europe/Berlin", "GB"),
        ("0049 30 1234567", "Europe/London", "DE"),
        ("+1 418 656 9254", "Europe/London", "CA"),
        ("020 7946 0018", "Europe/Berlin", "DE"),
        ("", "Europe/Paris", "FR"),
        ("+999 1", "Europe/Paris", "FR"),
        ("", "", ""),
    ],
)
def test_the_users_own_number_says_the_country_before_their_zone(
    phone: str, zone: str, region: str
) -> None:
    assert home_region(phone, zone) == region


def test_about_me_tells_the_country(store: Store) -> None:
    with store.transaction():
        store.me.put(replace(store.me.get(), zone="Europe/London"))
    assert phone_forms(store)("+44 20 7946 0018").shown == "020 7946 0018"
    with store.transaction():
        store.me.put(replace(store.me.get(), phone="+49 30 1234567"))
    assert phone_forms(store)("+44 20 7946 0018").shown == "+44 20 7946 0018"
    assert phone_forms(store)("+49 30 7654321").shown == "030 7654321"
