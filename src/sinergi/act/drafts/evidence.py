"""The evidence of a report, while it is being written."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sinergi.act import rules, words
from sinergi.act.drafts.reports import refuse_sent
from sinergi.act.models import Evidence, Report
from sinergi.act.rules import EvidenceLevel
from sinergi.core import files
from sinergi.core.act import act
from sinergi.core.refusal import Refusal
from sinergi.paper import reading


class PageMissing(Refusal):
    """A document shows something on a page, and that page is named."""


class UnreadablePdf(Refusal):
    """Evidence that a reviewer could not open."""


class NoSuchPage(Refusal):
    """The file has fewer pages than the one that is named."""


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
    _refuse_other_page(content, kind, name, page)
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


def _refuse_other_page(content: bytes, kind: str, name: str, named: str) -> None:
    count = reading.pages(content) if kind == files.PDF else 1
    if count is None:
        raise UnreadablePdf(
            _(
                "“%(name)s” cannot be opened as a PDF: it is damaged or locked with a "
                "password, so nobody could check it. Save it anew and attach that."
            )
            % {"name": name}
        )
    missing = rules.not_among(named, count)
    if missing:
        raise NoSuchPage(
            ngettext(
                "“%(name)s” has %(count)d page, and page %(missing)s is not in it. "
                "Count from the first page of the file.",
                "“%(name)s” has %(count)d pages, and page %(missing)s is not in it. "
                "Count from the first page of the file.",
                count,
            )
            % {
                "name": name,
                "count": count,
                "missing": ", ".join(map(str, missing)),
            }
        )


def page_missing() -> str:
    return _(
        "“%(level)s” names the page. Write the page where it stands, or choose "
        "“%(lower)s”."
    ) % {
        "level": words.EVIDENCE[EvidenceLevel.DOCUMENT],
        "lower": words.EVIDENCE[EvidenceLevel.STATEMENT],
    }
