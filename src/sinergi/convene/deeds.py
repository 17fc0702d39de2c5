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
    },
    "convene.session": {
        "add_session": _("Session added"),
        "change_session": _("Session changed"),
        "remove_session": _("Session removed"),
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
    },
}
