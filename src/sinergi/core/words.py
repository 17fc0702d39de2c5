"""What the core's enumerations are called on a page."""

from django.utils.translation import gettext_lazy as _

from sinergi.core.rules import Level, Role

LEVEL = {
    Level.NATION: _("National"),
    Level.PROVINCE: _("Province"),
    Level.REGENCY: _("Regency (kabupaten)"),
    Level.CITY: _("City (kota)"),
}

ROLE = {
    Role.SECRETARIAT: _("Secretariat"),
    Role.HEAD: _("Head of office"),
    Role.OPERATOR: _("Operator"),
    Role.REVIEWER: _("Reviewer"),
    Role.INSPECTORATE: _("Inspectorate"),
    Role.STATISTICIAN: _("Statistician (walidata)"),
    Role.ATTENDANT: _("Registration attendant"),
    Role.ADMINISTRATOR: _("Administrator"),
}

DEEDS = {
    "core.bidang": {
        "register_bidang": _("Bidang registered"),
    },
    "core.forum": {
        "register_forum": _("Forum registered"),
    },
    "core.membership": {
        "invite": _("Office given"),
        "end_membership": _("Office ended"),
    },
    "core.office": {
        "register_office": _("Office registered"),
    },
    "core.pillar": {
        "register_pillar": _("Pillar registered"),
    },
    "core.place": {
        "name_bidang_offices": _("Offices named by bidang"),
        "register_place": _("Government registered"),
    },
}
