"""Public addresses of convening."""

from django.urls import path

from sinergi.convene.views import (
    arrivals,
    calendars,
    documents,
    guests,
    halls,
    public,
    wall,
)

app_name = "convene"

urlpatterns = [
    path("rakor/", public.listing, name="list"),
    path("rakor/kalender.ics", calendars.feed, name="calendar"),
    path("rakor/<slug:slug>/", public.meeting, name="meeting"),
    path(
        "rakor/<slug:slug>/kalender.ics",
        calendars.feed_of_one,
        name="meeting_calendar",
    ),
    path("rakor/<slug:slug>/pratinjau.png", public.preview, name="preview"),
    path("rakor/<slug:slug>/tamu/", guests.guest, name="guest"),
    path("rakor/<slug:slug>/tamu/<str:token>/", guests.link, name="guest_link"),
    path(
        "rakor/<slug:slug>/tamu/bahan/<int:pk>/", guests.document, name="guest_document"
    ),
    path("rakor/<slug:slug>/bahan/<int:pk>/", documents.document, name="document"),
    path("rakor/<slug:slug>/layar/", wall.projector, name="wall"),
    path("rakor/<slug:slug>/layar/teks/", wall.as_text, name="wall_text"),
    path("rakor/<slug:slug>/layar/kunci/<str:key>/", wall.with_key, name="wall_key"),
    path("rakor/<slug:slug>/kartu/<str:token>/", arrivals.card, name="card"),
    path("rakor/<slug:slug>/hadir/<int:pk>/", halls.hall, name="hall"),
]
