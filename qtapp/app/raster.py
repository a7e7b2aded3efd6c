"""Pages of a PDF as pictures, for the preview and the printer; the drawing library comes when first used."""


class PageRaster:
    """What the window's kit asks for; called on a thread without a window."""

    def sizes(self, pdf: bytes) -> list[tuple[float, float]]:
        """(width, height) of each page in points."""
        from qtapp.render.picture import sizes

        return sizes(pdf)

    def colour(self, pdf: bytes, page: int, dpi: float) -> tuple[int, int, bytes]:
        """(width, height, BGRA bytes)."""
        from qtapp.render.picture import page_rgb

        return page_rgb(pdf, page, dpi)

    def grey(self, pdf: bytes, page: int, dpi: float) -> tuple[int, int, bytes]:
        """(width, height, one byte a pixel)."""
        from qtapp.render.picture import page_grey

        return page_grey(pdf, page, dpi)
