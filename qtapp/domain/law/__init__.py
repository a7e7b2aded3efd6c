"""The law as dated values: penalties, statements, calendar, clocks and thresholds."""
