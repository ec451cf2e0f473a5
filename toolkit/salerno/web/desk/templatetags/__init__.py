"""Tags and filters of templates, as Django finds them."""
