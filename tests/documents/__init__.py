"""Whole records, all the way from the file to the output: the samples, their laws and their goldens."""
