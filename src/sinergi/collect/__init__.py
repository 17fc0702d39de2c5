"""Step 1 of the turn: a questionnaire and its answers.

Takes an XLSForm and a file of responses; decides what is an answer and what is not.
Leaves behind a frozen Wave: sorted Parquet, codebook and a manifest of hashes.
"""
