"""What every error of the estimator is."""

from typing import ClassVar


class TaksirError(Exception):
    """Base of every error that taksir raises on purpose."""

    words: ClassVar[str]

    def __str__(self) -> str:
        return self.words.format(**vars(self))
