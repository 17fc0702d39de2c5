"""Two texts on three pages: clean, with changes, side by side."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from sinergi.agree import rules, words
from sinergi.agree.rules import Kept, Row

# In the address; the first is shown when nothing is asked for.
CHANGES, CLEAN, BESIDE = "perubahan", "bersih", "berdampingan"


def compared(
    request: HttpRequest,
    before: Sequence[Kept],
    after: Sequence[Kept],
    *,
    old: str,
    new: str,
) -> dict[str, Any]:
    """What `agree/compare.html` shows; `old` and `new` name the two texts."""
    asked = request.GET.get("tampilan", CHANGES)
    shown = asked if asked in {CLEAN, BESIDE} else CHANGES
    labels = ((CLEAN, _("Clean")), (CHANGES, _("Changes")), (BESIDE, _("Side by side")))
    return {
        "shown": shown,
        "old": old,
        "new": new,
        "tabs": [
            {
                "label": label,
                "url": f"?tampilan={name}",
                "current": name == shown,
                "count": None,
            }
            for name, label in labels
        ],
        "texts": [kept.text for kept in after],
        "rows": [_shown(row) for row in rules.rows(before, after)],
    }


def _shown(row: Row) -> dict[str, Any]:
    return {
        "became": words.BECAME[row.became],
        "spans": row.spans,
        "before": row.before,
        "after": row.after,
    }
