"""Runs a coordination meeting of governments and what must follow from it."""

# As in pyproject.toml; written into what a release was computed with.
__version__ = "0.1.0"
