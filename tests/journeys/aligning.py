"""Plans side by side: what the operators enter, and what the matrix then says."""

from tests.journeys.desks import Desk

PROGRAMME = "Gerakan Nasional Literasi Digital"
ACTIVITY = "Penguatan kapasitas komunikasi publik"
OWN = "Kelas literasi digital di setiap kecamatan"
JOINT = "Siaran bersama melawan penipuan daring"


def enters_a_plan(budi: Desk) -> None:
    budi.opens("/kerja/rencana/").follows("Isi rencana pertama")
    budi.fills_in(
        {
            "Program nasional": PROGRAMME,
            "Kode sub-kegiatan": "2.16.02.2.01.0024",
            "Nama sub-kegiatan": ACTIVITY,
            "Keluaran": OWN,
            "Target": "1.200",
            "Satuan": "orang",
            "Pagu (rupiah)": "125.000.000",
            "Sumber dana": "APBD kabupaten",
        }
    )
    budi.ticks("DPA berjalan", within="Tahap anggaran")
    budi.ticks("Sendiri", within="Sendiri atau bersama")
    budi.presses("Simpan rencana").reads(OWN)


def invites_a_neighbour_to_a_joint_plan(budi: Desk) -> None:
    budi.opens("/kerja/rencana/").follows("Isi rencana")
    budi.fills_in(
        {
            "Program nasional": PROGRAMME,
            "Kode sub-kegiatan": "2.16.02.2.01.0020",
            "Nama sub-kegiatan": "Diseminasi informasi",
            "Keluaran": JOINT,
            "Target": "12",
            "Satuan": "siaran",
            "Pagu (rupiah)": "40.000.000",
            "Sumber dana": "APBD kabupaten",
        }
    )
    budi.ticks("DPA berjalan", within="Tahap anggaran")
    budi.ticks("Bersama pemerintah daerah lain", within="Sendiri atau bersama")
    budi.ticks("Kabupaten Dua", within="Mitra yang diajak")
    budi.presses("Simpan rencana").reads(JOINT)


def takes_part_in_it(dewi: Desk) -> None:
    dewi.opens("/kerja/").follows("Jawab")
    dewi.reads("Kabupaten Satu mengajak Anda merencanakan bersama", "Rp40.000.000")

    dewi.presses("Ikut serta")

    dewi.opens("/kerja/rencana/").reads(JOINT, "dipimpin Kab. Satu")


def enters_the_same_output_alone(dewi: Desk) -> None:
    dewi.opens("/kerja/rencana/").follows("Isi rencana")
    dewi.fills_in(
        {
            "Program nasional": PROGRAMME,
            "Kode sub-kegiatan": "2.16.02.2.01.0024",
            "Nama sub-kegiatan": ACTIVITY,
            "Keluaran": OWN,
            "Target": "900",
            "Satuan": "orang",
            "Pagu (rupiah)": "75.000.000",
            "Sumber dana": "APBD kabupaten",
        }
    )
    dewi.ticks("DPA berjalan", within="Tahap anggaran")
    dewi.ticks("Sendiri", within="Sendiri atau bersama")
    dewi.presses("Simpan rencana").reads(OWN)


def sees_all_plans_side_by_side(visitor: Desk) -> None:
    visitor.opens("/keselarasan/?tahun=2026")
    visitor.reads(
        f"{OWN}: direncanakan terpisah oleh Kab. Satu dan Kab. Dua. Gabungkan?",
        f"{JOINT}: Kab. Satu bersama Kab. Dua",
        "Kota Tiga: tidak mengisi rencana 2026",
    )
    row = visitor.tab.get_by_role("row").filter(has_text=PROGRAMME).first
    assert "240" in row.inner_text()  # million rupiah, the joint plan counted once

    visitor.opens("/keselarasan/LITERASI/kabupaten-satu/?tahun=2026")
    visitor.reads(OWN, JOINT, "Rp125.000.000")
