"""What counts as a picture: its first bytes and its own word on its size, never its name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.photos import is_picture, kind_of
from tests.pictures import gif, jpeg_head, png, webp_head


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (png(), "png"),
        (gif(30, 20), "gif"),
        (jpeg_head(640, 480), "jpeg"),
        (webp_head(640, 480), "webp"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", ""),
        (b"BM" + b"\0" * 60, ""),
        (b"", ""),
    ],
)
def test_four_kinds_are_shown_and_nothing_else(data: bytes, kind: str) -> None:
    assert kind_of(data) == kind
    assert is_picture(data) == bool(kind)


@pytest.mark.parametrize("make", [png, gif, jpeg_head, webp_head])
def test_a_picture_without_a_size_is_none(make) -> None:  # type: ignore[no-untyped-def]
    assert is_picture(make(100, 100))
    assert not is_picture(make(100, 100)[:8])


@pytest.mark.parametrize(
    "data", [png(9, 9)[:-30], jpeg_head(9, 9).partition(b"\xff\xda")[0], webp_head(9, 9)[:40]]
)
def test_a_picture_cut_off_before_anything_can_be_shown_is_none(data: bytes) -> None:
    assert kind_of(data)
    assert not is_picture(data)


@pytest.mark.parametrize("make", [gif, jpeg_head, webp_head])
def test_a_picture_that_would_fill_the_memory_is_none(make) -> None:  # type: ignore[no-untyped-def]
    assert not is_picture(make(60_000, 60_000))


@given(st.sampled_from((png(), gif(9, 9), jpeg_head(9, 9), webp_head(9, 9))), st.binary())
def test_whatever_follows_the_first_bytes_nothing_breaks(start: bytes, rest: bytes) -> None:
    is_picture(start[:12] + rest)
