"""A meeting with two groups: invited, entered by its doors, and seen on its wall."""

from urllib.parse import urlsplit

from django.utils import timezone
from playwright.sync_api import expect

from sinergi.convene import cards
from sinergi.convene.models import Participant
from tests.journeys.convening import MEETING, PATH
from tests.journeys.desks import PATIENCE, Desk

GUEST = "Tono Wijaya"
ANSWERS = {"S": "setuju", "C": "setuju dengan catatan"}

Session = tuple[str, str, str, str, str]

OPENING: Session = ("Pleno pembukaan", "", "Selasa, 3 Maret 2026", "09:00", "12:00")
PTIK: Session = (
    "Kelompok PTIK", "Bidang PTIK", "Rabu, 4 Maret 2026", "09:00", "15:00",
)  # fmt: skip
IKP: Session = ("Kelompok IKP", "Bidang IKP", "Rabu, 4 Maret 2026", "09:00", "15:00")
CLOSING: Session = (
    "Pleno penutupan", "", "Kamis, 5 Maret 2026", "09:00", "12:00",
)  # fmt: skip


def lays_out(sari: Desk, sessions: list[Session], item: str) -> None:
    """Sessions in their halls; the item stands on the agenda of the last plenary."""
    for title, bidang, day, starts, ends in sessions:
        sari.opens(f"{PATH}susunan/").follows("Tambah sesi")
        sari.fills_in(
            {
                "Pleno atau kelompok": "Sidang kelompok" if bidang else "Pleno",
                "Bidang": bidang or "tidak ada (pleno)",
                "Judul": title,
                "Hari": day,
                "Mulai": starts,
                "Selesai": ends,
                "Ruang": f"Ruang {bidang or 'utama'}",
            }
        )
        sari.presses("Tambahkan sesi").reads(title)
    plenary = [title for title, bidang, *_when in sessions if not bidang][-1]
    sari.follows(f"Tambah mata acara : {plenary}")
    sari.fills_in({"Mata acara": item, "Menit": "90"})
    sari.presses("Tambahkan mata acara").reads(item)


def names_the_committee(sari: Desk) -> None:
    sari.opens(f"{PATH}panitia/")
    for person, task, group in [
        ("Made · Kepala dinas · Provinsi Uji", "Pimpinan sidang", "tidak ada"),
        ("Putu · Operator · Provinsi Uji", "Ketua kelompok", "Kelompok PTIK"),
        ("Komang · Operator · Kota Tiga", "Ketua kelompok", "Kelompok IKP"),
        ("Budi · Operator · Kabupaten Satu", "Meja registrasi", "tidak ada"),
    ]:
        sari.fills_in({"Orang": person, "Tugas": task, "Kelompok": group})
        sari.presses("Tunjuk untuk tugas ini").reads(person.split(" · ")[0])


def answers_that_the_head_comes(head: Desk) -> None:
    head.opens("/kerja/").reads("Jawab undangan").follows("Tanggapi")
    head.ticks("Kepala dinas hadir")
    head.presses("Kirim jawaban").reads("hadir")


def invites_a_guest(sari: Desk) -> str:
    """Returns the personal link, which is shown this once."""
    sari.opens(f"{PATH}tamu/")
    sari.fills_in({"Nama": GUEST, "Jabatan dan instansi": "Narasumber, Universitas"})
    sari.presses("Buat tautan").reads(f"Tautan untuk {GUEST}")
    link = sari.tab.locator(".convene-link code").inner_text()

    sari.opens(f"{PATH}tamu/")
    assert link not in sari.text
    return urlsplit(link).path


def comes_by_a_personal_link(guest: Desk, link: str) -> None:
    guest.opens(link).reads(MEETING, f"Undangan untuk {GUEST}", "Kelompok IKP")
    guest.ticks("Saya hadir").presses("Kirim jawaban").reads("hadir")

    assert guest.tab.request.get(f"{guest.origin}{PATH}").status in (302, 403, 404) or (
        "Masuk" in guest.tab.request.get(f"{guest.origin}{PATH}").text()
    )


def reads_that_the_guest_comes(sari: Desk) -> None:
    sari.opens(f"{PATH}tamu/").reads(GUEST, "hadir")


def scans_without_a_network_and_back(budi: Desk) -> None:
    """Two delegates pass the door while the network is down; both count."""
    # The device has a clock of its own, which is right.
    budi.context.clock.set_fixed_time(timezone.now())
    budi.opens(f"{PATH}pindai/")
    expect(budi.tab.get_by_text("siap bila jaringan putus")).to_be_visible(
        timeout=PATIENCE
    )
    budi.context.set_offline(True)
    budi.tab.reload()
    for place in ("kabupaten-satu", "kabupaten-dua"):
        came = Participant.objects.get(government__slug=place)
        budi.field("Kode kartu").fill(cards.code_of(came))
        budi.tab.keyboard.press("Enter")
    expect(budi.tab.get_by_text("belum terkirim: 2")).to_be_visible(timeout=PATIENCE)

    budi.context.set_offline(False)

    expect(budi.tab.get_by_text("semua terkirim")).to_be_visible(timeout=60_000)


def checks_the_others_in_at_the_desk(budi: Desk) -> None:
    budi.opens(f"{PATH}meja/").reads("2 dari 4")
    for government in ("Provinsi", "Kota Tiga"):
        budi.presses(f"Hadir : Kepala Dinas, {government}")

    budi.reads("4 dari 4 peserta hadir hari ini")


def makes_a_link_for_the_laptop_in_the_hall(sari: Desk) -> str:
    sari.opens(f"{PATH}layar/")
    sari.fills_in({"Tautan berlaku sampai akhir hari": "Kamis, 5 Maret 2026"})
    sari.presses("Buat tautan")
    link = sari.tab.locator("#tautan a.convene-link").get_attribute("href") or ""
    return urlsplit(link).path


def puts_on_the_wall(sari: Desk, title: str) -> None:
    sari.opens(f"{PATH}layar/").presses(f"Tampilkan : {title}")


def shows(wall: Desk, *words: str) -> None:
    """The laptop follows by itself: nobody loads the page again."""
    for each in words:
        expect(wall.tab.locator("body")).to_contain_text(each, timeout=PATIENCE)


def checks_in_everybody(sari: Desk) -> None:
    """Each government by its head, at the desk."""
    sari.opens(f"{PATH}meja/")
    for government in ("Provinsi", "Kab. Satu", "Kab. Dua", "Kota Tiga"):
        sari.presses(f"Hadir : Kepala Dinas, {government}")

    sari.reads("4 dari 4 pemerintah daerah")
