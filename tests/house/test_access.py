"""Every address × every role, held against the expectation written by hand.

Each request is rolled back, so that a step one role is allowed does not change what
the next one meets.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone
from pytest_django.plugin import DjangoDbBlocker

from sinergi.act.models import Commitment, Evidence, Report
from sinergi.agree.models import (
    Addendum,
    Amendment,
    ConsentList,
    Guideline,
    Mandate,
    Recommendation,
    RecordOfAgreement,
    SignedCopy,
    Version,
)
from sinergi.align.acts import bring_sheet
from sinergi.align.models import HelpRequest, Partner, Plan, Programme
from sinergi.align.planbook import template
from sinergi.collect.models import FormVersion, Import, Survey, Wave
from sinergi.convene import acts as convening
from sinergi.convene.cards import token_of
from sinergi.convene.models import (
    AgendaDocument,
    AgendaItem,
    Attendance,
    CommitteeMember,
    Decision,
    Guest,
    Meeting,
    MinutesComment,
    Opening,
    Participant,
    ProjectorKey,
    Reply,
    Session,
)
from sinergi.convene.rules import Answer, Readers
from sinergi.convene.wall import signed
from sinergi.core import files, gates
from sinergi.core.models import (
    Document,
    Forum,
    Membership,
    Person,
    Place,
    StoredFile,
)
from sinergi.core.rules import Role
from sinergi.measure.models import (
    IndexDefinition,
    PublishedValue,
    Release,
    Series,
)
from tests.house.expectation import EVERYONE, LET_IN
from tests.papers import pdf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ntb")]

ACCOUNTS = {
    "O": "operator.dompu",
    "H": "kepala.dompu",
    "B": "kepala.kota-bima",
    "S": "sekretariat",
    "C": "kepala.nusa-tenggara-barat",
    "G": "bidang.ptik",
    "N": "notulis",
    "D": "pendaftaran",
    "T": "presensi",
    "W": "walidata",
    "R": "penelaah",
    "K": "penelaah.sumbawa",
    "I": "inspektorat",
    "A": "administrator",
}

DOMPU = "dompu"
TOKEN = "tautan-tamu"


def addresses() -> Iterator[str]:
    def walk(resolver: URLResolver, space: str = "") -> Iterator[str]:
        for pattern in resolver.url_patterns:
            if isinstance(pattern, URLPattern):
                yield f"{space}{pattern.name}"
            else:
                inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
                yield from walk(pattern, inner)

    return walk(get_resolver())


def preparing() -> Meeting:
    """The meeting whose invitation went out and which is not held yet."""
    return Meeting.objects.get(state="invited")


def finished() -> Meeting:
    return Meeting.objects.exclude(state="invited").get(provenance="simulated")


def own_plan() -> Plan:
    return Plan.objects.filter(government__slug=DOMPU, state="planned").first()


def own_help() -> HelpRequest:
    """A request of Dompu that waits."""
    found = HelpRequest.objects.filter(government__slug=DOMPU).first()
    if found is None:
        found = HelpRequest.objects.exclude(
            government=HelpRequest.objects.first().programme.forum.coordinator
        ).first()
        HelpRequest.objects.filter(pk=found.pk).update(
            government=Place.objects.get(slug=DOMPU)
        )
    found.answers.all().delete()
    HelpRequest.objects.filter(pk=found.pk).update(state="open", closed_at=None)
    return found


def own_offer() -> list[object]:
    """An offer of Sumbawa to it."""
    request = own_help()
    HelpRequest.objects.filter(pk=request.pk).update(state="answered")
    answer = request.answers.create(
        government=Place.objects.get(slug="sumbawa"),
        text="Pelatih",
        provenance="simulated",
        answered_at=timezone.now(),
    )
    return [request.reference, answer.pk, "terima"]


def own_sheet() -> list[object]:
    """A file of plans that Dompu brought."""
    by = Membership.objects.get(role="head", government__slug=DOMPU)
    forum, now = Forum.objects.first(), timezone.now()
    year = now.year
    content = template(forum, by.government, year, at=now)
    sheet = bring_sheet(forum, content, "rencana.xlsx", year=year, by=by, at=now)
    return [sheet.reference]


def a_mandate() -> list[object]:
    """A mandate document with a file."""
    programme = Programme.objects.get(code="SPBE")
    document = programme.mandate_documents.first()
    file = StoredFile(sha256="0" * 64, media_type="application/pdf")
    file.stored_at = timezone.now()
    file.content.save("00/mandat", ContentFile(b"%PDF-"), save=True)
    document.file = file
    document.save()
    return ["spbe", document.pk]


def a_target() -> list[object]:
    programme = Programme.objects.get(code="GNLD")
    target = programme.targets.create(
        level="nation",
        year=2024,
        value=1,
        unit="orang",
        source="uji",
        verified="recalled",
        provenance="published",
        added_at=timezone.now(),
    )
    return ["gnld", target.pk]


def submitted() -> Recommendation:
    """A recommendation before the PTIK group of the meeting in preparation."""
    return Recommendation.objects.filter(
        meeting=preparing(), bidang__code="ptik", state="submitted"
    ).first()


def in_group() -> Recommendation:
    """The same recommendation while its group discusses it."""
    found = submitted()
    Meeting.objects.filter(pk=found.meeting_id).update(state="running")
    Recommendation.objects.filter(pk=found.pk).update(state="in_group")
    return found


def edited() -> Recommendation:
    """The same after an editorial edit."""
    found = in_group()
    first = found.versions.latest("number")
    copy = Version.objects.get(pk=first.pk)
    copy.pk, copy.number, copy.edit = None, first.number + 1, "editorial"
    copy.save()
    first.paragraphs.update(version=copy)
    return found


def discussed_amendment() -> Amendment:
    """Dompu's amendment of the recommendation in the group."""
    found = in_group()
    head = Membership.objects.get(role="head", government__slug=DOMPU)
    return Amendment.objects.get_or_create(
        recommendation=found,
        number=1,
        defaults={
            "base": found.current,
            "text": "Naskah lain.",
            "reason": "Lebih tepat.",
            "proposer": head.government,
            "by": head,
            "state": "discussed",
            "provenance": "simulated",
            "created_at": timezone.now(),
        },
    )[0]


def open_list() -> ConsentList:
    """A consent list of the meeting while it is in session."""
    meeting = finished()
    Meeting.objects.filter(pk=meeting.pk).update(state="running")
    meeting.record.state = "draft"
    meeting.record.save()
    found = ConsentList.objects.filter(meeting=meeting).first()
    ConsentList.objects.filter(pk=found.pk).update(state="open")
    found.items.update(pulled_by=None, pulled_at=None)
    return found


def an_addendum() -> Addendum:
    """The addendum that waits for signatures, Dompu's among them."""
    return Addendum.objects.get()


def a_scan() -> list[object]:
    """A scan of it that the operator of Dompu brought."""
    paper = an_addendum().document
    by = Membership.objects.get(role="operator", government__slug=DOMPU)
    file = files.keep(pdf("Pindaian"), kind=files.PDF, at=timezone.now())
    copy = SignedCopy.objects.create(
        document=paper, kind="scan", file=file, by=by, brought_at=timezone.now()
    )
    return [paper.code, copy.pk]


def mandate_of_dompu() -> Mandate:
    head = Membership.objects.get(role="head", government__slug=DOMPU)
    operator = Membership.objects.filter(role="operator", government__slug=DOMPU)
    return Mandate.objects.get_or_create(
        meeting=preparing(),
        government=head.government,
        holder=operator.first(),
        defaults={
            "office": "Kepala Dinas",
            "number": "800/1",
            "dated_on": timezone.localdate(),
            "file": files.keep(b"%PDF-1.4", kind=files.PDF, at=timezone.now()),
            "by": head,
            "given_at": timezone.now(),
        },
    )[0]


def own_commitment() -> Commitment:
    """Dompu's follow-up plan that runs."""
    return Commitment.objects.filter(government__slug=DOMPU, state="running").first()


def draft_commitment() -> Commitment:
    """The same plan as it was while it was being written."""
    plan = own_commitment()
    Commitment.objects.filter(pk=plan.pk).update(state="draft")
    return plan


def submitted_commitment() -> Commitment:
    plan = own_commitment()
    Commitment.objects.filter(pk=plan.pk).update(state="submitted")
    return plan


def own_report(state: str) -> Report:
    """A report of Dompu, in the state the address is about."""
    report = Report.objects.filter(
        commitment__government__slug=DOMPU, receipt__isnull=False
    ).first()
    report.reviews.all().delete()
    Report.objects.filter(pk=report.pk).update(state=state)
    return report


def own_evidence() -> Evidence:
    report = own_report("submitted")
    evidence = Evidence.objects.filter(report__commitment__government__slug=DOMPU)
    found = evidence.first()
    Evidence.objects.filter(pk=found.pk).update(is_public=False, report=report)
    return found


def an_item() -> AgendaItem:
    return AgendaItem.objects.filter(session__meeting=preparing()).first()


def ptik_session() -> Session:
    return finished().sessions.get(bidang__code="ptik")


def a_decision() -> Decision:
    by = Membership.objects.get(role="secretariat")
    item = ptik_session().agenda.first()
    now = timezone.now()
    return Decision.objects.create(item=item, text="Uji", by=by, recorded_at=now)


def a_comment() -> MinutesComment:
    by = Membership.objects.get(role="secretariat")
    return MinutesComment.objects.create(
        session=ptik_session(),
        government=by.government,
        text="Uji",
        by=by,
        made_at=timezone.now(),
    )


def a_document() -> AgendaDocument:
    """A public document of an agenda item."""
    return convening.add_document(
        an_item(),
        title="Paparan",
        content=pdf(str(timezone.now().timestamp())),
        name="paparan.pdf",
        readers=Readers.PUBLIC,
        by=Membership.objects.get(role="secretariat"),
        at=timezone.now(),
    )


def own_reply() -> Reply:
    """The answer of Dompu to the invitation, with a mandate document."""
    return convening.answer_invitation(
        preparing(),
        answer=Answer.REPRESENTED,
        mandate=convening.Letter(b"%PDF-1.7 surat tugas", "surat-tugas.pdf"),
        by=Membership.objects.get(role="head", government__slug=DOMPU),
        at=timezone.now(),
    )


def own_delegate() -> Participant:
    """Whom Dompu sends."""
    reply = own_reply()
    return convening.name_delegate(
        reply.meeting,
        office="Pranata Humas",
        identity=convening.Identity("Utusan"),
        by=reply.by,
        at=timezone.now(),
    )


def struck_off() -> list[object]:
    """A delegate of Dompu does not come after all."""
    delegate = own_delegate()
    head = Membership.objects.get(role="head", government__slug=DOMPU)
    convening.withdraw_delegate(delegate, by=head, at=timezone.now())
    return [preparing().slug]


def a_guest() -> Guest:
    """A guest whose link holds."""
    return convening.invite_guest(
        preparing(),
        name="Tamu",
        office="Kementerian",
        token=TOKEN,
        by=Membership.objects.get(role="secretariat"),
        at=timezone.now(),
    )


def a_key() -> ProjectorKey:
    """A projector link that holds."""
    now = timezone.now()
    by = Membership.objects.get(role="secretariat")
    return ProjectorKey.objects.create(
        meeting=preparing(), made_at=now, by=by, expires_at=now + timedelta(hours=1)
    )


def expected() -> Participant:
    return Participant.objects.filter(meeting=preparing()).first()


def first_session() -> Session:
    return Session.objects.filter(meeting=preparing()).first()


def checked_in() -> list[object]:
    """A check-in of the running meeting."""
    meeting = finished()
    Meeting.objects.filter(pk=meeting.pk).update(state="running")
    return [
        meeting.slug,
        Attendance.objects.filter(participant__meeting=meeting).first().pk,
    ]


# What stands in an address: [] needs nothing; a function is asked for the values.
ARGUMENTS: dict[str, Callable[[], list[object]]] = {
    "account_confirm_email": lambda: ["a-key"],
    "account_reset_password_from_key": lambda: ["1", "a-b"],
    "mfa_remove_webauthn": lambda: [1],
    "mfa_edit_webauthn": lambda: [1],
    "core:document": lambda: [Document.objects.first().code],
    "core:document_file": lambda: [
        Document.objects.filter(is_public=True).first().code
    ],
    "core:end_membership": lambda: [
        Membership.objects.get(role="reviewer", government__slug="sumbawa").pk
    ],
    "collect:survey": lambda: [Survey.objects.first().slug],
    "collect:publish_form": lambda: [Survey.objects.first().slug],
    "collect:form": lambda: [
        Survey.objects.first().slug,
        FormVersion.objects.first().pk,
    ],
    "collect:open_wave": lambda: [Survey.objects.first().slug],
    "collect:wave": lambda: [Wave.objects.first().slug],
    "collect:upload": lambda: [Wave.objects.first().slug],
    "collect:reopen": lambda: [Wave.objects.first().slug],
    "collect:freeze": lambda: [Wave.objects.first().slug],
    "collect:report": lambda: [Import.objects.first().pk],
    "collect:mapping": lambda: [Import.objects.first().pk],
    "collect:problems": lambda: [Import.objects.first().pk],
    "collect:confirm": lambda: [Import.objects.first().pk],
    "collect:discard": lambda: [Import.objects.first().pk],
    "measure:government": lambda: [DOMPU],
    "measure:release": lambda: [released().slug],
    "measure:release_csv": lambda: [released().slug],
    "measure:release_json": lambda: [released().slug],
    "measure:difference": lambda: [
        each.slug
        for each in Release.objects.filter(state="released").order_by(
            "-wave__starts_on"
        )[:2]
    ],
    "measure_work:series": lambda: [Series.objects.first().slug],
    "measure_work:add_method": lambda: [Series.objects.first().slug],
    "measure_work:add_value": lambda: [Series.objects.first().slug],
    "measure_work:correct_value": lambda: [
        PublishedValue.objects.first().method.series.slug,
        PublishedValue.objects.first().pk,
    ],
    "measure_work:definition": lambda: [
        IndexDefinition.objects.first().slug,
        IndexDefinition.objects.first().version,
    ],
    "measure_work:release": lambda: [Release.objects.first().pk],
    "measure_work:publish": lambda: [Release.objects.first().pk],
    "measure_work:discard": lambda: [Release.objects.first().pk],
    "align:programme": lambda: ["gnld"],
    "align:cell": lambda: ["gnld", DOMPU],
    "align_work:plan": lambda: [own_plan().reference],
    "align_work:change": lambda: [own_plan().reference],
    "align_work:withdraw": lambda: [own_plan().reference],
    "align_work:invite": lambda: [own_plan().reference],
    "align_work:partner": lambda: [
        Partner.objects.filter(government__slug=DOMPU).first().pk
    ],
    "align:mandate": a_mandate,
    "align_work:request_step": lambda: [own_help().reference, "tarik"],
    "align_work:answer_step": own_offer,
    "align_work:sheet": own_sheet,
    "align_work:discard_sheet": own_sheet,
    "align_work:propose": lambda: [own_plan().reference],
    "align_work:programme": lambda: ["gnld"],
    "align_work:years": lambda: ["gnld"],
    "align_work:describe": lambda: ["gnld"],
    "align_work:add_mandate": lambda: ["gnld"],
    "align_work:remove_mandate": a_mandate,
    "align_work:add_target": lambda: ["gnld"],
    "align_work:remove_target": a_target,
    "align_work:obligation": lambda: ["gnld"],
    "align_work:request": lambda: [HelpRequest.objects.first().reference],
    "publish_work:briefs": lambda: [preparing().slug],
    "publish_work:government_brief": lambda: [preparing().slug, DOMPU],
    "publish_work:government_brief_file": lambda: [preparing().slug, DOMPU, "pdf"],
    "publish_work:bidang_brief": lambda: [preparing().slug, "ptik"],
    "publish_work:bidang_brief_file": lambda: [preparing().slug, "ptik", "docx"],
    "convene:meeting": lambda: [finished().slug],
    "convene:guest": lambda: [preparing().slug],
    "convene:guest_link": lambda: [preparing().slug, a_guest() and TOKEN],
    "convene:guest_document": lambda: [preparing().slug, a_document().pk],
    "convene_work:guests": lambda: [preparing().slug],
    "convene_work:renew_guest": lambda: [preparing().slug, a_guest().pk],
    "convene_work:revoke_guest": lambda: [preparing().slug, a_guest().pk],
    "convene:meeting_calendar": lambda: [preparing().slug],
    "convene:preview": lambda: [preparing().slug],
    **{
        f"convene_work:{name}": lambda: [preparing().slug]
        for name in [
            "reply",
            "replies",
            "add_delegate",
            "invitation_calendar",
            "invitation_docx",
            "invitation_pdf",
        ]
    },
    **{
        f"letters_work:{name}": lambda: ["undangan"]
        for name in ["number", "signatory", "wording", "house_template", "use_house"]
    },
    **{
        f"letters_work:{name}": lambda: ["undangan", 1]
        for name in ["template", "trial", "use"]
    },
    **{
        f"convene_work:{name}": lambda: [preparing().slug, own_delegate().pk]
        for name in ["name_delegate", "withdraw_delegate"]
    },
    "convene_work:mandate": lambda: [preparing().slug, own_reply().pk],
    "convene_work:cancellation_calendar": struck_off,
    "convene:wall": lambda: [preparing().slug],
    "convene:wall_text": lambda: [preparing().slug],
    "convene:wall_key": lambda: [preparing().slug, signed(a_key())],
    **{
        f"convene_work:{name}": lambda: [preparing().slug]
        for name in [
            "meeting",
            "change",
            "procedure",
            "programme",
            "add_session",
            "opening",
            "committee",
            "participants",
            "invitation",
            "discard",
            "open",
            "close",
            "reopen",
            "desk",
            "projector",
            "make_key",
        ]
    },
    **{
        name: lambda: [preparing().slug, a_document().pk]
        for name in [
            "convene:document",
            "convene_work:open_document",
            "convene_work:withdraw_document",
        ]
    },
    **{
        f"convene_work:{name}": lambda: [finished().slug]
        for name in ["minutes", "minutes_pdf", "minutes_docx", "approve_minutes"]
    },
    **{
        f"convene_work:{name}": lambda: [finished().slug, ptik_session().pk]
        for name in ["write_minutes", "comment"]
    },
    "convene_work:decide": lambda: [
        finished().slug,
        ptik_session().agenda.first().pk,
    ],
    "convene_work:withdraw_decision": lambda: [finished().slug, a_decision().pk],
    "convene_work:answer_comment": lambda: [finished().slug, a_comment().pk],
    "convene_work:project": lambda: [preparing().slug],
    "convene_work:timer": lambda: [preparing().slug, an_item().pk],
    "convene_work:revoke_key": lambda: [preparing().slug, a_key().pk],
    **{
        f"convene_work:{name}": lambda: [
            preparing().slug,
            Session.objects.filter(meeting=preparing()).first().pk,
        ]
        for name in [
            "change_session",
            "remove_session",
            "add_agenda_item",
            "order_agenda",
        ]
    },
    **{
        f"convene_work:{name}": lambda: [preparing().slug, an_item().pk]
        for name in [
            "change_agenda_item",
            "move_agenda_item",
            "remove_agenda_item",
            "documents",
        ]
    },
    **{
        f"convene_work:{name}": lambda: [
            preparing().slug,
            Opening.objects.filter(meeting=preparing()).first().pk,
        ]
        for name in ["move_opening", "remove_opening"]
    },
    "convene_work:relieve": lambda: [
        preparing().slug,
        CommitteeMember.objects.filter(meeting=preparing(), role="minute_taker")
        .first()
        .pk,
    ],
    "convene_work:remove_participant": lambda: [
        preparing().slug,
        Participant.objects.filter(meeting=preparing()).first().pk,
    ],
    "convene_work:check_in": lambda: [
        finished().slug,
        Participant.objects.filter(meeting=finished()).first().pk,
    ],
    "convene_work:undo_check_in": checked_in,
    "convene:card": lambda: [preparing().slug, token_of(expected())],
    "convene:hall": lambda: [preparing().slug, first_session().pk],
    "convene_work:arrival": lambda: [preparing().slug, token_of(expected())],
    "convene_work:attendance_list": lambda: [
        preparing().slug,
        preparing().starts_on.isoformat(),
    ],
    "convene_work:renew_card": lambda: [preparing().slug, expected().pk],
    **{
        f"convene_work:{name}": lambda: [preparing().slug]
        for name in [
            "typed_code",
            "scanner",
            "scanner_worker",
            "scans",
            "cards",
            "attendance",
            "spj",
        ]
    },
    **{
        f"convene_work:{name}": lambda: [preparing().slug, first_session().pk]
        for name in ["show_hall_code", "switch_hall_code"]
    },
    "agree:recommendation": lambda: [adopted().reference],
    "agree:version": lambda: [adopted().reference, adopted().pinned.number],
    "agree:guideline": lambda: [Guideline.objects.first().slug],
    "agree:guideline_docx": lambda: [Guideline.objects.first().slug],
    "agree:record": lambda: [finished().slug],
    "agree:record_docx": lambda: [finished().slug],
    "agree_work:board": lambda: [preparing().slug],
    "agree_work:draft": lambda: [preparing().slug],
    **{
        f"agree_work:{name}": lambda: [finished().slug]
        for name in [
            "record",
            "record_preview",
            "lock",
            "guideline",
            "report",
            "report_pdf",
            "report_docx",
            "report_cover",
            "send_report",
            "guideline_preview",
            "in_force",
        ]
    },
    "agree_work:repeal": lambda: [finished().slug],
    **{
        f"agree_work:{name}": lambda: [being_edited().slug]
        for name in ["add_chapter", "order_chapters", "changes", "open_review"]
    },
    **{
        f"agree_work:{name}": lambda: [
            (found := being_edited()).slug,
            found.chapters.first().pk,
        ]
        for name in ["chapter", "move_chapter", "remove_chapter", "order_clauses"]
    },
    **{
        f"agree_work:{name}": lambda: [
            (found := being_edited()).slug,
            found.clauses.first().pk,
        ]
        for name in ["commentary", "move_clause", "place_clause"]
    },
    **{
        f"agree_work:{name}": lambda: changed_clause()
        for name in ["change", "leave_clause"]
    },
    **{
        f"agree_work:{name}": lambda: [in_review().slug]
        for name in ["review", "comment_guideline", "finish_review"]
    },
    "agree_work:answer_guideline_comment": lambda: [
        (found := in_review()).slug,
        found.comments.first().pk,
    ],
    "agree:addendum": lambda: [finished().slug, 1],
    "agree:addendum_docx": lambda: [finished().slug, 1],
    "agree_work:void": lambda: [finished().slug],
    "agree_work:addenda": lambda: [finished().slug],
    **{
        f"agree_work:{name}": lambda: [an_addendum().pk]
        for name in ["addendum", "addendum_preview", "lock_addendum"]
    },
    **{
        f"agree_work:{name}": lambda: [an_addendum().document.code]
        for name in [
            "signing",
            "attest",
            "refuse_to_sign",
            "sign_by_service",
            "bring_signed",
            "bring_scan",
            "last_copy",
            "announce",
            "sheet_preview",
        ]
    },
    "agree_work:copy": a_scan,
    "agree_work:compare_scan": a_scan,
    "agree_work:commentary": lambda: [finished().slug, 1],
    **{
        f"agree_work:{name}": lambda: [submitted().pk]
        for name in [
            "recommendation",
            "metadata",
            "text",
            "grounds",
        ]
    },
    "agree_work:position": lambda: [in_group().pk],
    "agree_work:positions": lambda: [in_group().pk],
    "agree_work:step": lambda: [submitted().pk, "bahas"],
    "agree_work:handling": lambda: [submitted().pk],
    "agree_work:amendments": lambda: [submitted().pk],
    "agree_work:amend": lambda: [submitted().pk],
    "agree_work:undo": lambda: [in_group().pk],
    "agree_work:dispute": lambda: [edited().pk],
    **{
        f"agree_work:{name}": lambda: [discussed_amendment().pk]
        for name in ["amendment", "rewrite_amendment", "accept", "combine", "object"]
    },
    "agree_work:amendment_step": lambda: [discussed_amendment().pk, "tolak"],
    **{
        f"agree_work:{name}": lambda: [preparing().slug]
        for name in [
            "mandates",
            "from_text",
            "carry",
            "circulation",
            "close_circulation",
        ]
    },
    "convene_work:extend_circulation": lambda: [preparing().slug],
    **{
        f"agree_work:{name}": lambda: [open_list().meeting.slug]
        for name in ["consent", "adopt_list", "dissolve"]
    },
    "agree_work:pull_out": lambda: [
        (found := open_list()).meeting.slug,
        found.items.first().pk,
    ],
    "agree_work:mandate_file": lambda: [mandate_of_dompu().pk],
    "agree_work:end_mandate": lambda: [mandate_of_dompu().pk],
    "act:commitment": lambda: [own_commitment().reference],
    "act:evidence": lambda: [own_evidence().pk],
    "act_work:begin": lambda: [awaited_by_dompu().pk],
    "act_work:commitment": lambda: [submitted_commitment().reference],
    "act_work:activity": lambda: [draft_commitment().reference],
    "act_work:remove_activity": lambda: unreported_activity(),
    "act_work:submit": lambda: [draft_commitment().reference],
    "act_work:decide": lambda: [submitted_commitment().reference],
    "act_work:report": lambda: reportable(),
    "act_work:send": lambda: [own_report("draft").pk],
    "act_work:read": lambda: [own_report("draft").pk],
    "act_work:receipt": lambda: [own_report("submitted").pk],
    "act_work:review": lambda: [own_report("submitted").pk],
    "act_work:reply": lambda: [own_report("reviewed").pk],
    "api:figures": lambda: [released().slug],
    "api:meeting": lambda: [finished().slug],
    "api:recommendation": lambda: [adopted().reference],
    "api:guideline": lambda: [Guideline.objects.first().slug],
}


def released() -> Release:
    return Release.objects.filter(state="released").first()


def adopted() -> Recommendation:
    return Recommendation.objects.adopted().filter(meeting=finished()).first()


def being_edited() -> Guideline:
    """The pedoman of the finished meeting, as it was before its review."""
    Guideline.objects.update(state="edited")
    return Guideline.objects.get()


def in_review() -> Guideline:
    """The same while its window is open and nobody has finished."""
    until = timezone.now() + timedelta(days=3)
    Guideline.objects.update(state="in_review", review_until=until)
    found = Guideline.objects.get()
    found.readings.all().delete()
    return found


def changed_clause() -> list[object]:
    """A clause of an earlier pedoman that the one being edited withdraws."""
    guideline, meeting = being_edited(), finished()
    before = Meeting.objects.create(
        forum=meeting.forum,
        slug="sebelumnya",
        title="Rakor sebelumnya",
        kind=meeting.kind,
        purpose="-",
        host=meeting.host,
        venue="Aula",
        starts_on=meeting.starts_on - timedelta(days=365),
        ends_on=meeting.starts_on - timedelta(days=363),
        state=meeting.state,
        provenance=meeting.provenance,
    )
    record = RecordOfAgreement.objects.create(
        meeting=before,
        number="0",
        agreed_on=before.ends_on,
        state="locked",
        document=meeting.record.document,
        locked_at=meeting.record.locked_at,
        provenance=meeting.provenance,
    )
    earlier = Guideline.objects.create(
        slug="sebelumnya",
        record=record,
        title="Pedoman sebelumnya",
        state="determined",
        in_force_on=before.ends_on,
        provenance=meeting.provenance,
    )
    chapter = earlier.chapters.create(title="Bab", order=1)
    clause = guideline.clauses.first()
    clause.chapter, clause.order = chapter, 1
    clause.save()
    guideline.changes.create(clause=clause, reason="Usai.")
    return [guideline.slug, clause.pk]


def awaited_by_dompu() -> Recommendation:
    """An adopted recommendation addressed to Dompu, whose plan was not begun."""
    found = adopted()
    dompu = Plan.objects.filter(government__slug=DOMPU).first().government
    found.addressees.add(dompu)
    for commitment in found.commitments.filter(government=dompu):
        wipe(commitment)
    return found


def wipe(commitment: Commitment) -> None:
    """As if it had never been begun; the test rolls all of it back."""
    for report in commitment.reports.all():
        report.reviews.all().delete()
        report.achievements.all().delete()
        report.evidence.all().delete()
        report.delete()
    for activity in commitment.activities.all():
        activity.targets.all().delete()
        activity.delete()
    commitment.delete()


def unreported_activity() -> list[object]:
    """An activity of Dompu's plan as it was before any report."""
    plan = draft_commitment()
    activity = plan.activities.first()
    activity.achievements.all().delete()
    return [plan.reference, activity.pk]


def reportable() -> list[object]:
    """A quarter of Dompu's plan that is open for a report not sent yet."""
    plan = own_commitment()
    quarter = plan.reportable(timezone.now())[-1]
    reports = plan.reports.filter(year=quarter.year, quarter=quarter.number)
    reports.update(state="draft")
    return [plan.reference, quarter.year, quarter.number]


@pytest.fixture(scope="module")
def clients(ntb: None, django_db_blocker: DjangoDbBlocker) -> dict[str, Client]:
    """Everyone of the cast, signed in once; the module's transaction ends it."""
    found = {letter: Client() for letter in EVERYONE}
    with django_db_blocker.unblock():
        for letter, key in ACCOUNTS.items():
            person = Person.objects.get(email=f"{key}@contoh.example")
            found[letter].force_login(person)
        tono = Person.objects.create_person("tono@luar.example", "Tono", password="x")
        found["X"].force_login(tono)
    return found


def let_in(client: Client, name: str) -> bool:
    """Ask as this person, by GET or else by POST, and undo whatever it did."""
    with transaction.atomic():
        address = reverse(name, args=ARGUMENTS.get(name, list)())
        answer = client.get(address)
        if answer.status_code == 405:
            answer = client.post(address, {})
        transaction.set_rollback(True)
    login = settings.LOGIN_URL and reverse(settings.LOGIN_URL)
    to_login = answer.status_code == 302 and answer.url.startswith(f"{login}?next=")
    return answer.status_code not in {401, 403, 404} and not to_login


def test_every_address_has_an_expectation_and_every_expectation_an_address():
    ours = {name for name in addresses() if not name.startswith("api:")}

    assert ours - set(LET_IN) == set()
    assert set(LET_IN) - ours == set()


def test_no_gate_stands_without_an_address():
    assert gates.names() - set(addresses()) == set()


def test_the_api_is_open_to_all_and_only_reads(clients):
    for name in addresses():
        # The root of the API is no page; what there is stands in openapi.json.
        if not name.startswith("api:") or name == "api:api-root":
            continue
        address = reverse(name, args=ARGUMENTS.get(name, list)())

        assert clients["V"].get(address).status_code == 200, name
        if name != "api:openapi-json":
            assert clients["A"].post(address, {}).status_code == 405, name


@pytest.mark.parametrize("name", sorted(LET_IN))
def test_who_is_let_in_is_who_should_be(clients, name):
    found = {letter for letter, client in clients.items() if let_in(client, name)}

    assert "".join(sorted(found)) == "".join(sorted(LET_IN[name]))


def test_a_person_of_every_role_is_in_the_cast():
    held = {
        Membership.objects.filter(person__email=f"{key}@contoh.example").first().role
        for key in ACCOUNTS.values()
    }

    assert held == set(Role)
