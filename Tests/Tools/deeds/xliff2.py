"""What can happen to 2.x only: segments, original data, order, modules."""

import copy
import xml.etree.ElementTree as tree

from documents import NAMESPACES
from .registry import ONLY_2, SAME, UNITS, add_text, deed, file_of, holders, part_pairs, unit_with


@deed(ONLY_2, post=SAME)
def joined_segments(document):
    """two segments joined into one"""
    unit, (first, second, _) = unit_with(document, "lukewarm")
    between = list(unit)[list(unit).index(first) + 1]
    for name in ("source", "target"):
        part, rest = first.find(document.name(name)), second.find(document.name(name))
        gap = between.find(document.name("source")).text
        add_text(part, len(part), gap + (rest.text or ""))
        part.extend(list(rest))
    unit.remove(between)
    unit.remove(second)


@deed(ONLY_2, post=SAME)
def split_segment(document):
    """a segment split into two"""
    unit, (first, _, _) = unit_with(document, "lukewarm")
    second = copy.deepcopy(first)
    second.set("id", "s1b")
    unit.insert(list(unit).index(first) + 1, second)
    for name in ("source", "target"):
        words = first.find(document.name(name)).text
        first.find(document.name(name)).text = words[:9]
        second.find(document.name(name)).text = words[9:]


@deed(ONLY_2, post=SAME)
def ids_gone(document):
    """segments without ids"""
    for holder in holders(document):
        holder.attrib.pop("id", None)


@deed(ONLY_2)
def order(document):
    """two sentences in the opposite order in the target, by `order`"""
    unit, (first, second, third) = unit_with(document, "lukewarm")
    first.find(document.name("target")).set("order", "3")
    second.find(document.name("target")).set("order", "1")


@deed(ONLY_2)
def one_segment(document):
    """one sentence of three translated"""
    _, (_, second, third) = unit_with(document, "lukewarm")
    for segment in (second, third):
        segment.remove(segment.find(document.name("target")))


@deed(ONLY_2)
def one_segment_proposed(document):
    """one sentence of three only proposed (state initial), the others translated"""
    _, (first, second, third) = unit_with(document, "lukewarm")
    for segment, state in ((first, "initial"), (second, "translated"), (third, "translated")):
        segment.set("state", state)


@deed(ONLY_2, applied=UNITS - 1, unchanged=1)
def joined_proposals(document):
    """two segments joined into one, all of the unit only proposed (state initial)"""
    joined_segments(document)
    for segment in unit_with(document, "lukewarm")[1]:
        segment.set("state", "initial")


@deed(ONLY_2, post=SAME)
def one_segment_initial(document):
    """a unit's segments of different states, all translated"""
    _, (first, second, third) = unit_with(document, "lukewarm")
    for segment, state in ((first, "translated"), (second, "reviewed"), (third, "final")):
        segment.set("state", state)


@deed(ONLY_2, post=SAME)
def original_data_gone(document):
    """original data gone, and what refers to it"""
    for unit in document.units():
        data = unit.find(document.name("originalData"))
        if data is not None:
            unit.remove(data)
        for element in unit.iter():
            for name in ("dataRef", "dataRefStart", "dataRefEnd"):
                element.attrib.pop(name, None)


@deed(ONLY_2, post=SAME)
def start_and_end_codes(document):
    """`sc` and `ec` in place of `pc` in targets"""
    def make(pair):
        return (tree.Element(document.name("sc"), {"id": pair.get("id")}),
                tree.Element(document.name("ec"), {"startRef": pair.get("id")}))

    for target in document.targets():
        part_pairs(document, target, "pc", make)


@deed(ONLY_2, post=SAME)
def display_gone(document):
    """codes in targets reduced to their ids"""
    for target in document.targets():
        for code in document.codes(target):
            number = code.get("id")
            code.attrib.clear()
            code.set("id", number)


@deed(ONLY_2, post=SAME)
def targets_of_ignorables(document):
    """targets for what stands between segments"""
    for gap in document.root.iter(document.name("ignorable")):
        source = gap.find(document.name("source"))
        target = copy.deepcopy(source)
        target.tag = document.name("target")
        gap.append(target)


@deed(ONLY_2, post=SAME)
def sub_state(document):
    """a substate of the tool's own"""
    for holder in holders(document):
        holder.set("state", "translated")
        holder.set("subState", "tool:confirmed")


@deed(ONLY_2, post=SAME)
def matches_2(document):
    """proposals of memory and machine (mtc:matches)"""
    prefix = "{%s}" % NAMESPACES["mtc"]
    for unit in document.units():
        matches = tree.Element(prefix + "matches")
        match = tree.SubElement(matches, prefix + "match", {"ref": "#s1", "matchQuality": "87", "origin": "tm"})
        for name in ("source", "target"):
            tree.SubElement(match, document.name(name)).text = "Een andere tekst."
        unit.insert(0, matches)


@deed(ONLY_2, unchanged=UNITS)
def only_matches_2(document):
    """proposals (mtc:matches), no targets"""
    matches_2(document)
    for holder in holders(document):
        holder.remove(holder.find(document.name("target")))


@deed(("2.0", "2.1"), post=SAME)
def other_minor_version(document):
    """2.0 for 2.1, 2.1 for 2.0"""
    document.root.set("version", {"2.0": "2.1", "2.1": "2.0"}[document.root.get("version")])


@deed(ONLY_2, post=SAME)
def file_renamed(document):
    """another id of the file"""
    file_of(document).set("id", "f1")
