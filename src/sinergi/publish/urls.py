"""Public addresses across stages."""

from django.urls import path

from sinergi.publish.views import data, home, progress

app_name = "publish"

urlpatterns = [
    path("", home.home, name="home"),
    path("pelaksanaan/", progress.page, name="progress"),
    path("dokumen/", data.documents, name="documents"),
    path("data/", data.page, name="data"),
    path("data/pelaksanaan.csv", progress.csv_file, name="progress_csv"),
    path("data/pelaksanaan.json", progress.json_file, name="progress_json"),
    path("data/rekomendasi.csv", data.recommendations_csv, name="recommendations_csv"),
    path(
        "data/rekomendasi.json", data.recommendations_json, name="recommendations_json"
    ),
]
