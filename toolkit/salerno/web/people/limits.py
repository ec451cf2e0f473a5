"""How often something may go wrong before somebody has to wait."""

from __future__ import annotations

from salerno.web.people.models.failures import Limit

LOG_INS = Limit("log-in", 30, 15)
"""From one machine, for whatever accounts: a ward may share an address. One account is locked sooner (axes)."""
PASSWORDS = Limit("password", 5, 15)
"""Of one account that is logged in, and asked for its password again."""
PASSPHRASES = Limit("passphrase", 5, 15)
"""Of one account that says whose signing key it has."""
LINKS = Limit("link", 60, 15)
"""From one machine, for links that open nothing."""
ALL = (LOG_INS, PASSWORDS, PASSPHRASES, LINKS)
