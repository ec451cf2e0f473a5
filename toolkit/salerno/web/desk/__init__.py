"""The desk of a reviewer: the queue, the review page, the sign-off."""
