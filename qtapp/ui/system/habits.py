"""How this person wants the window, and what the program is."""

import platform

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QWidget

from qtapp.ui.kit.editor import ENTER_PASSES
from qtapp.ui.kit.look import SIZES
from qtapp.ui.kit.workplace import Workplace

SIZE = "look.size"


class HabitsPanel(QWidget):
    def __init__(self, place: Workplace, version: str) -> None:
        super().__init__()
        self._memory = place.memory
        self.sizes = QComboBox(self)
        for name, factor in SIZES.items():
            self.sizes.addItem(name, factor)
        self.sizes.setCurrentIndex(max(self.sizes.findData(place.memory.get(SIZE, 1.0)), 0))
        self.sizes.activated.connect(self._resize)
        self.enter = QCheckBox("按 Enter 到下一栏", self)
        self.enter.setChecked(bool(place.memory.get(ENTER_PASSES, True)))
        self.enter.clicked.connect(lambda checked: place.memory.put(ENTER_PASSES, checked))
        self.told = QLabel(self)
        self.told.setProperty("quiet", True)  # noqa: FBT003 - a dynamic property has no name for its value
        about = QLabel(
            f"执法台 {version}\n县级应急管理局安全生产执法登记与文书程序，全部数据在本机，不连接网络。\n"
            f"Qt {qVersion()}，Python {platform.python_version()}",
            self,
            wordWrap=True,
        )
        form = QFormLayout(self)
        form.addRow("字号", self.sizes)
        form.addRow("", self.told)
        form.addRow("填写", self.enter)
        form.addRow("关于", about)
        self.setFocusProxy(self.sizes)

    def _resize(self) -> None:
        self._memory.put(SIZE, self.sizes.currentData())
        self.told.setText("下次打开程序时生效。")
