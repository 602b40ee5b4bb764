"""Rule `flat_pages`."""
