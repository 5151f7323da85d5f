"""The cheat-sheet as a PDF and in the print preview."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QPdfWriter
from PySide6.QtWidgets import QApplication

from planner.errors import PlannerError
from tests.ui.pdf_pages import has_letters, read
from tests.ui.sheets import EXTREMES, SCRIPTS, SECRET, in_script, usual
from ui import printing
from ui.printing import Paper, sheet_file_name, write_pdf

POINTS = 72 / 25.4  # a millimetre


def text_of(path: Path) -> str:
    return " ".join(read(path).pages[0].extract_text().split())


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("name", EXTREMES)
def test_one_page_of_the_right_size_with_all_text_inside(
    name: str, paper: Paper, qapp: QApplication, tmp_path: Path
) -> None:
    path = tmp_path / "sheet.pdf"
    write_pdf(EXTREMES[name], path, paper)
    pdf = read(path)
    (page,) = pdf.pages
    width, height = float(page.mediabox.width), float(page.mediabox.height)
    assert (width, height) == pytest.approx([side * POINTS for side in paper.size], abs=1)
    where: list[tuple[float, float]] = []

    def note(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        if text.strip():
            x, y = tm[4], tm[5]
            where.append((cm[0] * x + cm[2] * y + cm[4], cm[1] * x + cm[3] * y + cm[5]))

    page.extract_text(visitor_text=note)
    assert where
    assert all(20 < x < width - 20 and 20 < y < height - 20 for x, y in where)


def test_the_inside_of_a_pocket_card_is_printed_upside_down(
    qapp: QApplication, tmp_path: Path
) -> None:
    path = tmp_path / "card.pdf"
    write_pdf(usual(), path, Paper.POCKET)
    (page,) = read(path).pages
    upright: dict[str, bool] = {}  # by the quarter of the sheet that a letter lies in

    def note(operator: bytes, operands: object, cm: list[float], tm: list[float]) -> None:
        if operator == b"Tj":
            x, y = tm[4], tm[5]
            right = cm[0] * x + cm[2] * y + cm[4] > float(page.mediabox.width) / 2
            above = cm[1] * x + cm[3] * y + cm[5] > float(page.mediabox.height) / 2
            quarter = f"{'upper' if above else 'lower'} {'right' if right else 'left'}"
            stands = cm[0] * tm[0] + cm[2] * tm[1] > 0
            assert upright.setdefault(quarter, stands) is stands

    page.extract_text(visitor_operand_before=note)
    assert upright == {
        "lower right": True,
        "upper right": False,
        "upper left": False,
        "lower left": True,
    }


def test_its_text_can_be_found_and_copied(qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    write_pdf(usual(), path, Paper.A4)
    text = text_of(path)
    for line in (
        "Tue 24 Nov 2026, 08:30 – 09:15",
        "Maya Okafor",
        "I OWE",
        "LEARN · GIVE · ASK",
        "What would make this a good year?",
        "Introduction to Tom Reyes (17 Nov)",
    ):
        assert line in text  # fmt: skip


@pytest.mark.parametrize("script", SCRIPTS)
def test_names_of_five_scripts_come_out_letter_by_letter(
    script: str, qapp: QApplication, tmp_path: Path
) -> None:
    if not has_letters(SCRIPTS[script]):
        pytest.skip(f"no font here has the letters of {script}")
    for paper in (Paper.A4, Paper.POCKET):
        path = tmp_path / "sheet.pdf"
        write_pdf(in_script(SCRIPTS[script]), path, paper)
        assert text_of(path).count(SCRIPTS[script]) == 3  # the heading and two facts, once each


def test_blanks_are_blanks_and_no_tabs(qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    write_pdf(usual(), path, Paper.A4)
    raw = read(path).pages[0].extract_text()
    assert "\t" not in raw and "Introduction to Tom Reyes (17 Nov)" in raw


@pytest.mark.parametrize("name", ["usual", "everything known"])
def test_private_facts_are_never_in_it(name: str, qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    write_pdf(EXTREMES[name], path, Paper.A4)
    assert SECRET not in text_of(path) and "keep her word" not in text_of(path)
    assert SECRET.encode() not in path.read_bytes()


def test_the_document_says_what_it_is(qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    write_pdf(usual(), path, Paper.A4)
    about = read(path).metadata
    assert about is not None
    assert (about.title, about.creator) == ("1-2-1 with Maya Okafor", "Vis-à-vis")


def test_it_is_made_without_display_or_application(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    code = (
        "import sys; from pathlib import Path\n"
        "from tests.ui.sheets import usual\n"
        "from ui.printing import Paper, write_pdf\n"
        "write_pdf(usual(), Path(sys.argv[1]), Paper.A4)\n"
        "write_pdf(usual(), Path(sys.argv[1]), Paper.A4)\n"
    )
    root = Path(__file__).resolve().parents[2]
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-c", code, str(path)],
        cwd=root, env={"PYTHONPATH": str(root)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "Maya Okafor" in text_of(path)


def test_several_are_a_page_each_in_one_file(qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "sheets.pdf"
    write_pdf((usual(), in_script("Tom Reyes")), path, Paper.POCKET)
    pdf = read(path)
    assert ["Maya" in page.extract_text() for page in pdf.pages] == [True, False]
    assert pdf.metadata is not None and pdf.metadata.title == "1-2-1s on 24 Nov"


def test_a_missing_folder_is_said_in_words_and_nothing_is_left(
    qapp: QApplication, tmp_path: Path
) -> None:
    with pytest.raises(PlannerError, match="There is no folder"):
        write_pdf(usual(), tmp_path / "nowhere" / "sheet.pdf", Paper.A4)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_device_that_cannot_be_painted_on_is_said_in_words(
    qapp: QApplication, tmp_path: Path
) -> None:
    device = QPdfWriter(str(tmp_path / "nowhere" / "sheet.pdf"))
    with pytest.raises(PlannerError, match="printer"):
        printing.paint(usual(), device, Paper.A4)


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Maya Okafor", "Maya Okafor 2026-11-24.pdf"),
        ("../../etc/passwd", "etc passwd 2026-11-24.pdf"),
        ('a\\b:c*d?"<>|', "a b c d 2026-11-24.pdf"),
        ("CON", "1-2-1 CON 2026-11-24.pdf"),
        ("nul.txt", "1-2-1 nul.txt 2026-11-24.pdf"),
        ("...", "1-2-1 2026-11-24.pdf"),
        ("Zoë\u202egpj", "Zoëgpj 2026-11-24.pdf"),
        ("界" * 200, "界" * 15 + "… 2026-11-24.pdf"),
    ],
)
def test_a_safe_file_name_is_offered(name: str, file: str) -> None:
    assert sheet_file_name(in_script(name)) == file
