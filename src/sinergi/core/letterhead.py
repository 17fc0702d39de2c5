"""The head of an official paper, from what is known of a government's office."""

from sinergi.core.models import Place


def office_of(government: Place) -> str:
    """The office that issues a paper under this head; without one, its government."""
    head = letterhead(government)
    return ", ".join(filter(None, [head["office"], head["government"]]))


def letterhead(government: Place) -> dict[str, str]:
    """Government and office as they stand above a paper; nothing is made up."""
    office = government.offices.first()
    return {
        "government": f"Pemerintah {government.name}",
        "office": office.name if office else "",
        "address": "",
    }
