"""Public addresses of measuring."""

from django.urls import path

from sinergi.measure.views import changes, downloads, public

app_name = "measure"

urlpatterns = [
    path("indeks/", public.index, name="index"),
    path("indeks/nilai-terbitan.csv", downloads.published_csv, name="published_csv"),
    path("indeks/nilai-terbitan.json", downloads.published_json, name="published_json"),
    path("indeks/rilis/<slug:slug>/", public.release, name="release"),
    path(
        "indeks/rilis/<slug:slug>/angka.csv", downloads.release_csv, name="release_csv"
    ),
    path(
        "indeks/rilis/<slug:slug>/angka.json",
        downloads.release_json,
        name="release_json",
    ),
    path(
        "indeks/beda/<slug:later>/<slug:earlier>/",
        changes.difference,
        name="difference",
    ),
    path("indeks/<slug:slug>/", public.government, name="government"),
]
