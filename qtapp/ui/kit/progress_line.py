"""A long job on screen: shown after half a second, with what it does now and a way to stop it."""

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from qtapp.usecases.progress import Progress

LATE_MS = 500
BEAT_MS = 100


class ProgressLine(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._progress: Progress | None = None
        self._title = ""
        self._since = QElapsedTimer()
        self._beat = QTimer(self, interval=BEAT_MS)
        self._beat.timeout.connect(self._look)
        self.words = QLabel(self)
        self.meter = QProgressBar(self)
        self.stopper = QPushButton("取消", self)
        self.stopper.clicked.connect(self.cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 2)
        row.addWidget(self.meter, 3)
        row.addWidget(self.stopper)
        self.hide()

    def watch(self, progress: Progress, title: str) -> None:
        self._progress, self._title = progress, title
        self.stopper.setEnabled(True)
        self._since.start()
        self._beat.start()

    def cancel(self) -> None:
        if self._progress:
            self._progress.cancel()
            self.stopper.setEnabled(False)
            self.words.setText("正在取消…")

    def stop(self) -> None:
        """The job has ended, one way or the other."""
        self._beat.stop()
        self._progress = None
        self.hide()

    def _look(self) -> None:
        if self._progress is None or self._since.elapsed() < LATE_MS:
            return
        reading = self._progress.read()
        self.meter.setRange(0, reading.total)
        self.meter.setValue(reading.done)
        if self.stopper.isEnabled():
            self.words.setText(f"{self._title}　{reading.text}" if reading.text else self._title)
        self.show()
