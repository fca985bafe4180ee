#!/usr/bin/env python3
"""Every export of every fixture, in all four versions, against the schemas of OASIS: none may be invalid.

    schemas.py FOLDER      FOLDER is emptied and holds the sources and the exports afterwards

Our own articles and fixtures are in the repository. The schemas and the fixtures of others (Gutenberg's and WordPress's
blocks, WordPress's theme unit test, html5lib's trees) are read from the folder `shared` beside the checkout, or that
OVERZET_SHARED names; where that is absent, there is nothing to validate by, and the part is skipped with a message.
"""

import glob
import json
import os
import re
import shutil
import subprocess
import sys

import overzet
from report import Report

SHARED = os.environ.get("OVERZET_SHARED") or os.path.join(os.path.dirname(overzet.REPOSITORY), "shared")
DATA = os.path.join(SHARED, "data")
SCHEMAS = os.path.join(DATA, "schemas")
VERSIONS = {
    "1.2": ["xliff12/xliff-core-1.2-strict.xsd", "xliff12/xliff-core-1.2-transitional.xsd"],
    "2.0": ["xliff21/all.xsd"],
    "2.1": ["xliff21/all.xsd"],
    "2.2": ["xliff22/all.xsd"],
}


def post(number, content, form="raw", title="A title"):
    """A post as WordPress's REST API answers it, with `content` as its editor saved it or as pages show it."""
    address = "https://site.example/en/post-%d/" % number
    values = {"rendered": content} if form == "rendered" else {"raw": content, "rendered": content}
    titles = {"rendered": title} if form == "rendered" else {"raw": title, "rendered": title}
    return {
        "id": number, "type": "post", "status": "publish", "slug": "post-%d" % number, "link": address,
        "modified": "2026-01-02T03:04:05", "title": titles, "content": values}


def read(path):
    return open(path, encoding="utf-8", errors="replace", newline="").read()


def html_trees():
    """The inputs of html5lib's tree-construction tests: all that can be wrong with HTML."""
    for path in sorted(glob.glob(DATA + "/html5lib/**/*.dat", recursive=True)):
        for test in re.split(r"(?:^|\n)#data\n", read(path))[1:]:
            yield test.split("\n#errors")[0]


def nothing():
    """Posts in which there is nothing to translate."""
    yield ""
    yield " \n\n "
    yield "<!-- wp:separator -->\n<hr class=\"wp-block-separator\"/>\n<!-- /wp:separator -->"
    yield "<pre><code>x = 1</code></pre>"
    yield "[gallery ids=\"1,2\"]"
    yield "<p>\u00a0</p><p>&nbsp;</p><p><br></p><p><img src=\"a.png\" alt=\"\"></p>"


def sources(folder):
    """What is exported: by name, the source and how many posts it has (None: as many as Overzet finds)."""
    os.makedirs(folder)
    blocks = [
        path for name in ("gutenberg", "wordpress/block-fixtures")
        for path in sorted(glob.glob("%s/%s/*.html" % (DATA, name))) if not path.endswith(".serialized.html")]
    posts = {
        "blocks": [post(1 + i, read(path)) for i, path in enumerate(blocks)],
        "blocks, rendered": [post(1 + i, read(path), "rendered") for i, path in enumerate(blocks)],
        "HTML trees": [post(1 + i, content) for i, content in enumerate(html_trees())],
        "nothing to translate": [post(1 + i, content, title="") for i, content in enumerate(nothing())],
    }
    for name, list_of_posts in posts.items():
        if not list_of_posts:
            continue
        path = os.path.join(folder, name.replace(",", "").replace(" ", "-") + ".ndjson")
        with open(path, "w", encoding="utf-8") as file:
            file.writelines(json.dumps(each) + "\n" for each in list_of_posts)
        yield name, path, len(list_of_posts)
    yield "Examples/clinic", os.path.join(overzet.REPOSITORY, "Examples/clinic/articles"), None
    yield "Examples/clinic/export.xml", os.path.join(overzet.REPOSITORY, "Examples/clinic/export.xml"), None
    for path in sorted(glob.glob(DATA + "/wxr/**/*.xml", recursive=True)):
        yield os.path.basename(path), path, None
    for path in sorted(glob.glob(SHARED + "/seed/*.json")):
        yield os.path.basename(path), path, None


def invalid(files, schema):
    """What xmllint says against `files`, by `schema`; an empty list where all are valid."""
    complaints, valid = [], 0
    for start in range(0, len(files), 200):
        done = subprocess.run(
            ["xmllint", "--nonet", "--noout", "--huge", "--schema", os.path.join(SCHEMAS, schema),
             *files[start:start + 200]],
            capture_output=True, encoding="utf-8", errors="replace",
            env=dict(os.environ, XML_CATALOG_FILES=os.path.join(SCHEMAS, "catalog.xml")))
        lines = done.stderr.splitlines()
        valid += sum(line.endswith(" validates") for line in lines)
        complaints += [line for line in lines if not line.endswith(" validates")]
    if valid != len(files) and not complaints:
        complaints.append("xmllint accepted %d of %d files" % (valid, len(files)))
    return complaints


def main(folder):
    if not os.path.isdir(SCHEMAS):
        print("test-tools: no schemas of OASIS here (%s): validity of exports is not tested" % SCHEMAS, file=sys.stderr)
        return 0
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    folder = os.path.abspath(folder)
    report = Report()
    version_line = subprocess.run(["xmllint", "--version"], capture_output=True, encoding="utf-8").stderr
    tool_version = (re.search(r"using libxml version (\d+)", version_line) or ["", "unknown"])[1]
    every_source = list(sources(folder + "/sources"))
    for version, schemas in VERSIONS.items():
        files, problems = [], []
        for number, (name, source, count) in enumerate(every_source):
            exports = overzet.extract(source, version, "%s/%s/%d" % (folder, version, number), "--quiet")
            exports = exports or sorted(glob.glob("%s/%s/%d/nl/*.xlf" % (folder, version, number)))
            if not exports or count not in (None, len(exports)):
                problems.append("%s: %d exports of %s posts" % (name, len(exports), count))
            files += exports
            # The same with targets in them, a pseudo-translation and the source; and all in one file.
            pseudo = "%s/%s/%d-pseudo" % (folder, version, number)
            overzet.run("pseudo", "--quiet", "%s/%s/%d" % (folder, version, number), "-o", pseudo)
            files += sorted(glob.glob(pseudo + "/**/*.xlf", recursive=True))
            prefilled = "%s/%s/%d-prefilled" % (folder, version, number)
            overzet.extract(source, version, prefilled, "--quiet", "--prefill")
            files += sorted(glob.glob(prefilled + "/**/*.xlf", recursive=True))
            files.append("%s/%s/%d-bundle.xlf" % (folder, version, number))
            overzet.extract(source, version, prefilled, "--quiet", "--bundle", files[-1])
        for schema in schemas:
            complaints = invalid(files, schema)
            row_problems = problems + complaints[:5]
            if len(complaints) > 5:
                row_problems.append("and %d more of %s" % (len(complaints) - 5, schema))
            outcome = "%d complaints" % len(complaints) if row_problems else "%d files, 0 invalid" % len(files)
            report.row("xmllint", tool_version, "%s, %s" % (version, os.path.basename(schema)), len(files), outcome, "",
                       row_problems)
    return report.end()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
