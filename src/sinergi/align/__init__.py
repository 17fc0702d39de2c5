"""Step 3 of the turn: every government's plans side by side.

Takes national programmes with their mandates and each government's plans for them.
Leaves behind the alignment matrix (Keselarasan) and requests for help on its cells.
"""
