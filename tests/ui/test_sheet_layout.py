"""One page, nothing over its edges, nothing over anything else."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from planner.domain.cheatsheet import compose
from planner.domain.facts import Fact, FactKind
from planner.domain.people import Person
from planner.domain.promises import Promise
from planner.domain.sheet import Block, BlockKind, Item, Sheet, SheetPhase, SheetQuestion
from planner.domain.sheet_questions import Talk
from tests.ui.sheets import EXTREMES, MEETING, TODAY, everything_known, nothing_known, usual
from ui.sheet_form import Form, Leaf, Typesetter
from ui.sheet_marks import Box, Page, Rule, Text
from ui.sheet_measures import Measures
from ui.sheet_painter import draw
from ui.sheet_paper import Paper
from ui.sheet_parts import BOX_KINDS
from ui.sheet_pocket import Panel
from ui.sheet_type import Letters, Style

HAIR = 0.15  # millimetres that side bearings and rounding may reach over


FORMS = (
    Form(Paper.A4),
    Form(Paper.LETTER),
    Form(Paper.A4, large=True),
    Form(Paper.LETTER, large=True),
    Form(Paper.POCKET),
    Form(Paper.POCKET_LETTER),
)


def name_of(form: Form) -> str:
    return f"{form.paper.value}{' large' if form.large else ''}"


def pages(sheet: Sheet, form: Form) -> tuple[list[Page], Letters]:
    setter = Typesetter(form)
    return [panel.page for panel in setter.leaf(sheet).panels], setter.letters


def page_of(sheet: Sheet, form: Form) -> Page:
    (page,), _ = pages(sheet, form)
    return page


def frame(mark: Text, letters: Letters) -> tuple[float, float, float, float]:
    top = mark.y - letters.ascent(mark.style)
    end = mark.x + letters.width(mark.text, mark.style)
    return mark.x, top, end, top + letters.height(mark.style)


def told(page: Page) -> list[str]:
    return [text.text for text in page.texts]


@pytest.mark.parametrize("form", FORMS, ids=name_of)
@pytest.mark.parametrize("name", EXTREMES)
def test_nothing_reaches_over_the_margins(name: str, form: Form, qapp: QApplication) -> None:
    found, letters = pages(EXTREMES[name], form)
    margin = Measures.of(letters.size).margin
    for page in found:
        right, bottom = page.width - margin + HAIR, page.height - margin + HAIR
        for mark in page.marks:
            match mark:
                case Text():
                    left, top, end, base = frame(mark, letters)
                case Rule():
                    left, top, end, base = mark.x, mark.y, mark.x + mark.width, mark.y
                case Box():
                    left, top = mark.x, mark.y
                    end, base = mark.x + mark.side, mark.y + mark.side
            assert left >= margin - HAIR and top >= margin / 2
            assert end <= right and base <= bottom


@pytest.mark.parametrize("form", FORMS, ids=name_of)
@pytest.mark.parametrize("name", EXTREMES)
def test_no_text_lies_over_another_or_over_a_line(
    name: str, form: Form, qapp: QApplication
) -> None:
    found, letters = pages(EXTREMES[name], form)
    for page in found:
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


@pytest.mark.parametrize("form", FORMS, ids=name_of)
@pytest.mark.parametrize("name", EXTREMES)
def test_there_is_room_to_write_under_every_question(
    name: str, form: Form, qapp: QApplication
) -> None:
    found, letters = pages(EXTREMES[name], form)
    height = letters.height(Style.QUESTION)
    for page in found:
        lines = [mark.y for mark in page.marks if isinstance(mark, Rule) and not mark.strong]
        asked = [text.y for text in page.texts if text.style is Style.QUESTION]
        last = [y for y in asked if not any(0 < z - y < 1.01 * height for z in asked)]
        for question in last:  # of several lines the last
            assert any(question + 5 <= line <= question + 17 for line in lines)


@pytest.mark.parametrize("form", FORMS, ids=name_of)
@pytest.mark.parametrize("name", ["usual", "not to be forgotten"])
def test_nothing_is_cut_where_there_is_room(name: str, form: Form, qapp: QApplication) -> None:
    found, _ = pages(EXTREMES[name], form)
    assert not any("…" in text for page in found for text in told(page))


def test_the_usual_page_says_everything(qapp: QApplication) -> None:
    said = told(page_of(usual(), FORMS[0]))
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


def test_too_much_gives_way_and_the_foot_says_what(qapp: QApplication) -> None:
    said = told(page_of(everything_known(), FORMS[1]))
    (foot,) = [line for line in said if line.startswith("No room for")]
    assert "facts" in foot and "promises" in foot
    assert any(line.endswith("…") for line in said)
    assert "Asia" not in " ".join(said) and "London time" in " ".join(said)


@pytest.mark.parametrize("form", FORMS, ids=name_of)
@pytest.mark.parametrize("name", EXTREMES)
def test_whatever_is_not_on_it_is_counted_at_its_foot(
    name: str, form: Form, qapp: QApplication
) -> None:
    sheet = EXTREMES[name]
    found, _ = pages(sheet, form)
    said = [text for page in found for text in page.texts]
    foot = " ".join(text.text for text in said if text.style is Style.FOOT)
    counted = sum(int(word) for word in foot.replace(",", " ").split() if word.isdigit())
    boxes = sum(isinstance(mark, Box) for page in found for mark in page.marks)
    promised = sum(block.kind in BOX_KINDS for block in sheet.blocks for _ in block.items)
    gone = sum(thing.count for thing in sheet.left_out)
    assert counted >= gone + promised + 3 - boxes
    text = " ".join(text.text for text in said)
    missing = [
        question.text
        for phase in sheet.phases
        for question in phase.questions
        if " ".join(question.text.split()) not in text
    ]
    if name != "everything known":  # whose questions are all the same
        assert f"{len(missing)} question" in foot if missing else "question" not in foot


def test_in_large_print_the_letters_are_large(qapp: QApplication) -> None:
    setter = Typesetter(Form(Paper.A4, large=True))
    assert setter.letters.font(Style.BODY).pixelSize() >= 18 * 25.4 / 72 * 100 - 1
    said = told(page_of(usual(), Form(Paper.A4, large=True)))
    assert "Maya Okafor" in said and "Introduction to Tom Reyes (17 Nov)" in said
    assert sum(line.endswith("?") for line in said) >= 3


def test_questions_go_before_the_page_breaks(qapp: QApplication) -> None:
    sheet = usual()
    crowded = replace(sheet, phases=tuple(p for _ in range(4) for p in sheet.phases))
    page = page_of(crowded, FORMS[0])
    asked = [text for text in page.texts if text.style is Style.QUESTION]
    assert 7 <= len(asked) < 28
    (foot,) = [text.text for text in page.texts if text.style is Style.FOOT]
    assert foot == f"No room for: {28 - len(asked)} questions"


def test_below_a_question_stands_what_it_comes_back_to(qapp: QApplication) -> None:
    asked = SheetQuestion("How far have you got?", 1, "A kitchen of her own")
    sheet = replace(usual(), phases=(SheetPhase("Arrive", (asked,)),))
    said = told(page_of(sheet, FORMS[0]))
    at = said.index("How far have you got?")
    assert said[at + 1] == "“A kitchen of her own”"


def test_a_dot_between_two_texts_ends_a_line_and_begins_none(qapp: QApplication) -> None:
    letters = Letters()
    told = "Not keen on: early calls · Birthday on 25 November · We moved to Leeds"
    for width in range(30, 110):
        lines = letters.lines(told, Style.BODY, width)
        assert not any(line.startswith("·") for line in lines), width
        assert " ".join(lines) == told
        assert all(letters.width(line, Style.BODY) <= width for line in lines)


def test_where_all_of_it_leaves_no_room_the_heading_keeps_two_lines(qapp: QApplication) -> None:
    person = Person(id=1, name="Kim", company="Harbour and Sons " * 12)
    facts = [Fact(n, 1, kind, "W" * 300) for n, kind in enumerate(FactKind)]
    sheets = [compose(person, told, [], None, [], [], [], TODAY) for told in ([], facts)]
    heads = [
        [line for line in told(page_of(sheet, Form(Paper.LETTER, large=True))) if "Harb" in line]
        for sheet in sheets
    ]
    assert len(heads[0]) > len(heads[1]) == 2
    assert heads[1][-1].endswith("…")


def test_an_empty_page_still_has_a_place_for_what_was_agreed(qapp: QApplication) -> None:
    page = page_of(nothing_known(), FORMS[0])
    assert told(page) == ["Kim", "NOTES", "WE AGREED", "I will", "Kim will", "We meet again"]
    assert sum(isinstance(mark, Rule) for mark in page.marks) > 20  # to write on


def test_what_is_read_from_the_right_begins_there(qapp: QApplication) -> None:
    arabic = "\u0639\u0631\u0628\u064a"
    long = Item(" ".join(arabic * (1 + number % 3) for number in range(40)))
    sheet = replace(usual(), blocks=(Block(BlockKind.NOTES, (long,)),))
    setter = Typesetter(FORMS[0])
    lines = [text for text in setter.leaf(sheet).texts if arabic in text.text]
    ends = [text.x + setter.letters.width(text.text, text.style) for text in lines]
    assert len(lines) > 1 and all(text.leftward for text in lines)
    assert max(ends) - min(ends) < HAIR


def test_what_is_read_from_the_right_ends_at_the_left(qapp: QApplication) -> None:
    letters = Letters()
    images = []
    for leftward in (True, False):
        text = Text(10, 30, "\u0639\u0631\u0628\u064a !!!!", Style.NAME, leftward)
        image = QImage(400, 400, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        draw(Leaf(60, 60, (Panel(Page(60, 60, (text,)), 0, 0),)), painter, letters)
        painter.end()
        images.append(image)
    assert images[0] != images[1]


LETTERS = st.characters(codec="utf-8", max_codepoint=0x4FF, exclude_categories=["Cc", "Cs"])
WORDS = st.text(LETTERS, max_size=300) | st.text("W m", max_size=900)


@given(
    name=WORDS,
    company=WORDS,
    place=WORDS,
    told=st.lists(st.tuples(st.sampled_from(FactKind), WORDS), max_size=25),
    asked=st.lists(st.lists(WORDS.filter(str.strip), max_size=6), max_size=5),
    promised=st.lists(WORDS, max_size=6),
    form=st.sampled_from(FORMS),
)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_it_is_one_page_whatever_there_is_to_say(
    name: str, company: str, place: str, told: list[tuple[FactKind, str]],
    asked: list[list[str]], promised: list[str], form: Form, qapp: QApplication,
) -> None:  # fmt: skip
    sheet = compose(
        Person(id=1, name=name, company=company),
        [Fact(n, 1, kind, text) for n, (kind, text) in enumerate(told)],
        [Promise(n, 1, text=text, due=TODAY) for n, text in enumerate(promised)],
        replace(MEETING, place=place),
        [],
        [],
        [Talk(f"Phase {n}", 10 + n, tuple(texts)) for n, texts in enumerate(asked)],
        TODAY,
    )
    found, letters = pages(sheet, form)
    margin = Measures.of(letters.size).margin
    for page in found:
        for text in page.texts:
            left, top, end, base = frame(text, letters)
            assert left >= margin - HAIR and end <= page.width - margin + HAIR
            assert top >= 0 and base <= page.height - margin + HAIR
    assert "We meet again" in [text.text for page in found for text in page.texts]
