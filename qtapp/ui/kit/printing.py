"""Pages to the printer at exactly their size, moved only by the offset kept for that printer."""

from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QObject, QRectF, QSizeF, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QLabel, QWidget

from qtapp.tasks.tasks import Tasks
from qtapp.ui.kit.memory import Memory
from qtapp.ui.kit.workplace import Raster

FINEST = 600
POINTS = 72
MM = 25.4
PRINTER = "print.printer"


LEFT_ENGLISH = {"Page &Set:": "页面(&S)："}  # what Qt's own Chinese leaves out


def print_dialog(printer: QPrinter, parent: QWidget | None = None) -> QPrintDialog:
    """The system's dialog for choosing a printer, all in Chinese."""
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("打印")
    for label in dialog.findChildren(QLabel):
        label.setText(LEFT_ENGLISH.get(label.text(), label.text()))
    dialog.finished.connect(dialog.deleteLater)
    return dialog


@dataclass(frozen=True)
class Offset:
    """How far this printer has to be corrected, in mm to the right and down."""

    right: float = 0.0
    down: float = 0.0


def offset_of(memory: Memory, printer: str) -> Offset:
    right, down = memory.get(f"print.offset.{printer}", (0.0, 0.0))
    return Offset(float(right), float(down))


def keep_offset(memory: Memory, printer: str, offset: Offset) -> None:
    memory.put(f"print.offset.{printer}", [offset.right, offset.down])


def set_page(printer: QPrinter, size: tuple[float, float]) -> None:
    """The sheet of paper for a page of this size in points, upright or across."""
    wide, high = size
    across = wide > high
    upright = QSizeF(min(wide, high), max(wide, high))
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch))
    turn = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(turn)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)


def target(size: tuple[float, float], resolution: float, offset: Offset) -> QRectF:
    """Where the page lies on the sheet, in the device's own dots."""
    dots = resolution / POINTS
    right, down = (mm * resolution / MM for mm in (offset.right, offset.down))
    return QRectF(right, down, size[0] * dots, size[1] * dots)


def wanted_pages(printer: QPrinter, count: int) -> list[int]:
    """The pages asked for in the dialog, each as often as the printer does not do by itself."""
    first, last = printer.fromPage() or 1, printer.toPage() or count
    pages = list(range(max(first, 1) - 1, min(last, count)))
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return pages * copies
    return [page for page in pages for _ in range(copies)]


class PrintJob(QObject):
    """Page by page: pictures are made on the drawer's thread, only painting happens here."""

    finished = Signal(int)  # pages
    failed = Signal(object)

    def __init__(self, tasks: Tasks, raster: Raster, printer: QPrinter, pdf: bytes, offset: Offset) -> None:
        super().__init__()
        self._tasks, self._raster, self._printer, self._pdf = tasks, raster, printer, pdf
        self._offset = offset
        self._dpi = min(FINEST, printer.resolution())
        self._sizes: list[tuple[float, float]] = []
        self._pages: list[int] = []
        self._done = 0
        self._painter = QPainter()

    def start(self) -> None:
        self._tasks.work_out(self, lambda: self._raster.sizes(self._pdf), self._begin, self.failed.emit)

    def _begin(self, sizes: list[tuple[float, float]]) -> None:
        self._sizes = sizes
        self._pages = wanted_pages(self._printer, len(sizes))
        if self._pages:
            self._next()
        else:
            self.finished.emit(0)

    def _next(self) -> None:
        pdf, page, dpi = self._pdf, self._pages[self._done], self._dpi
        self._tasks.work_out(
            self,
            lambda: self._raster.grey(pdf, page, dpi),
            lambda drawn: self._paint(self._sizes[page], *drawn),
            self._give_up,
        )

    def _paint(self, size: tuple[float, float], wide: int, high: int, grey: bytes) -> None:
        if not self._turn_page(size):
            self._give_up(OSError(5, "printer", self._printer.printerName()))
            return
        image = QImage(grey, wide, high, wide, QImage.Format.Format_Grayscale8)
        self._painter.drawImage(target(size, self._printer.resolution(), self._offset), image)
        self._done += 1
        if self._done < len(self._pages):
            self._next()
        else:
            self._painter.end()
            self.finished.emit(self._done)

    def _turn_page(self, size: tuple[float, float]) -> bool:
        set_page(self._printer, size)
        if not self._painter.isActive():
            return self._painter.begin(self._printer)
        return self._printer.newPage()

    def _give_up(self, error: BaseException) -> None:
        if self._painter.isActive():
            self._painter.end()
        self.failed.emit(error)
