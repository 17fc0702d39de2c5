"""Who signs a locked paper, who brings what was signed, and who compares it."""

from sinergi.agree.access.gates import HEADS
from sinergi.agree.access.recommendations import keeps_papers, keeps_record
from sinergi.agree.access.speaking import answers_in
from sinergi.agree.models import SignedCopy
from sinergi.agree.rules import SigningActor
from sinergi.convene.access import WORKERS, chairs, sees
from sinergi.convene.models import Meeting
from sinergi.core.access import of_government, speaks_for
from sinergi.core.models import Document, Membership
from sinergi.core.rules import Role


def signing_actors(
    by: Membership | None, document: Document, meeting: Meeting
) -> frozenset[SigningActor]:
    """Everyone this office is to the paper of the meeting."""
    found: set[SigningActor] = set()
    if by is None or not WORKERS(by):
        return frozenset()
    asked = document.signatories.filter(government=by.government_id).exists()
    if asked and answers_in(by, meeting):
        found.add(SigningActor.SIGNER)
    if asked and speaks_for(by, by.government) and not HEADS(by):
        found.add(SigningActor.CLERK)
    if keeps_record(by, meeting):
        found.add(SigningActor.SECRETARIAT)
    if keeps_papers(by, meeting) or chairs(by, meeting):
        found.add(SigningActor.WITNESS)
    return frozenset(found)


def may_see_signing(by: Membership | None, meeting: Meeting) -> bool:
    """Who takes part in the meeting, and the inspectorates of the forum."""
    if by is None or not WORKERS(by):
        return False
    seats = meeting.forum.seats.filter(government=by.government_id)
    return sees(by, meeting) or (
        by.is_a(Role.INSPECTORATE) and not meeting.is_draft and seats.exists()
    )


def may_read_copy(by: Membership | None, copy: SignedCopy, meeting: Meeting) -> bool:
    """It shows names and handwriting: who brought it, who compares, who inspects, and
    the government all of whose signatures it holds."""
    if by is None or not may_see_signing(by, meeting):
        return False
    held = {each.signatory.government_id for each in copy.signatures.all()}
    return (
        keeps_papers(by, meeting)
        or chairs(by, meeting)
        or by.is_a(Role.INSPECTORATE)
        or of_government(by, copy.by.government)
        or held == {by.government_id}
    )


def may_take_last_copy(
    by: Membership | None, document: Document, meeting: Meeting
) -> bool:
    """Whoever has it signed once more."""
    wanted = {SigningActor.SIGNER, SigningActor.CLERK, SigningActor.SECRETARIAT}
    return bool(wanted & signing_actors(by, document, meeting))
