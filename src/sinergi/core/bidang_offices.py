"""Which office of a government answers for which bidang of its forum."""

from collections.abc import Mapping
from datetime import datetime

from django.utils.translation import gettext as _

from sinergi.core import access, ledger
from sinergi.core.act import act
from sinergi.core.models import Bidang, BidangOffice, Membership, Place
from sinergi.core.refusal import NotAllowed


@act
def name_bidang_offices(
    names: Mapping[Bidang, str], *, by: Membership, at: datetime
) -> list[BidangOffice]:
    """Say which of one's own offices answers for each bidang; empty: none."""
    if not access.speaks_for(by, by.government):
        raise NotAllowed(
            _("Only the operator and the head of office name the offices of their own.")
        )
    own = BidangOffice.objects.filter(
        government=by.government, provenance=by.provenance, bidang__in=names
    )
    before = {each.bidang.code: each.name for each in own.select_related("bidang")}
    wanted = {bidang: " ".join(name.split()) for bidang, name in names.items()}
    for bidang, name in wanted.items():
        if name:
            own.update_or_create(
                bidang=bidang,
                government=by.government,
                provenance=by.provenance,
                defaults={"name": name},
            )
        else:
            own.filter(bidang=bidang).delete()
    ledger.record(
        "name_bidang_offices",
        by.government,
        reference=by.government.slug,
        by=by,
        at=at,
        before=before,
        after={bidang.code: name for bidang, name in wanted.items() if name},
    )
    return list(own)


def offices_by_bidang(
    provenance: str, government: Place | None = None
) -> dict[tuple[int, int], str]:
    """Names by the keys of bidang and government, of one origin."""
    found = BidangOffice.objects.filter(provenance=provenance)
    if government is not None:
        found = found.filter(government=government)
    return {(each.bidang_id, each.government_id): each.name for each in found}
