"""The clone that the workspace is in: decisions committed, exchanged with a remote, conflicts settled by editors."""
