"""Records as one self-contained HTML page: templates and charts."""
