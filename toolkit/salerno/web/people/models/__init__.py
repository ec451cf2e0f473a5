"""What the database keeps of people."""

from salerno.web.people.models.accounts import Account, Grant
from salerno.web.people.models.acts import Act, Deed, note
from salerno.web.people.models.appointments import Appointment
from salerno.web.people.models.daily_mails import DailyMail, Outcome
from salerno.web.people.models.devices import App
from salerno.web.people.models.failures import Failure
from salerno.web.people.models.invitations import Invitation
from salerno.web.people.models.readings import Reading
from salerno.web.people.models.tokens import ApiToken

__all__ = [
    "Account",
    "Act",
    "ApiToken",
    "App",
    "Appointment",
    "DailyMail",
    "Deed",
    "Failure",
    "Grant",
    "Invitation",
    "Outcome",
    "Reading",
    "note",
]
