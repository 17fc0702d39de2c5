"""The read-only public API: one router a stage, one description."""

from ninja import NinjaAPI
from ninja.operation import Operation

from sinergi.site.api_errors import answers_what_is_asked
from sinergi.site.introductions import INTRODUCTIONS


class OpenData(NinjaAPI):
    """Names an operation for what it gives, not for the module it is written in."""

    def get_openapi_operation_id(self, operation: Operation) -> str:
        return operation.view_func.__name__


api = OpenData(
    title="Sinergi",
    version="1.0",
    description="Data terbuka, hanya baca. Setiap nilai membawa asal-usulnya.",
    urls_namespace="api",
    docs_url=None,
)

# Before the routers, which inherit it.
api.add_decorator(answers_what_is_asked)
for introduction in INTRODUCTIONS:
    if introduction.router:
        api.add_router("", introduction.router)
