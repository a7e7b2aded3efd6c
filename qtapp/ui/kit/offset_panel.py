"""Where a printer prints too far to one side: the correction in millimetres, kept for that printer."""

from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from qtapp.ui.kit.memory import Memory
from qtapp.ui.kit.printing import Offset, keep_offset, offset_of

FARTHEST = 20.0


class OffsetPanel(QDialog):
    def __init__(self, memory: Memory, printer: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._memory = memory
        self.setWindowTitle("打印位置校准")
        self.printers = QComboBox(self)
        self.printers.addItems([info.printerName() for info in QPrinterInfo.availablePrinters()] or [printer])
        self.printers.setCurrentText(printer)
        self.right, self.down = self._number(), self._number()
        form = QFormLayout()
        form.addRow("打印机", self.printers)
        form.addRow("向右移（毫米）", self.right)
        form.addRow("向下移（毫米）", self.down)
        words = QLabel("用尺量：纸上内容偏左、偏上时填正数，偏右、偏下时填负数。只对这台打印机有效。", self)
        words.setWordWrap(True)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self.keep)
        buttons.rejected.connect(self.reject)
        self.finished.connect(self.deleteLater)
        column = QVBoxLayout(self)
        column.addWidget(words)
        column.addLayout(form)
        column.addWidget(buttons)
        self.printers.currentTextChanged.connect(self._show)
        self._show(self.printers.currentText())

    def _number(self) -> QDoubleSpinBox:
        entry = QDoubleSpinBox(self)
        entry.setRange(-FARTHEST, FARTHEST)
        entry.setDecimals(1)
        entry.setSingleStep(0.5)
        return entry

    def _show(self, printer: str) -> None:
        offset = offset_of(self._memory, printer)
        self.right.setValue(offset.right)
        self.down.setValue(offset.down)

    def keep(self) -> None:
        keep_offset(self._memory, self.printers.currentText(), Offset(self.right.value(), self.down.value()))
        self.accept()
