"""The lines of the table that `make test-tools` prints, and the count of what was not as expected."""

import sys


class Report:
    """Prints a row as soon as it is known; `end()` is the exit code of the script."""

    def __init__(self):
        self.failures = 0

    def row(self, tool, version, task, units, outcome, remark, problems):
        """One line: what `tool` did with `units` units, what Overzet made of it, and what is wrong, if anything is.

        `problems` are sentences; none means that all is as expected.
        """
        self.failures += len(problems) > 0
        verdict = "FAILED" if problems else "ok"
        print("\t".join([verdict, tool, version, task, str(units), outcome, remark]), flush=True)
        for problem in problems:
            for line in str(problem).splitlines():
                print("test-tools: %s, %s: %s" % (tool, task, line), file=sys.stderr, flush=True)

    def end(self):
        return 1 if self.failures else 0
