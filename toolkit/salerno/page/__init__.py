"""A page: an article, or a preview of its localization, as one self-contained HTML file."""
