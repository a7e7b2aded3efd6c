"""Several finished papers as one file, each page as it was drawn."""

from collections.abc import Sequence
from io import BytesIO

import pypdfium2 as pdfium

from qtapp.render.picture import PDFIUM


def joined(papers: Sequence[bytes]) -> bytes:
    with PDFIUM:
        whole = pdfium.PdfDocument.new()
        try:
            for paper in papers:
                part = pdfium.PdfDocument(paper)
                try:
                    whole.import_pages(part)
                finally:
                    part.close()
            buffer = BytesIO()
            whole.save(buffer)
        finally:
            whole.close()
    return buffer.getvalue()
