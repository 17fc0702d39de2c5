"""Pictures as measure and publish would ask for them, their figures invented."""

from sinergi.paper.charts import (
    Panel,
    Picture,
    Row,
    Scale,
    Tile,
    TileMap,
    changes,
    dots,
    tile_map,
)
from sinergi.paper.shapes import Provenance

INDEX = Scale(1, 5, 1, "Indeks Literasi Digital, skala 1–5")
CHANGE = Scale(-0.5, 0.5, 0.25, "Selisih putaran 2 terhadap putaran 1")
NAMES = [
    "Provinsi Nusa Tenggara Barat",
    "Kabupaten Lombok Barat",
    "Kabupaten Lombok Tengah",
    "Kabupaten Lombok Timur",
    "Kabupaten Sumbawa",
    "Kabupaten Dompu",
    "Kabupaten Bima",
    "Kabupaten Sumbawa Barat",
    "Kabupaten Lombok Utara",
    "Kota Mataram",
    "Kota Bima",
]
ROWS = [
    Row(name, 3.2 + 0.07 * n, 3.05 + 0.07 * n, 3.35 + 0.07 * n, f"n = {180 + n}")
    for n, name in enumerate(NAMES)
]
ROWS[4] = Row(NAMES[4], 3.31, 2.98, 3.64, "n = 61 · rentang lebar")
ROWS[8] = Row(NAMES[8], None, note="n = 24", withheld="tidak ditampilkan, n < 30")
PUBLISHED = Panel(
    "Angka terbitan nasional",
    "published",
    "Sumber: Kementerian Kominfo dan Katadata Insight Center, 2022",
    [Row("Provinsi Nusa Tenggara Barat", 3.44, note="galat tidak diterbitkan")],
)
MEASURED = Panel(
    "Hasil survei sendiri", "simulated", "Rilis putaran 1, 2026 (data simulasi)", ROWS
)
PLACES = [
    (0, 1, "Lombok Utara"),
    (1, 0, "Mataram"),
    (1, 1, "Lombok Barat"),
    (1, 2, "Lombok Timur"),
    (2, 1, "Lombok Tengah"),
    (1, 3, "Sumbawa Barat"),
    (1, 4, "Sumbawa"),
    (1, 5, "Dompu"),
    (2, 5, "Bima"),
    (1, 6, "Kota Bima"),
    (0, 3, "Provinsi NTB"),
]


def levels(*panels: Panel, **changed: str) -> Picture:
    words = {
        "key": "indeks",
        "title": "Indeks menurut pemerintah daerah",
        "finding": "Kota Bima 3,90; perbedaan antardaerah sebagian besar belum nyata.",
    }
    return dots(panels or (PUBLISHED, MEASURED), INDEX, **{**words, **changed})


def differences() -> Picture:
    rows = [
        Row("Kabupaten Dompu", 0.21, 0.05, 0.37, "naik"),
        Row("Kabupaten Bima", 0.04, -0.12, 0.2, "perbedaannya belum nyata"),
        Row("Kota Bima", -0.18, -0.6, 0.24, "perbedaannya belum nyata"),
        Row("Kabupaten Lombok Utara", None, withheld="tidak ditampilkan, n < 30"),
    ]
    panel = Panel("Selisih dua putaran", "simulated", "Rilis 1 dan 2, 2026", rows)
    return changes(
        [panel],
        CHANGE,
        key="selisih",
        title="Perubahan antara dua putaran",
        finding="Hanya Kabupaten Dompu yang perubahannya nyata: naik 0,21.",
    )


def tiles(*, links: bool = False, provenance: Provenance = "simulated") -> Picture:
    tiles = [
        Tile(
            row,
            column,
            name,
            "n < 30" if name == "Lombok Utara" else f"3,{20 + 7 * n}",
            None if name == "Lombok Utara" else n % 4,
            f"{name}: 3,{20 + 7 * n}",
            f"/indeks/{n}/" if links else "",
        )
        for n, (row, column, name) in enumerate(PLACES)
    ]
    return tile_map(
        TileMap(
            tiles,
            ["di bawah 3,20", "3,20–3,40", "3,41–3,60", "di atas 3,60"],
            "tidak ditampilkan",
            provenance,
            "Rilis putaran 1, 2026 (data simulasi)",
        ),
        key="peta",
        title="Indeks menurut daerah",
        finding="Empat daerah di atas 3,60; Lombok Utara tidak ditampilkan.",
    )
