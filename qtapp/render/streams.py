"""Streams of a PDF, closed as archives want them."""

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFStream, PDFZCompress

CLOSE = b"endstream\n"


class Stream(PDFStream):
    """PDF/A asks for a line end before `endstream` that does not count as content."""

    def format(self, document: PDFDocument) -> bytes:
        written: bytes = super().format(document)
        return written.removesuffix(CLOSE) + b"\n" + CLOSE


def packed(content: bytes, **entries: object) -> Stream:
    made = Stream(content=content, filters=[PDFZCompress])
    made.dictionary.dict.update(entries)
    return made


def plain(content: bytes, **entries: object) -> Stream:
    made = packed(content, **entries)
    made.filters = []
    return made
