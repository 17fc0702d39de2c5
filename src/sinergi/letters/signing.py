"""Who signs a letter, as it is printed above and below the signature."""

from dataclasses import dataclass
from datetime import date

from sinergi.core.models import Place
from sinergi.letters.models import LetterSignatory

UNKNOWN = "Pejabat penanda tangan,"


@dataclass(frozen=True)
class Signed:
    """Lines above a signature, and the name below it (`paper.shapes.Signs`)."""

    lines: list[str]
    name: str

    def told(self) -> dict[str, object]:
        return {"lines": self.lines, "name": self.name}


def signatory_of(government: Place, kind: str, provenance: str, day: date) -> Signed:
    """Lines above the signature and the name below it; blank where nobody was set."""
    known = (
        LetterSignatory.objects.filter(
            government=government, provenance=provenance, kind=kind
        )
        .select_related("holder__person")
        .first()
    )
    if known is None:
        return Signed([UNKNOWN], "")
    return Signed(known.lines, known.name_on(day))
