"""Public addresses of acting."""

from django.urls import path

from sinergi.act.views import public

app_name = "act"

urlpatterns = [
    path("rtl/<str:reference>/", public.commitment, name="commitment"),
    path("rtl/bukti/<int:pk>/", public.evidence, name="evidence"),
]
