"""Runs a coordination meeting of governments and what must follow from it."""
