"""Working addresses of collecting, under /kerja/."""

from django.urls import path

from sinergi.collect.views import imports, surveys, waves

app_name = "collect"

urlpatterns = [
    path("indeks/survei/", surveys.surveys, name="surveys"),
    path("indeks/survei/baru/", surveys.new_survey, name="new_survey"),
    path("indeks/survei/<slug:slug>/", surveys.survey, name="survey"),
    path(
        "indeks/survei/<slug:slug>/kuesioner/terbitkan/",
        surveys.publish_form,
        name="publish_form",
    ),
    path("indeks/survei/<slug:slug>/kuesioner/<int:pk>/", surveys.form, name="form"),
    path(
        "indeks/survei/<slug:slug>/putaran/baru/", surveys.open_wave, name="open_wave"
    ),
    path("indeks/putaran/<slug:slug>/", waves.wave, name="wave"),
    path("indeks/putaran/<slug:slug>/unggah/", waves.upload, name="upload"),
    path("indeks/putaran/<slug:slug>/buka-kembali/", waves.reopen, name="reopen"),
    path("indeks/putaran/<slug:slug>/bekukan/", waves.freeze, name="freeze"),
    path("indeks/berkas/<int:pk>/", imports.report, name="report"),
    path("indeks/berkas/<int:pk>/kolom/", imports.mapping_page, name="mapping"),
    path("indeks/berkas/<int:pk>/masalah.csv", imports.problems, name="problems"),
    path("indeks/berkas/<int:pk>/konfirmasi/", imports.confirm, name="confirm"),
    path("indeks/berkas/<int:pk>/buang/", imports.discard, name="discard"),
]
