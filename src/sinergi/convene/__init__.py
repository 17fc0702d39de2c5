"""Step 4 of the turn: the meeting.

Takes a forum, its tata tertib and an agenda; decides who is present.
Leaves behind a Meeting with its groups, order of opening and attendance.
"""
