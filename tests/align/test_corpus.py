"""What is typed about programmes, plans and help stays text on every page."""

import pytest
from django.urls import reverse

from sinergi.align import acts, facts
from sinergi.align.facts import ProgrammeFact
from sinergi.align.models import MandateDocument
from sinergi.align.rules import Duty, Verified
from sinergi.core.rules import Level
from tests.align.conftest import YEAR, fields
from tests.cast import NOW
from tests.corpus import CORPUS, stays_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def walked(forum, satu, dua, sari, budi, dewi, monkeypatch):
    """A programme, plans and requests for help whose every text is the payload."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)

    def walk(evil):
        programme = facts.register_programme(
            forum,
            ProgrammeFact(
                code="LITERASI", name=evil, short_name=evil[:40], national_owner=evil,
                bidang=("ikp",), pillars=("etika",), pillars_basis=evil, mandate=evil,
                mandate_verified=Verified.VERIFIED, target=evil,
                target_verified=Verified.RECALLED, local_obligation=evil,
                responsible_levels=tuple(Level), source=evil,
            ),
            at=NOW,
        )  # fmt: skip
        acts.add_mandate(
            programme, number=evil[:60], title=evil, year=2026,
            verified=Verified.VERIFIED, link="https://contoh.example/", by=sari, at=NOW,
        )  # fmt: skip
        acts.decide_obligation(
            programme, dua, duty=Duty.EXEMPT, reason=evil, by=sari, at=NOW
        )
        words = fields(
            activity=evil, output=evil, unit=evil[:30], fund_source=evil[:60]
        )
        mine = acts.enter_plan(
            programme, words, year=YEAR, by=budi, at=NOW, is_joint=True, partners=[dua]
        )
        theirs = acts.enter_plan(programme, words, year=YEAR, by=dewi, at=NOW)
        asked = acts.ask_help(programme, year=YEAR, text=evil, by=budi, at=NOW)
        offered = acts.answer_help(asked, text=evil, by=dewi, at=NOW)
        partner = mine.partners.get()
        year = f"?tahun={YEAR}"
        code = programme.code
        public = [
            reverse("align:matrix") + year,
            reverse("align:findings") + year,
            reverse("align:changes") + year,
            reverse("align:programme", args=[code]) + year,
            reverse("align:cell", args=[code, satu.slug]) + year,
        ]
        plan = [
            reverse(f"align_work:{name}", args=[mine.reference])
            for name in ("plan", "change", "withdraw", "invite")
        ]
        help_ = [
            reverse("align_work:help"),
            reverse("align_work:request", args=[asked.reference]),
        ]
        kept = [
            reverse(f"align_work:{name}", args=[code])
            for name in ("programme", "add_mandate", "add_target", "years")
        ]
        yield (None, public)
        yield (budi, [*public, *plan, *help_, reverse("align_work:plans")])
        yield (dewi, [reverse("align_work:partner", args=[partner.pk]), *help_])
        yield (sari, [*public, *kept, *help_, reverse("align_work:programmes")])
        acts.decline_answer(offered, reason=evil, by=budi, at=NOW)
        acts.withdraw_request(asked, reason=evil, by=budi, at=NOW)
        acts.withdraw_plan(theirs, reason=evil, by=dewi, at=NOW)
        yield (budi, [*public, *help_])
        yield (
            dewi,
            [*public, reverse("align_work:plan", args=[theirs.reference]), *help_],
        )

    return walk


@pytest.mark.parametrize("evil", CORPUS)
def test_every_text_of_plans_stays_text_on_every_page(client, walked, evil):
    for by, pages in walked(evil):
        stays_text(client, by, pages)


def test_a_link_to_a_mandate_is_of_the_web_and_runs_nothing(client, literacy, sari):
    client.force_login(sari.person)

    client.post(
        reverse("align_work:add_mandate", args=[literacy.code]),
        {
            "number": "1",
            "title": "Peraturan",
            "year": "2026",
            "verified": "verified",
            "link": "javascript:alert(1)",
        },
    )

    assert not MandateDocument.objects.exists()
