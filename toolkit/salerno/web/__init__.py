"""The review server (Django only here): accounts, the queue, the review page, sign-off.

It keeps nothing that counts: decisions go into the ledgers and texts into the catalogs, by the same verbs
as the command line's. Its database holds people, sessions and what it can make again from the files.
"""
