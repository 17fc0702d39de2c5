"""Published figures, written down by hand with their source and year.

Read in the pages named below and not in the original reports. What was not published
is not here: the national culture pillar of 2023, SPBE of Kota Bima before 2024, and any
index of a kabupaten or kota. Differences are never written down, they are computed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sinergi.core.models import Place
from sinergi.measure import facts
from sinergi.measure.facts import SeriesFact

NATION, PROVINCE = "indonesia", "nusa-tenggara-barat"

ILD = SeriesFact(
    slug="ild",
    name="Indeks Literasi Digital",
    short_name="ILD",
    owner="Kementerian Kominfo dan Katadata Insight Center",
    scale_min=Decimal(1),
    scale_max=Decimal(5),
    measures=(
        "Kecakapan, etika, keamanan, dan budaya digital warga berusia 13–70 tahun yang "
        "memakai internet dalam tiga bulan terakhir; indeks adalah rata-rata keempat "
        "pilar."
    ),
    limits=(
        "Diterbitkan untuk Indonesia dan provinsi saja; kabupaten dan kota tidak "
        "punya angka sendiri. Galat nilai provinsi dan batas kategori tidak "
        "diterbitkan."
    ),
)
SPBE = SeriesFact(
    slug="spbe",
    name="Indeks Sistem Pemerintahan Berbasis Elektronik",
    short_name="SPBE",
    owner="Kementerian PANRB",
    scale_min=Decimal(1),
    scale_max=Decimal(5),
    measures="Kematangan pemerintahan digital sebuah instansi, bukan warganya.",
    limits=(
        "Penilaian oleh penilai, bukan survei. Sejak 2025 beralih ke Indeks Pemerintah "
        "Digital, yang tidak dapat disambung dengan seri ini."
    ),
)

FOUR_PILLARS, RESTATED = "empat-pilar", "empat-pilar-disajikan-ulang"
SPBE_2020 = "permenpanrb-59-2020"
METHOD_NAMES = {
    FOUR_PILLARS: "Empat pilar",
    RESTATED: "Empat pilar, disajikan ulang",
    SPBE_2020: "Permenpanrb 59/2020",
}
METHODS = {
    (ILD.slug, FOUR_PILLARS): (
        "Kerangka empat pilar Peta Jalan Literasi Digital, dipakai sejak survei 2021."
    ),
    (ILD.slug, RESTATED): (
        "Survei 2020 disusun dengan 28 pertanyaan dalam tujuh pilar (terbit 3,47) dan "
        "kemudian disajikan ulang menurut empat pilar; jangan disambung dengan 2021."
    ),
    (SPBE.slug, SPBE_2020): (
        "PermenPANRB 59/2020: 4 domain, 8 aspek, 47 indikator, tingkat kematangan 1–5."
    ),
}

KATADATA = "katadata.co.id 63d9eccb183f7"


@dataclass(frozen=True)
class Value:
    """One printed number; `value` is written as it was printed."""

    place: str
    year: int
    value: str
    source: str
    measure: str = "index"
    note: str = ""
    respondents: int | None = None


def _nation(
    year: int,
    printed: tuple[str, str, str, str, str | None],
    respondents: int,
    source: str,
    note: str = "",
    notes: Mapping[str, str] | None = None,
) -> list[Value]:
    """`note` is about every value, `notes` about the measures they name."""
    told = notes or {}
    measures = ("index", "kecakapan", "etika", "keamanan", "budaya")
    return [
        Value(
            NATION, year, value, source, measure, told.get(measure, note), respondents
        )
        for measure, value in zip(measures, printed, strict=True)
        if value is not None
    ]


ILD_2020 = _nation(
    2020,
    ("3.46", "3.34", "3.72", "3.24", "3.55"),
    1670,
    f"{KATADATA}; melekmedia.org; scribd 541859397",
    "Disajikan ulang menurut empat pilar; semula terbit 3,47 dengan tujuh pilar.",
)
ILD_2021_ON = [
    *_nation(
        2021,
        ("3.49", "3.44", "3.53", "3.10", "3.90"),
        10000,
        f"{KATADATA}; gatra.com; databoks; dinsights.katadata.co.id",
        notes={"etika": "Satu laporan pers mencetak etika 3,55."},
    ),
    *_nation(
        2022,
        ("3.54", "3.52", "3.68", "3.12", "3.84"),
        10000,
        f"{KATADATA}; databoks 494c92f675bffcc",
    ),
    *_nation(
        2023,
        ("3.65", "3.50", "3.99", "3.29", None),
        10000,
        "dap.sumbarprov.go.id berita 483; mulyaamri.com",
        "Nilai pilar budaya tidak terbaca dalam sumber, jadi tidak dicantumkan.",
    ),
    Value(
        PROVINCE,
        2021,
        "3.45",
        "kompas.com/tren 2022/01/24",
        note="Peringkat 26 dari 34 provinsi; galat tidak diterbitkan.",
    ),
    Value(
        PROVINCE,
        2022,
        "3.44",
        "Kominfo dan Siberkreasi, terbit 1 Februari 2023, dibaca dalam himpunan "
        "umiimroatus20/Project-Data-Wrangling-Kel12; kicknews.today; kahaba.net",
        note="Angka yang disebut dalam Rakor Maret 2024; galat tidak diterbitkan.",
    ),
]

SPBE_TO_2023 = (
    "KepmenPANRB 13/2024 dalam ntbsatu.com 2024/01/13; kampung-media.com 28860; arkifm"
)
SPBE_2024 = "ampenannews.com 2025/02"
# Government -> 2022, 2023, 2024; None where no value was found.
SPBE_VALUES: dict[str, tuple[str | None, str | None, str]] = {
    PROVINCE: ("3.24", "3.40", "3.56"),
    "lombok-barat": ("2.62", "2.77", "3.05"),
    "lombok-tengah": ("2.08", "2.69", "3.04"),
    "lombok-timur": ("1.91", "2.46", "3.27"),
    "sumbawa": ("2.23", "2.75", "2.90"),
    "dompu": ("1.20", "1.95", "2.52"),
    "bima": ("1.36", "1.88", "2.52"),
    "sumbawa-barat": ("2.66", "3.13", "3.45"),
    "lombok-utara": ("2.40", "2.40", "2.71"),
    "kota-mataram": ("3.16", "3.47", "3.55"),
    "kota-bima": (None, None, "2.66"),
}


def load_figures(at: datetime) -> None:
    """Register the series, their methods, and every printed value."""
    places = {place.slug: place for place in Place.objects.all()}
    groups = {
        (ILD.slug, RESTATED): ILD_2020,
        (ILD.slug, FOUR_PILLARS): ILD_2021_ON,
        (SPBE.slug, SPBE_2020): _spbe(),
    }
    for fact in (ILD, SPBE):
        series = facts.register_series(fact, at=at)
        for (slug, code), values in groups.items():
            if slug != fact.slug:
                continue
            method = facts.register_method(
                series,
                code=code,
                name=METHOD_NAMES[code],
                note=METHODS[slug, code],
                at=at,
            )
            for each in values:
                facts.publish_value(
                    method,
                    place=places[each.place],
                    year=each.year,
                    value=Decimal(each.value),
                    source=each.source,
                    measure=each.measure,
                    note=each.note,
                    respondents=each.respondents,
                    at=at,
                )


def _spbe() -> list[Value]:
    return [
        Value(place, year, value, SPBE_2024 if year == 2024 else SPBE_TO_2023)
        for place, values in SPBE_VALUES.items()
        for year, value in zip((2022, 2023, 2024), values, strict=True)
        if value is not None
    ]
