"""The read-only public API: one router a stage, one description."""

from ninja import NinjaAPI

from sinergi.site.introductions import INTRODUCTIONS

api = NinjaAPI(
    title="Sinergi",
    version="1.0",
    description="Data terbuka, hanya baca. Setiap nilai membawa asal-usulnya.",
    urls_namespace="api",
    docs_url=None,
)

for introduction in INTRODUCTIONS:
    if introduction.router:
        api.add_router("", introduction.router)
