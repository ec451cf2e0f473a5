import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Deeds become rows that the database can count; what they were is made again from the ledgers."""

    dependencies = [("desk", "0002_overview")]

    operations = [
        migrations.RemoveField("part", "deeds"),
        migrations.CreateModel(
            name="Deeds",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("locale", models.CharField(max_length=35)),
                ("day", models.CharField(max_length=10)),
                ("who", models.CharField(max_length=100)),
                ("kind", models.CharField(max_length=20)),
                ("times", models.PositiveIntegerField()),
                (
                    "part",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="deeds",
                        to="desk.part",
                        db_index=False,
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["part", "kind", "day"], name="deeds_of_a_part"),
                    models.Index(
                        fields=["kind", "day", "locale", "who", "times"], name="deeds_of_a_kind"
                    ),
                ],
            },
        ),
    ]
