"""The preview of pages: what is drawn, how sharply, by which keys it moves."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.gui.pages.reports_printing import chosen_pages, print_pages, printer_for
from desktop_app.gui.preview import LEGIBLE, MARGIN, Pages, Preview
from desktop_app.gui.tasks import Cancelled, Tasks
from desktop_app.gui.theme import look
from desktop_app.reports.description import PaperName, Section
from desktop_app.reports.typeset import typesetter
from tests.reports import poppler
from tests.reports.samples import instruments, sample

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("qapp")  # a printer without a program around it ends it


def _pdf(rows: int, paper: PaperName = "a4") -> bytes:
    list_ = Section("list", "List", (instruments(rows),))
    return typesetter().typeset(dataclasses.replace(sample(), sections=(list_,), paper=paper)).data


@pytest.fixture(scope="module")
def long_pdf() -> bytes:
    """A list of some ten pages."""
    return _pdf(200)


@pytest.fixture
def preview(qtbot: QtBot, long_pdf: bytes, show: Callable[[QWidget], None]) -> Iterator[Preview]:
    """A preview of a long list."""
    tasks = Tasks()
    made = Preview(tasks)
    show(made)
    pages = Pages(long_pdf)
    made.show_pages(pages)
    qtbot.waitUntil(lambda: made.settled, timeout=10_000)
    yield made
    tasks.close()
    pages.close()


def _wait(qtbot: QtBot, preview: Preview) -> None:
    QTest.qWait(160)
    qtbot.waitUntil(lambda: preview.settled, timeout=10_000)


def test_only_pages_in_view_are_drawn(preview: Preview) -> None:
    assert preview._pages is not None
    assert len(preview._pages) >= 8
    assert 1 <= len(preview._images) <= 3


def test_a_page_is_drawn_at_the_ratio_of_the_screen(preview: Preview) -> None:
    rect, image = preview._rects()[0], preview._images[0]
    assert image.width() == pytest.approx(rect.width() * preview.devicePixelRatioF(), abs=2)


def test_keys_move_through_the_pages(preview: Preview, qtbot: QtBot) -> None:
    assert preview._pages is not None
    turned: list[int] = []
    preview.turned.connect(lambda: turned.append(preview.page))
    QTest.keyClick(preview, Qt.Key.Key_End)
    assert preview.page == len(preview._pages)
    _wait(qtbot, preview)
    assert len(preview._pages) - 1 in preview._images
    QTest.keyClick(preview, Qt.Key.Key_Home)
    assert preview.page == 1
    QTest.keyClick(preview, Qt.Key.Key_PageDown)
    QTest.keyClick(preview, Qt.Key.Key_PageDown)
    assert preview.page >= 2
    assert turned
    preview.go_to(3)
    assert preview.page == 4


def test_pictures_far_from_view_are_given_back(preview: Preview, qtbot: QtBot) -> None:
    QTest.keyClick(preview, Qt.Key.Key_End)
    _wait(qtbot, preview)
    assert 0 not in preview._images


def test_a_page_fits_whole_or_takes_the_width(preview: Preview, qtbot: QtBot) -> None:
    wide = preview._rects()[0].width()
    preview.change_fit()
    _wait(qtbot, preview)
    whole = preview._rects()[0]
    assert whole.width() < wide
    assert whole.height() <= preview.viewport().height()
    QTest.mouseDClick(preview.viewport(), Qt.MouseButton.LeftButton)
    assert preview._rects()[0].width() == wide


def test_a_new_size_is_drawn_sharply_when_the_hand_rests(preview: Preview, qtbot: QtBot) -> None:
    preview.resize(700, 900)
    _wait(qtbot, preview)
    test_a_page_is_drawn_at_the_ratio_of_the_screen(preview)
    assert preview._rects()[0].right() <= preview.viewport().width()


def test_the_focus_is_seen(preview: Preview) -> None:
    preview.setFocus()
    QApplication.processEvents()
    assert preview.viewport().grab().toImage().pixelColor(1, 100) == QColor("#1D5BB8")


def test_closed_pages_give_no_picture(long_pdf: bytes) -> None:
    pages = Pages(long_pdf)
    pages.close()
    assert pages.image(0, 1).isNull()


@pytest.mark.parametrize("paper", ["a4", "letter", "a4-landscape"])
def test_every_page_is_printed_on_its_paper(tmp_path: Path, paper: PaperName) -> None:
    pages = Pages(_pdf(30, paper))
    printer = printer_for(pages, "Liste")
    printer.setOutputFormat(printer.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(96)
    told: list[tuple[int, int]] = []
    assert print_pages(pages, printer, lambda done, total: told.append((done, total))) == len(pages)
    assert told[-1] == (len(pages), len(pages))
    info = poppler.info(tmp_path / "printed.pdf")
    assert int(info["Pages"]) == len(pages)
    width, height = (float(info["Page size"].split()[place]) for place in (0, 2))
    assert (width, height) == pytest.approx((pages.sizes[0].width(), pages.sizes[0].height()), abs=2)
    printed = Pages((tmp_path / "printed.pdf").read_bytes())
    assert _ink(printed) == pytest.approx(_ink(pages), rel=0.2)
    pages.close()
    printed.close()


def test_only_the_pages_that_were_asked_for_are_printed(tmp_path: Path, long_pdf: bytes) -> None:
    pages = Pages(long_pdf)
    printer = printer_for(pages, "Liste")
    printer.setPrintRange(printer.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert chosen_pages(pages, printer) == range(1, 3)
    printer.setOutputFormat(printer.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(72)
    assert print_pages(pages, printer, lambda _done, _total: None) == 2
    assert poppler.info(tmp_path / "printed.pdf")["Pages"] == "2"
    pages.close()


def _ink(pages: Pages) -> float:
    """Return how dark a page is in all."""
    image = pages.image(0, 0.5)
    points = ((x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2))
    return sum(255 - image.pixelColor(x, y).lightness() for x, y in points)


def test_printing_can_be_cancelled_between_two_pages(tmp_path: Path, long_pdf: bytes) -> None:
    pages = Pages(long_pdf)
    printer = printer_for(pages, "Liste")
    printer.setOutputFormat(printer.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(72)

    def stop(done: int, _total: int) -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        print_pages(pages, printer, stop)
    pages.close()


def test_a_whole_page_is_only_shown_where_it_is_as_legible_as_the_rest_of_the_screen(preview: Preview) -> None:
    size = preview._largest() * LEGIBLE * 1.1
    preview.window().resize(round(size.width()) + 3 * MARGIN, round(size.height()) + 3 * MARGIN)
    assert preview._fits_whole()
    look.apply("light", 1.5)
    assert not preview._fits_whole()
    look.apply("light")
