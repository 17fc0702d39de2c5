"""Working addresses of convening, under /kerja/."""

from django.urls import include, path

from sinergi.convene.views import (
    arrivals,
    attendance,
    calendars,
    comments,
    course,
    decisions,
    desk,
    documents,
    guest_list,
    halls,
    letters,
    meetings,
    minutes,
    minutes_files,
    opening,
    people,
    programme,
    projector,
    replies,
    scanner,
)

app_name = "convene_work"

of_a_meeting = [
    path("", meetings.meeting, name="meeting"),
    path("ubah/", meetings.change, name="change"),
    path("tata-tertib/", meetings.procedure, name="procedure"),
    path("susunan/", programme.programme, name="programme"),
    path("sesi/baru/", programme.add_session, name="add_session"),
    path("sesi/<int:pk>/ubah/", programme.change_session, name="change_session"),
    path("sesi/<int:pk>/hapus/", programme.remove_session, name="remove_session"),
    path("sesi/<int:pk>/acara/", programme.add_agenda_item, name="add_agenda_item"),
    path(
        "acara/<int:pk>/ubah/", programme.change_agenda_item, name="change_agenda_item"
    ),
    path("acara/<int:pk>/pindah/", programme.move_agenda_item, name="move_agenda_item"),
    path(
        "acara/<int:pk>/hapus/", programme.remove_agenda_item, name="remove_agenda_item"
    ),
    path("sesi/<int:pk>/urutan/", programme.order_agenda, name="order_agenda"),
    path("acara/<int:pk>/bahan/", documents.documents, name="documents"),
    path("bahan/<int:pk>/baca/", documents.open_document, name="open_document"),
    path(
        "bahan/<int:pk>/tarik/", documents.withdraw_document, name="withdraw_document"
    ),
    path("pembukaan/", opening.opening, name="opening"),
    path("pembukaan/<int:pk>/pindah/", opening.move_opening, name="move_opening"),
    path("pembukaan/<int:pk>/hapus/", opening.remove_opening, name="remove_opening"),
    path("panitia/", people.committee, name="committee"),
    path("panitia/<int:pk>/lepas/", people.relieve, name="relieve"),
    path("peserta/", people.participants, name="participants"),
    path(
        "peserta/<int:pk>/hapus/", people.remove_participant, name="remove_participant"
    ),
    path("buang/", course.discard, name="discard"),
    path("undangan/", course.invitation, name="invitation"),
    path("undangan/surat.docx", letters.invitation_docx, name="invitation_docx"),
    path("undangan/surat.pdf", letters.invitation_pdf, name="invitation_pdf"),
    path("undangan/jawaban/", replies.reply, name="reply"),
    path("undangan/daftar/", replies.replies, name="replies"),
    path("undangan/kalender.ics", calendars.invitation, name="invitation_calendar"),
    path(
        "undangan/pembatalan.ics",
        calendars.cancellation,
        name="cancellation_calendar",
    ),
    path("tamu/", guest_list.guests, name="guests"),
    path("tamu/<int:pk>/tautan/", guest_list.renew, name="renew_guest"),
    path("tamu/<int:pk>/cabut/", guest_list.revoke, name="revoke_guest"),
    path("undangan/mandat/<int:pk>/", replies.mandate, name="mandate"),
    path("undangan/utusan/baru/", replies.add_delegate, name="add_delegate"),
    path("undangan/utusan/<int:pk>/", replies.name_delegate, name="name_delegate"),
    path(
        "undangan/utusan/<int:pk>/tarik/",
        replies.withdraw_delegate,
        name="withdraw_delegate",
    ),
    path("buka/", course.open_meeting, name="open"),
    path("tutup/", course.close_meeting, name="close"),
    path("buka-kembali/", course.reopen, name="reopen"),
    path("edaran/perpanjang/", course.extend_circulation, name="extend_circulation"),
    path("meja/", desk.desk, name="desk"),
    path("meja/kode/", arrivals.typed_code, name="typed_code"),
    path("meja/kartu/<str:token>/", arrivals.arrival, name="arrival"),
    path("kartu/", arrivals.sheet, name="cards"),
    path("kartu/<int:pk>/baru/", arrivals.renew, name="renew_card"),
    path("kehadiran/", attendance.attendance, name="attendance"),
    path(
        "kehadiran/<str:day>/daftar-hadir.pdf",
        attendance.attendance_list,
        name="attendance_list",
    ),
    path("kehadiran/spj.zip", attendance.spj, name="spj"),
    path("pindai/", scanner.scanner, name="scanner"),
    path("pindai/luring.js", scanner.worker, name="scanner_worker"),
    path("pindai/kirim/", scanner.scans, name="scans"),
    path("ruang/<int:pk>/", halls.show, name="show_hall_code"),
    path("ruang/<int:pk>/kode/", halls.switch, name="switch_hall_code"),
    path("meja/<int:pk>/hadir/", desk.check_in, name="check_in"),
    path("meja/<int:pk>/batal/", desk.undo_check_in, name="undo_check_in"),
    path("notulen/", minutes.minutes, name="minutes"),
    path("notulen/sidang/<int:pk>/", minutes.write_minutes, name="write_minutes"),
    path("notulen/sidang/<int:pk>/tanggapan/", comments.comment, name="comment"),
    path("notulen/acara/<int:pk>/", decisions.decide, name="decide"),
    path(
        "notulen/keputusan/<int:pk>/tarik/",
        decisions.withdraw_decision,
        name="withdraw_decision",
    ),
    path("notulen/tanggapan/<int:pk>/", comments.answer_comment, name="answer_comment"),
    path("notulen/sahkan/", minutes.approve_minutes, name="approve_minutes"),
    path("notulen/pdf/", minutes_files.minutes_pdf, name="minutes_pdf"),
    path("notulen/docx/", minutes_files.minutes_docx, name="minutes_docx"),
    path("layar/", projector.projector, name="projector"),
    path("layar/tayang/", projector.project, name="project"),
    path("layar/acara/<int:pk>/waktu/", projector.timer, name="timer"),
    path("layar/tautan/", projector.make_key, name="make_key"),
    path("layar/tautan/<int:pk>/cabut/", projector.revoke_key, name="revoke_key"),
]

urlpatterns = [
    path("rakor/", meetings.listing, name="list"),
    path("rakor/baru/", meetings.draft, name="draft"),
    path("rakor/notulen/", minutes_files.decisions, name="decisions"),
    path("rakor/notulen/pdf/", minutes_files.decisions_pdf, name="decisions_pdf"),
    path("rakor/notulen/docx/", minutes_files.decisions_docx, name="decisions_docx"),
    path("rakor/<slug:slug>/", include(of_a_meeting)),
]
