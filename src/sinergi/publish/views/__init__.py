"""Doors of publishing: home, progress, documents, open data."""
