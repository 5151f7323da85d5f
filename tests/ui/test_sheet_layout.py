"""One page, nothing over its edges, nothing over anything else."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.sheets import EXTREMES, nothing_known, usual
from ui.sheet_layout import BOX, MARGIN, Box, Page, Paper, Rule, Text, arrange
from ui.sheet_type import Letters, Style

HAIR = 0.15  # millimetres that side bearings and rounding may reach over


@pytest.fixture
def letters(qapp: QApplication) -> Letters:
    return Letters()


def frame(mark: Text, letters: Letters) -> tuple[float, float, float, float]:
    top = mark.y - mark.style.ascent
    return mark.x, top, mark.x + letters.width(mark.text, mark.style), top + mark.style.height


def told(page: Page) -> list[str]:
    return [text.text for text in page.texts]


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("name", EXTREMES)
def test_nothing_reaches_over_the_margins(name: str, paper: Paper, letters: Letters) -> None:
    page = arrange(EXTREMES[name], paper, letters)
    right, bottom = page.width - MARGIN + HAIR, page.height - MARGIN + HAIR
    for mark in page.marks:
        match mark:
            case Text():
                left, top, end, base = frame(mark, letters)
            case Rule():
                left, top, end, base = mark.x, mark.y, mark.x + mark.width, mark.y
            case Box():
                left, top, end, base = mark.x, mark.y, mark.x + BOX, mark.y + BOX
        assert left >= MARGIN - HAIR and top >= MARGIN / 2
        assert end <= right and base <= bottom


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("name", EXTREMES)
def test_no_text_lies_over_another_or_over_a_line(
    name: str, paper: Paper, letters: Letters
) -> None:
    page = arrange(EXTREMES[name], paper, letters)
    frames = [(mark.text, frame(mark, letters)) for mark in page.texts]
    frames += [
        ("line", (mark.x, mark.y, mark.x + mark.width, mark.y))
        for mark in page.marks
        if isinstance(mark, Rule)
    ]
    for (one, a), (other, b) in combinations(frames, 2):
        beside = a[2] <= b[0] + HAIR or b[2] <= a[0] + HAIR
        above = a[3] <= b[1] + HAIR or b[3] <= a[1] + HAIR
        assert beside or above, (one, other)


@pytest.mark.parametrize("name", EXTREMES)
def test_there_is_room_to_write_under_every_question(name: str, letters: Letters) -> None:
    page = arrange(EXTREMES[name], Paper.LETTER, letters)
    lines = sorted(mark.y for mark in page.marks if isinstance(mark, Rule) and not mark.strong)
    for question in (text for text in page.texts if text.style is Style.QUESTION):
        assert any(question.y + 5 <= line <= question.y + 16 for line in lines)


def test_the_usual_page_says_everything(letters: Letters) -> None:
    said = told(arrange(usual(), Paper.A4, letters))
    for line in (
        "Maya Okafor",
        "Independent mortgage adviser · Harbour & Co",
        "Tue 24 Nov 2026, 08:30 – 09:15",
        "The Wharf Coffee House, 12 Dock St",
        "DOES · FOR WHOM",
        "Introduction to Tom Reyes (17 Nov)",
        "MAYA OWES ME",
        "Half-marathons, flat whites. Not keen on: early calls",
        "LAST TIME · 3 SEPTEMBER",
        "LEARN · GIVE · ASK",
        "What would make this a good year?",
        "Maya will",
    ):
        assert line in said
    assert not any("No room for" in line for line in said)


def test_too_much_gives_way_and_the_foot_says_what(letters: Letters) -> None:
    said = told(arrange(EXTREMES["everything known"], Paper.LETTER, letters))
    (foot,) = [line for line in said if line.startswith("No room for")]
    assert "facts" in foot and "promises" in foot
    assert any(line.endswith("…") for line in said)
    assert "Asia" not in " ".join(said) and "London time" in " ".join(said)


def test_questions_go_before_the_page_breaks(letters: Letters) -> None:
    from dataclasses import replace

    sheet = usual()
    crowded = replace(sheet, phases=tuple(p for _ in range(4) for p in sheet.phases))
    page = arrange(crowded, Paper.A4, letters)
    asked = [text for text in page.texts if text.style is Style.QUESTION]
    assert 7 <= len(asked) < 28
    (foot,) = [text.text for text in page.texts if text.style is Style.FOOT]
    assert foot == f"No room for: {28 - len(asked)} questions"


def test_an_empty_page_still_has_a_place_for_what_was_agreed(letters: Letters) -> None:
    said = told(arrange(nothing_known(), Paper.A4, letters))
    assert said == ["Kim", "WE AGREED", "I will", "Kim will", "We meet again"]
