"""Forms of coercive measures."""
