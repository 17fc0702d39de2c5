"""Working addresses of aligning."""

from django.urls import path

from sinergi.align.views import (
    describing,
    desk,
    following,
    help,
    partners,
    programmes,
    sheets,
)

app_name = "align_work"

urlpatterns = [
    path("rencana/", desk.plans, name="plans"),
    path("rencana/baru/", desk.enter, name="enter"),
    path("rencana/mitra/<int:pk>/", partners.partner, name="partner"),
    path("rencana/templat/", sheets.template, name="template"),
    path("rencana/berkas/", sheets.bring, name="bring"),
    path("rencana/berkas/<str:reference>/", sheets.sheet, name="sheet"),
    path(
        "rencana/berkas/<str:reference>/batal/",
        sheets.discard,
        name="discard_sheet",
    ),
    path("rencana/<str:reference>/", desk.plan, name="plan"),
    path("rencana/<str:reference>/ubah/", desk.change, name="change"),
    path("rencana/<str:reference>/tarik/", desk.withdraw, name="withdraw"),
    path("rencana/<str:reference>/undang/", partners.invite, name="invite"),
    path("rencana/<str:reference>/gabungkan/", partners.propose, name="propose"),
    path("program/", programmes.listing, name="programmes"),
    path("program/baru/", programmes.enter, name="enter_programme"),
    path("program/<slug:code>/", programmes.one, name="programme"),
    path("program/<slug:code>/ubah/", describing.describe, name="describe"),
    path("program/<slug:code>/tahun/", programmes.years, name="years"),
    path("program/<slug:code>/mandat/", programmes.add_mandate, name="add_mandate"),
    path(
        "program/<slug:code>/mandat/<int:pk>/hapus/",
        programmes.remove_mandate,
        name="remove_mandate",
    ),
    path("program/<slug:code>/target/", programmes.add_target, name="add_target"),
    path(
        "program/<slug:code>/target/<int:pk>/hapus/",
        programmes.remove_target,
        name="remove_target",
    ),
    path("program/<slug:code>/kewajiban/", programmes.obligation, name="obligation"),
    path("dukungan/", help.listing, name="help"),
    path("dukungan/minta/", help.ask, name="ask"),
    path("dukungan/<str:reference>/", help.one, name="request"),
    path(
        "dukungan/<str:reference>/jawaban/<int:pk>/<slug:step>/",
        following.answer_step,
        name="answer_step",
    ),
    path(
        "dukungan/<str:reference>/<slug:step>/",
        following.request_step,
        name="request_step",
    ),
]
