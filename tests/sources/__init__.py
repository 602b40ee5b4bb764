"""Tests of `protokoll.sources`."""
