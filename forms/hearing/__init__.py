"""Forms of hearings."""
