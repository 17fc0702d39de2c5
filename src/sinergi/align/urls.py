"""Public addresses of aligning."""

from django.urls import path

from sinergi.align.views import public

app_name = "align"

urlpatterns = [
    path("keselarasan/", public.matrix_page, name="matrix"),
    path("keselarasan/matriks.csv", public.matrix_csv, name="matrix_csv"),
    path("keselarasan/matriks.xlsx", public.matrix_xlsx, name="matrix_xlsx"),
    path("keselarasan/temuan/", public.findings_page, name="findings"),
    path("keselarasan/perubahan/", public.changes_page, name="changes"),
    path("keselarasan/<slug:code>/mandat/<int:pk>/", public.mandate, name="mandate"),
    path("keselarasan/<slug:code>/", public.programme_page, name="programme"),
    path("keselarasan/<slug:code>/<slug:government>/", public.cell_page, name="cell"),
]
