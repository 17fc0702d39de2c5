"""`{% slot "convene.meeting" meeting %}`: what later stages show on this page."""

from typing import Any

from django import template
from django.template import Context
from django.utils.safestring import SafeString

from sinergi.core import slots

register = template.Library()


@register.simple_tag(takes_context=True)
def slot(context: Context, name: str, subject: Any) -> SafeString:
    return slots.show(name, context["request"], subject)
