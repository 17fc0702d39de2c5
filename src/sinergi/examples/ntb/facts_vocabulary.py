"""Fields in which the Rakor meets, and the pillars of the digital literacy index.

Fields: units of the province's Dinas Kominfotik as seen in the press from 2017 to 2025
and in the programmes of the Rakor; each government maps its own units to them.
Pillars: Status Literasi Digital di Indonesia (Kominfo and Katadata), since 2021.
"""

from datetime import datetime

from sinergi.core import facts
from sinergi.core.models import Forum

BIDANG = (
    ("ikp", "Informasi dan Komunikasi Publik (IKP)"),
    ("ptik", "Pengelolaan Teknologi Informasi dan Komunikasi (PTIK)"),
    ("persandian", "Persandian dan Keamanan Informasi"),
    ("statistik", "Statistik"),
    ("uptd-pld", "UPTD Pusat Layanan Digital"),
    ("sekretariat", "Sekretariat"),
)

PILLARS = (
    ("kecakapan", "Kecakapan Digital", "Digital Skill"),
    ("etika", "Etika Digital", "Digital Ethics"),
    ("keamanan", "Keamanan Digital", "Digital Safety"),
    ("budaya", "Budaya Digital", "Digital Culture"),
)


def load_vocabulary(forum: Forum, at: datetime) -> None:
    for code, name in BIDANG:
        facts.register_bidang(forum, code=code, name=name, at=at)
    for code, name, name_en in PILLARS:
        facts.register_pillar(code=code, name=name, name_en=name_en, at=at)
