"""Who speaks at the opening: how an office is held, and who speaks in its name."""

from enum import StrEnum


class HeldAs(StrEnum):
    """How the holder of an office holds it (Permendagri 1/2023)."""

    DEFINITE = "definite"
    PJ = "pj"
    PLT = "plt"
    PLH = "plh"


# As it is written before the office, in letters and on the programme.
BEFORE_OFFICE = {
    HeldAs.DEFINITE: "",
    HeldAs.PJ: "Pj. ",
    HeldAs.PLT: "Plt. ",
    HeldAs.PLH: "Plh. ",
}


def speaker(office: str, held_as: HeldAs, represented_by: str) -> str:
    """`Asisten I a.n. Pj. Wali Kota`: who speaks, for which office, held how."""
    held = f"{BEFORE_OFFICE[held_as]}{office}"
    return f"{represented_by} a.n. {held}" if represented_by else held
