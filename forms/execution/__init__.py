"""Forms of service and of carrying a decision out."""
