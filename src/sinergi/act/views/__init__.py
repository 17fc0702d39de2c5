"""Doors of acting: public pages, follow-up plans, reports, reviews."""
