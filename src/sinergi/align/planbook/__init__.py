"""A government's plans of a year as a workbook: out, back in, and what differs."""

from sinergi.align.planbook.differences import Comparison, Kind, Line, compare
from sinergi.align.planbook.reading import (
    Entry,
    Fault,
    Reading,
    WrongFile,
    read,
)
from sinergi.align.planbook.template import file_name, template

__all__ = [
    "Comparison",
    "Entry",
    "Fault",
    "Kind",
    "Line",
    "Reading",
    "WrongFile",
    "compare",
    "file_name",
    "read",
    "template",
]
