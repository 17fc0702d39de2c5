"""Every stage's introduction, in the order of the turn."""

from sinergi.act.introduction import INTRODUCTION as ACT
from sinergi.agree.introduction import INTRODUCTION as AGREE
from sinergi.align.introduction import INTRODUCTION as ALIGN
from sinergi.collect.introduction import INTRODUCTION as COLLECT
from sinergi.convene.introduction import INTRODUCTION as CONVENE
from sinergi.core.introduction import INTRODUCTION as CORE
from sinergi.examples.introduction import INTRODUCTION as EXAMPLES
from sinergi.letters.introduction import INTRODUCTION as LETTERS
from sinergi.measure.introduction import INTRODUCTION as MEASURE
from sinergi.publish.introduction import INTRODUCTION as PUBLISH

INTRODUCTIONS = (
    CORE,
    LETTERS,
    COLLECT,
    MEASURE,
    ALIGN,
    CONVENE,
    AGREE,
    ACT,
    PUBLISH,
    EXAMPLES,
)
