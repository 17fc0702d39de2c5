"""Open data of publishing as rows: every row carries where it comes from."""

from collections.abc import Iterator
from datetime import datetime

from sinergi.act import words
from sinergi.act.queries import Progress
from sinergi.act.rules import Verdict
from sinergi.agree.models import Recommendation
from sinergi.agree.rules import State
from sinergi.core.downloads import Row, origin
from sinergi.core.models import Forum
from sinergi.publish.grid import grid

RECOMMENDATION_COLUMNS = (
    "nomor",
    "rapat",
    "berita_acara",
    "bidang",
    "program",
    "pilar",
    "judul",
    "naskah",
    "versi",
    "sha256_naskah",
    "ditujukan_kepada",
    "indikator",
    "target",
    "tahun_jatuh_tempo",
    "triwulan_jatuh_tempo",
    "status",
    "asal_usul",
)
PROGRESS_COLUMNS = (
    "nomor",
    "kode_kemendagri",
    "pemerintah_daerah",
    "rtl",
    "keadaan",
    "hasil_telaah",
    "tingkat_bukti",
    "ditunggu_sampai",
    "asal_usul",
)

# What a recommendation of a locked record can be; every word is one of a program's.
_STATUS = {
    State.ADOPTED: "disepakati",
    State.ADOPTED_WITH_NOTES: "disepakati_dengan_catatan",
    State.SUPERSEDED: "digantikan",
}


def recommendations() -> list[Row]:
    """Every recommendation of a locked record, with its exact words."""
    adopted = Recommendation.objects.with_locked_record().select_related(
        "bidang", "programme", "meeting__record", "pinned"
    )
    related = adopted.prefetch_related("addressees", "pillars", "pinned__paragraphs")
    return [
        {
            "nomor": each.reference,
            "rapat": each.meeting.slug,
            "berita_acara": each.meeting.record.number,
            "bidang": each.bidang.name,
            "program": each.programme.code,
            "pilar": "; ".join(pillar.code for pillar in each.pillars.all()),
            "judul": each.title,
            "naskah": "\n\n".join(p.text for p in each.pinned.paragraphs.all())
            if each.pinned
            else "",
            "versi": each.pinned.number if each.pinned else None,
            "sha256_naskah": each.pinned.sha256 if each.pinned else "",
            "ditujukan_kepada": "; ".join(p.slug for p in each.addressees.all()),
            "indikator": each.indicator,
            "target": each.target,
            "tahun_jatuh_tempo": each.due_year,
            "triwulan_jatuh_tempo": each.due_quarter,
            "status": _STATUS[State(each.state)],
            "asal_usul": origin(each.provenance),
        }
        for each in related.order_by("reference")
    ]


def addressed(now: datetime) -> Iterator[tuple[Recommendation, str, Progress]]:
    """How far each addressed government is, with its code of Kemendagri."""
    for forum in Forum.objects.all():
        codes = {place.pk: place.kemendagri_code for place in forum.governments()}
        for row in grid(forum, now).rows:
            for cell in row.cells:
                if cell.progress and cell.mark:
                    yield row.recommendation, codes[cell.government.pk], cell.progress


def provenance_of(recommendation: Recommendation, found: Progress) -> str:
    return (found.commitment or recommendation).provenance


def progress(now: datetime) -> list[Row]:
    """One row for every government a recommendation is addressed to."""
    return [
        {
            "nomor": recommendation.reference,
            "kode_kemendagri": code,
            "pemerintah_daerah": found.government.slug,
            "rtl": found.commitment.reference if found.commitment else "",
            "keadaan": _standing(found, now),
            "hasil_telaah": words.VERDICT_COLUMN[Verdict(found.verdict.verdict)]
            if found.verdict
            else "",
            "tingkat_bukti": found.verdict.evidence_level if found.verdict else "",
            "ditunggu_sampai": found.awaited.last_moment.date().isoformat()
            if found.awaited
            else "",
            "asal_usul": origin(provenance_of(recommendation, found)),
        }
        for recommendation, code, found in addressed(now)
    ]


def _standing(found: Progress, now: datetime) -> str:
    if found.awaited:
        return words.WAITING_COLUMN[found.awaited.waiting(now)]
    return words.HEALTH_COLUMN[found.health] if found.health else ""
