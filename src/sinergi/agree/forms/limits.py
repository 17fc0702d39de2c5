"""How long what is typed may be: a page of the hall and of paper still holds it."""

TEXT = 20_000  # letters of a whole recommendation, some eight printed pages
NOTE = 1_000
EXPLANATION = 5_000
