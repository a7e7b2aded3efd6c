"""Forms of penalty cases, from filing to notice."""
