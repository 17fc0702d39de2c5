"""What a draft still needs: for the invitation, and for the day of the meeting."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sinergi.convene import words
from sinergi.convene.models import Meeting
from sinergi.convene.rules import CommitteeRole, Missing

# The page where each thing is entered.
WHERE = {
    Missing.PLENARY: "convene_work:programme",
    Missing.GROUP: "convene_work:programme",
    Missing.AGENDA: "convene_work:programme",
    Missing.PROCEDURE: "convene_work:procedure",
}


@dataclass(frozen=True)
class Step:
    """One thing to enter, whether it is there, and whether the letter waits for it."""

    label: str | Promise
    done: bool
    required: bool
    url_name: str


def steps(meeting: Meeting) -> list[Step]:
    missing = meeting.lacks()
    needed = [
        Step(words.MISSING[need], need not in missing, True, url_name)
        for need, url_name in WHERE.items()
    ]
    chaired = meeting.committee.filter(role=CommitteeRole.CHAIR.value).exists()
    return [
        *needed,
        Step(_("a chair to open and close"), chaired, False, "convene_work:committee"),
        Step(
            _("the participants expected"),
            meeting.participants.exists(),
            False,
            "convene_work:participants",
        ),
    ]
