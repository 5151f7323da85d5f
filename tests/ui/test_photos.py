"""Pictures made small: the middle square, small enough to keep; what is none is left out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect
from PySide6.QtGui import QColor, QImage, QPainter

from planner.domain.photos import EDGE, LARGEST, kind_of
from tests.pictures import gif, jpeg_head, png, webp_head
from ui.photos import shown, small, small_image


def written(image: QImage, kind: str) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind)  # type: ignore[call-overload]
    return bytes(data.data())


def three_bands(width: int, height: int) -> QImage:
    """Red, green in the middle square, blue."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    edge = min(width, height)
    painter = QPainter(image)
    painter.fillRect(
        QRect((width - edge) // 2, (height - edge) // 2, width, height), QColor("blue")
    )
    painter.fillRect(QRect((width - edge) // 2, (height - edge) // 2, edge, edge), QColor("green"))
    painter.end()
    return image


@pytest.mark.parametrize("size", [(900, 600), (600, 900), (4000, 300), (600, 600)])
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_the_middle_square_is_kept_at_the_largest_size(size: tuple[int, int], kind: str) -> None:
    kept = small(written(three_bands(*size), kind))
    image = QImage.fromData(kept)
    assert (image.width(), image.height()) == (EDGE, EDGE)
    assert kind_of(kept) == "jpeg"
    assert len(kept) <= LARGEST
    for x, y in ((EDGE // 2, EDGE // 2), (12, EDGE // 2), (EDGE - 12, EDGE // 2)):
        colour = image.pixelColor(x, y)
        assert colour.green() > 90
        assert colour.red() < 60
        assert colour.blue() < 60


@pytest.mark.parametrize("size", [(900, 600), (600, 900), (4000, 300), (30, 40)])
def test_a_copied_image_is_kept_as_one_from_a_file(size: tuple[int, int]) -> None:
    image = three_bands(*size)
    of_file = QImage.fromData(small(written(image, "PNG")))
    kept = QImage.fromData(small_image(image))
    assert kept.size() == of_file.size()
    middle = kept.width() // 2
    assert kept.pixelColor(middle, middle).green() > 90
    assert small_image(QImage()) == b""


def test_a_small_picture_is_not_made_larger() -> None:
    image = QImage.fromData(small(png(40, 60)))
    assert (image.width(), image.height()) == (40, 40)


def test_what_can_be_seen_through_stays_so() -> None:
    image = QImage(300, 300, QImage.Format.Format_ARGB32)
    image.fill(QColor(10, 200, 30, 80))
    kept = small(written(image, "PNG"))
    assert kind_of(kept) == "png"
    assert QImage.fromData(kept).pixelColor(90, 90).alpha() == 80


def test_a_noisy_picture_is_small_enough_all_the_same() -> None:
    noise = bytes(
        (x * x * 31 + y * 7919 + x * y * 13) % 251 for y in range(400) for x in range(1600)
    )
    image = QImage(noise, 400, 400, 1600, QImage.Format.Format_ARGB32)
    assert 0 < len(small(written(image, "PNG"))) <= LARGEST


def test_kept_again_nothing_is_lost_in_size() -> None:
    once = small(png(500, 500))
    assert (shown(once).width(), shown(once).height()) == (EDGE, EDGE)
    assert small(once)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no picture",
        png(8, 8)[:40],
        b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
        b"BM" + bytes(200),
        jpeg_head(640, 480),
        webp_head(640, 480),
        gif(640, 480),
        gif(60_000, 60_000),
    ],
)
def test_what_is_no_picture_is_left_out_quietly(data: bytes) -> None:
    assert small(data) == b""
    assert shown(data).isNull()


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_no_damage_breaks_it(data: st.DataObject) -> None:
    whole = bytearray(data.draw(st.sampled_from((JPEG, PNG))))
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(3, len(whole) - 1))] = data.draw(st.integers(0, 255))
    kept = small(bytes(whole))
    assert len(kept) <= LARGEST


JPEG = written(three_bands(64, 48), "JPEG")
PNG = png(64, 48)
