"""What parties say in their own words."""
