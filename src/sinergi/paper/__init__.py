"""Paper turns plain data into PDF and SVG.

It takes dictionaries and dataclasses and knows no table, no stage and no request.
It decides only how an official document and an honest chart look.
It leaves behind bytes: the same data on the same date gives the same bytes.
"""
