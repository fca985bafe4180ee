"""Overzet as the scripts of this folder run it: the program, what it says of a merge, the posts that it writes."""

import json
import os
import re
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
REPOSITORY = os.path.dirname(os.path.dirname(HERE))
PROGRAM = os.environ.get("OVERZET") or os.path.join(REPOSITORY, ".build/release/overzet")
ARTICLES = os.path.join(REPOSITORY, "Examples/clinic/articles")
OUTCOMES = ("applied", "unchanged", "stale", "refused", "unknown")


def run(*arguments):
    """Runs Overzet in the repository; what it answers: `returncode`, `stdout`, `stderr`."""
    return subprocess.run(
        [PROGRAM, *arguments], cwd=REPOSITORY, capture_output=True, encoding="utf-8", errors="replace", timeout=120)


def extract(sources, version, folder, *options):
    """The files that Overzet makes of `sources` for Dutch, or an exception that says why there are none."""
    sources = [sources] if isinstance(sources, str) else sources
    done = run("extract", *sources, "--to", "nl", "--xliff", version, "-o", folder, *options)
    if done.returncode != 0:
        raise RuntimeError("overzet extract: %s" % done.stderr.strip())
    return sorted(done.stdout.split("\n")[:-1])


def has(command, option=None):
    """Whether this program knows a command, or an option of it."""
    done = run(command, "--help")
    return "USAGE: overzet " + command in done.stdout and (option is None or option in done.stdout)


class Outcomes:
    """What Overzet says became of the units: `counts`, `translated_segments`, the exit code (`status`), `messages`."""

    def __init__(self, done):
        self.status = done.returncode
        self.messages = done.stderr
        self.counts = dict.fromkeys(OUTCOMES, 0)
        self.translated_segments = 0
        for line in done.stderr.splitlines():
            summary = re.match(r"post \S+ \S+: (.*?); (\d+) of \d+ segments translated", line)
            if not summary:
                continue
            self.translated_segments += int(summary[2])
            for count, outcome in re.findall(r"(\d+) (%s)" % "|".join(OUTCOMES), summary[1]):
                self.counts[outcome] += int(count)

    def summary(self):
        """`12 applied, 1 refused`; all that is not 0."""
        counts = ", ".join("%d %s" % (count, outcome) for outcome, count in self.counts.items() if count)
        return counts or "nothing"


class Import(Outcomes):
    """What came of importing `files` for `sources`: the XLIFF that is sent out next, below `folder` (`files`)."""

    def __init__(self, sources, files, version, folder):
        files = [files] if isinstance(files, str) else files
        done = run("import", *files, "--source", sources, "--xliff", version, "-o", folder)
        super().__init__(done)
        self.files = done.stdout.splitlines()


class Merge(Outcomes):
    """What came of merging `files` into `sources`; posts are written below `folder`.

    `--force`, since one of the sample articles has only rendered HTML: what is asked here is whether a translation
    arrives, not whether WordPress should be given it.
    """

    def __init__(self, sources, files, folder, *options):
        files = [files] if isinstance(files, str) else files
        done = run("merge", sources, "--xliff", *files, "-o", folder, "--force", *options)
        super().__init__(done)
        self.posts = {}
        for path in done.stdout.splitlines():
            self.posts[os.path.basename(path)] = json.load(open(os.path.join(REPOSITORY, path), encoding="utf-8"))


def text_of(post):
    """What of a post is translated: without the counts that Overzet writes beside it."""
    return {key: value for key, value in post.items() if key != "overzet"}


def differences(posts, expected):
    """The posts, by name, whose text is not the one that is expected."""
    names = sorted(set(posts) | set(expected))
    return [
        name for name in names
        if name not in posts or name not in expected or text_of(posts[name]) != text_of(expected[name])]
