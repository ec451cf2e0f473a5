"""Mails about accounts, where a mail server is set; without one, owners pass links on themselves."""

from __future__ import annotations

import logging
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail

_log = logging.getLogger("salerno.web")


def is_set() -> bool:
    """Return whether mails can be sent."""
    return settings.ENVIRONMENT.mail is not None


def sent(to: str, subject: str, text: str) -> bool:
    """Send a mail; return whether it was taken. A failure is logged, without the words."""
    if not is_set():
        return False
    try:
        send_mail(subject, text, None, [to])
    except (SMTPException, OSError) as error:
        _log.warning("a mail could not be sent: %s", error)
        return False
    return True
