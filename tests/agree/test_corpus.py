"""What somebody types stays text on every page, whatever it looks like."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from sinergi.agree import acts
from sinergi.agree.models import Recommendation
from sinergi.agree.rules import Edit, Stance
from tests.agree.conftest import LETTER, NOW, TEXT, finished, lock
from tests.corpus import CORPUS, stays_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def walked(
    meeting, group, details, budi, kadek, head_of_dua, head_of_tiga, group_chair,
    chair, sari, item, present,
):  # fmt: skip
    """A recommendation of which every text field holds the payload, to the end."""

    def walk(evil):
        told = {**details.__dict__}
        for field in ("title", "rationale", "indicator", "target", "unit",
                      "evidence_expected"):  # fmt: skip
            told[field] = evil[:40] if field == "unit" else evil
        made = acts.draft(
            meeting=meeting,
            session=group,
            details=type(details)(**told),
            text=f"{TEXT}\n\n{evil}",
            by=budi,
            at=NOW,
        )
        pages = [reverse("agree_work:recommendation", args=[made.pk])]
        acts.submit(made, by=kadek, at=NOW)
        acts.propose_handling(
            made, handling=evil, visible_at=timezone.now(), by=sari, at=NOW
        )
        acts.discuss_in_group(made, by=group_chair, at=NOW)
        amendments = []
        for by, word in ((kadek, "satu"), (head_of_dua, "dua")):
            each = acts.draft_amendment(
                made.current,
                text=made.current.as_typed.replace(evil, f"{evil} {word}"),
                reason=evil,
                by=by,
                at=NOW,
            )
            acts.submit_amendment(each, by=by, at=NOW)
            acts.discuss_amendment(each, by=group_chair, at=NOW)
            amendments.append(each)
        acts.object_to(amendments[0], note=evil, by=head_of_tiga, at=NOW)
        for each in amendments:
            own = reverse("agree_work:amendment", args=[each.pk])
            pages += [own, f"{own}?tampilan=bersih", f"{own}?tampilan=berdampingan"]
        yield (
            group_chair,
            [
                *pages,
                reverse("agree_work:combine", args=[amendments[0].pk]),
                reverse("agree_work:amendments", args=[made.pk]),
            ],
        )
        yield (
            head_of_tiga,
            [reverse("agree_work:object", args=[amendments[0].pk])],
        )
        acts.reject_amendment(amendments[1], reason=evil, by=group_chair, at=NOW)
        acts.accept_amendments(
            [amendments[0]], base=made.current, by=group_chair, at=NOW
        )
        acts.write_version(
            made.current,
            text=made.current.as_typed.replace("sekretariat", "sekretaris"),
            edit=Edit.EDITORIAL,
            reason=evil,
            by=sari,
            at=NOW,
        )
        acts.dispute_edit(made.current, reason=evil, by=head_of_tiga, at=NOW)
        acts.give_mandate(
            meeting=meeting,
            holder=budi,
            office=evil,
            number=evil,
            dated_on=date(2026, 3, 1),
            content=LETTER,
            file_name="m.pdf",
            by=kadek,
            at=NOW,
        )
        for by in (budi, head_of_dua, head_of_tiga):
            acts.take_position(
                made.current, stance=Stance.AGREE_WITH_NOTE, note=evil, by=by, at=NOW
            )
        yield (
            sari,
            [
                *pages,
                reverse("agree_work:positions", args=[made.pk]),
                reverse("agree_work:text", args=[made.pk]),
                reverse("agree_work:metadata", args=[made.pk]),
                reverse("agree_work:mandates", args=[meeting.slug]),
                reverse("agree_work:handling", args=[made.pk]),
                *[
                    reverse("agree:version", args=[made.reference, n])
                    for n in (1, 2, 3, 4)
                ],
            ],
        )
        acts.agree_in_group(made, by=group_chair, at=NOW)
        acts.forward(made, agenda_item=item, by=group_chair, at=NOW)
        consent = acts.put_on_list(meeting, recommendations=[made], by=chair, at=NOW)
        acts.pull_out(consent.items.get(), note=evil, by=kadek, at=NOW)
        yield (
            chair,
            [
                *pages,
                reverse("agree_work:consent", args=[meeting.slug]),
                reverse("agree_work:adopt_list", args=[meeting.slug]),
                reverse("agree_work:board", args=[meeting.slug]),
                reverse("agree_work:step", args=[made.pk, "sepakati"]),
            ],
        )
        acts.adopt(Recommendation.objects.get(pk=made.pk), by=chair, at=NOW)
        record = lock(meeting, sari)
        guideline = acts.compile_guideline(
            record, title=evil, foreword=evil, by=sari, at=NOW
        )
        acts.edit_commentary(guideline.clauses.get(), commentary=evil, by=sari, at=NOW)
        chapter = acts.add_chapter(
            guideline, title=evil, commentary=evil, by=sari, at=NOW
        )
        slug, clause = meeting.slug, guideline.clauses.get()
        yield (
            sari,
            [
                reverse("agree_work:guideline", args=[slug]),
                reverse("agree_work:chapter", args=[slug, chapter.pk]),
                reverse("agree_work:commentary", args=[slug, clause.pk]),
                reverse("agree_work:place_clause", args=[slug, clause.pk]),
            ],
        )
        # On the clock of the page, for the window to be open there.
        acts.open_review(guideline, by=sari, at=timezone.now())
        comment = acts.comment_guideline(
            guideline, text=evil, by=budi, at=timezone.now()
        )
        acts.answer_guideline_comment(comment, answer=evil, by=sari, at=timezone.now())
        review = reverse("agree_work:review", args=[slug])
        yield (
            budi,
            [review, reverse("agree_work:comment_guideline", args=[slug])],
        )
        yield (
            sari,
            [
                review,
                reverse("agree_work:answer_guideline_comment", args=[slug, comment.pk]),
            ],
        )
        acts.bring_in_force(
            finished(guideline, sari),
            legal_form=evil,
            number=evil[:80],
            in_force_on=NOW.date() + timedelta(days=1),
            by=sari,
            at=NOW,
        )
        acts.repeal_guideline(
            guideline,
            legal_form=evil,
            number=evil[:80],
            repealed_on=timezone.localdate() + timedelta(days=1),
            reason=evil,
            by=sari,
            at=timezone.now(),
        )
        yield (sari, [reverse("agree_work:guideline", args=[slug])])
        yield (
            None,
            [
                "/rekomendasi/",
                reverse("agree:recommendation", args=[made.reference]),
                reverse("agree:record", args=[meeting.slug]),
                reverse("agree:guideline", args=[guideline.slug]),
                "/pedoman/",
                "/pedoman/terpadu/",
                reverse("convene:meeting", args=[meeting.slug]),
            ],
        )

    return walk


@pytest.mark.parametrize("evil", CORPUS)
def test_every_text_field_stays_text_on_every_page(client, walked, evil):
    for by, pages in walked(evil):
        stays_text(client, by, pages)
