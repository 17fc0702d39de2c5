"""People, the offices of governments, and who holds which office when."""

from __future__ import annotations

import uuid
from datetime import date

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sinergi.core import words
from sinergi.core.constraints import one_of
from sinergi.core.models.places import Place
from sinergi.core.rules import Provenance, Role, provenance_of


class PersonManager(BaseUserManager["Person"]):
    def create_person(
        self, email: str, name: str, *, password: str | None = None
    ) -> Person:
        """A person with an account; without a password the account cannot sign in."""
        person = self.model(email=self.normalize_email(email).lower(), name=name)
        person.set_password(password)
        person.save()
        return person


class Person(AbstractBaseUser):
    """One human being with a personal account; never the account of a government."""

    reference = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    email = models.EmailField(_("email address"), unique=True)
    name = models.CharField(max_length=120)
    language = models.CharField(max_length=8, default="id")
    # A simulated person can only make simulated content (rules.provenance_of).
    is_simulated = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(null=True, blank=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]
    # allauth and Django ask; nobody has content rights by being an administrator.
    is_staff = False
    is_superuser = False

    objects = PersonManager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Office(models.Model):
    """The office of a government that answers for communication and informatics."""

    government = models.ForeignKey(Place, models.PROTECT, related_name="offices")
    name = models.CharField(max_length=160)
    # Whether the name was read in a source or only recalled.
    name_verified = models.BooleanField(default=False)
    source = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["government", "name"]
        constraints = [
            models.UniqueConstraint(fields=["government", "name"], name="office_once")
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.government.name}"


class MembershipQuerySet(models.QuerySet["Membership"]):
    def current(self, on: date) -> MembershipQuerySet:
        ended = Q(ends_on__isnull=False, ends_on__lt=on)
        started = self.filter(starts_on__lte=on).exclude(ended)
        return started.filter(person__is_active=True).select_related(
            "person", "government", "office"
        )


class Membership(models.Model):
    """A person holds a role in an office of a government from one day to another.

    Every act is done by a membership, so that the office held at the time is on record.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="memberships")
    government = models.ForeignKey(Place, models.PROTECT, related_name="memberships")
    office = models.ForeignKey(Office, models.PROTECT, null=True, blank=True)
    role = models.CharField(max_length=16)
    title = models.CharField(max_length=120, blank=True)
    mandate = models.CharField(max_length=200, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ["person", "starts_on"]
        constraints = [
            one_of("role", Role, "membership_role_known"),
            models.UniqueConstraint(
                fields=["person", "government", "role", "starts_on"],
                name="membership_once",
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=models.F("starts_on")),
                name="membership_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role_label} · {self.government.name}"

    @property
    def role_label(self) -> str:
        return str(words.ROLE[Role(self.role)])

    @property
    def provenance(self) -> Provenance:
        return provenance_of(simulated=self.person.is_simulated)

    def is_a(self, *roles: Role) -> bool:
        return Role(self.role) in roles
