"""One exception class for each thing that a user can meet, with its exit code.

Everything here is a :class:`PlanparseError`. The message names the file, the page where there is one, and what to
do. The command line prints it in one line and leaves with ``exit_code``; ``code`` is the same name in machine-readable
form (it is also what an archive's manifest keeps). Exit codes 0 (a plan was written) and 2 (wrong usage) are never
used for a file's fault.
"""

from __future__ import annotations

from typing import ClassVar


class PlanparseError(Exception):
    """Base of all errors that planparse raises on purpose.

    ``file`` is the name as the user gave it, ``page`` the 1-based file page, both None where they do not apply.
    """

    code: ClassVar[str] = "error"
    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, *, file: str | None = None, page: int | None = None) -> None:
        self.message = message
        self.file = file
        self.page = page
        super().__init__(str(self))

    def __str__(self) -> str:
        place = self.file or ""
        if self.page is not None:
            place += f"{', ' if place else ''}page {self.page}"
        return f"{place}: {self.message}" if place else self.message

    def __reduce__(self) -> tuple[object, ...]:
        # Keyword-only arguments do not survive the default pickling; workers hand errors to their parent.
        return _rebuild, (type(self), self.message, self.file, self.page)


def _rebuild(kind: type[PlanparseError], message: str, file: str | None, page: int | None) -> PlanparseError:
    return kind(message, file=file, page=page)


class MissingFileError(PlanparseError):
    """The file does not exist or can't be opened for reading."""

    code = "missing_file"
    exit_code = 3


class NotPdfError(PlanparseError):
    """The bytes are those of something else than a PDF (or there are none)."""

    code = "not_pdf"
    exit_code = 4


class CorruptPdfError(PlanparseError):
    """A PDF of which no page can be read."""

    code = "corrupt_pdf"
    exit_code = 5


class PasswordRequiredError(PlanparseError):
    """The PDF is encrypted and no password was given."""

    code = "password_required"
    exit_code = 6


class WrongPasswordError(PlanparseError):
    """The PDF is encrypted and the password given does not open it."""

    code = "wrong_password"
    exit_code = 7


class NoPagesError(PlanparseError):
    """A PDF without a single page."""

    code = "no_pages"
    exit_code = 8


class NoTextLayerError(PlanparseError):
    """No page of the PDF has text: a scan."""

    code = "no_text_layer"
    exit_code = 9


class PageOutsideError(PlanparseError):
    """A page was asked for that the file does not have."""

    code = "page_outside"
    exit_code = 10


class SavedPlanError(PlanparseError):
    """A saved JSON plan (or gold file) is not what the model says, or of another major version."""

    code = "saved_plan"
    exit_code = 11


class OutputError(PlanparseError):
    """The result can't be written where it was asked for; nothing was left behind."""

    code = "output"
    exit_code = 12


class UnderFloorsError(PlanparseError):
    """A score is under the floor that a floors file sets for it."""

    code = "under_floors"
    exit_code = 1


class MissingExtraError(PlanparseError):
    """A feature needs an optional extra that is not installed; the message names it and how to install it."""

    code = "missing_extra"
    exit_code = 13


class SomeFailedError(PlanparseError):
    """Of the files of an archive some could not be converted; the message tells how many of which kind."""

    code = "some_failed"
    exit_code = 14


class AllFailedError(PlanparseError):
    """No file of an archive could be converted."""

    code = "all_failed"
    exit_code = 15


class ArchiveLockedError(PlanparseError):
    """Another run is writing to the same output; it was left alone."""

    code = "archive_locked"
    exit_code = 16


class RegisterError(PlanparseError):
    """An archive's register is no CSV with a column ``path``, or has a value that can't be one."""

    code = "register"
    exit_code = 17


class TimeLimitError(PlanparseError):
    """A file took longer than its time limit; its worker process was ended."""

    code = "time_limit"
    exit_code = 18


class MemoryLimitError(PlanparseError):
    """A file took more memory than its limit; its worker process was ended."""

    code = "memory_limit"
    exit_code = 19


class WorkerDiedError(PlanparseError):
    """The process that read a file came to an end by itself, or none can be started."""

    code = "worker_died"
    exit_code = 20


class NoArchiveError(PlanparseError):
    """The folder is not what ``planparse convert`` writes, or its manifest can't be read."""

    code = "no_archive"
    exit_code = 21


class QueryError(PlanparseError):
    """DuckDB refuses an SQL query over an archive."""

    code = "query"
    exit_code = 22


class SchedulerError(PlanparseError):
    """The scheduler of a Dask cluster can't be reached, or went away; what was finished is kept."""

    code = "scheduler"
    exit_code = 23


class OtherFileError(PlanparseError):
    """The PDF is not the one that the plan was read from: its boxes would stand on other words."""

    code = "other_file"
    exit_code = 24


class KoladaError(PlanparseError):
    """Kolada can't be reached, or what it answers (or a file holds) is no catalogue or values of it."""

    code = "kolada"
    exit_code = 25


class FactsTableError(PlanparseError):
    """A table given beside the plans (population, prices, groups) lacks its columns, or a cell is no figure."""

    code = "facts_table"
    exit_code = 26
