"""Who is let in where, written by hand from design §6 and coordination.md 7.1.

Not derived from the code: the test walks every address and every role and compares.

Roles, one letter each:
  V visitor               X signed in, without an office
  O operator of Dompu     H head of Dompu            B head of Kota Bima
  S secretariat           C chair of the meeting     G chair of the PTIK group
  N minute-taker          D registration desk        W walidata (statistician)
  T registration attendant, who has no other office
  R reviewer, province    K reviewer, Sumbawa        I inspectorate
  A administrator

The objects behind the addresses belong to Dompu where a government owns them, and to
the meeting in preparation or the finished one, as the address needs.
"""

EVERYONE = set("VXOHBSCGNDTWRKIA")
SIGNED_IN = EVERYONE - set("VX")
# An attendant checks in at the door of a meeting and sees nothing else.
MEMBERS = SIGNED_IN - set("T")
# An administrator manages accounts and has no part in content.
WORKERS = MEMBERS - set("A")
# Who enters plans and reports for a government. The chair is a head; the group chair,
# minute-taker and desk are operators of the province.
ENTER = set("OHBCGND")
HEADS = set("HBC")
REVIEWERS = set("RK")

LET_IN: dict[str, set[str]] = {
    # Accounts: open, but sign-up and changing the address are shut for all.
    "account_login": EVERYONE,
    "account_logout": EVERYONE,
    "account_inactive": EVERYONE,
    "account_signup": set(),
    "account_reauthenticate": SIGNED_IN | {"X"},
    "account_email": set(),
    "account_email_verification_sent": EVERYONE,
    "account_change_password": SIGNED_IN | {"X"},
    "account_set_password": SIGNED_IN | {"X"},
    "account_reset_password": EVERYONE,
    "account_reset_password_done": EVERYONE,
    "account_reset_password_from_key": EVERYONE,
    "account_reset_password_from_key_done": EVERYONE,
    "account_confirm_email": EVERYONE,
    "account_confirm_login_code": EVERYONE,
    "mfa_index": SIGNED_IN | {"X"},
    "mfa_authenticate": EVERYONE,
    "mfa_reauthenticate": SIGNED_IN | {"X"},
    "mfa_activate_totp": SIGNED_IN | {"X"},
    # Nobody of the cast has set up a second factor, so there is nothing to show.
    "mfa_deactivate_totp": set(),
    "mfa_view_recovery_codes": set(),
    "mfa_generate_recovery_codes": SIGNED_IN | {"X"},
    "mfa_download_recovery_codes": set(),
    "mfa_list_webauthn": SIGNED_IN | {"X"},
    "mfa_add_webauthn": SIGNED_IN | {"X"},
    "mfa_remove_webauthn": SIGNED_IN | {"X"},
    "mfa_edit_webauthn": SIGNED_IN | {"X"},
    "mfa_reauthenticate_webauthn": SIGNED_IN | {"X"},
    "mfa_login_webauthn": EVERYONE,
    # Core.
    "core:language": EVERYONE,
    "core:ledger": EVERYONE,
    "core:verify": EVERYONE,
    "core:document": EVERYONE,
    "core:document_file": EVERYONE,
    "core:act_as": SIGNED_IN,
    "core:bidang_offices": ENTER,
    "core:profile": SIGNED_IN,
    "core:people": {"A"},
    "core:invite": {"A"},
    "core:end_membership": {"A"},
    # What stands on letters is the secretariat's of the coordinating government.
    **{
        f"letters_work:{name}": {"S"}
        for name in [
            "letters",
            "letterhead",
            "logo",
            "letterhead_trial",
            "number",
            "signatory",
            "wording",
            "house_template",
            "use_house",
            "template",
            "trial",
            "use",
        ]
    },
    "site:tasks": SIGNED_IN,
    # Answers of respondents are the walidata's alone.
    **{
        name: {"W"}
        for name in [
            "collect:surveys",
            "collect:new_survey",
            "collect:survey",
            "collect:publish_form",
            "collect:form",
            "collect:open_wave",
            "collect:wave",
            "collect:upload",
            "collect:mapping",
            "collect:report",
            "collect:problems",
            "collect:confirm",
            "collect:discard",
            "collect:reopen",
            "collect:freeze",
        ]
    },
    # Figures are public; the walidata makes them; a government sets its own target.
    **dict.fromkeys(
        [
            "measure:index",
            "measure:government",
            "measure:release",
            "measure:release_csv",
            "measure:release_json",
            "measure:difference",
            "measure:published_csv",
            "measure:published_json",
        ],
        EVERYONE,
    ),
    "measure_work:home": MEMBERS,
    "measure_work:targets": MEMBERS,
    "measure_work:set_target": ENTER | {"W"},
    **{
        name: {"W"}
        for name in [
            "measure_work:new_series",
            "measure_work:series",
            "measure_work:add_method",
            "measure_work:add_value",
            "measure_work:correct_value",
            "measure_work:definitions",
            "measure_work:new_definition",
            "measure_work:definition",
            "measure_work:new_release",
            "measure_work:release",
            "measure_work:publish",
            "measure_work:discard",
        ]
    },
    # Plans are public; each government enters its own, of Dompu: O and H.
    "align:matrix": EVERYONE,
    "align:matrix_csv": EVERYONE,
    "align:programme": EVERYONE,
    "align:cell": EVERYONE,
    "align:matrix_xlsx": EVERYONE,
    "align:findings": EVERYONE,
    "align:changes": EVERYONE,
    "align:mandate": EVERYONE,
    "align_work:plans": MEMBERS,
    "align_work:enter": ENTER,
    "align_work:plan": set("OH"),
    "align_work:change": set("OH"),
    "align_work:withdraw": set("OH"),
    "align_work:invite": set("OH"),
    "align_work:partner": set("OH"),
    "align_work:help": MEMBERS,
    "align_work:ask": ENTER,
    "align_work:request": MEMBERS,
    # A request of Dompu, answered by Sumbawa.
    "align_work:request_step": set("OH"),
    "align_work:answer_step": set("OH"),
    "align_work:template": ENTER,
    "align_work:bring": ENTER,
    "align_work:sheet": set("OH"),
    "align_work:discard_sheet": set("OH"),
    "align_work:propose": set("OH"),
    # National programmes are kept by the secretariat of the province.
    **{
        name: {"S"}
        for name in [
            "align_work:programmes",
            "align_work:programme",
            "align_work:enter_programme",
            "align_work:years",
            "align_work:describe",
            "align_work:add_mandate",
            "align_work:remove_mandate",
            "align_work:add_target",
            "align_work:remove_target",
            "align_work:obligation",
        ]
    },
    # The meeting in preparation is run by the secretariat; its chair opens and closes.
    "convene:list": EVERYONE,
    "convene:meeting": EVERYONE,
    "convene:calendar": EVERYONE,
    # A personal link lets in whoever holds it; without one, nobody.
    "convene:guest_link": EVERYONE,
    "convene:guest": set(),
    "convene:guest_document": set(),
    "convene_work:guests": {"S"},
    "convene_work:renew_guest": {"S"},
    "convene_work:revoke_guest": {"S"},
    "convene:meeting_calendar": EVERYONE,
    "convene:preview": EVERYONE,
    # Anyone looks at the wall; what it shows depends on who does (tests/convene).
    "convene:wall": EVERYONE,
    "convene:wall_text": EVERYONE,
    "convene:wall_key": EVERYONE,
    "convene_work:list": WORKERS,
    "convene_work:meeting": WORKERS,
    **{
        name: {"S"}
        for name in [
            "convene_work:draft",
            "convene_work:change",
            "convene_work:procedure",
            "convene_work:add_session",
            "convene_work:change_session",
            "convene_work:remove_session",
            "convene_work:add_agenda_item",
            "convene_work:change_agenda_item",
            "convene_work:move_agenda_item",
            "convene_work:order_agenda",
            "convene_work:remove_agenda_item",
            "convene_work:opening",
            "convene_work:move_opening",
            "convene_work:remove_opening",
            "convene_work:committee",
            "convene_work:relieve",
            "convene_work:remove_participant",
            "convene_work:invitation",
            "convene_work:invitation_docx",
            "convene_work:invitation_pdf",
            "convene_work:discard",
            "convene_work:reopen",
        ]
    },
    "convene_work:programme": WORKERS,
    # Each government answers the invitation for itself; the objects are of Dompu.
    "convene_work:reply": ENTER,
    "convene_work:add_delegate": ENTER,
    "convene_work:invitation_calendar": ENTER,
    "convene_work:cancellation_calendar": set("OH"),
    "convene_work:name_delegate": set("OH"),
    "convene_work:withdraw_delegate": set("OH"),
    "convene_work:mandate": set("OHS"),
    "convene_work:replies": {"S"},
    "convene_work:participants": set("SD"),
    "convene_work:open": {"C"},
    # Chair and secretariat keep the circulation; every member reads who has answered.
    "convene_work:extend_circulation": set("CS"),
    "agree_work:circulation": WORKERS,
    "agree_work:close_circulation": set("CS"),
    "convene_work:close": {"C"},
    # Anyone may open a card or the page of a hall; what counts is the code.
    "convene:card": EVERYONE,
    "convene:hall": EVERYONE,
    **{
        key: set("SDT")
        for key in [
            "convene_work:desk",
            "convene_work:check_in",
            "convene_work:undo_check_in",
            "convene_work:arrival",
            "convene_work:typed_code",
            "convene_work:scanner",
            "convene_work:scanner_worker",
            "convene_work:scans",
            "convene_work:show_hall_code",
            "convene_work:switch_hall_code",
        ]
    },
    # A government gets the cards of its own delegates.
    "convene_work:cards": set("SOHBCGND"),
    "convene_work:renew_card": set("SD"),
    # Counts for who takes part; papers with NIP and phone for the secretariat.
    "convene_work:attendance": WORKERS,
    "convene_work:attendance_list": {"S"},
    "convene_work:spj": {"S"},
    # Nobody of the cast is projector operator; tests/convene asks for that task.
    # A document that is public; who reads one for members only: tests/convene.
    "convene:document": EVERYONE,
    "convene_work:minutes": WORKERS,
    "convene_work:minutes_pdf": WORKERS,
    "convene_work:minutes_docx": WORKERS,
    # The minute-taker writes; of the PTIK group its chair decides too.
    "convene_work:write_minutes": {"N"},
    "convene_work:answer_comment": {"N"},
    "convene_work:decide": set("NG"),
    "convene_work:withdraw_decision": set("NG"),
    "convene_work:comment": set("OHBCGND"),
    "convene_work:approve_minutes": {"C"},
    "convene_work:decisions": WORKERS,
    "convene_work:decisions_pdf": WORKERS,
    "convene_work:decisions_docx": WORKERS,
    "convene_work:documents": set("SCN"),
    "convene_work:open_document": set("SCN"),
    "convene_work:withdraw_document": set("SCN"),
    "convene_work:projector": set("SCN"),
    "convene_work:project": set("SCN"),
    "convene_work:timer": set("SCN"),
    "convene_work:make_key": set("SCN"),
    "convene_work:revoke_key": set("SCN"),
    # What was adopted is public; before that it is working paper of the meeting.
    **dict.fromkeys(
        [
            "agree:recommendations",
            "agree:recommendation",
            "agree:version",
            "agree:guidelines",
            "agree:guideline",
            "agree:guideline_docx",
            "agree:consolidated",
            "agree:consolidated_pdf",
            "agree:consolidated_docx",
            "agree:record",
            "agree:record_docx",
            "agree:addendum",
            "agree:addendum_docx",
        ],
        EVERYONE,
    ),
    "agree_work:boards": WORKERS,
    "agree_work:board": WORKERS,
    "agree_work:draft": set("OHBCGNS"),
    # A submitted recommendation of the meeting in preparation, in the PTIK group.
    "agree_work:recommendation": WORKERS,
    "agree_work:metadata": set("GNS"),
    "agree_work:text": set("GNS"),
    "agree_work:grounds": set("GNS"),
    "agree_work:position": HEADS,
    "agree_work:positions": set("SN"),
    "agree_work:step": {"G"},
    "agree_work:handling": {"S"},
    # Words of a draft are its government's; other words for a submitted one come from
    # operators and heads of the forum, and are working papers of the meeting.
    "agree_work:amendments": WORKERS,
    "agree_work:amend": set("OHBCGN"),
    "agree_work:amendment": WORKERS,
    # Proposed by Dompu, discussed in the PTIK group.
    "agree_work:rewrite_amendment": set("OH"),
    "agree_work:amendment_step": set("CG"),
    "agree_work:accept": set("CG"),
    "agree_work:combine": set("CG"),
    "agree_work:undo": set("CG"),
    "agree_work:object": set("BC"),
    # After an editorial edit of a text in its group.
    "agree_work:dispute": HEADS,
    # A list of the plenary of the running meeting.
    "agree_work:consent": WORKERS,
    "agree_work:pull_out": HEADS,
    "agree_work:adopt_list": {"C"},
    "agree_work:dissolve": {"C"},
    # A mandate of Dompu for the meeting: entered by its head or the secretariat.
    "agree_work:mandates": WORKERS,
    "agree_work:mandate_file": set("OHSNC"),
    "agree_work:end_mandate": set("HS"),
    "agree_work:from_text": set("OHBCGNS"),
    "agree_work:carry": set("OHBCGNS"),
    # Signing: heads sign and refuse, who enters for a government brings copies too.
    "agree_work:signing": WORKERS,
    "agree_work:sheet_preview": WORKERS,
    "agree_work:attest": HEADS,
    "agree_work:refuse_to_sign": HEADS,
    "agree_work:bring_signed": ENTER | {"S"},
    "agree_work:bring_scan": ENTER | {"S"},
    "agree_work:last_copy": ENTER | {"S"},
    # Not there at all while the settings name no service.
    "agree_work:sign_by_service": set(),
    # A scan brought by Dompu: names and handwriting.
    "agree_work:copy": set("OHSNCI"),
    "agree_work:compare_scan": set("SNC"),
    "agree_work:announce": {"S"},
    "agree_work:void": {"S"},
    "agree_work:addenda": {"S"},
    "agree_work:addendum": {"S"},
    "agree_work:addendum_preview": {"S"},
    "agree_work:lock_addendum": {"S"},
    "agree_work:record": {"S"},
    "agree_work:record_preview": {"S"},
    "agree_work:lock": {"S"},
    "agree_work:report": {"S"},
    # Sent: a letter of the province, read there and not by the forum.
    "agree_work:report_pdf": set("SCI"),
    "agree_work:report_docx": set("SCI"),
    "agree_work:report_cover": set("SCI"),
    "agree_work:send_report": {"S"},
    "agree_work:guideline": {"S"},
    "agree_work:commentary": {"S"},
    "agree_work:guideline_preview": {"S"},
    "agree_work:in_force": {"S"},
    # The secretariat puts the pedoman in order, answers comments, repeals it.
    **{
        name: {"S"}
        for name in [
            "agree_work:repeal",
            "agree_work:add_chapter",
            "agree_work:chapter",
            "agree_work:move_chapter",
            "agree_work:remove_chapter",
            "agree_work:order_chapters",
            "agree_work:move_clause",
            "agree_work:order_clauses",
            "agree_work:place_clause",
            "agree_work:changes",
            "agree_work:change",
            "agree_work:leave_clause",
            "agree_work:open_review",
            "agree_work:answer_guideline_comment",
        ]
    },
    # Sent for review it is a working paper of the meeting; operators and heads of its
    # governments comment and finish.
    "agree_work:review": WORKERS,
    "agree_work:comment_guideline": set("OHBCGND"),
    "agree_work:finish_review": set("OHBCGND"),
    # Follow-up of Dompu: it writes, its head submits, another government reviews.
    "act:commitment": EVERYONE,
    "act:evidence": set("OHRKI"),
    "act_work:overview": MEMBERS,
    "act_work:to_review": REVIEWERS,
    # For their own government only, whoever they are.
    "act_work:begin": ENTER,
    "act_work:commitment": set("OHRKI"),
    "act_work:activity": set("OH"),
    "act_work:remove_activity": set("OH"),
    "act_work:submit": {"H"},
    "act_work:decide": REVIEWERS,
    "act_work:report": set("OH"),
    "act_work:send": {"H"},
    "act_work:read": set("OH"),
    "act_work:receipt": set("OHRKI"),
    "act_work:review": REVIEWERS,
    "act_work:reply": {"H"},
    # Published.
    **dict.fromkeys(
        [
            "publish:home",
            "publish:progress",
            "publish:progress_csv",
            "publish:progress_json",
            "publish:recommendations_csv",
            "publish:recommendations_json",
            "publish:documents",
            "publish:data",
        ],
        EVERYONE,
    ),
    # Briefs of the meeting in preparation: that of Dompu for Dompu and for who runs
    # the meeting on behalf of the province, that of a bidang for the whole meeting.
    "publish_work:briefs": WORKERS,
    "publish_work:government_brief": set("OHSCGI"),
    "publish_work:government_brief_file": set("OHSCGI"),
    "publish_work:bidang_brief": WORKERS,
    "publish_work:bidang_brief_file": WORKERS,
}
