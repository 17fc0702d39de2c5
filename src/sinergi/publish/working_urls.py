"""Working addresses of publishing: the briefs of a meeting."""

from django.urls import path

from sinergi.publish.views import briefs

app_name = "publish_work"

OF_MEETING = "bahan/<slug:slug>/"
OF_GOVERNMENT = f"{OF_MEETING}pemda/<slug:place>/"
OF_BIDANG = f"{OF_MEETING}bidang/<slug:code>/"

urlpatterns = [
    path(OF_MEETING, briefs.listing, name="briefs"),
    path(OF_GOVERNMENT, briefs.government, name="government_brief"),
    path(
        f"{OF_GOVERNMENT}<slug:kind>/",
        briefs.government_file,
        name="government_brief_file",
    ),
    path(OF_BIDANG, briefs.bidang, name="bidang_brief"),
    path(f"{OF_BIDANG}<slug:kind>/", briefs.bidang_file, name="bidang_brief_file"),
]
