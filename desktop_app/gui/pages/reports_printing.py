"""Sends the pages of a report to the system's printer: the same file that the preview shows and that is saved."""

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from desktop_app.domain.progress import Progress
from desktop_app.gui.preview import Pages

# More dots than this no eye sees, and a page would take a hundred megabytes.
MOST_DOTS = 300
_POINTS = 72


def printer_for(pages: Pages, title: str) -> QPrinter:
    """Return a printer set to the paper of the pages, without margins of its own: the page brings them."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    size = pages.sizes[0]
    landscape = size.width() > size.height()
    upright = size.transposed() if landscape else size
    printer.setPageSize(QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))
    return printer


def ask_printer(parent: QWidget, pages: Pages, title: str) -> QPrinter | None:
    """Show the system's print dialog; return the printer that was chosen, None where the user thought better of it."""
    printer = printer_for(pages, title)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, True)
    dialog.setMinMax(1, len(pages))
    dialog.setFromTo(1, len(pages))
    # Windows shows its own dialog by exec() only.
    accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    return printer if accepted else None


def chosen_pages(pages: Pages, printer: QPrinter) -> range:
    """Return the pages that the dialog asked for, the first being 0."""
    if printer.printRange() == QPrinter.PrintRange.PageRange and printer.fromPage():
        return range(printer.fromPage() - 1, min(printer.toPage() or len(pages), len(pages)))
    return range(len(pages))


def print_pages(pages: Pages, printer: QPrinter, step: Progress) -> int:
    """Paint the chosen pages at the printer's resolution; return how many. Works on any thread."""
    wanted = chosen_pages(pages, printer)
    painter = QPainter()
    if not painter.begin(printer):
        raise OSError(0, printer.printerName() or printer.outputFileName())
    try:
        dots = min(printer.resolution(), MOST_DOTS)
        for done, number in enumerate(wanted):
            if done:
                printer.newPage()
            paper = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
            painter.drawImage(_fitted(pages, number, paper), pages.image(number, dots / _POINTS))
            step(done + 1, len(wanted))
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()
    return len(wanted)


def _fitted(pages: Pages, number: int, paper: QRectF) -> QRectF:
    """Return where a page goes on the paper: as it is where it fits, else as large as the paper, never cut."""
    size = pages.sizes[number]
    scale = min(paper.width() / size.width(), paper.height() / size.height())
    width, height = size.width() * scale, size.height() * scale
    return QRectF(paper.center().x() - width / 2, paper.center().y() - height / 2, width, height)
