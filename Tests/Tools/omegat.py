#!/usr/bin/env python3
"""OmegaT takes our files, translates them from a translation memory, and gives them back: does every unit arrive?

    omegat.py FOLDER      FOLDER is emptied and holds the projects afterwards, to look at when something fails
"""

import difflib
import os
import re
import shutil
import subprocess
import sys

import overzet
from documents import Document, translated
from report import Report

PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat>
    <project version="1.0">
        <source_dir>__DEFAULT__</source_dir>
        <target_dir>__DEFAULT__</target_dir>
        <tm_dir>__DEFAULT__</tm_dir>
        <glossary_dir>__DEFAULT__</glossary_dir>
        <dictionary_dir>__DEFAULT__</dictionary_dir>
        <source_lang>en</source_lang>
        <target_lang>nl</target_lang>
        <sentence_seg>true</sentence_seg>
        <support_default_translations>true</support_default_translations>
        <remove_tags>false</remove_tags>
    </project>
</omegat>
"""


class Project:
    """An OmegaT project in a folder of its own."""

    def __init__(self, folder, sources, by_sentence=True):
        self.folder = folder
        for name in ("source", "target", "tm/auto", "omegat", "glossary", "dictionary"):
            os.makedirs(os.path.join(folder, name))
        with open(os.path.join(folder, "omegat.project"), "w", encoding="utf-8") as file:
            file.write(PROJECT if by_sentence else PROJECT.replace("_seg>true<", "_seg>false<"))
        for source in sources:
            shutil.copy(source, os.path.join(folder, "source"))

    def run(self, *options):
        """Runs OmegaT without a window; what it said. Paths are relative, since its launcher splits them at spaces."""
        parent, name = os.path.split(self.folder)
        done = subprocess.run(
            ["omegat", name, "--config-dir=%s.settings" % name, *options], cwd=parent, capture_output=True,
            encoding="utf-8", errors="replace", timeout=180)
        if done.returncode != 0:
            raise RuntimeError("omegat %s: %s" % (" ".join(options), (done.stdout + done.stderr)[-600:]))
        return done.stdout + done.stderr

    def segments(self):
        """A memory in which each segment that OmegaT sees is its own translation."""
        memory = self.folder + ".tmx"
        self.run(
            "--mode=console-createpseudotranslatetmx", "--pseudotranslatetmx=" + os.path.basename(memory),
            "--pseudotranslatetype=equal")
        return open(memory, encoding="utf-8").read()

    def translate(self, memory):
        """Translates from `memory`, a TMX; the files of the project as they come back, in order of name."""
        with open(os.path.join(self.folder, "tm/auto/memory.tmx"), "w", encoding="utf-8") as file:
            file.write(memory)
        self.run("--mode=console-translate")
        return self.files("target")

    def files(self, part):
        folder = os.path.join(self.folder, part)
        return [os.path.join(folder, name) for name in sorted(os.listdir(folder))]


def translated_memory(memory, every=1, keeps_codes=True):
    """`memory` with a translation for each segment, or each second, third …; its codes (`<g0>`, `<x1/>`) stay or go."""
    code = re.compile(r"(&lt;/?[a-z]+[0-9]+/?&gt;)")
    entity = re.compile(r"(&[a-z]+;)")
    number = 0

    def text(part):
        return "".join(inner if i % 2 else translated(inner) for i, inner in enumerate(entity.split(part)))

    def change(match):
        nonlocal number
        number += 1
        if number % every:
            return ""
        parts = code.split(match[2])
        codes = parts[1::2] if keeps_codes else [""] * len(parts[1::2])
        texts = [text(part) for part in parts[::2]]
        return match[1] + "".join(map("".join, zip(texts, codes + [""]))) + match[3]

    return re.sub(
        r'(<tu>\s*<tuv lang="en">.*?</tuv>\s*<tuv lang="nl">\s*<seg>)(.*?)(</seg>\s*</tuv>\s*</tu>)', change,
        re.sub(r"<!DOCTYPE[^>]*>\s*", "", memory), flags=re.DOTALL)


def changes(sources, returned):
    """What OmegaT changed besides the text of targets, each kind once."""
    kinds = set()
    for before, after in zip(sources, returned):
        old, new = (open(path, encoding="utf-8", newline="").read() for path in (before, after))
        if old.endswith("\n") and not new.endswith("\n"):
            kinds.add("the last line break is gone")
        if new.count("&quot;") > old.count("&quot;"):
            kinds.add('" is written &quot;')
        without_targets = [
            re.sub(r"<target[ >].*?</target>", "", text.replace("&quot;", '"').replace(" />", "/>"), flags=re.DOTALL)
            for text in (old.strip(), new.strip())]
        for line in difflib.unified_diff(*(text.split("\n") for text in without_targets), n=0, lineterm=""):
            if line[0] in "+-" and line[:3] not in ("+++", "---"):
                kinds.add("UNEXPECTED: " + line)
        states = [re.findall(r'<target[^>]*state="([^"]*)"', text) for text in (old, new)]
        if states[0] == states[1] and states[0]:
            kinds.add("states stay as they were")
        elif states[0] != states[1]:
            kinds.add("UNEXPECTED: states changed")
    return sorted(kinds)


class Exchange:
    """One trip of all sample articles through OmegaT, and what Overzet made of what came back."""

    def __init__(self, folder, name, sources, memory, by_sentence=True):
        self.sources = sources
        self.returned = Project(os.path.join(folder, name), sources, by_sentence).translate(memory)
        self.merge = overzet.Merge(overzet.ARTICLES, self.returned, os.path.join(folder, name + "-posts"))

    def problems(self, **expected):
        """What is wrong: other counts than `expected`, an exit code that is not theirs."""
        counts = {outcome: expected.get(outcome, 0) for outcome in overzet.OUTCOMES}
        status = 1 if counts["refused"] else 0
        if self.merge.counts == counts and self.merge.status == status:
            return []
        return ["%s, exit code %d; expected %s\n%s" % (
            self.merge.summary(), self.merge.status, expected, self.merge.messages)]

    def changed(self):
        """How many units came back with another target than the one they were sent with."""
        pairs = (zip(target_texts(before), target_texts(after)) for before, after in zip(self.sources, self.returned))
        return sum(sent != returned for pair in pairs for sent, returned in pair)


def target_texts(path):
    document = Document(path)
    for unit in document.units():
        targets = [holder.find(document.name("target")) for holder in document.segments(unit)]
        yield ["".join(target.itertext()) for target in targets if target is not None]


def units_without_their_codes(paths):
    """How many units have fewer codes in their target than in their source. OmegaT hides codes that stand around a
    whole segment, and writes them back itself, so not every unit with codes can lose them."""
    total = 0
    for path in paths:
        document = Document(path)
        for unit in document.units():
            source, target = (document.codes(unit.find(document.name(part))) for part in ("source", "target"))
            total += len(target) < len(source)
    return total


def main(folder):
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    folder = os.path.abspath(folder)
    report = Report()
    version = subprocess.run(
        ["dpkg-query", "-W", "-f=${Version}", "omegat"], capture_output=True, encoding="utf-8").stdout or "unknown"
    sources = overzet.extract(overzet.ARTICLES, "1.2", folder + "/12", "--prefill")
    units = sum(len(Document(path).units()) for path in sources)
    plain = overzet.extract(overzet.ARTICLES, "1.2", folder + "/plain")
    for path in plain:
        Document(path).translate().write(path)
    expected = overzet.Merge(overzet.ARTICLES, plain, folder + "/expected")

    def row(task, exchange, remark, problems):
        report.row("OmegaT", version, task, units, exchange.merge.summary(), remark, problems)

    # Everything translated, sentence by sentence and paragraph by paragraph. Nobody can tell a translation that is the
    # same as its source ("SPF 50") from a source that nobody translated: such units are unchanged, and the post is right.
    memory = Project(folder + "/probe", sources).segments()
    for task, by_sentence in (("1.2, all translated", True), ("1.2, all, by paragraph", False)):
        name = "sentences" if by_sentence else "paragraphs"
        if not by_sentence:
            memory_of_task = Project(folder + "/probe-paragraphs", sources, by_sentence).segments()
        else:
            memory_of_task = memory
        exchange = Exchange(folder, name, sources, translated_memory(memory_of_task), by_sentence)
        kinds = changes(sources, exchange.returned)
        changed = exchange.changed()
        problems = exchange.problems(applied=changed, unchanged=units - changed)
        if changed < units - 5:
            problems.append("OmegaT translated only %d of %d units" % (changed, units))
        problems += [kind for kind in kinds if kind.startswith("UNEXPECTED")]
        problems += ["%s is not what the translation says" % post
                     for post in overzet.differences(exchange.merge.posts, expected.posts)]
        row(task, exchange, "; ".join(kinds), problems)

    # The translator removes every code: each unit that has any is refused, and its text in the post stays.
    exchange = Exchange(folder, "no-codes", sources, translated_memory(memory, keeps_codes=False))
    refused = units_without_their_codes(exchange.returned)
    changed = exchange.changed()
    problems = exchange.problems(applied=changed - refused, refused=refused, unchanged=units - changed)
    if refused < 10:
        problems.append("only %d units lost codes: OmegaT writes its codes otherwise now" % refused)
    row("1.2, all codes removed", exchange, "", problems)

    # What nobody translated must not count as translated.
    exchange = Exchange(folder, "nothing", sources, translated_memory(memory, every=10**9))
    row("1.2, nothing translated", exchange, "", exchange.problems(unchanged=units))
    exchange = Exchange(folder, "half", sources, translated_memory(memory, every=2))
    changed = exchange.changed()
    row("1.2, half translated", exchange, "", exchange.problems(applied=changed, unchanged=units - changed))

    # All articles in one file.
    bundle = folder + "/all.xlf"
    overzet.extract(overzet.ARTICLES, "1.2", folder + "/bundle", "--prefill", "--bundle", bundle)
    exchange = Exchange(folder, "in-one-file", [bundle], translated_memory(memory))
    changed = exchange.changed()
    problems = exchange.problems(applied=changed, unchanged=units - changed)
    problems += ["%s is not what the translation says" % post
                 for post in overzet.differences(exchange.merge.posts, expected.posts)]
    row("1.2, all in one file", exchange, "", problems)

    # XLIFF 2.1 is not for OmegaT 3.6: it finds no text in it. What comes back must change nothing.
    sources = overzet.extract(overzet.ARTICLES, "2.1", folder + "/21")
    memory = Project(folder + "/probe-2.1", sources).segments()
    exchange = Exchange(folder, "2.1", sources, memory)
    problems = exchange.problems(unchanged=units)
    if "<tu>" in memory:
        problems.append("OmegaT shows segments of 2.1 now: test 2.1 as 1.2 is tested")
    row("2.1", exchange, "shows no text of 2.x", problems)
    return report.end()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
