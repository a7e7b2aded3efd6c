"""Forms of closing, handing over and filing a case."""
