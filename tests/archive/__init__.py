"""Archives: the run that makes them and what is made from them."""
