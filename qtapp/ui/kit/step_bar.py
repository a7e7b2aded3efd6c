"""Where a record stands on its way: the steps done, the one that is due, those to come."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from qtapp.ui.kit.flow_layout import FlowBox
from qtapp.ui.kit.list_page import ListPage
from qtapp.ui.kit.look import QUIET
from qtapp.ui.kit.measures import han, scaled

SMALL = 0.85
NARROW_HAN = 24  # what a step needs beside the list


@dataclass(frozen=True)
class StepShown:
    title: str
    done: bool
    under: str = ""  # date and person of a step taken, what is missing of the one that is due


class StepBar(FlowBox):
    """登记 → 阅批 → …: each step with a sign as well as a colour, going on to a second line in large type."""

    def show_steps(self, steps: Sequence[StepShown]) -> None:
        while (item := self.flow.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        due = next((place for place, step in enumerate(steps) if not step.done), len(steps))
        said = []
        for place, step in enumerate(steps):
            if place:
                arrow = QLabel("›")
                arrow.setEnabled(place <= due)
                self.flow.addWidget(arrow)
            state = "done" if step.done else "now" if place == due else "next"
            self.flow.addWidget(self._cell(place + 1, step, state))
            said.append(f"{step.title}{ {'done': '已办', 'now': '现在', 'next': '未到'}[state] }")
        self.setAccessibleName("、".join(said))

    def _cell(self, place: int, step: StepShown, state: str) -> QWidget:
        cell = QFrame()
        cell.setObjectName("step")
        ground = "palette(highlight)" if state == "now" else "transparent"
        words = {"done": "palette(text)", "now": "palette(highlighted-text)", "next": QUIET}[state]
        edge = "palette(highlight)" if state != "next" else "palette(mid)"
        cell.setStyleSheet(
            f"#step {{ background: {ground}; border: 1px solid {edge}; border-radius: 4px; }}"
            f"#step QLabel {{ color: {words}; background: transparent; border: none; }}"
        )
        title = QLabel(f"{'✓' if state == 'done' else place} {step.title}")
        title.setFont(scaled(self, 1, bold=state == "now"))
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(cell)
        gap = self.fontMetrics().height() // 4
        column.setContentsMargins(gap, gap, gap, gap)
        column.setSpacing(0)
        column.addWidget(title)
        under = QLabel(step.under)
        under.setAlignment(Qt.AlignmentFlag.AlignCenter)
        under.setFont(scaled(self, SMALL))
        column.addWidget(under)
        cell.setToolTip(f"{step.title} {step.under}".strip())
        return cell


def open_step(page: ListPage, panel: QWidget) -> None:
    """Beside the list; over the whole page where the type is too large for both."""
    if page.beside.width() < han(page, NARROW_HAN):
        page.open_full(panel)
    else:
        page.open_beside(panel)
