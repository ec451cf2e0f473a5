"""Decisions → state of an entry, order of the queue, and what may be published."""

from salerno.review.history import History
from salerno.review.order import Order
from salerno.review.publishing import Policy, Standing, is_complete, standing
from salerno.review.queue import NEGATION, NUMBER, Risk, risk_of
from salerno.review.state import state_of

__all__ = [
    "NEGATION",
    "NUMBER",
    "History",
    "Order",
    "Policy",
    "Risk",
    "Standing",
    "is_complete",
    "risk_of",
    "standing",
    "state_of",
]
