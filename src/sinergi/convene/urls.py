"""Public addresses of convening."""

from django.urls import path

from sinergi.convene.views import public

app_name = "convene"

urlpatterns = [
    path("rakor/", public.listing, name="list"),
    path("rakor/<slug:slug>/", public.meeting, name="meeting"),
]
