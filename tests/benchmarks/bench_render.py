"""How long a document takes, in milliseconds. Run by hand: python -m tests.benchmarks.bench_render"""

import time
from collections.abc import Callable
from functools import partial

from qtapp.render import picture
from qtapp.render.fonts import Faces
from tests.render.conftest import FONTS
from tests.render.papers import ORGAN, approval, inventory, letter, made, marked, record, text

RUNS = 20


def measured(name: str, work: Callable[[], object]) -> None:
    begun = time.process_time()
    for _ in range(RUNS):
        work()
    print(f"{name:32}{(time.process_time() - begun) * 1000 / RUNS:8.1f} ms")


def main() -> None:
    begun = time.process_time()
    faces = Faces(FONTS, bundled_only=True)
    decision = letter(text(marked(80)), ORGAN)
    document = made(faces, decision)
    print(f"{'first document, fonts and all':32}{(time.process_time() - begun) * 1000:8.1f} ms")
    papers = {
        "decision": decision,
        "approval form": approval("未按照规定对从业人员进行培训。"),
        "approval form, long": approval(marked(300)),
        "list of 500 rows": inventory(500),
        "record of several pages": record(marked(200)),
    }
    for name, sheet in papers.items():
        measured(f"{name} ({picture.count(made(faces, sheet))} pages)", partial(made, faces, sheet))
    measured("volume of 100 decisions", partial(made, faces, *[decision] * 100))
    for dpi in (96, 300):
        measured(f"page at {dpi} dpi for the screen", partial(picture.page_rgb, document, 0, dpi))
    measured("page at 600 dpi for the printer", partial(picture.page_grey, document, 0, 600))


if __name__ == "__main__":
    main()
