"""The one variance engine: Z'QZ, from influence values and the sampled PSUs."""

import numpy as np

from taksir.frame import Floats, Frame


def covariance(influence: Floats, frame: Frame) -> Floats:
    """Covariance of every pair of estimates, Z'QZ.

    Q centres each stratum on its mean and scales by (1 − f) n / (n − 1), with n PSUs
    sampled and f the sampled share of the stratum's population (0 without an FPC).

    Args:
        influence: Z, shape (units, estimates): the sum over the PSU of weight times
            linearised value; 0 where the PSU has no member of the domain.
        frame: The PSUs, in the order of the rows of Z.

    Returns:
        Shape (estimates, estimates), in squared units of the estimates.

    Raises:
        LonelyPSU: A stratum has one PSU and is no census.
        PopulationTooSmall: More PSUs are sampled than the population has.

    Source:
        svyrecvar() of R survey 4.1; Särndal, Swensson & Wretman (1992), 4.2.
    """
    centred = _centred(influence, frame)
    return np.asarray(centred.T @ centred)


def variances(influence: Floats, frame: Frame) -> Floats:
    """The diagonal of `covariance`, shape (estimates,)."""
    return np.asarray((_centred(influence, frame) ** 2).sum(axis=0))


def _centred(influence: Floats, frame: Frame) -> Floats:
    """Q½ Z."""
    sums = np.zeros((len(frame.sampled), influence.shape[1]))
    np.add.at(sums, frame.stratum, influence)
    means = sums / frame.sampled[:, None]
    weight = np.sqrt(frame.scale)[frame.stratum]
    return np.asarray((influence - means[frame.stratum]) * weight[:, None])
