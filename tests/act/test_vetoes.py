"""What following up forbids: a record that plans rest on is not declared void."""

import pytest

from sinergi.core import vetoes

pytestmark = pytest.mark.django_db


def test_a_record_is_not_void_once_a_follow_up_plan_was_begun(complete):
    record = complete.recommendation.meeting.record

    assert "RTL" in vetoes.reason_against("void_record", record)


def test_without_a_plan_nothing_stands_against_it(recommendation):
    record = recommendation.meeting.record

    assert vetoes.reason_against("void_record", record) == ""
