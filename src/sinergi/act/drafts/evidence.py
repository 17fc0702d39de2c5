"""The evidence of a report, while it is being written."""

from datetime import datetime

from django.utils.translation import gettext as _

from sinergi.act import words
from sinergi.act.drafts.reports import refuse_sent
from sinergi.act.models import Evidence, Report
from sinergi.act.rules import EvidenceLevel
from sinergi.core import files
from sinergi.core.act import act
from sinergi.core.refusal import Refusal


class PageMissing(Refusal):
    """A document shows something on a page, and that page is named."""


@act
def attach(
    report: Report,
    *,
    content: bytes,
    name: str,
    page: str,
    level: EvidenceLevel,
    is_public: bool,
    at: datetime,
) -> Evidence:
    """Attach a file as evidence; its kind is read from its bytes."""
    refuse_sent(report)
    if level == EvidenceLevel.DOCUMENT and not page.strip():
        raise PageMissing(page_missing())
    kind = files.check(content, name, files.EVIDENCE)
    return Evidence.objects.create(
        report=report,
        file=files.keep(content, kind=kind, at=at),
        name=name[:200],
        page=page,
        level=level,
        is_public=is_public,
    )


@act
def detach(evidence: Evidence) -> None:
    """Take a file off a report that was not sent; the bytes stay in the store."""
    refuse_sent(evidence.report)
    evidence.delete()


def page_missing() -> str:
    return _(
        "“%(level)s” names the page. Write the page where it stands, or choose "
        "“%(lower)s”."
    ) % {
        "level": words.EVIDENCE[EvidenceLevel.DOCUMENT],
        "lower": words.EVIDENCE[EvidenceLevel.STATEMENT],
    }
