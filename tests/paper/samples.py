"""Documents as the stages would fill them in, all of it invented."""

from typing import Any

GOVERNMENTS = [
    ("Provinsi Nusa Tenggara Barat", "Dinas Komunikasi, Informatika dan Statistik"),
    ("Kabupaten Lombok Barat", "Dinas Komunikasi, Informatika dan Statistik"),
    ("Kabupaten Lombok Tengah", "Dinas Komunikasi dan Informatika"),
    ("Kabupaten Lombok Timur", "Dinas Komunikasi, Informatika dan Persandian"),
    ("Kabupaten Sumbawa", "Dinas Komunikasi, Informatika, Statistik dan Persandian"),
    ("Kabupaten Dompu", "Dinas Komunikasi dan Informatika"),
    ("Kabupaten Bima", "Dinas Komunikasi, Informatika dan Statistik"),
    ("Kabupaten Sumbawa Barat", "Dinas Komunikasi dan Informatika"),
    ("Kabupaten Lombok Utara", "Dinas Komunikasi dan Informatika"),
    ("Kota Mataram", "Dinas Komunikasi dan Informatika"),
    ("Kota Bima", "Dinas Komunikasi, Informatika dan Statistik"),
]
SHA = "9f2c4e7a1b3d5f60718293a4b5c6d7e8f9011223344556677889900aabbccdde"


def frame(**changes: Any) -> dict[str, Any]:
    return {
        "language": "id",
        "provenance": "simulated",
        "draft": False,
        "letterhead": {
            "government": "Pemerintah Provinsi Nusa Tenggara Barat",
            "office": "Dinas Komunikasi, Informatika dan Statistik",
            "address": "Jalan Udayana Nomor 14, Mataram 83125",
        },
        "verification": {
            "code": "BA-7K3M-92QX",
            "url": "https://sinergi.example/v/BA-7K3M-92QX",
            "sha256": SHA,
        },
        **changes,
    }


def expected() -> dict[str, Any]:
    return {
        "addressees": ["Provinsi Nusa Tenggara Barat", "Kabupaten Dompu", "Kota Bima"],
        "indicator": "Jumlah warga yang mengikuti kelas literasi digital",
        "target": "12.000 orang",
        "quarter": "Triwulan IV 2026",
        "evidence": "Daftar hadir dan foto kelas",
        "pillars": ["Kecakapan Digital", "Keamanan Digital"],
    }


TEXTS = [
    (
        "Kelas literasi digital di setiap kecamatan",
        "Pemerintah provinsi bersama pemerintah kabupaten dan kota menyelenggarakan "
        "kelas literasi digital paling sedikit satu kali setiap triwulan di setiap "
        "kecamatan, dengan modul Kecakapan, Etika, Keamanan, dan Budaya Digital.",
        "IKP",
        "Gerakan Nasional Literasi Digital",
    ),
    (
        "Pembentukan tim tanggap insiden siber",
        "Setiap pemerintah kabupaten dan kota yang belum memiliki tim tanggap insiden "
        "siber membentuk dan mendaftarkan tim tersebut.",
        "Persandian dan Keamanan Informasi",
        "Pembentukan CSIRT/TTIS",
    ),
    (
        "Metadata statistik sektoral",
        "Walidata setiap daerah melengkapi metadata kegiatan, variabel, dan indikator "
        "sebelum data dipublikasikan pada portal Satu Data.",
        "Statistik",
        "Satu Data Indonesia",
    ),
]


def recommendation(n: int = 1, **changes: Any) -> dict[str, Any]:
    title, text, bidang, programme = TEXTS[(n - 1) % len(TEXTS)]
    positions = [{"government": g, "position": "setuju"} for g, _ in GOVERNMENTS]
    positions[5] = {
        "government": "Kabupaten Dompu",
        "position": "setuju dengan catatan",
        "note": "Kelas di Kecamatan Hu'u digabung dengan Kecamatan Pajo.",
    }
    positions[9]["position"] = "tidak terkait"
    return {
        "number": f"REK-2026-{n:02d}",
        "title": title,
        "version": 3,
        "paragraphs": [text, "Hasilnya dilaporkan setiap triwulan."],
        "bidang": bidang,
        "programme": programme,
        "expected": expected(),
        "positions": positions,
        **changes,
    }


def berita_acara(**changes: Any) -> dict[str, Any]:
    return (
        frame(
            title="Berita Acara Kesepakatan",
            subject="Rapat Koordinasi Komunikasi dan Informatika "
            "se-Nusa Tenggara Barat Tahun 2026",
            number="500.12/17/Kominfotik/III/2026",
            opening="Pada hari ini, Jumat tanggal enam bulan Maret tahun dua ribu dua "
            "puluh enam, bertempat di Kota Bima, telah diselenggarakan Rapat "
            "Koordinasi Simulasi Komunikasi dan Informatika se-Nusa Tenggara Barat "
            "yang dihadiri oleh 10 (sepuluh) dari 11 (sebelas) pemerintah daerah.",
            present=[
                {
                    "government": government,
                    "office": office,
                    "attendance": "hadir"
                    if n != 7
                    else "hadir, diwakili Sekretaris Dinas",
                }
                for n, (government, office) in enumerate(GOVERNMENTS[:-1])
            ],
            absent=[
                {
                    "government": GOVERNMENTS[-1][0],
                    "office": GOVERNMENTS[-1][1],
                    "attendance": "tidak hadir",
                }
            ],
            quorum="Hadir 10 dari 11 pemerintah daerah anggota forum. Kuorum menurut "
            "tata tertib, yaitu paling sedikit 8 pemerintah daerah, terpenuhi.",
            agreement="Setelah membahas rancangan rekomendasi per bidang dan mendengar "
            "tanggapan setiap daerah, rapat menyepakati 3 (tiga) rekomendasi berikut.",
            recommendations=[recommendation(n) for n in (1, 2, 3)],
            closing="Demikian berita acara ini dibuat dengan sebenarnya dan "
            "ditandatangani oleh para pihak untuk dilaksanakan dengan penuh tanggung "
            "jawab.",
            signed_at="Kota Bima, 6 Maret 2026",
            signatories=[
                {"government": government, "office_title": f"Kepala {office}"}
                for government, office in GOVERNMENTS
            ],
            appendices=[
                {
                    "title": "Susunan acara",
                    "paragraphs": ["Acara berlangsung menurut susunan berikut."],
                    "table": {
                        "header": ["Waktu (WITA)", "Acara", "Pimpinan"],
                        "rows": [
                            ["08.30", "Pembukaan", "Kepala Dinas"],
                            ["09.30", "Sidang kelompok per bidang", "Ketua kelompok"],
                            ["14.00", "Sidang pleno", "Pimpinan sidang"],
                        ],
                    },
                }
            ],
        )
        | changes
    )


def pedoman(**changes: Any) -> dict[str, Any]:
    def clause(n: int, number: str, commentary: list[str]) -> dict[str, Any]:
        return {
            "number": number,
            "source": f"REK-2026-{n:02d}, Berita Acara BA-7K3M-92QX",
            "replaces": ["REK-2025-02 dalam Pedoman 2025"] if n == 1 else [],
            "title": TEXTS[n - 1][0],
            "paragraphs": [TEXTS[n - 1][1], "Hasilnya dilaporkan setiap triwulan."],
            "expected": expected(),
            "commentary": commentary,
        }

    return (
        frame(
            title="Pedoman Pelaksanaan Program Nasional Komunikasi dan Informatika",
            subject="bagi pemerintah provinsi, kabupaten, dan kota "
            "se-Nusa Tenggara Barat Tahun 2026",
            number=None,
            edition="Berlaku mulai 20 Maret 2026",
            foreword=[
                "Pedoman ini menghimpun rekomendasi yang disepakati sebelas pemerintah "
                "daerah dalam Rapat Koordinasi Simulasi, agar pelaksanaan program "
                "nasional di provinsi, kabupaten, dan kota berjalan searah.",
                "Naskah setiap butir dikutip kata demi kata dari berita acara.",
            ],
            determined={
                "office": "Kepala Dinas Komunikasi, Informatika dan Statistik",
                "place": "Mataram",
                "day": "20 Maret 2026",
            },
            basis="Disusun dari Berita Acara Nomor 500.12/17/Kominfotik/III/2026, "
            "kode BA-7K3M-92QX",
            notes=["Telah ditelaah pemerintah daerah anggota."],
            changes=[
                {
                    "guideline": "Pedoman 2025 (Surat Edaran Nomor 4)",
                    "clauses": ["REK-2025-02 Kelas, digantikan oleh REK-2026-01"],
                }
            ],
            chapters=[
                {
                    "title": "Bidang Informasi dan Komunikasi Publik",
                    "commentary": [],
                    "programmes": [
                        {
                            "programme": "Gerakan Nasional Literasi Digital",
                            "mandate": "Dasar: Peta Jalan Literasi Digital 2021–2024",
                            "clauses": [
                                clause(
                                    1,
                                    "1.1",
                                    [
                                        "Modul tersedia dalam empat pilar; daerah "
                                        "dapat menambah contoh setempat."
                                    ],
                                )
                            ],
                        },
                        {
                            "programme": "Satu Data Indonesia",
                            "clauses": [clause(3, "1.2", [])],
                        },
                    ],
                },
                {
                    "title": "Bidang Persandian dan Keamanan Informasi",
                    "commentary": [],
                    "programmes": [
                        {
                            "programme": "Pembentukan CSIRT/TTIS",
                            "mandate": "Dasar: Perpres 82/2022",
                            "clauses": [
                                clause(
                                    2, "2.1", ["Lihat contoh keputusan pembentukan."]
                                )
                            ],
                        }
                    ],
                },
            ],
        )
        | changes
    )


def tanda_terima(**changes: Any) -> dict[str, Any]:
    return (
        frame(
            title="Tanda Terima Laporan Triwulan",
            number="TT-2026-TW1-0007",
            received_at="Senin, 6 April 2026 pukul 14.05 WITA",
            statement="Telah diterima melalui Sinergi laporan triwulan atas rencana "
            "tindak lanjut (RTL) dengan keterangan sebagai berikut.",
            facts=[
                {"label": "Pemerintah daerah", "value": "Kabupaten Dompu"},
                {"label": "Disampaikan oleh", "value": "Operator Dinas Kominfo"},
                {"label": "Rekomendasi", "value": f"REK-2026-01 {TEXTS[0][0]}"},
                {"label": "Triwulan", "value": "Triwulan I 2026"},
                {"label": "Target", "value": "400 orang"},
                {"label": "Realisasi yang dilaporkan", "value": "350 orang"},
                {"label": "Sidik laporan (SHA-256)", "value": SHA},
            ],
            evidence=[{"name": "daftar-hadir-kelas-huu.pdf", "sha256": SHA}],
            closing="Laporan akan ditelaah oleh penelaah dari pemerintah daerah lain "
            "paling lambat 6 Mei 2026.",
        )
        | changes
    )


def notulen(**changes: Any) -> dict[str, Any]:
    session = {
        "title": "Pleno pembukaan",
        "when": "Rabu, 4 Maret 2026, 09.00 WITA – 12.00 WITA · Aula utama",
        "agenda": [
            {"title": "Matriks keselarasan", "decisions": ["Sel kosong diisi."] * 2},
            {"title": "Tata tertib", "decisions": []},
        ],
        "text": ["Pimpinan sidang membuka rapat.", "Sekretariat memaparkan matriks."],
        "revision": "Revisi 2",
    }
    meeting = {
        "title": "Rakor Kominfotik se-NTB 2026",
        "opening": "Diselenggarakan pada 4–6 Maret 2026 di Aula, Kota Bima.",
        "sessions": [session, {**session, "title": "Kelompok PTIK"}],
    }
    return (
        frame(
            title="Himpunan Notulen",
            subject="Kominfotik se-NTB",
            number=None,
            approved="Disahkan pimpinan sidang pada 10 Maret 2026",
            meetings=[meeting, {**meeting, "title": "Rakor Kominfotik se-NTB 2025"}],
        )
        | changes
    )


def laporan_hasil(**changes: Any) -> dict[str, Any]:
    agreed, minuted = berita_acara(), notulen()["meetings"][0]
    return {
        **frame(),
        "title": "Laporan Hasil",
        "subject": "Rakor Kominfotik se-NTB 2026",
        "number": "500.12/LH-01/Kominfotik/III/2026",
        "addressee": "Gubernur Nusa Tenggara Barat",
        "through": "Sekretaris Daerah",
        "introduction": ["Dengan hormat kami laporkan.", "Maksud rapat: selaras."],
        "basis": ["Surat undangan Nomor 1", "Berita acara Nomor 2"],
        "facts": [{"label": "Waktu", "value": "4–6 Maret 2026"}],
        "attendance": [{"label": "Kabupaten Dompu", "expected": 3, "present": 2}],
        "quorum": "Hadir 11 dari 11.",
        "course": ["Rapat berlangsung dalam dua sidang."],
        "minutes": "Notulen telah disahkan pimpinan sidang.",
        "sessions": minuted["sessions"],
        "recommendations": agreed["recommendations"],
        "not_adopted": [["REK-9", "Judul", "Ditunda", "Belum ada anggaran."]],
        "follow_up": "Paling lambat Senin, 4 Mei 2026.",
        "due": [{"label": "Kabupaten Dompu", "value": "2 rekomendasi"}],
        "closing": ["Demikian laporan ini."],
        "signed_at": "Mataram, 9 Maret 2026",
        "signatory": {"lines": ["a.n. Gubernur", "Plt. Kepala Dinas,"], "name": ""},
        **changes,
    }


def lembar_pengesahan(**changes: Any) -> dict[str, Any]:
    return (
        frame(
            title="Lembar Pengesahan",
            subject="Berita Acara Kesepakatan Rakor Kominfotik se-NTB 2026",
            number="500.12/1/2026",
            statement="Naskah telah dikunci; 1 dari 2 telah menandatangani.",
            facts=[{"label": "Sidik isi (SHA-256)", "value": SHA}],
            signed=[
                {
                    "government": "Kabupaten Dompu",
                    "office": "Kepala Dinas Kominfo",
                    "how": "tanda tangan elektronik tidak tersertifikasi",
                    "when": "6 Maret 2026, 15.00 WITA",
                }
            ],
            refused=[
                {
                    "government": "Kota Bima",
                    "office": "Kepala Dinas Kominfotik",
                    "reason": "Biaya belum disetujui.\nMohon dibahas lagi.",
                    "when": "6 Maret 2026, 16.00 WITA",
                }
            ],
            missing=["Kabupaten Bima"],
            closing="Lembar ini tidak mengubah naskah yang dikunci.",
        )
        | changes
    )


def adendum(**changes: Any) -> dict[str, Any]:
    return (
        frame(
            title="Adendum Berita Acara",
            subject="Rakor Kominfotik se-NTB 2026",
            number="500.12/2/2026",
            opening="Pada hari ini disepakati adendum atas berita acara.",
            matter="Pembetulan tempat rapat",
            paragraphs=["Tempat rapat dibaca: aula utama."],
            facts=[{"label": "Sidik isi (SHA-256)", "value": SHA}],
            closing="Adendum ini merupakan bagian tidak terpisahkan.",
            signed_at="Kota Bima, 6 Maret 2026",
            signatories=[
                {
                    "government": "Kabupaten Dompu",
                    "office_title": "Kepala Dinas Kominfo",
                }
            ],
        )
        | changes
    )
