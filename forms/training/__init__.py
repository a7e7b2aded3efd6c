"""Forms of study and training."""
