import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('core', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='AgendaItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField()),
                ('title', models.CharField(max_length=200)),
                ('minutes', models.PositiveSmallIntegerField()),
                ('presenter', models.CharField(blank=True, max_length=160)),
            ],
            options={
                'ordering': ['session', 'order'],
            },
        ),
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
                ('reply_by', models.DateField(blank=True, null=True)),
                ('sequence', models.PositiveSmallIntegerField(default=0)),
                ('rescheduled_at', models.DateTimeField(blank=True, null=True)),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('circulation_extended_to', models.DateField(blank=True, null=True)),
                ('circulation_extended_because', models.CharField(blank=True, max_length=200)),
                ('forum', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='meetings', to='core.forum')),
                ('host', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='hosted_meetings', to='core.place')),
            ],
            options={
                'ordering': ['-starts_on'],
            },
        ),
        migrations.CreateModel(
            name='Timer',
            fields=[
                ('item', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='timer', serialize=False, to='convene.agendaitem')),
                ('spent_seconds', models.PositiveIntegerField(default=0)),
                ('started_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['item'],
            },
        ),
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField()),
                ('recorded_at', models.DateTimeField()),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.membership')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='convene.agendaitem')),
            ],
            options={
                'ordering': ['item', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Guest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120)),
                ('office', models.CharField(max_length=160)),
                ('token_sha256', models.CharField(max_length=64, unique=True)),
                ('made_at', models.DateTimeField()),
                ('revoked_at', models.DateTimeField(blank=True, null=True)),
                ('answer', models.CharField(blank=True, max_length=12)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.membership')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='guests', to='convene.meeting')),
            ],
            options={
                'ordering': ['meeting', 'name', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Opening',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField()),
                ('title', models.CharField(max_length=160)),
                ('office', models.CharField(max_length=160)),
                ('held_as', models.CharField(default='definite', max_length=8)),
                ('represented_by', models.CharField(blank=True, max_length=160)),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='openings', to='convene.meeting')),
            ],
            options={
                'ordering': ['meeting', 'order'],
            },
        ),
        migrations.CreateModel(
            name='Projection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('subject', models.CharField(max_length=40)),
                ('title', models.CharField(max_length=300)),
                ('hung', models.CharField(default='next', max_length=8)),
                ('shown_at', models.DateTimeField(blank=True, null=True)),
                ('taken_off_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.membership')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='projections', to='convene.meeting')),
            ],
            options={
                'ordering': ['meeting', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='ProjectorKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('made_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('revoked_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.membership')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='projector_keys', to='convene.meeting')),
            ],
            options={
                'ordering': ['meeting', '-made_at'],
            },
        ),
        migrations.CreateModel(
            name='Reply',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('answer', models.CharField(max_length=12)),
                ('reason', models.CharField(blank=True, max_length=200)),
                ('mandate_name', models.CharField(blank=True, max_length=160)),
                ('answered_at', models.DateTimeField()),
                ('struck_off', models.PositiveSmallIntegerField(default=0)),
                ('struck_off_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.membership')),
                ('government', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.place')),
                ('mandate', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.storedfile')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='replies', to='convene.meeting')),
            ],
            options={
                'verbose_name_plural': 'replies',
                'ordering': ['meeting', 'government'],
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
        migrations.CreateModel(
            name='Participant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('office', models.CharField(max_length=160)),
                ('name', models.CharField(blank=True, max_length=120)),
                ('nip', models.CharField(blank=True, max_length=18)),
                ('phone', models.CharField(blank=True, max_length=20)),
                ('named_at', models.DateTimeField(blank=True, null=True)),
                ('is_own', models.BooleanField(default=False)),
                ('card_edition', models.PositiveSmallIntegerField(default=1)),
                ('government', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='participants', to='core.place')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='participants', to='convene.meeting')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='participations', to=settings.AUTH_USER_MODEL)),
                ('session', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='participants', to='convene.session')),
            ],
            options={
                'ordering': ['meeting', 'government', 'office'],
            },
        ),
        migrations.CreateModel(
            name='MinutesRevision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField()),
                ('text', models.TextField()),
                ('sha256', models.CharField(max_length=64)),
                ('written_at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.membership')),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='revisions', to='convene.session')),
            ],
            options={
                'ordering': ['session', 'number'],
            },
        ),
        migrations.CreateModel(
            name='MinutesComment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField()),
                ('made_at', models.DateTimeField()),
                ('answer', models.TextField(blank=True)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.membership')),
                ('government', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.place')),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='comments', to='convene.session')),
            ],
            options={
                'ordering': ['session', 'made_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='HallCode',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('opened_at', models.DateTimeField()),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.membership')),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='hall_codes', to='convene.session')),
            ],
            options={
                'ordering': ['session', '-opened_at'],
            },
        ),
        migrations.CreateModel(
            name='CommitteeMember',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(max_length=16)),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='committee', to='convene.meeting')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='committees', to=settings.AUTH_USER_MODEL)),
                ('session', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='committee', to='convene.session')),
            ],
            options={
                'ordering': ['meeting', 'role'],
            },
        ),
        migrations.CreateModel(
            name='Attendance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField()),
                ('door', models.CharField(default='desk', max_length=8)),
                ('checked_in_at', models.DateTimeField()),
                ('recorded_at', models.DateTimeField()),
                ('undone_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.membership')),
                ('participant', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attendances', to='convene.participant')),
                ('session', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='attendances', to='convene.session')),
            ],
            options={
                'ordering': ['participant', 'day'],
            },
        ),
        migrations.AddField(
            model_name='agendaitem',
            name='session',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agenda', to='convene.session'),
        ),
        migrations.CreateModel(
            name='AgendaDocument',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=160)),
                ('name', models.CharField(max_length=160)),
                ('readers', models.CharField(default='members', max_length=8)),
                ('added_at', models.DateTimeField()),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.membership')),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.storedfile')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='convene.agendaitem')),
            ],
            options={
                'ordering': ['item', 'added_at', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('readers__in', ['members', 'guests', 'public'])), name='agendadocument_readers_known'), models.UniqueConstraint(condition=models.Q(('withdrawn_at', None)), fields=('item', 'file'), name='agendadocument_file_once')],
            },
        ),
        migrations.CreateModel(
            name='ApprovedMinutes',
            fields=[
                ('meeting', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='approved_minutes', serialize=False, to='convene.meeting')),
                ('approved_at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.membership')),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.document')),
            ],
            options={
                'ordering': ['-approved_at'],
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
                ('days_to_comment', models.PositiveSmallIntegerField(default=3)),
                ('ratification', models.CharField(default='plenary', max_length=12)),
                ('days_to_circulate', models.PositiveSmallIntegerField(default=14)),
                ('days_to_review', models.PositiveSmallIntegerField(default=10)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('ratification__in', ['plenary', 'circulation'])), name='procedure_ratification_known'), models.CheckConstraint(condition=models.Q(('quorum_percent__range', (1, 100))), name='procedure_quorum_is_a_percentage')],
            },
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['rakor', 'rakortek', 'merged'])), name='meeting_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'invited', 'running', 'closed', 'approved'])), name='meeting_state_known'),
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
            model_name='guest',
            constraint=models.CheckConstraint(condition=models.Q(('answer__in', ['', 'attends', 'declines'])), name='guest_answer_known'),
        ),
        migrations.AddConstraint(
            model_name='guest',
            constraint=models.UniqueConstraint(condition=models.Q(('revoked_at', None)), fields=('meeting', 'name', 'office'), name='guest_once'),
        ),
        migrations.AddConstraint(
            model_name='opening',
            constraint=models.CheckConstraint(condition=models.Q(('held_as__in', ['definite', 'pj', 'plt', 'plh'])), name='opening_held_as_known'),
        ),
        migrations.AddConstraint(
            model_name='opening',
            constraint=models.UniqueConstraint(fields=('meeting', 'order'), name='opening_order_once'),
        ),
        migrations.AddConstraint(
            model_name='projection',
            constraint=models.CheckConstraint(condition=models.Q(('hung__in', ['next', 'current', 'past'])), name='projection_hung_known'),
        ),
        migrations.AddConstraint(
            model_name='projection',
            constraint=models.UniqueConstraint(condition=models.Q(('hung', 'current')), fields=('meeting',), name='projection_one_now'),
        ),
        migrations.AddConstraint(
            model_name='projection',
            constraint=models.UniqueConstraint(condition=models.Q(('hung', 'next')), fields=('meeting',), name='projection_one_next'),
        ),
        migrations.AddConstraint(
            model_name='reply',
            constraint=models.CheckConstraint(condition=models.Q(('answer__in', ['attends', 'represented', 'declines'])), name='reply_answer_known'),
        ),
        migrations.AddConstraint(
            model_name='reply',
            constraint=models.UniqueConstraint(fields=('meeting', 'government'), name='reply_once'),
        ),
        migrations.AddConstraint(
            model_name='reply',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answer', 'represented'), _negated=True), ('mandate__isnull', False), _connector='OR'), name='reply_represented_has_mandate'),
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
            model_name='minutesrevision',
            constraint=models.UniqueConstraint(fields=('session', 'number'), name='minutesrevision_once'),
        ),
        migrations.AddConstraint(
            model_name='hallcode',
            constraint=models.UniqueConstraint(condition=models.Q(('closed_at', None)), fields=('session',), name='hallcode_one_open'),
        ),
        migrations.AddConstraint(
            model_name='committeemember',
            constraint=models.CheckConstraint(condition=models.Q(('role__in', ['chair', 'secretary', 'group_chair', 'minute_taker', 'desk', 'projector'])), name='committee_role_known'),
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
            model_name='attendance',
            constraint=models.CheckConstraint(condition=models.Q(('door__in', ['desk', 'scan', 'hall'])), name='attendance_door_known'),
        ),
        migrations.AddConstraint(
            model_name='attendance',
            constraint=models.UniqueConstraint(condition=models.Q(('undone_at', None)), fields=('participant', 'day'), name='attendance_once_a_day'),
        ),
        migrations.AddConstraint(
            model_name='agendaitem',
            constraint=models.UniqueConstraint(fields=('session', 'order'), name='agendaitem_order_once'),
        ),
    ]
