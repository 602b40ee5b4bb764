"""Documents → Positions → Changes: what a party wanted, on what evidence, and how that changed."""
