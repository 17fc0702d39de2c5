"""A pedoman is withdrawn as a whole, by a letter of its own (dicabut)."""

from datetime import date, datetime, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sinergi.agree.acts.guiding import record_guideline, refuse_guideline_step
from sinergi.agree.acts.texts import refuse_without_reason
from sinergi.agree.models import Guideline
from sinergi.agree.rules import GuidelineAction, GuidelineState
from sinergi.core.act import act
from sinergi.core.models import Membership
from sinergi.core.refusal import Refusal, StandsAlready

ONE_YEAR = timedelta(days=366)


class NotItsDay(Refusal):
    """It ends after it began to bind, and within a year of the letter."""


@act
def repeal_guideline(
    guideline: Guideline,
    *,
    legal_form: str,
    number: str,
    repealed_on: date,
    reason: str,
    by: Membership,
    at: datetime,
) -> Guideline:
    """From its day on it binds nobody; it stays readable and says so."""
    guideline.hold()
    said = (legal_form.strip(), number.strip(), repealed_on)
    if GuidelineState(guideline.state) is GuidelineState.WITHDRAWN and said == (
        guideline.withdrawal_form,
        guideline.withdrawal_number,
        guideline.withdrawn_on,
    ):
        raise StandsAlready(_("The guideline is repealed."), guideline)
    before = str(GuidelineState(guideline.state))
    to = refuse_guideline_step(guideline, GuidelineAction.WITHDRAW, by=by, at=at)
    refuse_without_reason(reason)
    first, last = guideline.in_force_on, at.date() + ONE_YEAR
    if first is None or not first <= repealed_on <= last:
        raise NotItsDay(
            _(
                "It is in force from %(first)s. It can be repealed from that day to "
                "%(last)s; %(day)s is outside."
            )
            % {
                "first": date_format(first) if first else "–",
                "last": date_format(last),
                "day": date_format(repealed_on),
            }
        )
    guideline.state, guideline.withdrawn_on = to, repealed_on
    guideline.withdrawal_form = legal_form.strip()
    guideline.withdrawal_number = number.strip()
    guideline.withdrawn_because = reason.strip()
    guideline.save()
    record_guideline(
        "repeal_guideline",
        guideline,
        by=by,
        at=at,
        before={"state": before},
        after={"number": number.strip(), "repealed_on": repealed_on.isoformat()},
        reason=reason,
    )
    return guideline
