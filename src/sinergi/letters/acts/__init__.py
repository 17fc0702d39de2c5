"""Every way letters change the world; what other stages give a number is part of
their own acts (`sinergi.letters.numbering`)."""

from sinergi.letters.acts.heads import (
    LogoRefused,
    NotOfThisOffice,
    set_letterhead,
    set_signatory,
)
from sinergi.letters.acts.numbers import BadPattern, set_number_pattern
from sinergi.letters.acts.seen import seen_of_head, seen_of_pattern, seen_of_signatory
from sinergi.letters.acts.wordings import (
    AlreadyTried,
    BrokenTemplate,
    NotNow,
    try_wording,
    use_house_wording,
    use_wording,
)

__all__ = [
    "AlreadyTried",
    "BadPattern",
    "BrokenTemplate",
    "LogoRefused",
    "NotNow",
    "NotOfThisOffice",
    "seen_of_head",
    "seen_of_pattern",
    "seen_of_signatory",
    "set_letterhead",
    "set_number_pattern",
    "set_signatory",
    "try_wording",
    "use_house_wording",
    "use_wording",
]
