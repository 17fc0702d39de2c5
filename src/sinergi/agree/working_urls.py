"""Working addresses of agreeing, under /kerja/."""

from django.urls import path

from sinergi.agree.views import board, drafting, papers, positions, work

app_name = "agree_work"

ONE = "rekomendasi/<int:pk>/"
OF_MEETING = "rekomendasi/rakor/<slug:slug>/"

urlpatterns = [
    path("rekomendasi/", board.boards, name="boards"),
    path(OF_MEETING, board.board, name="board"),
    path(f"{OF_MEETING}baru/", drafting.draft, name="draft"),
    path(f"{OF_MEETING}berita-acara/", papers.record, name="record"),
    path(
        f"{OF_MEETING}berita-acara/pratinjau.pdf",
        papers.record_preview,
        name="record_preview",
    ),
    path(f"{OF_MEETING}berita-acara/kunci/", papers.lock, name="lock"),
    path(f"{OF_MEETING}pedoman/", papers.guideline, name="guideline"),
    path(
        f"{OF_MEETING}pedoman/butir/<int:order>/",
        papers.commentary,
        name="commentary",
    ),
    path(
        f"{OF_MEETING}pedoman/pratinjau.pdf",
        papers.guideline_preview,
        name="guideline_preview",
    ),
    path(f"{OF_MEETING}pedoman/berlaku/", papers.in_force, name="in_force"),
    path(ONE, work.recommendation, name="recommendation"),
    path(f"{ONE}keterangan/", drafting.metadata, name="metadata"),
    path(f"{ONE}naskah/", drafting.text, name="text"),
    path(f"{ONE}dasar/", drafting.grounds, name="grounds"),
    path(f"{ONE}tanggapan/", positions.position, name="position"),
    path(f"{ONE}catat-tanggapan/", positions.positions, name="positions"),
    path(f"{ONE}langkah/<slug:deed>/", work.step, name="step"),
]
