"""All addresses: public pages at the root, working pages under /kerja/."""

from django.urls import include, path

from sinergi.site import views
from sinergi.site.api import api
from sinergi.site.introductions import INTRODUCTIONS

urlpatterns = [
    path("akun/", include("allauth.account.urls")),
    path("akun/2fa/", include("allauth.mfa.urls")),
    path("api/v1/", api.urls),
    path("kerja/", include(([path("", views.tasks, name="tasks")], "site"))),
    *[path("kerja/", include(i.working_urls)) for i in INTRODUCTIONS if i.working_urls],
    *[path("", include(i.public_urls)) for i in INTRODUCTIONS if i.public_urls],
]

handler400 = "sinergi.core.errors.bad_request"
handler403 = "sinergi.core.errors.forbidden"
handler404 = "sinergi.core.errors.not_found"
handler500 = "sinergi.core.errors.broken"
