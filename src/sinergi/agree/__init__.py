"""Step 5 of the turn: the text and who agreed to it.

Takes recommendations resting on figures and plans, and each government's position.
Leaves behind a locked record of agreement (berita acara) and the guideline (pedoman).
"""
