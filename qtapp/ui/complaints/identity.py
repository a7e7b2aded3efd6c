"""The informant's identity, opened by the keeper for a reason and shut again by itself."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QFormLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from qtapp.domain.complaints import Complaint
from qtapp.domain.plain import show
from qtapp.domain.record import fields_of, is_empty

SECONDS = 60


class IdentityPanel(QDialog):
    """Window-modal; nothing in it can be copied, and it does not stay open."""

    def __init__(self, complaint: Complaint, parent: QWidget, seconds: int = SECONDS) -> None:
        super().__init__(parent)
        self.finished.connect(self.deleteLater)
        self.setWindowTitle(f"举报人信息 {complaint.number}")
        self.left = seconds
        self.clock, form, column = QLabel(), QFormLayout(), QVBoxLayout(self)
        for field in fields_of(Complaint):
            value = getattr(complaint, field.name)
            if field.sealed and not is_empty(value) and value is not False:
                words = QLabel(show(field, value))
                words.setWordWrap(True)
                words.setMinimumWidth(self.fontMetrics().horizontalAdvance("国") * 18)
                form.addRow(f"{field.label}：", words)
        if not form.rowCount():
            form.addRow(QLabel("登记时没有填写举报人信息"))
        column.addLayout(form)
        column.addWidget(QLabel("本次查看及理由已写入操作记录"))
        column.addWidget(self.clock)
        close = QPushButton("关闭（Esc）")
        close.clicked.connect(self.accept)
        column.addWidget(close)
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        self._say()

    def _tick(self) -> None:
        self.left -= 1
        self._say()
        if self.left <= 0:
            self._timer.stop()
            self.accept()

    def _say(self) -> None:
        self.clock.setText(f"{self.left} 秒后自动关闭")
