"""From a file of answers to figures with their error: what the walidata does."""

from tests.journeys import survey_file
from tests.journeys.desks import Desk


def publishes_a_questionnaire(wati: Desk) -> None:
    wati.opens("/kerja/indeks/survei/").follows("Survei baru")
    wati.fills_in({"Judul": "Survei Literasi Digital Uji", "Alamat": "survei-uji"})
    wati.presses("Buat survei").reads("Survei Literasi Digital Uji")

    wati.follows("Terbitkan kuesioner")
    wati.attaches(
        "Kuesioner", "butir.toml", "application/toml", survey_file.questionnaire()
    )
    wati.presses("Periksa dan terbitkan")

    wati.reads("Saya bisa mencari informasi di internet", "dibalik")


def opens_a_wave(wati: Desk) -> None:
    wati.opens("/kerja/indeks/survei/survei-uji/").follows("Buka putaran")
    wati.fills_in(
        {
            "Judul": "Putaran Satu",
            "Alamat": "putaran-satu",
            "Kuesioner": "Survei Literasi Digital Uji (2026-1)",
            "Hari pertama": "2026-01-05",
            "Hari terakhir": "2026-01-31",
        }
    )
    wati.ticks("sampel probabilitas", within="Cara responden diperoleh")
    wati.presses("Buka putaran ini").reads("Putaran Satu", "5–31 Januari 2026")


def brings_a_file_and_matches_its_columns(wati: Desk) -> None:
    wati.follows("Unggah berkas")
    wati.attaches("Berkas jawaban", "jawaban.csv", "text/csv", survey_file.answers())
    wati.presses("Unggah dan pasangkan kolom").reads("Pasangkan kolom")

    wati.fills_in(
        {
            "Nomor responden": "id",
            "Penimbang": "penimbang",
            "Strata": "strata",
            "Unit sampel primer (PSU)": "desa",
            "Kabupaten/kota": "kabupaten",
            "Jenis kelamin": "jk",
            "Umur": "umur",
            "Teks yang berarti “tidak dijawab”": "99",
        }
    )
    assert wati.tab.locator("select[name=item__q1]").input_value() == "q1"
    wati.presses("Periksa berkas")


def reads_what_was_wrong_and_confirms(wati: Desk) -> None:
    wati.reads(
        "nomor responden sudah ada pada baris sebelumnya (1)",
        "tanpa penimbang (1)",
        "di luar skala (1)",
        "bukan jawaban dalam kuesioner (1)",
        "entahlah",
        "Jawaban kosong",
    )

    wati.presses("Konfirmasi berkas").reads("Putaran Satu")


def freezes_the_wave(wati: Desk) -> None:
    wati.opens("/kerja/").follows("Bekukan").reads("Bekukan putaran")

    wati.presses("Bekukan “Putaran Satu”").reads("dibekukan 2 Februari 2026")


def defines_the_index(wati: Desk) -> None:
    wati.opens("/kerja/indeks/definisi/").follows("Dari “Survei Literasi Digital Uji”")
    proposed = wati.field("Definisi (TOML)").input_value()
    assert all(name in proposed for name, *_ in survey_file.ITEMS)

    wati.fills_in({"Judul": "Literasi digital uji", "Alamat": "literasi-uji"})
    wati.presses("Terbitkan definisi").reads("Literasi digital uji")


def computes_and_releases(wati: Desk) -> None:
    wati.opens("/kerja/indeks/").follows("Hitung rilis : Putaran Satu")
    wati.fills_in(
        {
            "Definisi indeks": "Literasi digital uji v1",
            "Judul": "Rilis Uji 2026",
            "Alamat": "rilis-uji",
        }
    )
    wati.presses("Hitung draf").reads("Rilis Uji 2026", "Kabupaten Satu")

    wati.follows("Rilis angka").presses("Rilis “Rilis Uji 2026”")

    wati.reads("Kabupaten Satu", "Menurut umur")


def reads_figures_with_their_error(visitor: Desk) -> None:
    visitor.opens("/indeks/rilis/rilis-uji/")
    visitor.reads("Rilis Uji 2026", "Kab. Satu", "95%")
    few = visitor.tab.get_by_role("row", name="Kota Tiga").first

    assert "24" in few.inner_text()
    assert "–" in few.inner_text()
