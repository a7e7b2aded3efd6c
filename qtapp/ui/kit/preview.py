"""A PDF inside the program, as it will lie in the tray: looked at, saved, printed."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from qtapp.ui.kit.ask import PDFS
from qtapp.ui.kit.commands import Command, Commands, bar
from qtapp.ui.kit.measures import line
from qtapp.ui.kit.notices import Strip, sentence
from qtapp.ui.kit.offset_panel import OffsetPanel
from qtapp.ui.kit.printing import POINTS, PRINTER, PrintJob, offset_of, print_dialog
from qtapp.ui.kit.workplace import Workplace

STEP, SMALLEST, LARGEST = 1.2, 0.2, 5.0
WIDEST = 1.4  # fitting the width goes no further
NEAR_PAGES = 2  # pictures kept above and below what is seen


class PageSheet(QWidget):
    """One page; white until its picture is there."""

    wanted = Signal(int)

    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.number = number
        self.picture = QPixmap()
        self._asked = False
        self.setAccessibleName(f"第 {number + 1} 页")

    def resize_to(self, size: QSize) -> None:
        self.setFixedSize(size)
        self._asked = False  # the old picture is stretched until the new one is there
        self.update()

    def show_picture(self, picture: QPixmap) -> None:
        self.picture = picture
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if not self.picture.isNull():
            painter.drawPixmap(self.rect(), self.picture)
        painter.setPen(QColor("#b8c0c7"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
        if not self._asked:
            self._asked = True
            self.wanted.emit(self.number)

    def forget(self) -> None:
        self.picture, self._asked = QPixmap(), False


class Preview(QWidget):
    """Ctrl+P prints, Ctrl+S saves, Ctrl+plus and Ctrl+minus zoom, Ctrl+0 fits the width, Esc goes back."""

    closed = Signal()
    printed = Signal(int)  # pages

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = place
        self.pdf, self.name = b"", ""
        self.sheets: list[PageSheet] = []
        self.zoom = 0.0  # 0: as wide as the window
        self._sizes: list[tuple[float, float]] = []
        self._generation = 0
        self._at = 0  # the page that is read
        self._settling = False
        self._job: PrintJob | None = None
        self._lay_out()
        self._fit = QTimer(self, singleShot=True, interval=80)
        self._fit.timeout.connect(self._resize_sheets)

    def _lay_out(self) -> None:
        self.title = QLabel(self)
        self.title.setProperty("title", True)  # noqa: FBT003 - a dynamic property has no name for its value
        self.position = QLabel(self)
        self.strip = Strip(self)
        self.area = QScrollArea(self, widgetResizable=True)
        self.area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.area.verticalScrollBar().valueChanged.connect(self._moved)
        self.area.viewport().installEventFilter(self)
        self.tools = bar(self)
        self.commands = Commands([self], self.place.icons)
        self.commands.add(*self._commands())
        self.commands.fill(self.tools)
        self.tools.addWidget(self.position)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        column = QVBoxLayout(self)
        column.addLayout(head)
        for widget in (self.tools, self.strip):
            column.addWidget(widget)
        column.addWidget(self.area, 1)
        self.setFocusProxy(self.area)

    def _commands(self) -> tuple[Command, ...]:
        return (
            Command("打印", self.print, "Ctrl+P", self.has_pages, "print"),
            Command("另存为 PDF", self.save, "Ctrl+S", self.has_pages, "save"),
            Command("放大", lambda: self.zoom_by(STEP), "Ctrl++ Ctrl+=", icon="zoom-in"),
            Command("缩小", lambda: self.zoom_by(1 / STEP), "Ctrl+-", icon="zoom-out"),
            Command("适合宽度", lambda: self.set_zoom(0), "Ctrl+0", icon="fit-width"),
            Command("实际大小", lambda: self.set_zoom(1), "Ctrl+Shift+0"),
            Command("打印位置校准", self.adjust, hint="打印机把内容印偏时，在这里修正"),
            Command("返回", self.closed.emit, "Esc", icon="back"),
        )

    def keys(self) -> list[tuple[str, str]]:
        return [*self.commands.keys(), ("PageUp / PageDown", "上一页、下一页")]

    def has_pages(self) -> bool:
        return bool(self._sizes)

    # --- pages ---

    def show_pdf(self, pdf: bytes, name: str) -> None:
        self.pdf, self.name = pdf, name
        self.title.setText(name)
        self._generation += 1
        generation = self._generation
        self.place.tasks.work_out(
            self,
            lambda: self.place.raster.sizes(pdf),
            lambda sizes: self._begin(generation, sizes),
            self._refuse,
        )

    def _begin(self, generation: int, sizes: list[tuple[float, float]]) -> None:
        if generation != self._generation:
            return
        self._sizes = sizes
        within = QWidget(self.area)
        column = QVBoxLayout(within)
        column.setSpacing(line(self, 0.6))
        self.sheets = [PageSheet(number, within) for number in range(len(sizes))]
        for sheet in self.sheets:
            sheet.wanted.connect(self._draw)
            column.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self._at = 0
        self._resize_sheets()
        self.area.setWidget(within)
        self.commands.refresh()
        self._moved()

    def _scale(self) -> float:
        """Screen points to a point of the page."""
        actual = self.logicalDpiX() / POINTS
        if self.zoom:
            return self.zoom * actual
        widest = max((w for w, _h in self._sizes), default=595)
        room = self.area.viewport().width() - line(self, 1.5)
        return max(min(room / widest, WIDEST * actual), SMALLEST * actual)

    def _resize_sheets(self) -> None:
        scale = self._scale()
        self._settling = True
        for sheet, (wide, high) in zip(self.sheets, self._sizes, strict=True):
            sheet.resize_to(QSize(round(wide * scale), round(high * scale)))
        QTimer.singleShot(0, self, self._settled)

    def _settled(self) -> None:
        """The sheets lie where they belong: back to the page that was read."""
        if self._at:
            self.go_to(self._at)
        self._settling = False
        self._moved()

    def _draw(self, number: int) -> None:
        pdf, generation, sheet = self.pdf, self._generation, self.sheets[number]
        ratio = self.devicePixelRatioF()
        dpi = max(round(self._scale() * POINTS * ratio), 20)
        self.place.tasks.work_out(
            sheet,
            lambda: self.place.raster.colour(pdf, number, dpi),
            lambda drawn: self._show(generation, sheet, ratio, drawn),
            self._refuse,
        )

    def _show(self, generation: int, sheet: PageSheet, ratio: float, drawn: tuple[int, int, bytes]) -> None:
        if generation != self._generation:
            return
        wide, high, pixels = drawn
        picture = QPixmap.fromImage(QImage(pixels, wide, high, wide * 4, QImage.Format.Format_RGB32))
        picture.setDevicePixelRatio(ratio)
        sheet.show_picture(picture)
        self._forget_far()

    def _forget_far(self) -> None:
        """A volume has hundreds of pages: only the pictures near the eye are kept."""
        here = self._top_page()
        for sheet in self.sheets:
            if abs(sheet.number - here) > NEAR_PAGES and sheet.visibleRegion().isEmpty():
                sheet.forget()

    def _top_page(self) -> int:
        top = self.area.verticalScrollBar().value() + self.area.viewport().height() // 3
        above = [sheet.number for sheet in self.sheets if sheet.y() <= top]
        return above[-1] if above else 0

    def go_to(self, number: int) -> None:
        if self.sheets:
            sheet = self.sheets[max(0, min(number, len(self.sheets) - 1))]
            self.area.verticalScrollBar().setValue(sheet.y() - line(self, 0.4))

    def _moved(self) -> None:
        if self._settling:
            return
        self._at = self._top_page()
        count = len(self.sheets)
        self.position.setText(f"　第 {self._at + 1} 页，共 {count} 页" if count else "")

    # --- zoom ---

    def set_zoom(self, zoom: float) -> None:
        """1 is the size on paper; 0 as wide as the window."""
        self.zoom = zoom and max(SMALLEST, min(zoom, LARGEST))
        self._resize_sheets()

    def zoom_by(self, factor: float) -> None:
        now = self._scale() / (self.logicalDpiX() / POINTS)
        self.set_zoom(now * factor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.zoom:
            self._fit.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._turn(event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._turn(event):
            super().keyPressEvent(event)

    def _turn(self, event: QKeyEvent) -> bool:
        places = {
            Qt.Key.Key_PageDown: self._top_page() + 1,
            Qt.Key.Key_PageUp: self._top_page() - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self.sheets) - 1,
        }
        key = Qt.Key(event.key())
        if key not in places:
            return False
        self.go_to(places[key])
        return True

    # --- out ---

    def save(self) -> None:
        self.place.ask.save_path("另存为 PDF", f"{self.name}.pdf", PDFS, self._save_to)

    def _save_to(self, path: Path) -> None:
        pdf = self.pdf

        def write() -> None:
            beside = path.with_name(f"{path.name}.tmp")
            beside.write_bytes(pdf)
            beside.replace(path)

        self.place.tasks.work_out(self, write, lambda _none: self._saved(path), self._refuse)

    def _saved(self, path: Path) -> None:
        self.strip.clear()
        self.place.notices.done(f"已保存到 {path.name}")

    def print(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        known = self.place.memory.get(PRINTER, "")
        if known and not QPrinterInfo.printerInfo(known).isNull():
            printer.setPrinterName(known)
        printer.setDocName(self.name)
        dialog = print_dialog(printer, self)
        dialog.setMinMax(1, max(len(self._sizes), 1))
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.accepted.connect(lambda: self.print_on(printer))
        QDialog.open(dialog)

    def print_on(self, printer: QPrinter) -> None:
        """Print on a printer that is chosen already, at 100 % and with its own offset."""
        self.place.memory.put(PRINTER, printer.printerName())
        offset = offset_of(self.place.memory, printer.printerName())
        self._job = PrintJob(self.place.tasks, self.place.raster, printer, self.pdf, offset)
        self._job.finished.connect(self._printed)
        self._job.failed.connect(self._refuse)
        self._job.start()

    def _printed(self, pages: int) -> None:
        self._job = None
        self.strip.clear()
        self.place.notices.done(f"已送到打印机，共 {pages} 页")
        self.printed.emit(pages)

    def adjust(self) -> None:
        panel = OffsetPanel(self.place.memory, self.place.memory.get(PRINTER, ""), self)
        panel.open()

    def _refuse(self, error: BaseException) -> None:
        self._job = None
        if words := sentence(error):
            self.strip.show_text(words)
        else:
            self.place.notices.failure(error)
