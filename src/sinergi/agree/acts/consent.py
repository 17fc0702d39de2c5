"""The consent list: put together by the chair, adopted at once where nobody objects."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from sinergi.agree import access, queries, rules, sentences
from sinergi.agree.acts.deliberation import NoQuorum, adopt, open_in_plenary
from sinergi.agree.acts.guards import refuse_after_record, refuse_out_of_session
from sinergi.agree.acts.texts import refuse_without_reason
from sinergi.agree.models import ConsentItem, ConsentList, Recommendation
from sinergi.agree.rules import CONSENT_TRANSITIONS, ConsentState, State
from sinergi.convene.access import chairs
from sinergi.convene.models import Meeting
from sinergi.convene.queries import quorum
from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.models import Membership
from sinergi.core.refusal import NotAllowed, Refusal


class ListOpen(Refusal):
    """One list after the other."""


class ListClosed(Refusal):
    """What is adopted or dissolved does not change."""


class NothingOnList(Refusal):
    """A list without a recommendation, or one nothing of which can be adopted."""


class NotForConsent(Refusal):
    """Only what was forwarded to the plenary and is held up by nobody."""


class PulledOut(Refusal):
    """It was pulled out already."""


@act
def put_on_list(
    meeting: Meeting,
    *,
    recommendations: Sequence[Recommendation],
    by: Membership,
    at: datetime,
) -> ConsentList:
    """Propose to adopt these in one decision; what was only forwarded is opened."""
    _refuse_others(by, meeting)
    if ConsentList.objects.filter(
        meeting=meeting, state=ConsentState.OPEN.value
    ).exists():
        raise ListOpen(
            _("A consent list is open already. Adopt or dissolve it, then put another.")
        )
    if not recommendations:
        raise NothingOnList(_("Choose at least one recommendation for the list."))
    for each in recommendations:
        each.hold()
        _refuse_unfit(meeting, each)
        if State(each.state) is State.FORWARDED:
            open_in_plenary(each, by=by, at=at)
    made = ConsentList.objects.create(
        meeting=meeting, by=by, put_at=at, provenance=by.provenance
    )
    ConsentItem.objects.bulk_create(
        ConsentItem(consent_list=made, recommendation=each) for each in recommendations
    )
    _record("put_on_list", made, by, at, [each.reference for each in recommendations])
    return made


@act
def pull_out(
    item: ConsentItem, *, note: str, by: Membership, at: datetime
) -> ConsentItem:
    """A government wants it decided by itself; nobody can refuse that."""
    consent_list = _held(item.consent_list)
    meeting = consent_list.meeting
    refuse_out_of_session(meeting)
    if not access.answers_in(by, meeting):
        raise NotAllowed(
            _(
                "The head of a member government pulls a recommendation out, or the "
                "holder of its mandate."
            )
        )
    item.refresh_from_db(fields=["pulled_by"])
    if item.pulled_by:
        raise PulledOut(
            _("%(government)s has pulled it out already.")
            % {"government": item.pulled_by.name}
        )
    refuse_without_reason(note)
    item.pulled_by, item.pulled_at, item.note = by.government, at, note.strip()
    item.save(update_fields=["pulled_by", "pulled_at", "note"])
    _record(
        "pull_out_of_list", consent_list, by, at, [item.recommendation.reference], note
    )
    return item


@act
def adopt_list(
    consent_list: ConsentList, *, by: Membership, at: datetime
) -> list[Recommendation]:
    """Adopt what is still on it and held up by nobody, each as if by itself.

    What someone objects to in the meantime stays before the plenary.
    """
    consent_list = _held(consent_list)
    meeting = consent_list.meeting
    _refuse_others(by, meeting)
    found = quorum(meeting)
    if not found.met:
        raise NoQuorum(
            _("No quorum: %(why)s Check in who is present, then adopt.")
            % {"why": sentences.quorum(found)}
        )
    ready = [item.recommendation for item in queries.adoptable(consent_list)]
    if not ready:
        raise NothingOnList(
            _(
                "Nothing on the list can be adopted: everything was pulled out or is "
                "held up. Dissolve it and decide one by one."
            )
        )
    for each in ready:
        adopt(each, by=by, at=at)
    _become(consent_list, ConsentState.ADOPTED, at)
    _record("adopt_list", consent_list, by, at, [each.reference for each in ready])
    return ready


@act
def dissolve_list(
    consent_list: ConsentList, *, by: Membership, at: datetime
) -> ConsentList:
    """Decide one by one after all."""
    consent_list = _held(consent_list)
    _refuse_others(by, consent_list.meeting)
    _become(consent_list, ConsentState.DISSOLVED, at)
    _record("dissolve_list", consent_list, by, at, [])
    return consent_list


def _held(consent_list: ConsentList) -> ConsentList:
    held = ConsentList.objects.select_for_update().get(pk=consent_list.pk)
    refuse_after_record(held.meeting)
    if not CONSENT_TRANSITIONS[ConsentState(held.state)]:
        raise ListClosed(
            _("This consent list is closed (%(state)s).") % {"state": held.mark.label}
        )
    return held


def _become(consent_list: ConsentList, to: ConsentState, at: datetime) -> None:
    consent_list.state, consent_list.decided_at = to, at
    consent_list.save(update_fields=["state", "decided_at"])


def _refuse_others(by: Membership, meeting: Meeting) -> None:
    meeting.refresh_from_db(fields=["state"])
    if not chairs(by, meeting):
        raise NotAllowed(_("The consent list is kept by the chair of the meeting."))
    refuse_after_record(meeting)
    refuse_out_of_session(meeting)


def _refuse_unfit(meeting: Meeting, recommendation: Recommendation) -> None:
    if recommendation.meeting_id != meeting.pk or (
        State(recommendation.state) not in rules.FOR_CONSENT
    ):
        raise NotForConsent(
            _(
                "%(name)s is %(state)s. On the list stands what was forwarded to the "
                "plenary of this meeting."
            )
            % {"name": recommendation.name, "state": recommendation.state_label}
        )
    standing = queries.standing_of(recommendation.current)
    if not standing.is_clear:
        names = queries.names_of(meeting)
        raise NotForConsent(
            _("%(name)s cannot stand on the list. %(why)s")
            % {
                "name": recommendation.name,
                "why": " ".join(sentences.held_up(standing, names)),
            }
        )


def _record(
    action: str,
    consent_list: ConsentList,
    by: Membership,
    at: datetime,
    references: Sequence[str],
    reason: str = "",
) -> None:
    ledger.record(
        action,
        consent_list,
        reference=f"{consent_list.meeting.slug}/{consent_list.pk}",
        by=by,
        at=at,
        after={
            "state": str(ConsentState(consent_list.state)),
            "recommendations": list(references),
        },
        reason=reason,
    )
