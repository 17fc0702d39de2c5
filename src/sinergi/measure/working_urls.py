"""Working addresses of measuring, under /kerja/."""

from django.urls import path

from sinergi.measure.views import releases, series, work

app_name = "measure_work"

urlpatterns = [
    path("indeks/", work.home, name="home"),
    path("indeks/target/", work.targets, name="targets"),
    path("indeks/target/tetapkan/", work.set_target, name="set_target"),
    path("indeks/seri/baru/", series.new_series, name="new_series"),
    path("indeks/seri/<slug:slug>/", series.series, name="series"),
    path("indeks/seri/<slug:slug>/metode/", series.add_method, name="add_method"),
    path("indeks/seri/<slug:slug>/nilai/", series.add_value, name="add_value"),
    path(
        "indeks/seri/<slug:slug>/nilai/<int:pk>/perbaiki/",
        series.correct_value,
        name="correct_value",
    ),
    path("indeks/definisi/", releases.definitions, name="definitions"),
    path("indeks/definisi/baru/", releases.new_definition, name="new_definition"),
    path(
        "indeks/definisi/<slug:slug>/<int:version>/",
        releases.definition,
        name="definition",
    ),
    path("indeks/rilis/baru/", releases.new_release, name="new_release"),
    path("indeks/rilis/<int:pk>/", releases.release, name="release"),
    path("indeks/rilis/<int:pk>/rilis/", releases.publish, name="publish"),
    path("indeks/rilis/<int:pk>/buang/", releases.discard, name="discard"),
]
