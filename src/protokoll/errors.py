"""What can go wrong so that there is no result, and the exit code and advice of each.

Doubts about a result are not errors but remarks (`protokoll.model.remark`).

    ProtokollError            1
    ├── UsageError            2
    ├── UnreadableInput      10
    │   ├── MissingInput     11
    │   ├── EmptyInput       12
    │   ├── BinaryInput      13
    │   ├── PicturesOnly     14
    │   ├── EncryptedInput   15
    │   ├── BrokenInput      16
    │   ├── TooLarge         17
    │   ├── TimedOut         18
    │   └── Crashed          19
    ├── NotARecord           20
    │   └── OtherLanguage    21
    ├── ProfileError         30
    ├── OutputError          40
    └── ArchiveError         50
        ├── ArchiveBusy      51
        └── NewerArchive     52
"""

from enum import IntEnum

__all__ = [
    "ArchiveBusy",
    "ArchiveError",
    "BinaryInput",
    "BrokenInput",
    "Crashed",
    "EmptyInput",
    "EncryptedInput",
    "ExitCode",
    "MissingInput",
    "NewerArchive",
    "NotARecord",
    "OtherLanguage",
    "OutputError",
    "PicturesOnly",
    "ProfileError",
    "ProtokollError",
    "TimedOut",
    "TooLarge",
    "UnreadableInput",
    "UsageError",
]


class ExitCode(IntEnum):
    """The exit codes of the command; a run over several files ends with the highest one met.

    >>> ExitCode.MISSING_INPUT
    <ExitCode.MISSING_INPUT: 11>
    """

    OK = 0
    FAILURE = 1
    USAGE = 2
    UNREADABLE = 10
    MISSING_INPUT = 11
    EMPTY_INPUT = 12
    BINARY_INPUT = 13
    PICTURES_ONLY = 14
    ENCRYPTED_INPUT = 15
    BROKEN_INPUT = 16
    TOO_LARGE = 17
    TIMED_OUT = 18
    CRASHED = 19
    NOT_A_RECORD = 20
    OTHER_LANGUAGE = 21
    PROFILE = 30
    OUTPUT = 40
    ARCHIVE = 50
    ARCHIVE_BUSY = 51
    NEWER_ARCHIVE = 52
    INTERRUPTED = 130


class ProtokollError(Exception):
    """No result, for a reason that the user can act on.

    `message` says in one sentence what is wrong and `hint` what to do; `str()` gives both.

    >>> str(MissingInput("there is no file ks.txt", hint="check the path"))
    'there is no file ks.txt; check the path.'
    """

    exit_code = ExitCode.FAILURE
    hint = ""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint or type(self).hint

    def __str__(self) -> str:
        return f"{self.message}; {self.hint}." if self.hint else f"{self.message}."


class UsageError(ProtokollError):
    """The words of the call do not fit together."""

    exit_code = ExitCode.USAGE


class UnreadableInput(ProtokollError):
    """The input cannot be turned into text."""

    exit_code = ExitCode.UNREADABLE


class MissingInput(UnreadableInput):
    """There is no such file, or it is a directory, or it may not be opened."""

    exit_code = ExitCode.MISSING_INPUT
    hint = "check the path"


class EmptyInput(UnreadableInput):
    """The file holds nothing but white space."""

    exit_code = ExitCode.EMPTY_INPUT
    hint = "check that the file was saved or downloaded whole"


class BinaryInput(UnreadableInput):
    """The bytes are neither text nor a format that can be read."""

    exit_code = ExitCode.BINARY_INPUT
    hint = "save the record as plain text or as a PDF with text"


class PicturesOnly(UnreadableInput):
    """A PDF whose pages are pictures, without a text layer."""

    exit_code = ExitCode.PICTURES_ONLY
    hint = "give it a text layer first, for example with 'ocrmypdf -l swe'"


class EncryptedInput(UnreadableInput):
    """A PDF that wants a password."""

    exit_code = ExitCode.ENCRYPTED_INPUT
    hint = "save a copy without a password, for example with 'qpdf --decrypt'"


class BrokenInput(UnreadableInput):
    """A damaged or truncated file."""

    exit_code = ExitCode.BROKEN_INPUT
    hint = "fetch the file again"


class TooLarge(UnreadableInput):
    """More text than one record can hold."""

    exit_code = ExitCode.TOO_LARGE
    hint = "split it into one file for each meeting"


class TimedOut(UnreadableInput):
    """A file of a batch that took longer than it was given."""

    exit_code = ExitCode.TIMED_OUT
    hint = "give it more time with --timeout and --retry-failed, or split it into one file for each meeting"


class Crashed(UnreadableInput):
    """A file of a batch at which the process that read it died."""

    exit_code = ExitCode.CRASHED
    hint = "try it again with --retry-failed; if it fails again the file is damaged: save or print it anew as a PDF"


class NotARecord(ProtokollError):
    """Text, but not a municipal record: a recipe, a table, source code."""

    exit_code = ExitCode.NOT_A_RECORD
    hint = (
        "give a protocol, report, motion or the like of a Swedish municipality, or use --force to parse it all the same"
    )


class OtherLanguage(NotARecord):
    """Text in another language than Swedish."""

    exit_code = ExitCode.OTHER_LANGUAGE
    hint = "only Swedish records can be parsed; use --force to parse it all the same"


class ProfileError(ProtokollError):
    """A profile that does not exist or does not hold together."""

    exit_code = ExitCode.PROFILE
    hint = "'protokoll profiles' lists the profiles that come with the package"


class OutputError(ProtokollError):
    """The result could not be written; what stood at the target before is untouched."""

    exit_code = ExitCode.OUTPUT
    hint = "check that the folder exists, may be written to and has space left"


class ArchiveError(ProtokollError):
    """A folder that is no archive, or a call that would harm one; nothing in it was touched."""

    exit_code = ExitCode.ARCHIVE


class ArchiveBusy(ArchiveError):
    """Another run is writing to the archive."""

    exit_code = ExitCode.ARCHIVE_BUSY
    hint = "wait until it is done, or end it"


class NewerArchive(ArchiveError):
    """The archive was made by a later version that writes it in another way."""

    exit_code = ExitCode.NEWER_ARCHIVE
    hint = "update protokoll, or name another folder"
