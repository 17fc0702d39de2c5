"""The brief (bahan rakor): what a meeting has to know before it begins.

A picture of one moment, drawn from what all stages left behind and from nothing that
only some of its readers may know; it is not locked and says when it was drawn.
"""

from sinergi.publish.briefs.compiled import of_bidang, of_government, years_for
from sinergi.publish.briefs.parts import Brief, Line, Listing, Part

__all__ = [
    "Brief",
    "Line",
    "Listing",
    "Part",
    "of_bidang",
    "of_government",
    "years_for",
]
