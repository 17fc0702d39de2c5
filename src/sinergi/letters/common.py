"""Placeholders every letter has: head, number, day, place and signatory."""

from django.utils.translation import gettext_lazy as _

from sinergi.core.correspondence import Placeholder

COMMON = (
    Placeholder("logo", _("picture of the letterhead; empty without one"), ""),
    Placeholder(
        "kop_pemerintah",
        _("first line of the letterhead: the government"),
        "Pemerintah Provinsi Contoh",
    ),
    Placeholder(
        "kop_kantor",
        _("second line of the letterhead: the office"),
        "Dinas Komunikasi dan Informatika",
    ),
    Placeholder("kop_alamat", _("address of the letterhead"), "Jalan Contoh Nomor 1"),
    Placeholder("kop_kontak", _("contact of the letterhead"), "Telepon (0000) 000000"),
    Placeholder("nomor", _("number of the letter"), "500.12/001/CONTOH/I/2026"),
    Placeholder("tanggal", _("day of the letter, spelled out"), "5 Januari 2026"),
    Placeholder("tempat", _("place where the letter is written"), "Kota Contoh"),
    Placeholder(
        "penandatangan_jabatan",
        _("lines above the signature, with a.n., Plt. or Pj."),
        "a.n. Gubernur Contoh\nPlt. Kepala Dinas Contoh,",
    ),
    Placeholder(
        "penandatangan_nama",
        _("name below the signature; dots while nobody is named"),
        "Nama Contoh, S.Sos.",
    ),
)
