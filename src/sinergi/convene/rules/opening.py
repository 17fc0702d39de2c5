"""Who speaks at the opening: how an office is held, and who speaks in its name."""

from sinergi.letters.rules import BEFORE_OFFICE, HeldAs


def speaker(office: str, held_as: HeldAs, represented_by: str) -> str:
    """`Asisten I a.n. Pj. Wali Kota`: who speaks, for which office, held how."""
    held = f"{BEFORE_OFFICE[held_as]}{office}"
    return f"{represented_by} a.n. {held}" if represented_by else held
