"""Letters: what an office replaces on the letters and papers that bear its head.

Takes: a letterhead, number patterns, signatories, and wordings made in Word. Decides:
what may be in force, which number comes next, and where a placeholder is wrong. Leaves
behind: the head, number, signatory and words of every letter that later stages send.
"""
