"""Why two people may be one, in words."""

from __future__ import annotations

import pytest

from planner.domain.duplicates import Alike, Beside, Likeness
from ui.likeness_wording import reason, sentence


@pytest.mark.parametrize(
    ("likeness", "words"),
    [
        (Likeness(Alike.EMAIL, "maya@h.example"), "Same e-mail address: maya@h.example"),
        (Likeness(Alike.PHONE, "0113 496 0000"), "Same phone number: 0113 496 0000"),
        (Likeness(Alike.PROFILE, "linkedin.com/in/m"), "Same profile page: linkedin.com/in/m"),
        (Likeness(Alike.NAME), "Same name"),
        (
            Likeness(Alike.NEAR_NAME, "", Beside.COMPANY, "Harbour & Co"),
            "Nearly the same name, both at Harbour & Co",
        ),
        (
            Likeness(Alike.NICKNAME, "", Beside.CITY, "Leeds"),
            "Perhaps a nickname, both in Leeds",
        ),
        (
            Likeness(Alike.LONGER_NAME, "", Beside.BIRTHDAY, "1980-01-22"),
            "Same first and last name, both born on 22 January 1980",
        ),
        (
            Likeness(Alike.PART_OF_NAME, "", Beside.DOMAIN, "h.example"),
            "One name is part of the other, both with e-mail at h.example",
        ),
        (Likeness(Alike.NAME, "", Beside.MAILBOX, "mayao83"), "Same name, both write as mayao83@"),
    ],
)
def test_the_reason_is_a_sentence(likeness: Likeness, words: str) -> None:
    assert sentence(likeness) == words
    assert words.startswith(reason(likeness))


def test_every_kind_has_its_words() -> None:
    assert len({reason(Likeness(kind)) for kind in Alike}) == len(Alike)
    said = {reason(Likeness(Alike.NAME, "", beside, "--01-22")) for beside in Beside}
    assert len(said) == len(Beside)
