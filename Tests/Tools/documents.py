"""XLIFF documents as the scripts of this folder need them: parsed, translated without a translator, written.

Everything works on 1.2 and on 2.x; no file of another program is read with it, only Overzet's exports.
"""

import copy
import xml.etree.ElementTree as tree

NAMESPACE_12 = "urn:oasis:names:tc:xliff:document:1.2"
NAMESPACE_2 = "urn:oasis:names:tc:xliff:document:2.0"
NAMESPACE_22 = "urn:oasis:names:tc:xliff:document:2.2"
NAMESPACES = {
    "mda": "urn:oasis:names:tc:xliff:metadata:2.0",
    "slr": "urn:oasis:names:tc:xliff:sizerestriction:2.0",
    "mtc": "urn:oasis:names:tc:xliff:matches:2.0",
    "gls": "urn:oasis:names:tc:xliff:glossary:2.0",
    "fs": "urn:oasis:names:tc:xliff:fs:2.0",
}
for prefix, namespace in NAMESPACES.items():
    tree.register_namespace(prefix, namespace)

INLINE_CODES = ("g", "x", "bx", "ex", "bpt", "ept", "it", "ph", "pc", "sc", "ec")

# The letters of a translation that takes no translator and that can be undone: each stands for exactly one other, none
# of them occurs in the articles, and none is a letter of the names of codes, since codes are elements here.
PLAIN = "aeiouncyAEIOUNCY"
ACCENTED = "àëïöüñçÿÀËÏÖÜÑÇŸ"
TO_ACCENTED = str.maketrans(PLAIN, ACCENTED)
TO_PLAIN = str.maketrans(ACCENTED, PLAIN)


def translated(text):
    """`text` with an accent on the letters of `PLAIN`."""
    return text.translate(TO_ACCENTED)


def restored(text):
    """What `translated` was given."""
    return text.translate(TO_PLAIN)


class Document:
    """One XLIFF file, in memory."""

    def __init__(self, path):
        self.root = tree.fromstring(open(path, "rb").read())
        self.namespace = self.root.tag[1:].split("}")[0]
        self.is_12 = self.namespace == NAMESPACE_12

    def name(self, local):
        """The name of an element of XLIFF's own as the parser gives it."""
        return "{%s}%s" % (self.namespace, local)

    def units(self):
        """All units, in the order of the file."""
        return list(self.root.iter(self.name("trans-unit" if self.is_12 else "unit")))

    def segments(self, unit):
        """What holds a source and a target: in 1.2 the unit, in 2.x its segments."""
        return [unit] if self.is_12 else unit.findall(self.name("segment"))

    def add_target(self, holder, change, state=None):
        """Gives `holder` a copy of its source as target, its text put through `change`."""
        source = holder.find(self.name("seg-source"))
        if source is None:
            source = holder.find(self.name("source"))
        target = copy.deepcopy(source)
        target.tag = self.name("target")
        target.attrib.clear()
        target.tail = "\n"
        change_text(target, change)
        if state:
            (target if self.is_12 else holder).set("state", state)
        holder.insert(list(holder).index(source) + 1, target)
        return target

    def translate(self, change=translated, state=None):
        """Gives every unit a translation."""
        for unit in self.units():
            for holder in self.segments(unit):
                self.add_target(holder, change, state)
        return self

    def elements(self, *locals):
        """All elements of these names, in the order of the file."""
        names = {self.name(local) for local in locals}
        return [element for element in self.root.iter() if element.tag in names]

    def targets(self):
        """The targets of units, without those of proposals (`alt-trans`, `mtc:match`)."""
        holders = [holder for unit in self.units() for holder in self.segments(unit)]
        found = [holder.find(self.name("target")) for holder in holders]
        return [target for target in found if target is not None]

    def codes(self, content):
        """The inline codes in `content`, without segment marks and annotations."""
        names = {self.name(name) for name in INLINE_CODES}
        return [element for element in content.iter() if element.tag in names]

    def bytes(self):
        """The file as UTF-8, XLIFF's own names without a prefix."""
        tree.register_namespace("", self.namespace)
        return b'<?xml version="1.0" encoding="UTF-8"?>\n' + tree.tostring(self.root, encoding="utf-8")

    def write(self, path):
        with open(path, "wb") as file:
            file.write(self.bytes())


def change_text(element, change):
    """Puts all text inside `element` through `change`."""
    for inner in element.iter():
        if inner.text:
            inner.text = change(inner.text)
        if inner is not element and inner.tail:
            inner.tail = change(inner.tail)
