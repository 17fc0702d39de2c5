"""Gates: which memberships a page lets in at all, before it looks at the object.

A gate is asked by the door middleware for every URL; a URL without a gate is shut.
What depends on the object (whose plan, which state) is asked again by the view,
through predicates in each stage's own access.py.
"""

from collections.abc import Callable, Mapping

from sinergi.core.models import Membership, Place
from sinergi.core.rules import Role

Gate = Callable[[Membership | None], bool]


def anyone(by: Membership | None) -> bool:
    return True


def holder(by: Membership | None) -> bool:
    """Signed in and holding an office today."""
    return by is not None


def member(by: Membership | None) -> bool:
    """Holding an office that has a part in the work, not at its door only."""
    return by is not None and not by.is_a(Role.ATTENDANT)


def roles(*allowed: Role) -> Gate:
    """Only memberships with one of these roles."""

    def gate(by: Membership | None) -> bool:
        return by is not None and by.is_a(*allowed)

    return gate


def of_government(by: Membership | None, government: Place) -> bool:
    """Holding an office of this very government."""
    return by is not None and by.government_id == government.pk


def speaks_for(by: Membership | None, government: Place) -> bool:
    """Operator or head of this government: who enters its plans and reports."""
    return of_government(by, government) and roles(Role.OPERATOR, Role.HEAD)(by)


def heads(by: Membership | None, government: Place) -> bool:
    """Head of office of this government: who takes positions and commits."""
    return of_government(by, government) and roles(Role.HEAD)(by)


GATES: Mapping[str, Gate] = {
    "core:language": anyone,
    "core:act_as": holder,
    "core:ledger": anyone,
    "core:verify": anyone,
    "core:document": anyone,
    "core:document_file": anyone,
    "core:people": roles(Role.ADMINISTRATOR),
    "core:invite": roles(Role.ADMINISTRATOR),
    "core:end_membership": roles(Role.ADMINISTRATOR),
    "core:profile": holder,
    "core:bidang_offices": roles(Role.OPERATOR, Role.HEAD),
}
