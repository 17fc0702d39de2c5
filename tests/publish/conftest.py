"""Publishing is tested on what acting left behind."""

from tests.act.conftest import (
    complete,
    draft,
    meeting,
    programme,
    recommendation,
    running,
    second_reviewer,
)

__all__ = [
    "complete",
    "draft",
    "meeting",
    "programme",
    "recommendation",
    "running",
    "second_reviewer",
]
