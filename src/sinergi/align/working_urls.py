"""Working addresses of aligning."""

from django.urls import path

from sinergi.align.views import desk, help

app_name = "align_work"

urlpatterns = [
    path("rencana/", desk.plans, name="plans"),
    path("rencana/baru/", desk.enter, name="enter"),
    path("rencana/mitra/<int:pk>/", desk.partner, name="partner"),
    path("rencana/<str:reference>/", desk.plan, name="plan"),
    path("rencana/<str:reference>/ubah/", desk.change, name="change"),
    path("rencana/<str:reference>/tarik/", desk.withdraw, name="withdraw"),
    path("rencana/<str:reference>/undang/", desk.invite, name="invite"),
    path("dukungan/", help.listing, name="help"),
    path("dukungan/minta/", help.ask, name="ask"),
    path("dukungan/<str:reference>/", help.one, name="request"),
]
