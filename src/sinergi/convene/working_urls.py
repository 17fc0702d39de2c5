"""Working addresses of convening, under /kerja/."""

from django.urls import include, path

from sinergi.convene.views import course, desk, meetings, opening, people, programme

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
    path("buka/", course.open_meeting, name="open"),
    path("tutup/", course.close_meeting, name="close"),
    path("buka-kembali/", course.reopen, name="reopen"),
    path("meja/", desk.desk, name="desk"),
    path("meja/<int:pk>/hadir/", desk.check_in, name="check_in"),
    path("meja/<int:pk>/batal/", desk.undo_check_in, name="undo_check_in"),
]

urlpatterns = [
    path("rakor/", meetings.listing, name="list"),
    path("rakor/baru/", meetings.draft, name="draft"),
    path("rakor/<slug:slug>/", include(of_a_meeting)),
]
