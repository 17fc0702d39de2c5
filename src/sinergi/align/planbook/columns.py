"""The columns of the workbook: the same names as in every download."""

from collections.abc import Mapping

from sinergi.align.rules import BudgetStage

PLANS, CODES, PROGRAMMES, HELP, KEY = (
    "Rencana",
    "Kode",
    "Program",
    "Petunjuk",
    "kunci",
)

REFERENCE, PROGRAMME = "rencana", "kode_program"

# What a government says about a plan, by the name it is kept under.
SAID: Mapping[str, str] = {
    "activity_code": "kode_sub_kegiatan",
    "activity": "sub_kegiatan",
    "output": "keluaran",
    "target": "target",
    "unit": "satuan",
    "budget": "pagu_rupiah",
    "fund_source": "sumber_dana",
    "budget_stage": "tahap_anggaran",
}

# Only shown: reading passes over them.
SHOWN = ("program", "mitra", "asal_usul")

COLUMNS = (REFERENCE, PROGRAMME, "program", *SAID.values(), "mitra", "asal_usul")
NEEDED = (REFERENCE, PROGRAMME, *SAID.values())

# As officials say it, whatever the language of the page.
STAGES: Mapping[BudgetStage, str] = {
    BudgetStage.DPA: "DPA berjalan",
    BudgetStage.AMENDED: "Perubahan APBD",
    BudgetStage.NEXT_RKPD: "RKPD tahun depan",
}

# As long as the tables take.
LENGTHS: Mapping[str, int] = {
    "activity": 240,
    "output": 240,
    "unit": 40,
    "fund_source": 80,
}
# SQLite and spreadsheets keep 15 digits, two of them behind the comma.
BELOW: Mapping[str, int] = {"target": 10**12, "budget": 10**13}
