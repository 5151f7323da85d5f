"""Sheets of thirty sample people and of extreme ones, in every form, read back from the PDF."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from pypdf import PageObject
from PySide6.QtWidgets import QApplication

from planner.domain.cheatsheet import WORDS_BEFORE_QUESTIONS
from planner.domain.facts import Fact, FactKind
from planner.domain.sheet import Sheet
from planner.journeys.load_sample import load_sample
from planner.journeys.prepare_sheet import prepare
from planner.journeys.question_library import question_library
from planner.storage.store import Store
from tests.clocks import NOW
from tests.ui.pdf_pages import read, words, words_and_letters
from tests.ui.sheets import EXTREMES, SECRET
from ui.printing import write_pdf
from ui.sheet_form import Form
from ui.sheet_paper import Paper

TODAY = date(2026, 11, 22)
UNPRINTABLE = 6 * 72 / 25.4  # points at a paper's edge that no office printer leaves blank
POINTS = 72 / 25.4  # a millimetre
FORMS = {
    "a4": Form(Paper.A4),
    "letter": Form(Paper.LETTER),
    "pocket": Form(Paper.POCKET),
    "pocket-letter": Form(Paper.POCKET_LETTER),
    "a4-large": Form(Paper.A4, large=True),
    "letter-large": Form(Paper.LETTER, large=True),
}
PRIVATE = "Quincunx"  # a word of everybody's private note


@dataclass(frozen=True, slots=True)
class Read:
    """A sheet and its page of the PDF, as read back."""

    name: str
    sheet: Sheet
    page: PageObject
    text: str
    letters: list[tuple[float, float]]  # where each begins


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Sheet]]:
    """Everybody of the sample network, each with a private note, and the extreme ones."""
    with Store.open(tmp_path_factory.mktemp("sample") / "library.visavis") as store:
        load_sample(store, TODAY, NOW)
        people = store.people.by_name()
        with store.transaction():
            for person in people:
                secret = Fact(person=person.id, kind=FactKind.PRIVATE, text=f"{PRIVATE} of hers")
                store.facts.add(secret)
        library = question_library(store)
        found = {
            person.name: prepare(store, library, TODAY, person_id=person.id) for person in people
        }
    assert len(found) == 30
    yield found | EXTREMES


@pytest.fixture(scope="module", params=FORMS)
def printed(
    request: pytest.FixtureRequest,
    sheets: dict[str, Sheet],
    qapp: QApplication,
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Form, list[Read]]:
    """All of them in one PDF, as for a long day."""
    form = FORMS[request.param]
    path = tmp_path_factory.mktemp("pdf") / "all.pdf"
    write_pdf(tuple(sheets.values()), path, form.paper, large=form.large)
    pages = read(path).pages
    assert len(pages) == len(sheets)  # one page each
    each = zip(sheets.items(), pages, strict=True)
    return form, [Read(name, sheet, page, *words_and_letters(page)) for (name, sheet), page in each]


Printed = tuple[Form, list[Read]]


def above(each: Read) -> str:
    """What is printed before the questions."""
    for phase in each.sheet.phases:
        text, found, _ = each.text.partition(f" {phase.title.upper()} ")
        if found:
            return text
    return each.text.partition(" NOTES ")[0].partition(" WE AGREED ")[0]


def test_the_paper_is_the_one_asked_for(printed: Printed) -> None:
    form, pages = printed
    wanted = [side * POINTS for side in form.paper.size]
    for each in pages:
        box = each.page.mediabox
        assert [float(box.width), float(box.height)] == pytest.approx(wanted, abs=1)


def test_every_letter_lies_where_a_printer_reaches(printed: Printed) -> None:
    _, pages = printed
    for each in pages:
        width, height = float(each.page.mediabox.width), float(each.page.mediabox.height)
        assert each.letters
        for x, y in each.letters:
            assert UNPRINTABLE < x < width - UNPRINTABLE, each.name
            assert UNPRINTABLE < y < height - UNPRINTABLE, each.name


def test_it_takes_less_than_a_minute_to_read(printed: Printed) -> None:
    _, pages = printed
    for each in pages:
        assert len(above(each).split()) <= WORDS_BEFORE_QUESTIONS, each.name


def test_whom_when_and_what_was_agreed_are_on_every_page(printed: Printed) -> None:
    _, pages = printed
    for each in pages:
        assert each.text.startswith(each.sheet.name[:12])
        if each.sheet.starts:
            assert f"{each.sheet.starts:%H:%M} – " in each.text
        for label in ("WE AGREED", "I will", "We meet again"):
            assert label in each.text


def test_nothing_private_is_printed(printed: Printed) -> None:
    _, pages = printed
    for each in pages:
        assert PRIVATE not in each.text and SECRET not in each.text


def test_what_is_left_out_is_said(printed: Printed) -> None:
    _, pages = printed
    for each in pages:
        asked = [question.text for phase in each.sheet.phases for question in phase.questions]
        if any(question not in each.text for question in asked):
            assert "question" in each.text.partition("No room for: ")[2], each.name
        if each.sheet.left_out:
            assert "No room for: " in each.text, each.name


def test_nothing_of_the_sample_is_cut_off(printed: Printed) -> None:
    """There is room for everybody there is, but in large print, which says what it leaves."""
    form, pages = printed
    for each in pages:
        if each.name in EXTREMES:
            continue
        pointing = each.text.replace("…”", "”")  # a quotation that stands above in full
        assert "…" not in pointing, each.name
        if not form.large:
            assert "No room for" not in each.text, each.name
            for item in each.sheet.items:
                said = item.text.rstrip(" .,;").replace(" ", "")  # lines break at hyphens too
                assert said in each.text.replace(" ", ""), each.name


def test_a_page_of_large_print_still_asks(printed: Printed) -> None:
    form, pages = printed
    for each in pages:
        if form.large and each.name not in EXTREMES:
            asked = [question.text for phase in each.sheet.phases for question in phase.questions]
            assert sum(question in each.text for question in asked) >= 3, each.name


@pytest.mark.parametrize("wide", [Paper.A4, Paper.LETTER])
def test_a_page_alone_is_one_page(
    wide: Paper, sheets: dict[str, Sheet], qapp: QApplication, tmp_path: Path
) -> None:
    for paper in (wide, wide.pocket):
        write_pdf(sheets["everything known"], tmp_path / "one.pdf", paper)
        (page,) = read(tmp_path / "one.pdf").pages
        assert "No room for" in words(page)
