"""All errors with their exit codes, as the page docs/errors.md has them.

``python -m planparse.model.error_table`` prints it; a test holds the two together.
"""

from __future__ import annotations

from planparse.errors import PlanparseError

_HEAD = """\
# Errors

Every error is a `planparse.PlanparseError`, and on the command line one line and an exit code. `code` is what an
archive's manifest keeps. Made by `python -m planparse.model.error_table`.

| exit | class | code | meaning |
|---|---|---|---|
"""
_FOOT = """

Other exit codes: 0, a plan (or what was asked for) was written, doubts or not; 2, wrong usage; 70, a fault of
planparse, please report it (`internal_error` in a manifest; `PLANPARSE_DEBUG=1` shows more); 130, stopped by Ctrl-C;
141, who read the output went away.
"""


def as_markdown() -> str:
    """The page, the errors by exit code."""
    kinds = sorted(PlanparseError.__subclasses__(), key=lambda kind: kind.exit_code)
    rows = [
        f"| {kind.exit_code} | `{kind.__name__}` | `{kind.code}` | {' '.join((kind.__doc__ or '').split())} |"
        for kind in kinds
    ]
    return _HEAD + "\n".join(rows) + _FOOT


if __name__ == "__main__":
    print(as_markdown(), end="")
