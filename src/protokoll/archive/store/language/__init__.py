"""What the search knows of Swedish: the stems of words and the parts of compounds."""
