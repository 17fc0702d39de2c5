"""The governments of NTB, their codes in two systems, and their offices.

Names and Kemendagri codes: Kepmendagri 300.2.2-2430/2025, read in the public
repository cahyadsn/wilayah. BPS codes: master file of BPS 2020 (HDX COD-AB Indonesia).
In NTB both systems use the same digits; elsewhere they do not, so they stay two keys.
`RECORDED_FROM` is the first day of the data held here, not the day of foundation.
"""

from dataclasses import dataclass
from datetime import date, datetime

from sinergi.core import facts
from sinergi.core.facts import PlaceFact
from sinergi.core.models import Forum
from sinergi.core.rules import CodeSystem, Level

SOURCE = (
    "Kepmendagri 300.2.2-2430/2025 (kode Kemendagri); induk wilayah BPS 2020 "
    "(kode BPS); tanggal mulai = awal data di sini, bukan tanggal pembentukan"
)
RECORDED_FROM = date(2020, 1, 1)
ZONE = "Asia/Makassar"

NATION = "indonesia"
PROVINCE = "nusa-tenggara-barat"


@dataclass(frozen=True)
class Government:
    """One row of the register: place, two codes, tile (row, column), office."""

    slug: str
    name: str
    short_name: str
    level: Level
    kemendagri: str
    bps: str
    tile: tuple[int, int] | None
    office: str
    office_verified: bool
    office_source: str


RECALLED = "diingat, belum diperiksa"

# The tile map: Lombok in the west, the strait of Alas, Sumbawa in the east.
GOVERNMENTS = (
    Government(
        PROVINCE,
        "Provinsi Nusa Tenggara Barat",
        "Provinsi NTB",
        Level.PROVINCE,
        "52",
        "52",
        None,
        "Dinas Komunikasi, Informatika dan Statistik",
        True,
        "diskominfotik.ntbprov.go.id",
    ),
    Government(
        "lombok-barat",
        "Kabupaten Lombok Barat",
        "Lombok Barat",
        Level.REGENCY,
        "52.01",
        "5201",
        (2, 0),
        "Dinas Kominfotik",
        False,
        RECALLED,
    ),
    Government(
        "lombok-tengah",
        "Kabupaten Lombok Tengah",
        "Lombok Tengah",
        Level.REGENCY,
        "52.02",
        "5202",
        (1, 1),
        "Dinas Kominfo",
        False,
        RECALLED,
    ),
    Government(
        "lombok-timur",
        "Kabupaten Lombok Timur",
        "Lombok Timur",
        Level.REGENCY,
        "52.03",
        "5203",
        (1, 2),
        "Dinas Kominfo dan Persandian",
        True,
        "diskominfo.lomboktimurkab.go.id",
    ),
    Government(
        "sumbawa",
        "Kabupaten Sumbawa",
        "Sumbawa",
        Level.REGENCY,
        "52.04",
        "5204",
        (1, 5),
        "Dinas Kominfotik dan Sandi",
        False,
        RECALLED,
    ),
    Government(
        "dompu",
        "Kabupaten Dompu",
        "Dompu",
        Level.REGENCY,
        "52.05",
        "5205",
        (1, 6),
        "Dinas Kominfo",
        False,
        RECALLED,
    ),
    Government(
        "bima",
        "Kabupaten Bima",
        "Kab. Bima",
        Level.REGENCY,
        "52.06",
        "5206",
        (1, 7),
        "Dinas Kominfostik",
        False,
        RECALLED,
    ),
    Government(
        "sumbawa-barat",
        "Kabupaten Sumbawa Barat",
        "Sumbawa Barat",
        Level.REGENCY,
        "52.07",
        "5207",
        (1, 4),
        "Dinas Kominfo",
        True,
        "mediaksb.com",
    ),
    Government(
        "lombok-utara",
        "Kabupaten Lombok Utara",
        "Lombok Utara",
        Level.REGENCY,
        "52.08",
        "5208",
        (0, 1),
        "Dinas Kominfo",
        True,
        "suarantb.com",
    ),
    Government(
        "kota-mataram",
        "Kota Mataram",
        "Kota Mataram",
        Level.CITY,
        "52.71",
        "5271",
        (1, 0),
        "Dinas Kominfo",
        True,
        "diskominfo.mataramkota.go.id",
    ),
    Government(
        "kota-bima",
        "Kota Bima",
        "Kota Bima",
        Level.CITY,
        "52.72",
        "5272",
        (0, 7),
        "Dinas Kominfotik",
        True,
        "kominfotik Kota Bima",
    ),
)


def load_places(at: datetime) -> Forum:
    """Register nation, province, the ten, their offices and their forum."""
    facts.register_place(
        PlaceFact(
            slug=NATION,
            name="Indonesia",
            short_name="Indonesia",
            level=Level.NATION,
            codes={},
            time_zone="Asia/Jakarta",
            valid_from=RECORDED_FROM,
            source=SOURCE,
        ),
        at=at,
    )
    places = []
    for government in GOVERNMENTS:
        place = facts.register_place(_place(government), at=at)
        facts.register_office(
            place,
            name=government.office,
            verified=government.office_verified,
            source=government.office_source,
            at=at,
        )
        places.append(place)
    return facts.register_forum(
        slug="ntb",
        name="Kominfotik se-Nusa Tenggara Barat",
        governments=places,
        at=at,
    )


def _place(government: Government) -> PlaceFact:
    is_province = government.level is Level.PROVINCE
    return PlaceFact(
        slug=government.slug,
        name=government.name,
        short_name=government.short_name,
        level=government.level,
        codes={
            CodeSystem.KEMENDAGRI: government.kemendagri,
            CodeSystem.BPS: government.bps,
        },
        time_zone=ZONE,
        valid_from=RECORDED_FROM,
        source=SOURCE,
        parent=NATION if is_province else PROVINCE,
        tile=government.tile,
    )
