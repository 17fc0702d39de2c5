"""Working addresses of letters, under /kerja/."""

from django.urls import path

from sinergi.letters.views import office, wordings

app_name = "letters_work"

urlpatterns = [
    path("surat/", office.letters, name="letters"),
    path("surat/kop/", office.letterhead, name="letterhead"),
    path("surat/kop/logo/", office.logo, name="logo"),
    path("surat/kop/contoh.pdf", office.letterhead_trial, name="letterhead_trial"),
    path("surat/<slug:key>/nomor/", office.number, name="number"),
    path("surat/<slug:key>/penanda-tangan/", office.signatory, name="signatory"),
    path("surat/<slug:key>/naskah/", wordings.wording, name="wording"),
    path(
        "surat/<slug:key>/naskah/templat.docx",
        wordings.house_template,
        name="house_template",
    ),
    path("surat/<slug:key>/naskah/bawaan/", wordings.use_house, name="use_house"),
    path(
        "surat/<slug:key>/naskah/<int:number>/templat.docx",
        wordings.template,
        name="template",
    ),
    path("surat/<slug:key>/naskah/<int:number>/uji.docx", wordings.trial, name="trial"),
    path("surat/<slug:key>/naskah/<int:number>/pakai/", wordings.use, name="use"),
]
