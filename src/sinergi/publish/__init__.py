"""Step 7 of the turn: what everyone may read.

Takes what all stages left behind; decides nothing.
Leaves behind the public home, stories, the progress matrix and open data.
"""
