import re
from typing import Any

from django.db import migrations

from salerno.web.people.models.devices import sealed


def seal_all(apps: Any, _editor: Any) -> None:
    """Seal what was kept as it is (40 hexadecimal digits)."""
    devices = apps.get_model("otp_totp", "TOTPDevice").objects
    for device in devices.all():
        if re.fullmatch("[0-9a-f]+", device.key):
            devices.filter(pk=device.pk).update(key=sealed(device.key, device.user_id))


class Migration(migrations.Migration):
    """There is no way back: a server that cannot open what is sealed would let nobody in."""

    dependencies = [
        ("otp_totp", "0003_add_timestamps"),
        ("people", "0002_daily_mail"),
    ]

    operations = [
        migrations.CreateModel(
            name="App",
            fields=[],
            options={"proxy": True, "indexes": [], "constraints": []},
            bases=("otp_totp.totpdevice",),
        ),
        migrations.RunPython(seal_all, elidable=True),
    ]
