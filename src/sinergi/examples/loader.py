"""Loads the NTB example through the stages' own acts."""


def load_ntb() -> None:
    """Load facts and simulation; loading again changes nothing."""
