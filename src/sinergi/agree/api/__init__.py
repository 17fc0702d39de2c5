"""Open data of agreeing, one module a subject; both register at one router."""

from sinergi.agree.api import guidelines, recommendations
from sinergi.agree.api.shared import router

__all__ = ["guidelines", "recommendations", "router"]
