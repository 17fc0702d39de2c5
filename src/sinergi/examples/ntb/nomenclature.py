"""The part of the national nomenclature that the simulation plans with.

Only the simulation loads it: with so few codes, real plans would be refused.
"""

from datetime import datetime

from sinergi.align.nomenclature import CodeRow, import_nomenclature
from sinergi.align.rules import NomenclatureKind, NomenclatureLevel
from sinergi.examples.ntb.plans import catalogue

SOURCE = "Data perencanaan daerah yang terbuka; bukan daftar nasional yang lengkap"
_LEVELS = {"1": NomenclatureLevel.PROVINCE, "2": NomenclatureLevel.REGENCY_OR_CITY}


def load_nomenclature(at: datetime) -> None:
    rows = {
        code: CodeRow(
            code, NomenclatureKind.SUB_ACTIVITY, _LEVELS[segment], name, SOURCE
        )
        for work in catalogue().values()
        for segment, (code, name) in work.activities.items()
    }
    import_nomenclature(list(rows.values()), at=at)
