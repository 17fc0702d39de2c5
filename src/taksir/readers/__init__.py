"""Readers: SQL in, sums out. Nothing outside this folder touches a data engine."""
