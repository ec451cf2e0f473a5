from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("desk", "0001_initial")]

    operations = [
        migrations.AddField("part", "deeds", models.JSONField(default=list)),
        migrations.AddField(
            "part", "edition", models.CharField(blank=True, default="", max_length=64)
        ),
        migrations.AddField("part", "is_outdated", models.BooleanField(default=False)),
    ]
