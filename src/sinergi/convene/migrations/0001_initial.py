import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('core', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Meeting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(unique=True)),
                ('title', models.CharField(max_length=200)),
                ('kind', models.CharField(max_length=12)),
                ('purpose', models.TextField()),
                ('venue', models.CharField(max_length=200)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField()),
                ('letter_number', models.CharField(blank=True, max_length=80)),
                ('state', models.CharField(default='draft', max_length=12)),
                ('provenance', models.CharField(max_length=12)),
                ('invited_at', models.DateTimeField(blank=True, null=True)),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('forum', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='meetings', to='core.forum')),
                ('host', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='hosted_meetings', to='core.place')),
            ],
            options={
                'ordering': ['-starts_on'],
            },
        ),
        migrations.CreateModel(
            name='Opening',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField()),
                ('title', models.CharField(max_length=160)),
                ('office', models.CharField(max_length=160)),
                ('represented_by', models.CharField(blank=True, max_length=160)),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='openings', to='convene.meeting')),
            ],
            options={
                'ordering': ['meeting', 'order'],
            },
        ),
        migrations.CreateModel(
            name='Participant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('office', models.CharField(max_length=160)),
                ('name', models.CharField(blank=True, max_length=120)),
                ('government', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='participants', to='core.place')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='participants', to='convene.meeting')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='participations', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['meeting', 'government', 'office'],
            },
        ),
        migrations.CreateModel(
            name='Attendance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField()),
                ('checked_in_at', models.DateTimeField()),
                ('undone_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.membership')),
                ('participant', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attendances', to='convene.participant')),
            ],
            options={
                'ordering': ['participant', 'day'],
            },
        ),
        migrations.CreateModel(
            name='ReportedFact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField()),
                ('label', models.CharField(max_length=80)),
                ('text', models.TextField()),
                ('source', models.TextField()),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='facts', to='convene.meeting')),
            ],
            options={
                'ordering': ['meeting', 'order'],
            },
        ),
        migrations.CreateModel(
            name='Session',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=12)),
                ('title', models.CharField(max_length=160)),
                ('room', models.CharField(blank=True, max_length=120)),
                ('starts_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('bidang', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sessions', to='core.bidang')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sessions', to='convene.meeting')),
            ],
            options={
                'ordering': ['meeting', 'starts_at', 'title'],
            },
        ),
        migrations.AddField(
            model_name='participant',
            name='session',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='participants', to='convene.session'),
        ),
        migrations.CreateModel(
            name='CommitteeMember',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(max_length=16)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='committees', to=settings.AUTH_USER_MODEL)),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='committee', to='convene.meeting')),
                ('session', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='committee', to='convene.session')),
            ],
            options={
                'ordering': ['meeting', 'role'],
            },
        ),
        migrations.CreateModel(
            name='AgendaItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField()),
                ('title', models.CharField(max_length=200)),
                ('minutes', models.PositiveSmallIntegerField()),
                ('presenter', models.CharField(blank=True, max_length=160)),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agenda', to='convene.session')),
            ],
            options={
                'ordering': ['session', 'order'],
            },
        ),
        migrations.CreateModel(
            name='RulesOfProcedure',
            fields=[
                ('meeting', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='procedure', serialize=False, to='convene.meeting')),
                ('quorum_percent', models.PositiveSmallIntegerField(default=51)),
                ('all_must_answer', models.BooleanField(default=False)),
                ('absence_answers', models.BooleanField(default=True)),
                ('days_to_plan', models.PositiveSmallIntegerField(default=60)),
                ('days_to_report', models.PositiveSmallIntegerField(default=15)),
                ('days_to_reply', models.PositiveSmallIntegerField(default=14)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('quorum_percent__range', (1, 100))), name='procedure_quorum_is_a_percentage')],
            },
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['rakor', 'rakortek', 'merged'])), name='meeting_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'invited', 'running', 'closed'])), name='meeting_state_known'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('provenance__in', ['published', 'measured', 'entered', 'simulated'])), name='meeting_provenance_known'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='meeting_ends_after_start'),
        ),
        migrations.AddConstraint(
            model_name='opening',
            constraint=models.UniqueConstraint(fields=('meeting', 'order'), name='opening_order_once'),
        ),
        migrations.AddConstraint(
            model_name='attendance',
            constraint=models.UniqueConstraint(condition=models.Q(('undone_at', None)), fields=('participant', 'day'), name='attendance_once_a_day'),
        ),
        migrations.AddConstraint(
            model_name='session',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['plenary', 'group'])), name='session_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='session',
            constraint=models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='session_ends_after_start'),
        ),
        migrations.AddConstraint(
            model_name='session',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('bidang', None), ('kind', 'plenary')), models.Q(('bidang__isnull', False), ('kind', 'group')), _connector='OR'), name='session_group_has_bidang'),
        ),
        migrations.AddConstraint(
            model_name='participant',
            constraint=models.UniqueConstraint(fields=('meeting', 'government', 'office'), name='participant_once'),
        ),
        migrations.AddConstraint(
            model_name='committeemember',
            constraint=models.CheckConstraint(condition=models.Q(('role__in', ['chair', 'group_chair', 'minute_taker', 'desk'])), name='committee_role_known'),
        ),
        migrations.AddConstraint(
            model_name='committeemember',
            constraint=models.UniqueConstraint(condition=models.Q(('session__isnull', False)), fields=('meeting', 'person', 'role', 'session'), name='committee_once_in_a_group'),
        ),
        migrations.AddConstraint(
            model_name='committeemember',
            constraint=models.UniqueConstraint(condition=models.Q(('session__isnull', True)), fields=('meeting', 'person', 'role'), name='committee_once'),
        ),
        migrations.AddConstraint(
            model_name='agendaitem',
            constraint=models.UniqueConstraint(fields=('session', 'order'), name='agendaitem_order_once'),
        ),
    ]
