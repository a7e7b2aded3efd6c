"""Forms of penalty decisions."""
