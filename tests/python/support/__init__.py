"""Plays the scenarios of `tests/scenarios`."""
