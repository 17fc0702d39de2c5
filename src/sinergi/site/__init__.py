"""Joins the stages: reads each introduction and wires addresses, menus and tasks."""
