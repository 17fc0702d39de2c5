"""Forms drawn as the house draws them: label, help, error, in reading order."""

from django.forms.renderers import DjangoTemplates


class FormRenderer(DjangoTemplates):
    form_template_name = "core/form.html"
    field_template_name = "components/field.html"
