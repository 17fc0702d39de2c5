"""What a draft still lacks before it is put before a meeting."""

from enum import StrEnum


class Gap(StrEnum):
    """What a draft still lacks before it can be submitted."""

    TEXT = "text"
    ADDRESSEES = "addressees"
    INDICATOR = "indicator"
    TARGET = "target"
    DUE = "due"
    EVIDENCE = "evidence"


def gaps(
    *,
    paragraphs: int,
    addressees: int,
    indicator: str,
    target: str,
    due: tuple[int | None, int | None],
    evidence: str,
) -> list[Gap]:
    """What is missing, in the order of the form."""
    found = {
        Gap.TEXT: paragraphs == 0,
        Gap.ADDRESSEES: addressees == 0,
        Gap.INDICATOR: not indicator.strip(),
        Gap.TARGET: not target.strip(),
        Gap.DUE: None in due,
        Gap.EVIDENCE: not evidence.strip(),
    }
    return [gap for gap, is_there in found.items() if is_there]
