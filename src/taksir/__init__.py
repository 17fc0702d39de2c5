"""Design-based survey estimation from additive sums.

    import taksir as tk

    design = tk.Design(weight="w", strata="stratum", psu="desa")
    wave = tk.Survey("wave2.parquet", design, index=tk.Index.load("literasi.toml"))
    est = wave.mean(["index", *wave.index.pillars], by="kabupaten")
    est["index", {"kabupaten": "52.72"}] - est["index", {"kabupaten": "52.06"}]

Errors are in `taksir.errors`; survey files are read and written, without estimating,
by `taksir.readers.files`.
"""

from taksir.design import Design
from taksir.errors import TaksirError
from taksir.estimate import Estimate
from taksir.estimates import Estimates, Row
from taksir.estimators import Mean, Proportion, Ratio, Statistic, Total
from taksir.influence import Flag, Label
from taksir.scoring import Index
from taksir.survey import Survey
from taksir.tally import Tally

__all__ = [
    "Design",
    "Estimate",
    "Estimates",
    "Flag",
    "Index",
    "Label",
    "Mean",
    "Proportion",
    "Ratio",
    "Row",
    "Statistic",
    "Survey",
    "TaksirError",
    "Tally",
    "Total",
]
