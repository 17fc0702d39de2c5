"""Step 6 of the turn: what each government does about it.

Takes what was adopted; asks its addressees for follow-up plans and quarterly reports.
Leaves behind commitments, reports with evidence, and reviews by another government.
"""
