"""Numbers, money, days and spelled-out words as Indonesian and English write them.

Pure functions: page, paper and file call the same ones. `id/` and `en/` are Django's
own format modules for form fields and its date filters.
"""

from sinergi.core.formats.days import (
    jam,
    periode,
    tanggal,
    tanggal_terbilang,
    triwulan,
)
from sinergi.core.formats.numbers import angka, persen, rupiah, selang
from sinergi.core.formats.spelled import terbilang

__all__ = [
    "angka",
    "jam",
    "periode",
    "persen",
    "rupiah",
    "selang",
    "tanggal",
    "tanggal_terbilang",
    "terbilang",
    "triwulan",
]
