"""A button pressed twice: what stands already is not done a second time."""

from typing import Any

from sinergi.core.refusal import Refusal


class StandsAlready(Refusal):
    """Exactly this was done before; `standing` is what came of it then."""

    def __init__(self, told: str, standing: Any) -> None:
        super().__init__(told)
        self.standing = standing
