"""Forms of officers and their certificates."""
