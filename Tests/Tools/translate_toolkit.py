#!/usr/bin/env python3
"""Translate Toolkit reads and rewrites our files, through its API and through PO: what arrives, and what is refused?

    translate_toolkit.py FOLDER ENVIRONMENT      FOLDER is emptied and holds the files afterwards; ENVIRONMENT is the
                                                 virtual environment that the toolkit is installed in
"""

import os
import re
import shutil
import subprocess
import sys

import overzet
from documents import Document, translated
from report import Report


class Toolkit:
    """The toolkit's programs in a virtual environment."""

    def __init__(self, environment):
        self.programs = os.path.join(os.path.abspath(environment), "bin")
        self.version = self.run("python", "-c", "from translate import __version__ as v; print(v.sver)").strip()

    def run(self, program, *arguments):
        done = subprocess.run(
            [os.path.join(self.programs, program), *arguments], capture_output=True, encoding="utf-8", timeout=120,
            cwd=overzet.HERE)
        if done.returncode != 0:
            raise RuntimeError("%s: %s" % (program, done.stderr[-600:]))
        return done.stdout

    def fill(self, folder, paths, kind="rich"):
        """Translates the files through the toolkit's API; those it wrote, and how many units it showed."""
        shown = int(self.run("python", "toolkit_fill.py", kind, folder, *paths))
        return [os.path.join(folder, os.path.basename(path)) for path in paths], shown


def changes(sent, returned):
    """What the toolkit changed besides targets, each kind once."""
    kinds = set()
    for before, after in zip(map(Document, sent), map(Document, returned)):
        old, new = ([unit.get("id") for unit in document.units()] for document in (before, after))
        if old != new:
            kinds.add("UNEXPECTED: other units, or in another order")
        for unit, returned_unit in zip(before.units(), after.units()):
            for holder, returned_holder in zip(before.segments(unit), after.segments(returned_unit)):
                kinds |= segment_changes(before, holder, after, returned_holder)
    if any("\n      <" in open(path, encoding="utf-8").read() for path in returned):
        kinds.add("indented")
    return sorted(kinds)


def segment_changes(before, holder, after, returned):
    kinds = set()
    source, other = holder.find(before.name("source")), returned.find(after.name("source"))
    if list(source.itertext()) != list(other.itertext()):
        kinds.add("UNEXPECTED: another source")
    parts = [child.tag for child in returned]
    marked = after.name("seg-source")
    if marked in parts and parts.index(marked) > parts.index(after.name("target")):
        kinds.add("target stands before seg-source, which the schema forbids")
    if marked in parts:
        if any("\n" in text for text in returned.find(marked).itertext()):
            kinds.add("indented inside seg-source")
        if returned.find(after.name("target")).find(".//" + after.name("mrk")) is None:
            kinds.add("segment marks are gone from targets")
    space = "{http://www.w3.org/XML/1998/namespace}space"
    if not after.is_12 and space in returned.attrib and space not in holder.attrib:
        kinds.add("xml:space on segments, which the schema forbids")
    state = returned.get("state") if not after.is_12 else returned.find(after.name("target")).get("state")
    kinds.add("state %s" % state if state else "no state")
    return kinds


def through_api(report, toolkit, folder, version):
    sent = overzet.extract(overzet.ARTICLES, version, "%s/%s" % (folder, version))
    reference = overzet.extract(overzet.ARTICLES, version, "%s/%s-reference" % (folder, version))
    for path in reference:
        Document(path).translate().write(path)
    expected = overzet.Merge(overzet.ARTICLES, reference, "%s/%s-expected" % (folder, version))
    returned, shown = toolkit.fill("%s/%s-returned" % (folder, version), sent)
    documents = [Document(path) for path in sent]
    units = sum(len(document.units()) for document in documents)
    merge = overzet.Merge(overzet.ARTICLES, returned, "%s/%s-posts" % (folder, version))
    kinds = changes(sent, returned)
    problems = [kind for kind in kinds if kind.startswith("UNEXPECTED")]
    problems += ["%s is not what the translation says" % post
                 for post in overzet.differences(merge.posts, expected.posts)]
    if merge.counts != dict.fromkeys(overzet.OUTCOMES, 0) | {"applied": units} or merge.status != 0:
        problems.append("%s, exit code %d\n%s" % (merge.summary(), merge.status, merge.messages))
    wanted = units if version == "1.2" else sum(len(document.segments(unit)) for document in documents
                                                for unit in document.units())
    if shown != wanted:
        problems.append("the toolkit shows %d of %d units" % (shown, wanted))
    report.row("Translate Toolkit", toolkit.version, version, units, merge.summary(), "; ".join(kinds), problems)


def as_plain_text(report, toolkit, folder, version):
    """Targets set as plain text have lost their codes: units that have any are refused, the others arrive."""
    sent = overzet.extract(overzet.ARTICLES, version, "%s/plain-%s" % (folder, version))
    returned, _ = toolkit.fill("%s/plain-%s-returned" % (folder, version), sent, "plain")
    merge = overzet.Merge(overzet.ARTICLES, returned, "%s/plain-%s-posts" % (folder, version))
    units = coded = 0
    for document in map(Document, sent):
        sources = [[holder.find(document.name("source")) for holder in document.segments(unit)]
                   for unit in document.units()]
        units += len(sources)
        coded += sum(any(document.codes(source) for source in unit) for unit in sources)
    problems = []
    if merge.counts != dict.fromkeys(overzet.OUTCOMES, 0) | {"applied": units - coded, "refused": coded}:
        problems.append("%s, %d units have codes\n%s" % (merge.summary(), coded, merge.messages))
    report.row("Translate Toolkit", toolkit.version, version + ", as plain text", units, merge.summary(), "codes lost",
               problems)


def through_po(report, toolkit, folder):
    """XLIFF → PO → XLIFF. PO has no inline codes and no ids: what comes back must be refused, not put in the post."""
    [sent] = overzet.extract(os.path.join(overzet.ARTICLES, "sun-protection.json"), "1.2", folder + "/po")
    units = len(Document(sent).units())
    po, returned = folder + "/po/sent.po", folder + "/po/returned.xlf"
    toolkit.run("xliff2po", "--progress=none", "--duplicates=msgctxt", sent, po)
    text = open(po, encoding="utf-8").read()
    codes = sum(len(Document(sent).codes(unit.find(Document(sent).name("source")))) for unit in Document(sent).units())
    remark = "" if re.search(r'^"?msgid.*<g id', text, re.MULTILINE) else "all %d codes lost" % codes
    entry = re.compile(r'^msgid ((?:".*"\n)+)msgstr ""\n', re.MULTILINE)
    quoted = re.compile(r'"((?:[^"\\]|\\.)*)"')
    escaped = re.compile(r"(\\.)")

    def fill(match):
        lines = quoted.findall(match[1])
        words = ["".join(p if i % 2 else translated(p) for i, p in enumerate(escaped.split(line))) for line in lines]
        return "msgid %smsgstr %s" % (match[1], "".join('"%s"\n' % line for line in words))

    head, body = text.split("\n\n", 1)
    with open(po, "w", encoding="utf-8") as file:
        file.write(head + "\n\n" + entry.sub(fill, body))
    toolkit.run("po2xliff", "--progress=none", po, returned)
    merge = overzet.Merge(overzet.ARTICLES, returned, folder + "/po-posts")
    problems = []
    if merge.posts or merge.status != 2 or "returned.xlf:" not in merge.messages:
        problems.append("%s, exit code %d\n%s" % (merge.summary(), merge.status, merge.messages))
    if re.search("[%s]" % translated("aeiou"), open(returned, encoding="utf-8").read()) is None:
        problems.append("the PO file was not translated: this test tests nothing")
    refusal = "XLIFF 1.1" if 'version="1.1"' in open(returned, encoding="utf-8").read() else ""
    report.row("Translate Toolkit", toolkit.version, "1.2 through PO", units, "refused as a file",
               "; ".join(filter(None, [refusal, remark, "ids lost"])), problems)

    # With our file as template: the toolkit keeps our units, without a target, and adds a file of its own.
    with_template = folder + "/po/template.xlf"
    toolkit.run("po2xliff", "--progress=none", "-t", sent, po, with_template)
    merge = overzet.Merge(overzet.ARTICLES, with_template, folder + "/template-posts")
    applied = merge.counts["applied"]
    problems = []
    if merge.status != 2 or applied != 0 or "template.xlf:" not in merge.messages:
        problems.append("%s, exit code %d\n%s" % (merge.summary(), merge.status, merge.messages))
    report.row("Translate Toolkit", toolkit.version, "1.2 through PO, with template", units, merge.summary(),
               "its translations stand in a second <file>, which is refused", problems)


def main(folder, environment):
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    folder = os.path.abspath(folder)
    report, toolkit = Report(), Toolkit(environment)
    for version in ("1.2", "2.0", "2.1", "2.2"):
        through_api(report, toolkit, folder, version)
    for version in ("1.2", "2.1"):
        as_plain_text(report, toolkit, folder, version)
    through_po(report, toolkit, folder)
    return report.end()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
