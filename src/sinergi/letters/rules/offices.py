"""How somebody holds an office, and in whose name it signs or speaks."""

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


def lines_above_signature(
    office: str, held_as: HeldAs, on_behalf_of: str = ""
) -> list[str]:
    """What stands above a signature: `a.n. Gubernur Uji`, `Plt. Sekretaris Daerah,`."""
    held = f"{BEFORE_OFFICE[held_as]}{office},"
    return [f"a.n. {on_behalf_of}", held] if on_behalf_of else [held]
