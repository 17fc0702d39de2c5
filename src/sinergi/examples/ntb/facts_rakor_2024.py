"""The Rakor of 4–6 March 2024 in Kota Bima, told only from what was reported.

Officials appear by their office. What was looked for and not found is said so.
"""

from datetime import date, datetime

from sinergi.convene.acts import Reported, ReportedMeeting, record_reported_meeting
from sinergi.convene.models import Meeting
from sinergi.convene.rules import MeetingKind
from sinergi.core.models import Forum, Place
from sinergi.core.rules import CodeSystem

SLUG = "rakor-kominfotik-ntb-2024"
FIRST, LAST = date(2024, 3, 4), date(2024, 3, 6)
HOST_CODE = "52.72"

MEDIA_DINAMIKA = (
    "mediadinamikaglobal.id, Maret 2024: "
    "https://mediadinamikaglobal.id/2024/03/jadi-tuan-rumah-pemerintah-kota-bima.html"
)
KICKNEWS = (
    "kicknews.today, Maret 2024: "
    "https://kicknews.today/indeks-literasi-digital-ntb-berada-di-poin-344"
)
KAHABA = "kahaba.net, Maret 2024"
SINERGI_NTB = "sinergintb.com, 14 Maret 2024"
ILD_2022 = (
    "Status Literasi Digital di Indonesia 2022 (Kementerian Kominfo, Siberkreasi dan "
    "Katadata Insight Center, terbit 1 Februari 2023), sebagaimana dihimpun dalam "
    "berkas terbuka “indeks literasi digital-2022.csv” berformat Open Data Jabar"
)


def _several(*sources: str) -> str:
    return "; ".join(sources)


FACTS = (
    Reported(
        "Penyelenggara",
        "Dinas Komunikasi, Informatika dan Statistik (Kominfotik) Provinsi Nusa "
        "Tenggara Barat; ketua panitia adalah Sekretaris Dinas.",
        MEDIA_DINAMIKA,
    ),
    Reported("Tuan rumah", "Pemerintah Kota Bima.", MEDIA_DINAMIKA),
    Reported(
        "Waktu dan tempat",
        "4–6 Maret 2024. Pembukaan pada 5 Maret 2024 di Hotel Mutmainnah, Kota Bima.",
        _several(MEDIA_DINAMIKA, KICKNEWS, KAHABA),
    ),
    Reported(
        "Peserta dan bentuk rapat",
        "Rakor untuk kepala dinas dan Rakortek untuk kepala bidang pada tahun 2024 "
        "digabung menjadi satu kegiatan. Rakortek dibagi menurut bidang.",
        MEDIA_DINAMIKA,
    ),
    Reported(
        "Susunan pembukaan",
        "Tuan rumah diwakili Asisten I atas nama Penjabat Wali Kota Bima. Kepala Dinas "
        "Kominfotik Provinsi NTB memberi sambutan dan membuka kegiatan.",
        MEDIA_DINAMIKA,
    ),
    Reported(
        "Tujuan",
        "Menyelaraskan program dan kegiatan provinsi, kabupaten dan kota, serta "
        "menghasilkan rekomendasi yang menjadi pedoman pelaksanaan program nasional "
        "di provinsi, kabupaten dan kota.",
        MEDIA_DINAMIKA,
    ),
    Reported(
        "Tugas dari kementerian",
        "Menurut Kepala Dinas, Kementerian Kominfo pada tahun 2024 memberi tugas untuk "
        "menaikkan indeks literasi digital. Empat pilarnya: kecakapan, etika, keamanan "
        "dan budaya digital.",
        _several(KICKNEWS, KAHABA, MEDIA_DINAMIKA),
    ),
    Reported(
        "Angka indeks yang disebut",
        "3,44 (skala 1–5) untuk NTB. Angka ini adalah nilai terbitan untuk tahun 2022, "
        "bukan hasil ukur tahun 2024.",
        _several(KICKNEWS, KAHABA, ILD_2022),
    ),
    Reported(
        "Rakortek Bidang PTIK",
        "5 Maret 2024 di Aula Command Center, Kompleks Wali Kota Bima. Tiga "
        "pokok bahasan: tingkat SPBE, penerapan SRIKANDI, dan SP4N-LAPOR!. Kepala "
        "Bidang PTIK memaparkan nilai SPBE per kabupaten/kota, per domain dan per "
        "indikator; Kepala UPTD Pusat Layanan Digital memaparkan penanganan pengaduan "
        "per kabupaten/kota.",
        _several(SINERGI_NTB, MEDIA_DINAMIKA),
    ),
    Reported(
        "Rekomendasi",
        "Teks rekomendasinya tidak ditemukan. Tidak diketahui pula butir, penanggung "
        "jawab dan tenggat yang disepakati.",
        "Sumber-sumber di atas; tidak satu pun memuatnya",
    ),
)


def load_rakor_2024(forum: Forum, at: datetime) -> Meeting:
    """Record what was reported; loading it again changes nothing."""
    host = Place.objects.by_code(CodeSystem.KEMENDAGRI, HOST_CODE, FIRST)
    return record_reported_meeting(
        forum,
        ReportedMeeting(
            slug=SLUG,
            title="Rakor Kominfotik se-Nusa Tenggara Barat 2024",
            kind=MeetingKind.MERGED,
            purpose=(
                "Menyelaraskan program dan kegiatan seluruh pemerintah daerah di Nusa "
                "Tenggara Barat dan menghasilkan rekomendasi yang menjadi pedoman "
                "pelaksanaan program nasional."
            ),
            host=host,
            venue="Hotel Mutmainnah, Kota Bima",
            starts_on=FIRST,
            ends_on=LAST,
            facts=FACTS,
        ),
        at=at,
    )
