"""Public addresses of agreeing."""

from django.urls import path

from sinergi.agree.views import addenda_public, documents, public, twins

app_name = "agree"

urlpatterns = [
    path("rekomendasi/", public.recommendations, name="recommendations"),
    path("rekomendasi/<slug:reference>/", public.recommendation, name="recommendation"),
    path("rekomendasi/<slug:reference>/v<int:number>/", public.version, name="version"),
    path("pedoman/", documents.guidelines, name="guidelines"),
    path("pedoman/terpadu/", documents.consolidated, name="consolidated"),
    path("pedoman/terpadu/pdf/", documents.consolidated_pdf, name="consolidated_pdf"),
    path(
        "pedoman/terpadu/docx/", documents.consolidated_docx, name="consolidated_docx"
    ),
    path("pedoman/<slug:slug>/", documents.guideline, name="guideline"),
    path("pedoman/<slug:slug>/docx/", twins.guideline, name="guideline_docx"),
    path("berita-acara/<slug:key>/", documents.record, name="record"),
    path("berita-acara/<slug:slug>/docx/", twins.record, name="record_docx"),
    path(
        "berita-acara/<slug:slug>/adendum/<int:order>/",
        addenda_public.addendum,
        name="addendum",
    ),
    path(
        "berita-acara/<slug:slug>/adendum/<int:order>/docx/",
        addenda_public.addendum_docx,
        name="addendum_docx",
    ),
]
