"""The sample year: an invented bureau whose yearly figures equal the published ones."""

from qtapp.app.demo.year import CUT_OFF, YEAR, Summary, fill_sample_year

__all__ = ["CUT_OFF", "YEAR", "Summary", "fill_sample_year"]
