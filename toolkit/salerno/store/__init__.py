"""The only readers and writers of files: what is read is checked, what is written is whole."""
