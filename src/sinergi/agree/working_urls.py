"""Working addresses of agreeing, under /kerja/."""

from django.urls import path

from sinergi.agree.views import (
    accepting,
    amendments,
    board,
    bringing,
    changes,
    chapters,
    circulation,
    consent,
    drafting,
    guidelines,
    mandates,
    papers,
    positions,
    reviewing,
    work,
)

app_name = "agree_work"

ONE = "rekomendasi/<int:pk>/"
OF_MEETING = "rekomendasi/rakor/<slug:slug>/"
AMENDMENT = "rekomendasi/usul/<int:pk>/"
MANDATE = "rekomendasi/mandat/<int:pk>/"
GUIDELINE = f"{OF_MEETING}pedoman/"

urlpatterns = [
    path("rekomendasi/", board.boards, name="boards"),
    path(OF_MEETING, board.board, name="board"),
    path(f"{OF_MEETING}baru/", drafting.draft, name="draft"),
    path(f"{OF_MEETING}dari-naskah/", bringing.from_text, name="from_text"),
    path(f"{OF_MEETING}tunda-lalu/", bringing.carry, name="carry"),
    path(f"{OF_MEETING}daftar-mufakat/", consent.consent, name="consent"),
    path(f"{OF_MEETING}daftar-mufakat/sepakati/", consent.adopt, name="adopt_list"),
    path(f"{OF_MEETING}daftar-mufakat/bubarkan/", consent.dissolve, name="dissolve"),
    path(
        f"{OF_MEETING}daftar-mufakat/keluarkan/<int:pk>/",
        consent.pull_out,
        name="pull_out",
    ),
    path(f"{OF_MEETING}edaran/", circulation.circulation, name="circulation"),
    path(f"{OF_MEETING}edaran/tutup/", circulation.close, name="close_circulation"),
    path(f"{OF_MEETING}mandat/", mandates.mandates, name="mandates"),
    path(f"{MANDATE}surat/", mandates.letter, name="mandate_file"),
    path(f"{MANDATE}akhiri/", mandates.end, name="end_mandate"),
    path(f"{OF_MEETING}berita-acara/", papers.record, name="record"),
    path(
        f"{OF_MEETING}berita-acara/pratinjau.pdf",
        papers.record_preview,
        name="record_preview",
    ),
    path(f"{OF_MEETING}berita-acara/kunci/", papers.lock, name="lock"),
    path(GUIDELINE, guidelines.guideline, name="guideline"),
    path(
        f"{GUIDELINE}pratinjau.pdf",
        guidelines.guideline_preview,
        name="guideline_preview",
    ),
    path(f"{GUIDELINE}berlaku/", guidelines.in_force, name="in_force"),
    path(f"{GUIDELINE}cabut/", guidelines.repeal, name="repeal"),
    path(f"{GUIDELINE}bab/baru/", chapters.add_chapter, name="add_chapter"),
    path(f"{GUIDELINE}bab/urutan/", chapters.order_chapters, name="order_chapters"),
    path(f"{GUIDELINE}bab/<int:pk>/", chapters.chapter, name="chapter"),
    path(f"{GUIDELINE}bab/<int:pk>/geser/", chapters.move_chapter, name="move_chapter"),
    path(
        f"{GUIDELINE}bab/<int:pk>/hapus/",
        chapters.remove_chapter,
        name="remove_chapter",
    ),
    path(
        f"{GUIDELINE}bab/<int:pk>/urutan/", chapters.order_clauses, name="order_clauses"
    ),
    path(f"{GUIDELINE}butir/<int:pk>/", chapters.commentary, name="commentary"),
    path(f"{GUIDELINE}butir/<int:pk>/geser/", chapters.move_clause, name="move_clause"),
    path(f"{GUIDELINE}butir/<int:pk>/bab/", chapters.place_clause, name="place_clause"),
    path(f"{GUIDELINE}perubahan/", changes.changes, name="changes"),
    path(f"{GUIDELINE}perubahan/<int:pk>/", changes.change, name="change"),
    path(f"{GUIDELINE}perubahan/<int:pk>/biarkan/", changes.leave, name="leave_clause"),
    path(f"{GUIDELINE}telaah/", reviewing.review, name="review"),
    path(f"{GUIDELINE}telaah/kirim/", reviewing.open_review, name="open_review"),
    path(f"{GUIDELINE}telaah/selesai/", reviewing.finish, name="finish_review"),
    path(f"{GUIDELINE}telaah/catatan/", reviewing.comment, name="comment_guideline"),
    path(
        f"{GUIDELINE}telaah/catatan/<int:pk>/",
        reviewing.answer,
        name="answer_guideline_comment",
    ),
    path(ONE, work.recommendation, name="recommendation"),
    path(f"{ONE}keterangan/", drafting.metadata, name="metadata"),
    path(f"{ONE}naskah/", drafting.text, name="text"),
    path(f"{ONE}dasar/", drafting.grounds, name="grounds"),
    path(f"{ONE}tanggapan/", positions.position, name="position"),
    path(f"{ONE}catat-tanggapan/", positions.positions, name="positions"),
    path(f"{ONE}langkah/<slug:deed>/", work.step, name="step"),
    path(f"{ONE}usul-penanganan/", drafting.handling, name="handling"),
    path(f"{ONE}keberatan-redaksi/", positions.dispute, name="dispute"),
    path(f"{ONE}usul/", amendments.amendments, name="amendments"),
    path(f"{ONE}usul/baru/", amendments.amend, name="amend"),
    path(f"{ONE}usul/urungkan/", accepting.undo, name="undo"),
    path(AMENDMENT, amendments.amendment, name="amendment"),
    path(f"{AMENDMENT}tulis/", amendments.rewrite, name="rewrite_amendment"),
    path(f"{AMENDMENT}terima/", accepting.accept, name="accept"),
    path(f"{AMENDMENT}pilih/", accepting.combine, name="combine"),
    path(f"{AMENDMENT}keberatan/", amendments.objection, name="object"),
    path(f"{AMENDMENT}langkah/<slug:deed>/", amendments.step, name="amendment_step"),
]
