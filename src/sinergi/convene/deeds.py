"""What the acts of convene are called in the record of everything done."""

from django.utils.translation import gettext_lazy as _

DEEDS = {
    "convene.meeting": {
        "draft_meeting": _("Meeting drafted"),
        "change_meeting": _("Meeting changed"),
        "add_participants": _("Governments added to a meeting"),
        "send_invitation": _("Invitation sent"),
        "open_meeting": _("Meeting opened"),
        "close_meeting": _("Meeting closed"),
        "reopen_meeting": _("Meeting opened again"),
        "extend_circulation": _("Circulation extended"),
        "approve_minutes": _("Minutes approved"),
        "discard_meeting": _("Draft meeting discarded"),
        "record_reported_meeting": _("Meeting recorded from reports"),
    },
    "convene.rulesofprocedure": {
        "set_procedure": _("Rules of procedure set"),
    },
    "convene.committeemember": {
        "name_committee": _("Committee named"),
        "relieve_committee": _("Committee member relieved"),
    },
    "convene.participant": {
        "add_participant": _("Participant added"),
        "remove_participant": _("Participant removed"),
        "renew_card": _("Card of a participant renewed"),
        "name_delegate": _("Delegate named"),
        "withdraw_delegate": _("Delegate withdrawn"),
    },
    "convene.guest": {
        "invite_guest": _("Guest invited"),
        "renew_guest_link": _("Link of a guest made anew"),
        "revoke_guest_link": _("Link of a guest revoked"),
        "answer_as_guest": _("Guest answered"),
    },
    "convene.reply": {
        "answer_invitation": _("Invitation answered"),
    },
    "convene.session": {
        "add_session": _("Session added"),
        "change_session": _("Session changed"),
        "remove_session": _("Session removed"),
        "order_agenda": _("Agenda put in order"),
    },
    "convene.agendaitem": {
        "add_agenda_item": _("Agenda item added"),
        "change_agenda_item": _("Agenda item changed"),
        "move_agenda_item": _("Agenda item moved"),
        "remove_agenda_item": _("Agenda item removed"),
    },
    "convene.opening": {
        "add_opening": _("Step of the opening added"),
        "move_opening": _("Step of the opening moved"),
        "remove_opening": _("Step of the opening removed"),
    },
    "convene.attendance": {
        "check_in": _("Attendance recorded"),
        "undo_check_in": _("Attendance taken back"),
        "move_check_in": _("Attendance set to an earlier scan"),
    },
    "convene.hallcode": {
        "open_hall_code": _("Code of the hall opened"),
        "close_hall_code": _("Code of the hall closed"),
    },
    "convene.agendadocument": {
        "add_document": _("Document put to an agenda item"),
        "open_document": _("Who reads a document changed"),
        "withdraw_document": _("Document withdrawn"),
    },
    "convene.minutesrevision": {
        "write_minutes": _("Minutes written"),
    },
    "convene.decision": {
        "record_decision": _("Decision recorded"),
        "withdraw_decision": _("Decision taken back"),
    },
    "convene.minutescomment": {
        "comment_minutes": _("Minutes commented"),
        "answer_comment": _("Comment on the minutes answered"),
    },
    "convene.projection": {
        "choose_next": _("Next thing for the projector chosen"),
        "show_on_projector": _("Shown on the projector"),
        "clear_projector": _("Taken off the projector"),
    },
    "convene.timer": {
        "start_timer": _("Clock of an agenda item started"),
        "pause_timer": _("Clock of an agenda item paused"),
        "reset_timer": _("Clock of an agenda item set back"),
    },
    "convene.projectorkey": {
        "make_projector_key": _("Projector link made"),
        "revoke_projector_key": _("Projector link revoked"),
    },
}
