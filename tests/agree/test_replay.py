"""Whatever a meeting does, the ledger tells it again, and words stay the same words."""

import json
import random

import pytest

from sinergi.agree import acts, quoting, rounds
from sinergi.agree.models import (
    Amendment,
    ConsentList,
    Position,
    Recommendation,
    Version,
)
from sinergi.agree.rules import BY_HEAD, NEEDS_NOTE, Edit, Stance, text_hash
from sinergi.convene import acts as convening
from sinergi.convene.models import RulesOfProcedure
from sinergi.core import ledger
from sinergi.core.refusal import Refusal
from tests.agree.conftest import NOW, another, lock
from tests.replay import Told

pytestmark = pytest.mark.django_db

STEPS = 220


@pytest.fixture
def people(budi, kadek, head_of_dua, head_of_tiga, group_chair, chair, sari):
    return [budi, kadek, head_of_dua, head_of_tiga, group_chair, chair, sari]


@pytest.fixture
def deeds(meeting, group, details, item, present):
    """What anybody may try, and how often: forward more often than back."""

    def texts(pick, base=()):
        """Another text, or the one that is there with a word of it changed."""
        words = ["kelas", "desa", "wajib", "laporan", "triwulan", "forum", "modul"]
        made = [" ".join(pick.choices(words, k=8)) for _ in range(3)]
        if base and pick.random() < 0.8:
            made = list(base)
            place = pick.randrange(len(made))
            made[place] = f"{made[place]} {pick.choice(words)}"
        return "\n\n".join(made)

    def draft(pick, by, rec, amendment):
        if Recommendation.objects.count() > 2:
            return None
        title = another(details, pick.randint(1, 10**9))
        return acts.draft(
            meeting=meeting, session=group, text=texts(pick), details=title,
            by=by, at=NOW,
        )  # fmt: skip

    def write(pick, by, rec, amendment):
        text = texts(pick, rec.current.texts)
        return acts.write_version(rec.current, text=text, reason="x", by=by, at=NOW)

    def mend(pick, by, rec, amendment):
        return acts.write_version(
            rec.current, text=f"{rec.current.as_typed},", edit=Edit.EDITORIAL,
            reason="x", by=by, at=NOW,
        )  # fmt: skip

    def answer(pick, by, rec, amendment):
        stance = pick.choice([Stance.AGREE] * 9 + list(BY_HEAD))
        note = "n" if stance in NEEDS_NOTE else ""
        return acts.take_position(rec.current, stance=stance, note=note, by=by, at=NOW)

    def amend(pick, by, rec, amendment):
        text = texts(pick, rec.current.texts)
        return acts.draft_amendment(rec.current, text=text, reason="x", by=by, at=NOW)

    def rewrite(pick, by, rec, amendment):
        base = amendment.recommendation.current
        return acts.write_amendment(
            amendment, base=base, text=texts(pick, base.texts), reason="x",
            by=by, at=NOW,
        )  # fmt: skip

    def accept(pick, by, rec, amendment):
        return acts.accept_amendments(
            [amendment], base=amendment.recommendation.current, by=by, at=NOW
        )

    def merge(pick, by, rec, amendment):
        into = pick.choice(list(Recommendation.objects.all()))
        return acts.merge(rec, into=into, reason="x", by=by, at=NOW)

    def put(pick, by, rec, amendment):
        fit = Recommendation.objects.filter(state__in=["forwarded", "in_plenary"])
        return acts.put_on_list(meeting, recommendations=list(fit), by=by, at=NOW)

    def adopt_list(pick, by, rec, amendment):
        open_list = ConsentList.objects.get(state="open")
        return acts.adopt_list(open_list, by=by, at=NOW)

    def step(act, **more):
        return lambda pick, by, rec, amendment: act(rec, by=by, at=NOW, **more)

    def step_of(act, **more):
        return lambda pick, by, rec, amendment: act(amendment, by=by, at=NOW, **more)

    return {
        draft: 3, write: 1, mend: 2, answer: 16, amend: 4, rewrite: 3, accept: 5,
        merge: 0.3, put: 2, adopt_list: 2,
        step(acts.submit): 5,
        step(acts.discuss_in_group): 5,
        step(acts.agree_in_group): 5,
        step(acts.forward, agenda_item=item): 5,
        step(acts.circulate): 5,
        step(acts.open_in_plenary): 5,
        step(acts.adopt): 2,
        step(acts.refer_back, reason="x"): 1,
        step(acts.defer): 0.2,
        step(acts.reject, reason="x"): 0.2,
        step(acts.withdraw): 0.1,
        step_of(acts.submit_amendment): 6,
        step_of(acts.discuss_amendment): 6,
        step_of(acts.reject_amendment, reason="x"): 0.5,
        step_of(acts.withdraw_amendment): 0.3,
        lambda pick, by, rec, amendment: acts.dispute_edit(
            rec.current, reason="x", by=by, at=NOW
        ): 1,
        lambda pick, by, rec, amendment: acts.undo_acceptance(
            rec.current, by=by, at=NOW
        ): 1,
    }  # fmt: skip


def run(deeds, people, seed):
    """Somebody tries something, and others after them until it is let happen."""
    pick = random.Random(seed)
    for _ in range(STEPS):
        recommendations = list(Recommendation.objects.all())
        amendments = list(Amendment.objects.all())
        about = (
            pick.choice(recommendations) if recommendations else None,
            pick.choice(amendments) if amendments else None,
        )
        (deed,) = pick.choices(list(deeds), weights=list(deeds.values()))
        for by in pick.sample(people, len(people)):
            try:
                deed(pick, by, *about)
            except (Refusal, AttributeError, IndexError, ConsentList.DoesNotExist):
                # Refused, or there was nothing of the kind to try it on.
                continue
            break


def push_on(heads, group_chair, chair, item):
    """Bring what is open to an end, so that the meeting can be recorded."""
    for amendment in Amendment.objects.undecided():
        for by in (*heads, group_chair):
            attempt(lambda a=amendment, b=by: acts.withdraw_amendment(a, by=b, at=NOW))
    for rec in Recommendation.objects.all():
        for deed in (
            lambda r=rec: acts.discuss_in_group(r, by=group_chair, at=NOW),
            lambda r=rec: [
                acts.take_position(r.current, stance=Stance.AGREE, by=b, at=NOW)
                for b in heads
            ],
            lambda r=rec: acts.agree_in_group(r, by=group_chair, at=NOW),
            lambda r=rec: acts.forward(r, agenda_item=item, by=group_chair, at=NOW),
            lambda r=rec: acts.circulate(r, by=group_chair, at=NOW),
            lambda r=rec: acts.open_in_plenary(r, by=chair, at=NOW),
            lambda r=rec: acts.adopt(r, by=chair, at=NOW),
            lambda r=rec: acts.defer(r, by=chair, at=NOW),
            lambda r=rec: acts.defer(r, by=group_chair, at=NOW),
        ):
            attempt(deed)


def attempt(deed):
    try:
        deed()
    except (Refusal, AttributeError):
        return


def tells_everything_again():
    """Replayed from the events and the tables alone, it is what the database holds."""
    told = Told()
    known = Recommendation.objects.all()
    assert told.of("agree.recommendation") == {
        r.ledger_reference: r.state for r in known
    }
    assert told.of("agree.amendment") == {
        f"{a.recommendation.ledger_reference}/{a.name}": a.state
        for a in Amendment.objects.select_related("recommendation__meeting")
    }
    for version in Version.objects.select_related("recommendation__meeting"):
        kept = told.hashes[version.recommendation.ledger_reference, version.number]
        assert kept == version.sha256 == text_hash(version.texts)
    stated = Position.objects.filter(is_start=False)
    for position in stated.select_related("version__recommendation__meeting"):
        version = position.version
        # An answer that was carried over stands under the version it was given to.
        given = [
            answers[position.government.slug]
            for (reference, number), answers in told.stances.items()
            if reference == version.recommendation.ledger_reference
            and number <= version.number
            and position.government.slug in answers
        ]
        assert position.stance in given
    assert ledger.verify() is None


def keys_are_stable():
    for version in Version.objects.filter(restores=None):
        now = [kept.text for kept in version.kept]
        keys = [kept.key for kept in version.kept]
        assert len(set(keys)) == len(keys) > 0
        before = version.recommendation.versions.filter(number=version.number - 1)
        for kept in before[0].kept if before else []:
            was = [each.text for each in before[0].kept]
            if now.count(kept.text) == was.count(kept.text) == 1:
                assert keys[now.index(kept.text)] == kept.key


def ratify_in_writing(meeting, chair, sari):
    """What goes round is heard to the end, whoever has answered it."""
    convening.close_meeting(meeting, by=chair, at=NOW)
    if rounds.going_round(meeting).exists():
        over = meeting.circulation_over_at
        acts.close_circulation(meeting, by=sari, at=over)


@pytest.mark.parametrize(
    ("seed", "ratification"),
    [(seed, "plenary") for seed in range(6)]
    + [(seed, "circulation") for seed in range(10, 14)],
)
def test_the_ledger_tells_a_random_course_again_and_words_stay_the_same_words(
    deeds, people, seed, ratification, kadek, head_of_dua, head_of_tiga, group_chair,
    chair, item, meeting, sari,
):  # fmt: skip
    RulesOfProcedure.objects.update(ratification=ratification)
    run(deeds, people, seed)
    tells_everything_again()
    keys_are_stable()

    push_on((kadek, head_of_dua, head_of_tiga, chair), group_chair, chair, item)
    meeting.refresh_from_db()
    if ratification == "circulation":
        ratify_in_writing(meeting, chair, sari)
    tells_everything_again()
    adopted = list(Recommendation.objects.adopted())
    if not adopted:
        return
    record = lock(meeting, sari)
    guideline = acts.compile_guideline(record, title="Pedoman", by=sari, at=NOW)

    told = json.loads(record.document.content)
    in_record = {r["reference"]: r for r in told["recommendations"]}
    in_guideline = {
        c["reference"]: c for c in quoting.clauses_in(quoting.of_guideline(guideline))
    }
    assert set(in_record) == set(in_guideline) == {r.reference for r in adopted}
    for each in adopted:
        for paper in (in_record, in_guideline):
            assert paper[each.reference]["paragraphs"] == each.current.texts
            assert paper[each.reference]["sha256"] == each.current.sha256
            assert text_hash(paper[each.reference]["paragraphs"]) == each.current.sha256
