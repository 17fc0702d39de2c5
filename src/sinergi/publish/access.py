"""Everything published is open to everyone; nothing is done here."""

from collections.abc import Mapping

from sinergi.core.access import Gate, anyone

GATES: Mapping[str, Gate] = {
    "publish:home": anyone,
    "publish:progress": anyone,
    "publish:progress_csv": anyone,
    "publish:progress_json": anyone,
    "publish:recommendations_csv": anyone,
    "publish:recommendations_json": anyone,
    "publish:documents": anyone,
    "publish:data": anyone,
}
