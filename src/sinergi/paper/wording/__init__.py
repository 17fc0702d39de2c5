"""Letters that fill in a Word document of an office: checked first, then filled in."""

from sinergi.paper.wording.check import Checked, Fault, Found, check
from sinergi.paper.wording.fill import NotFilled, Picture, fill, picture
from sinergi.paper.wording.house import Facts, Rows, house
from sinergi.paper.wording.package import Trap, Trapped, refuse_traps
from sinergi.paper.wording.places import Where
from sinergi.paper.wording.vocabulary import Vocabulary

__all__ = [
    "Checked",
    "Facts",
    "Fault",
    "Found",
    "NotFilled",
    "Picture",
    "Rows",
    "Trap",
    "Trapped",
    "Vocabulary",
    "Where",
    "check",
    "fill",
    "house",
    "picture",
    "refuse_traps",
]
