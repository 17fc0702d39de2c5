"""Index definitions: published, and versioned when they change."""

from datetime import datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.models import Membership
from sinergi.core.refusal import Refusal
from sinergi.measure import access, definitions
from sinergi.measure.models import IndexDefinition

MINIMUM_N = 30
WIDE_ABOVE = Decimal("0.250")


class DefinitionRefused(Refusal):
    """The definition is not an index, or its thresholds make no sense."""


@act
def publish_definition(
    *,
    slug: str,
    title: str,
    definition: str,
    by: Membership,
    at: datetime,
    minimum_n: int = MINIMUM_N,
    wide_above: Decimal = WIDE_ABOVE,
) -> IndexDefinition:
    """Publish how items become an index; a change is a new version.

    The same definition and thresholds published again are the same version.
    """
    access.require_walidata(by)
    try:
        index = definitions.parse(definition)
    except definitions.BadDefinition as error:
        raise DefinitionRefused(str(error)) from error
    if minimum_n < 1 or wide_above <= 0:
        raise DefinitionRefused(
            _("The least number of respondents and the half width are above zero.")
        )
    last = IndexDefinition.objects.filter(slug=slug).order_by("-version").first()
    if last and (last.sha256, last.minimum_n, last.wide_above) == (
        index.digest,
        minimum_n,
        wide_above,
    ):
        return last
    published = IndexDefinition.objects.create(
        slug=slug,
        version=last.version + 1 if last else 1,
        title=title,
        definition=definition,
        sha256=index.digest,
        minimum_n=minimum_n,
        wide_above=wide_above,
    )
    ledger.record(
        "publish_definition",
        published,
        reference=f"{slug}/{published.version}",
        by=by,
        at=at,
        after={
            "sha256": index.digest,
            "minimum_n": minimum_n,
            "wide_above": str(wide_above),
        },
    )
    return published
