"""Units: missing, doubled, moved, locked, with a tool's own things in them."""

import copy
import xml.etree.ElementTree as tree

from .registry import SAME, deed, parent_of, unit_with


@deed(post=SAME)
def reversed_units(document):
    """units in the opposite order"""
    for parent in document.root.iter():
        units = [child for child in parent if child in document.units()]
        if len(units) > 1:
            for unit in units:
                parent.remove(unit)
            parent.extend(reversed(units))


@deed(applied=6)
def missing_units(document):
    """every second unit missing"""
    for unit in document.units()[1::2]:
        parent_of(document, unit).remove(unit)


@deed(unchanged=5, applied=6)
def untranslated_units(document):
    """every second unit without a target"""
    for unit in document.units()[1::2]:
        for holder in document.segments(unit):
            holder.remove(holder.find(document.name("target")))


@deed(post=SAME, applied=11, refused=1)
def doubled_unit(document):
    """a unit twice, with two translations: the first is taken, the second is named"""
    unit, _ = unit_with(document, "When to Call Us")
    other = copy.deepcopy(unit)
    parent = parent_of(document, unit)
    parent.insert(list(parent).index(unit) + 1, other)
    document.segments(other)[0].find(document.name("target")).text = "Wanneer belt u?"


@deed(applied=11, unknown=1)
def foreign_unit(document):
    """a unit that the article never had"""
    unit, _ = unit_with(document, "When to Call Us")
    other = copy.deepcopy(unit)
    other.set("id", "content-aaaaaaaa-1")
    parent_of(document, unit).append(other)


@deed(post=SAME)
def groups(document):
    """units in groups"""
    parent = parent_of(document, document.units()[0])
    for number, unit in enumerate(document.units()):
        group = tree.Element(document.name("group"), {"id": "g%d" % number})
        parent.insert(list(parent).index(unit), group)
        parent.remove(unit)
        group.append(unit)


@deed(post=SAME)
def locked(document):
    """units locked: translate="no", with their targets"""
    for unit in document.units():
        unit.set("translate", "no")


@deed(post=SAME)
def notes_added(document):
    """notes of the translator's"""
    for unit in document.units():
        note = tree.Element(document.name("note"))
        note.text = "Klopt dit? <b>"
        if document.is_12:
            note.set("from", "vertaler")
            unit.append(note)
        else:
            unit.find(document.name("notes")).append(note)


@deed(post=SAME)
def notes_gone(document):
    """all gone from units but text: notes, glossary entries, proposals, limits, names"""
    kept = {document.name(name) for name in ("source", "seg-source", "target", "segment", "ignorable", "originalData")}
    for unit in document.units():
        for child in list(unit):
            if child.tag not in kept:
                unit.remove(child)
        for name in list(unit.attrib):
            if name != "id":
                del unit.attrib[name]


@deed(post=SAME)
def foreign_names(document):
    """elements and attributes of the tool's own, with sources and targets in them"""
    for unit in document.units():
        unit.set("{urn:example:tool}status", "done")
        extra = tree.SubElement(unit, "{urn:example:tool}history")
        for name in ("source", "target"):
            tree.SubElement(extra, document.name(name)).text = "An older text."
        if not document.is_12:
            # 2.x wants extensions first.
            unit.remove(extra)
            unit.insert(0, extra)
