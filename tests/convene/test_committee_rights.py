"""What the committee list gives to whom, role by role, in a group and in plenary."""

import pytest

from sinergi.convene import access, acts
from sinergi.convene.models import Meeting
from sinergi.convene.rules import CommitteeRole
from tests.convene.conftest import BEFORE

RIGHTS = {
    CommitteeRole.CHAIR: {"chairs", "documents", "projector", "decides plenary"},
    CommitteeRole.SECRETARY: {
        "documents",
        "projector",
        "decides plenary",
        "decides group",
    },
    CommitteeRole.GROUP_CHAIR: {"decides group"},
    CommitteeRole.MINUTE_TAKER: {
        "minutes",
        "documents",
        "projector",
        "decides plenary",
        "decides group",
    },
    CommitteeRole.DESK: {"desk"},
    CommitteeRole.PROJECTOR: {"projector"},
}


@pytest.mark.parametrize("role", CommitteeRole)
def test_a_task_gives_its_rights_and_no_other(
    invited: Meeting, plenary, group, kadek, sari, role
):
    session = group if role is CommitteeRole.GROUP_CHAIR else None
    acts.name_committee(
        invited, person=kadek.person, role=role, session=session, by=sari, at=BEFORE
    )

    held = {
        "chairs": access.chairs(kadek, invited),
        "minutes": access.takes_minutes(kadek, invited),
        "documents": access.keeps_documents(kadek, invited),
        "projector": access.operates(kadek, invited),
        "desk": access.at_desk(kadek, invited),
        "decides plenary": access.decides_under(kadek, plenary),
        "decides group": access.decides_under(kadek, group),
    }

    assert {right for right, has in held.items() if has} == RIGHTS[role]
