"""The tables of agreeing against expectations written by hand."""

import hashlib
import json
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sinergi.agree import rules
from sinergi.agree.rules import (
    TRANSITIONS,
    Action,
    Actor,
    Answer,
    Gap,
    Kept,
    Lack,
    Stance,
    State,
    Touched,
    gaps,
    lacks,
    match_keys,
    may_step,
    paragraphs_of,
    reference_of,
    standing,
)
from sinergi.convene.rules import MeetingState, Ratification

# From, action, to, who: coordination.md 5.2, by hand.
EXPECTED = {
    ("draft", "submit", "submitted", "proposing_head"),
    ("draft", "submit", "submitted", "group_chair"),
    ("draft", "withdraw", "withdrawn", "proposer"),
    ("submitted", "discuss_in_group", "in_group", "group_chair"),
    ("submitted", "withdraw", "withdrawn", "proposer"),
    ("in_group", "agree_in_group", "agreed_in_group", "group_chair"),
    ("in_group", "defer", "deferred", "group_chair"),
    ("in_group", "reject", "rejected", "group_chair"),
    ("in_group", "merge", "merged", "group_chair"),
    ("agreed_in_group", "forward", "forwarded", "group_chair"),
    ("agreed_in_group", "circulate", "in_circulation", "group_chair"),
    ("forwarded", "open_in_plenary", "in_plenary", "chair"),
    ("in_plenary", "adopt", "adopted", "chair"),
    ("in_plenary", "adopt", "adopted_with_notes", "chair"),
    ("in_plenary", "refer_back", "in_group", "chair"),
    ("in_plenary", "defer", "deferred", "chair"),
    ("in_plenary", "reject", "rejected", "chair"),
    ("in_circulation", "adopt", "adopted", "chair"),
    ("in_circulation", "adopt", "adopted", "secretariat"),
    ("in_circulation", "adopt", "adopted_with_notes", "chair"),
    ("in_circulation", "adopt", "adopted_with_notes", "secretariat"),
    ("in_circulation", "refer_back", "in_group", "chair"),
    ("in_circulation", "defer", "deferred", "chair"),
    ("in_circulation", "defer", "deferred", "secretariat"),
    ("in_circulation", "reject", "rejected", "chair"),
    ("adopted", "supersede", "superseded", "secretariat"),
    ("adopted_with_notes", "supersede", "superseded", "secretariat"),
}

# What only one way of ratifying knows.
ONLY_BY = {"forward": "plenary", "circulate": "circulation"}

SEATS = ["provinsi", "satu", "dua", "tiga"]


def test_the_table_is_what_the_hand_wrote():
    walked = {
        (str(state), str(action), str(to), str(actor))
        for state, steps in TRANSITIONS.items()
        for action, step in steps.items()
        for to in step.to
        for actor in step.by
    }

    assert walked == EXPECTED


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("actor", Actor)
@pytest.mark.parametrize("ratified", Ratification)
def test_each_actor_takes_only_the_steps_of_the_table(state, action, actor, ratified):
    expected = ONLY_BY.get(str(action), ratified) == ratified and any(
        (str(state), str(action), str(actor)) == (start, deed, who)
        for start, deed, _to, who in EXPECTED
    )

    assert may_step(state, action, [actor], ratified) is expected


def test_every_step_has_its_moment():
    moments = {
        (str(state), str(action)): str(step.when)
        for state, steps in TRANSITIONS.items()
        for action, step in steps.items()
        if step.when is not rules.When.IN_SESSION
    }

    assert moments == {
        ("draft", "submit"): "before_record",
        ("draft", "withdraw"): "before_record",
        ("submitted", "withdraw"): "before_record",
        ("in_circulation", "adopt"): "after_circulation",
        ("in_circulation", "defer"): "after_circulation",
        ("in_circulation", "reject"): "after_circulation",
        ("adopted", "supersede"): "any_time",
        ("adopted_with_notes", "supersede"): "any_time",
    }


def test_nothing_leaves_a_closed_state_but_what_a_later_meeting_replaces():
    leaving = {state: set(TRANSITIONS[state]) for state in rules.CLOSED}

    assert {s: steps for s, steps in leaving.items() if steps} == {
        State.ADOPTED: {Action.SUPERSEDE},
        State.ADOPTED_WITH_NOTES: {Action.SUPERSEDE},
    }


def test_a_step_back_and_a_no_owe_a_reason():
    owing = {
        a for steps in TRANSITIONS.values() for a, s in steps.items() if s.needs_reason
    }

    assert owing == {Action.REFER_BACK, Action.REJECT, Action.MERGE}


def test_the_next_number_follows_the_highest_of_its_year_and_bidang():
    taken = ["REK-2026-PTIK-07", "REK-2026-IKP-09", "REK-2025-PTIK-30"]

    assert reference_of(2026, "ptik", taken) == "REK-2026-PTIK-08"
    assert reference_of(2027, "ptik", taken) == "REK-2027-PTIK-01"


@pytest.mark.parametrize(
    ("state", "day", "expected"),
    [
        ("determined", 20, True),
        ("determined", 19, True),
        ("determined", 21, False),
        ("compiled", 19, False),
        ("determined", None, False),
    ],
)
def test_a_guideline_binds_from_its_day_on(state, day, expected):
    today = date(2026, 3, 20)
    in_force_on = today.replace(day=day) if day else None

    found = rules.is_in_force(rules.GuidelineState(state), in_force_on, today)

    assert found is expected


def test_a_draft_lacks_everything_until_it_is_filled_in():
    empty = gaps(
        paragraphs=0, addressees=0, indicator="", target=" ", due=(None, 1), evidence=""
    )
    full = gaps(
        paragraphs=1,
        addressees=1,
        indicator="i",
        target="t",
        due=(2026, 1),
        evidence="e",
    )

    assert empty == list(Gap)
    assert full == []


def test_a_record_lacks_everything_until_the_meeting_is_over():
    nothing = lacks(
        meeting_closed=False, still_open=1, adopted=0, quorate=False, number=""
    )
    all_done = lacks(
        meeting_closed=True, still_open=0, adopted=1, quorate=True, number="1"
    )

    assert nothing == list(Lack)
    assert all_done == []


# Stances of (satu, dua), who must answer, whether absence answers, what holds it up.
HOLDS = [
    ("agree", "agree", False, True, {}),
    ("agree", None, False, True, {"missing": ("dua",)}),
    ("agree", "absent", False, True, {}),
    ("agree", "absent", False, False, {"absent": ("dua",)}),
    ("agree", "needs_discussion", False, True, {"to_discuss": ("dua",)}),
    ("object", "needs_discussion", False, True,
     {"objecting": ("satu",), "to_discuss": ("dua",)}),
    ("agree_with_note", "no_opinion", False, True, {}),
    ("agree", "agree", True, True, {"missing": ("provinsi", "tiga")}),
]  # fmt: skip


@pytest.mark.parametrize(("satu", "dua", "everyone", "absence", "expected"), HOLDS)
def test_what_holds_adoption_up(satu, dua, everyone, absence, expected):
    answers = [Answer("provinsi", Stance.NOT_CONCERNED, is_stated=False)]
    answers += [Answer("tiga", Stance.NOT_CONCERNED, is_stated=False)]
    answers += [
        Answer(name, Stance(stance))
        for name, stance in (("satu", satu), ("dua", dua))
        if stance
    ]

    found = standing(
        answers,
        seats=SEATS,
        asked={"satu", "dua"},
        all_must_answer=everyone,
        absence_answers=absence,
    )

    held = {
        name: getattr(found, name)
        for name in ("missing", "absent", "to_discuss", "objecting")
        if getattr(found, name)
    }
    assert held == expected
    assert found.is_clear is (not expected)


def test_an_objection_of_a_government_not_addressed_holds_it_up_too():
    answers = [Answer(name, Stance.AGREE) for name in ("satu", "dua")]

    found = standing(
        [*answers, Answer("tiga", Stance.OBJECT)],
        seats=SEATS,
        asked={"satu", "dua"},
        all_must_answer=False,
        absence_answers=True,
    )

    assert found.objecting == ("tiga",)


WORDS = st.lists(
    st.lists(st.sampled_from(["desa", "kelas", "data", "aman", "."]), min_size=1).map(
        " ".join
    ),
    min_size=1,
    max_size=6,
)


@settings(deadline=None)
@given(WORDS)
def test_typing_a_text_back_changes_nothing(paragraphs):
    assert paragraphs_of("\n\n".join(paragraphs)) == paragraphs
    assert paragraphs_of("\r\n \t\r\n".join(paragraphs)) == paragraphs


@settings(deadline=None)
@given(WORDS, WORDS)
def test_keys_are_given_once_and_never_to_another_paragraph_again(old, new):
    first = match_keys([], old, [])
    second = match_keys(first, new, [kept.key for kept in first])
    third = match_keys(second, old, [k.key for k in [*first, *second]])

    for kept in (first, second, third):
        assert len({each.key for each in kept}) == len(kept)
    assert [kept.text for kept in second] == new
    gone = {k.key for k in first} - {k.key for k in second}
    assert not gone & {k.key for k in third}


@settings(deadline=None)
@given(WORDS, st.randoms())
def test_a_paragraph_that_only_moves_keeps_its_key(paragraphs, random):
    first = match_keys([], list(dict.fromkeys(paragraphs)), [])
    moved = [kept.text for kept in first]
    random.shuffle(moved)

    second = match_keys(first, moved, [])

    assert {k.text: k.key for k in second} == {k.text: k.key for k in first}


def test_a_reworded_paragraph_keeps_its_key_and_a_new_one_gets_a_fresh_key():
    old = [Kept("p1", "setiap kecamatan membuka kelas digital"), Kept("p2", "lapor")]

    new = match_keys(
        old,
        ["setiap kecamatan dan desa membuka kelas digital", "anggaran daerah", "lapor"],
        ["p1", "p2", "p3"],
    )

    assert [kept.key for kept in new] == ["p1", "p4", "p2"]


def test_the_hash_can_be_computed_by_anyone_from_the_words():
    by_hand = json.dumps(["satu", "dua é"], ensure_ascii=False, separators=(",", ":"))

    expected = hashlib.sha256(by_hand.encode()).hexdigest()
    assert rules.text_hash(["satu", "dua é"]) == expected


@settings(deadline=None)
@given(WORDS, WORDS)
def test_what_stays_and_comes_in_is_the_new_text_and_without_it_the_old(old, new):
    before, after = " ".join(old), " ".join(new)

    spans = rules.changes(before, after)

    assert " ".join(s.text for s in spans if s.kind != "out") == after
    assert " ".join(s.text for s in spans if s.kind != "in") == before


ORIGINAL = (
    "Setiap kecamatan wajib menyelenggarakan paling sedikit 12 kelas literasi digital "
    "setiap triwulan, dan hasilnya tidak dipakai untuk menilai peserta; sepuluh kelas "
    "pertama selesai pada triwulan II dengan bahan yang sama di seluruh kecamatan dan "
    "dilaporkan kepada sekretariat."
)

PUNCTUATION_OF_TIDAK = ("punctuation", "tidak", "tidak.")

# What becomes of the paragraph, and what of it an editorial edit may not touch.
EDITS = [
    ("kecamatan wajib", "Kecamatan  wajib", None),
    ("kecamatan wajib", "Kecamatan, wajib", ("punctuation", "wajib", ", wajib")),
    ("hasilnya tidak dipakai", "hasilnya tidak. Dipakai", PUNCTUATION_OF_TIDAK),
    ("menyelenggarakan", "menyelenggara kan", None),
    ("triwulan, dan", "triwulan. Dan", None),
    ("Setiap", "Tiap", None),
    ("12", "120", ("number", "12", "120")),
    ("12 kelas", "kelas", ("number", "12", "")),
    ("sepuluh", "sebelas", ("number", "sepuluh", "sebelas")),
    ("triwulan II", "triwulan III", ("number", "II", "III")),
    ("peserta", "80% peserta", ("number", "", "80 %")),
    ("wajib", "dapat", ("binding", "wajib", "dapat")),
    ("tidak dipakai", "dipakai", ("binding", "tidak", "")),
    ("dipakai", "hanya dipakai", ("binding", "", "hanya")),
    ("menyelenggarakan", "menyelengarakan", None),
    ("kelas literasi digital", "klas literasi dijital", ("words", "2", "1")),
    ("kelas", "pelatihan", ("wording", "kelas", "pelatihan")),
    ("kelas literasi", "kelas", ("wording", "literasi", "")),
    ("dipakai", "tak dipakai", ("binding", "", "tak")),
    ("triwulan, dan", "triwulan, atau", ("binding", "dan", "atau")),
]


@pytest.mark.parametrize(("before", "after", "expected"), EDITS)
def test_an_editorial_edit_touches_spelling_and_layout_only(before, after, expected):
    changed = ORIGINAL.replace(before, after)
    assert changed != ORIGINAL

    found = rules.beyond_editorial(["Satu.", ORIGINAL], ["Satu.", changed])

    told = found and (str(found.touched), found.before, found.after)
    assert told == expected
    assert found is None or found.paragraph == 2


TURNED_AROUND = [
    ("Tidak, boleh diwakilkan.", "Tidak boleh diwakilkan.", "tidak,", "tidak"),
    (
        "Kepala dinas tidak boleh hadir.",
        "Kepala dinas tidak; boleh hadir.",
        "tidak",
        "tidak;",
    ),
    ("Semua wajib (kecuali kota).", "Semua wajib, kecuali kota.", "wajib(", "wajib,"),
]


@pytest.mark.parametrize(("before", "after", "was", "now"), TURNED_AROUND)
def test_a_mark_beside_a_binding_word_is_never_editorial(before, after, was, now):
    found = rules.beyond_editorial([before], [after])

    assert found.touched is Touched.PUNCTUATION
    assert (found.before, found.after) == (was, now)


def test_a_mark_away_from_binding_words_is_editorial():
    before = "Setiap daerah wajib melapor setiap triwulan dan setiap tahun."
    after = before.replace("triwulan", "triwulan,")

    assert rules.beyond_editorial([before], [after]) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("minimal", "maksimal"),
        ("paling banyak", "paling sedikit"),
        ("sebelum", "sesudah"),
        ("semua", "sebagian"),
        ("paling lambat", "paling cepat"),
    ],
)
def test_a_bound_turned_around_is_named(before, after):
    found = rules.beyond_editorial(
        [f"Kelas diadakan {before} 10 kali."], [f"Kelas diadakan {after} 10 kali."]
    )

    assert found.touched is Touched.BINDING
    assert found.before in before
    assert found.after in after


def test_an_editorial_edit_keeps_the_number_of_paragraphs():
    found = rules.beyond_editorial(["Satu.", "Dua."], ["Satu. Dua."])

    assert (found.touched, found.before, found.after) == ("paragraphs", "2", "1")


def test_a_long_paragraph_may_be_mended_in_a_few_words():
    words = [f"kata{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(100)]
    most = rules.EDITORIAL_PERCENT
    respelt = [f"k{word}" for word in words]
    mended = [*respelt[:most], *words[most:]]
    more = [*respelt[: most + 1], *words[most + 1 :]]

    assert rules.beyond_editorial([" ".join(words)], [" ".join(mended)]) is None
    assert rules.beyond_editorial([" ".join(words)], [" ".join(more)])


DAY = datetime(2026, 3, 20, tzinfo=UTC)


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("meeting", MeetingState)
@pytest.mark.parametrize("hours", [-1, 0, 1])
def test_answers_are_taken_in_session_and_in_writing_until_the_deadline(
    state, meeting, hours
):
    at = DAY + timedelta(hours=hours)
    in_session = meeting == "running" and str(state) in {
        "in_group", "agreed_in_group", "forwarded", "in_plenary", "in_circulation",
    }  # fmt: skip
    in_writing = (
        state == "in_circulation" and meeting in {"closed", "approved"} and hours < 0
    )

    found = rules.takes_answers(state, meeting, at=at, until=DAY)
    without = rules.takes_answers(state, meeting, at=at, until=None)

    assert found is (in_session or in_writing)
    assert without is in_session


def test_a_text_is_heard_when_all_have_answered_or_the_last_day_is_over():
    before, after = DAY - timedelta(seconds=1), DAY

    assert not rules.is_heard(["dua"], at=before, until=DAY)
    assert rules.is_heard([], at=before, until=DAY)
    assert rules.is_heard(["dua"], at=after, until=DAY)
