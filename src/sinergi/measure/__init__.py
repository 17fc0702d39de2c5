"""Step 2 of the turn: figures with their error.

Takes published values as they were printed, and an index definition with a frozen Wave.
Leaves behind series, targets, and a Release whose figures never change.
"""
