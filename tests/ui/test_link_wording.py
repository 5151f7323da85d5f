"""Web addresses as they read."""

from __future__ import annotations

import pytest

from ui.link_wording import link


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://www.linkedin.com/in/maya-okafor/", "linkedin.com/in/maya-okafor"),
        ("http://harbour.example", "harbour.example"),
        ("HTTPS://WWW.Harbour.example/a", "Harbour.example/a"),
        ("www.harbour.example", "harbour.example"),
        ("harbour.example/www.", "harbour.example/www."),
        ("https://", "https://"),
    ],
)
def test_what_all_begin_with_is_left_out(address: str, shown: str) -> None:
    assert link(address) == shown
