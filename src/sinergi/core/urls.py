"""Public addresses of the core."""

from django.urls import path

from sinergi.core import views

app_name = "core"

urlpatterns = [
    path("bahasa/", views.language, name="language"),
    path("keutuhan-catatan/", views.ledger_page, name="ledger"),
    path("v/", views.verify, name="verify"),
    path("v/<str:code>/", views.verify, name="document"),
    path("v/<str:code>/berkas.pdf", views.document_file, name="document_file"),
    path("kerja/sebagai/", views.act_as, name="act_as"),
    path("kerja/profil/", views.profile, name="profile"),
    path("kerja/bidang/", views.bidang_offices, name="bidang_offices"),
    path("kerja/orang/", views.people, name="people"),
    path("kerja/orang/undang/", views.invite, name="invite"),
    path("kerja/orang/<int:pk>/akhiri/", views.end_membership, name="end_membership"),
]
