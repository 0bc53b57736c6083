"""Swedish text to value: pure functions, whole text or nothing."""
