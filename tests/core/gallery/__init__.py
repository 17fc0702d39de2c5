"""Every component of the house on two pages, for tests and for the eye."""

from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from django import forms
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory
from django.utils.safestring import mark_safe

from sinergi.core.marks import Mark
from sinergi.core.renderer import FormRenderer

HERE = Path(__file__).parent

AGREED = Mark("good", "check", "setuju", "S")
REMARK = Mark("note", "check-note", "setuju dengan catatan", "C")
TALK = Mark("warn", "speech", "perlu pembahasan", "B")
OBJECTS = Mark("bad", "cross", "keberatan", "K")
SILENT = Mark("off", "dash", "tidak terkait", "–")
WAITING = Mark("wait", "clock", "menunggu tanggapan", "…")

GOVERNMENTS = {
    "Provinsi NTB": AGREED,
    "Lombok Barat": AGREED,
    "Lombok Tengah": REMARK,
    "Lombok Timur": AGREED,
    "Sumbawa": WAITING,
    "Dompu": AGREED,
    "Bima": TALK,
    "Sumbawa Barat": AGREED,
    "Lombok Utara": SILENT,
    "Kota Mataram": OBJECTS,
    "Kota Bima": AGREED,
}

MENU = [
    {"label": label, "url": f"/{slug}/", "current": slug == "rakor"}
    for label, slug in (
        ("Keselarasan", "keselarasan"),
        ("Rakor", "rakor"),
        ("Rekomendasi & Pedoman", "rekomendasi"),
        ("Pelaksanaan", "pelaksanaan"),
        ("Indeks", "indeks"),
        ("Data", "data"),
    )
]

SARI = SimpleNamespace(
    pk=1,
    person=SimpleNamespace(name="Sari"),
    government=SimpleNamespace(name="Provinsi Nusa Tenggara Barat"),
    role_label="Sekretariat",
)
BUDI = SimpleNamespace(
    pk=2,
    person=SARI.person,
    government=SimpleNamespace(name="Kabupaten Dompu"),
    role_label="Operator",
)


class ReportForm(forms.Form):
    """One field of every kind; the quarter's target is missing when bound."""

    default_renderer = FormRenderer()

    target = forms.DecimalField(
        label="Target triwulan II",
        help_text="Jumlah desa; boleh nihil.",
        error_messages={
            "required": "Target triwulan II belum diisi. Isi angka atau pilih nihil."
        },
    )
    output = forms.CharField(label="Keluaran", max_length=120)
    day = forms.DateField(
        label="Tanggal", widget=forms.DateInput(attrs={"type": "date"})
    )
    source = forms.ChoiceField(
        label="Sumber dana", choices=[("apbd", "APBD"), ("apbn", "APBN")]
    )
    stage = forms.ChoiceField(
        label="Tahap anggaran",
        widget=forms.RadioSelect,
        help_text="Di mana anggarannya tercatat hari ini.",
        choices=[("dpa", "DPA berjalan"), ("perubahan", "Perubahan APBD")],
    )
    story = forms.CharField(
        label="Uraian", widget=forms.Textarea(attrs={"rows": 4}), required=False
    )
    evidence = forms.FileField(label="Bukti", required=False)
    joint = forms.BooleanField(
        label="Dilaksanakan bersama",
        help_text="Pemerintah lain ikut menanggung.",
        required=False,
    )


PICTURE = mark_safe(  # a dot with its whisker; classes only, no style attributes
    '<svg viewBox="0 0 320 64" width="320" height="64" role="img" aria-labelledby="p1">'
    '<title id="p1">Selang Dompu dan Bima saling menutupi.</title>'
    '<g stroke="currentColor"><path d="M60 20h120M90 44h130"/></g>'
    '<g fill="currentColor"><circle cx="120" cy="20" r="5"/>'
    '<circle cx="150" cy="44" r="5"/></g>'
    '<g fill="currentColor" font-size="12"><text x="0" y="24">Dompu</text>'
    '<text x="0" y="48">Bima</text></g></svg>'
)

TABLE = {
    "caption": "Literasi digital menurut kabupaten",
    "head": ["Pemerintah", "Nilai", "Selang 95%", "n"],
    "rows": [
        ["Dompu", "3,31", "3,18–3,44", "214"],
        ["Bima", "3,36", "3,21–3,51", "198"],
    ],
    "foot": ["Semua", "3,34", "3,24–3,44", "412"],
}


def context() -> dict[str, Any]:
    form = ReportForm(data={"target": "", "output": "Desa cakap digital"})
    form.is_valid()
    return {
        "title": "Rakor Simulasi Kominfo",
        "forum": SimpleNamespace(name="Forum Kominfotik Nusa Tenggara Barat"),
        "instance_name": "Sinergi",
        "menu": MENU,
        "turn_menu": [{**item, "count": 3 if item["current"] else 0} for item in MENU],
        "acting": SARI,
        "memberships": [SARI, BUDI],
        "simulated": True,
        "draft": True,
        "crumbs": [{"label": "Rakor", "url": "/rakor/"}, {"label": "Rakor Simulasi"}],
        "marks": [AGREED, REMARK, TALK, OBJECTS, SILENT, WAITING],
        "tiles": [
            {"name": name, "mark": mark, "url": f"/{name}/"}
            for name, mark in GOVERNMENTS.items()
        ],
        "programmes": ["Desa digital", "SPBE", "Siber", "Kehumasan", "Satu data"],
        "table": TABLE,
        "picture": PICTURE,
        "form": form,
        "page_obj": Paginator(list(range(60)), 20).page(2),
        "tabs": [
            {"label": "Sidang pleno", "url": "/p/", "current": True, "count": 4},
            {"label": "Kelompok", "url": "/k/", "count": 0},
            {"label": "Dokumen", "url": "/d/"},
        ],
        "facts": [
            {"label": "Tempat", "value": "Kota Bima"},
            {"label": "Anggaran", "value": "Rp1.250.000.000"},
            {"label": "Mitra", "value": ""},
        ],
        "events": [
            {
                "on": date(2024, 3, 5),
                "title": "Rumusan disampaikan kelompok",
                "who": "Sekretariat · Provinsi NTB",
                "mark": WAITING,
            },
            {
                "at": datetime(2024, 3, 6, 2, 30, tzinfo=UTC),
                "title": "Disepakati 11 dari 11",
                "text": "Naskah versi 3 dikunci dalam berita acara.",
                "url": "/r/1/",
                "mark": AGREED,
            },
            {
                "on": date(2024, 5, 5),
                "title": "Rencana tindak lanjut jatuh tempo",
                "future": True,
            },
        ],
        "messages": [
            Message(constants.SUCCESS, "Tanggapan daerah tersimpan."),
        ],
    }


def render(name: str, **extra: Any) -> str:
    """One page of the gallery as text, without asking a database."""
    request = RequestFactory().get("/galeri/", {"page": "2", "bidang": "ikp"})
    values = Context({**context(), "request": request, "csrf_token": "x", **extra})
    values.request = request  # as RequestContext has it, for {% querystring %}
    return Template((HERE / f"{name}.html").read_text("utf-8")).render(values)
