"""The version of the package, in one place: the build, the command and the output read it here."""

__version__ = "0.1.0"
