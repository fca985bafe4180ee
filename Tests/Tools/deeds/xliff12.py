"""What can happen to 1.2 only: segment marks, codes of other kinds, alt-trans, states of the tool's own."""

import copy
import xml.etree.ElementTree as tree

from .registry import (
    ONLY_12, SAME, UNITS, add_text, deed, dissolve, part_pairs, target_with, unit_with)


def marks(document, element):
    return element.findall(".//%s[@mtype='seg']" % document.name("mrk"))


@deed(ONLY_12, post=SAME)
def target_marks_gone(document):
    """segment marks gone from targets"""
    for target in document.targets():
        for mark in marks(document, target):
            dissolve(target, mark)


@deed(ONLY_12, post=SAME)
def segmented_sources_gone(document):
    """seg-source gone, marks in targets kept"""
    for unit in document.units():
        marked = unit.find(document.name("seg-source"))
        if marked is not None:
            unit.remove(marked)


@deed(ONLY_12, post=SAME)
def marks_renumbered(document):
    """segment marks numbered from 0 through the file"""
    for unit in document.units():
        for name in ("seg-source", "target"):
            part = unit.find(document.name(name))
            for number, mark in enumerate(marks(document, part) if part is not None else []):
                mark.set("mid", str(number))


@deed(ONLY_12, post=SAME)
def marks_around_all(document):
    """a segment mark around each unit that had none"""
    for unit in document.units():
        if unit.find(document.name("seg-source")) is None:
            source, target = unit.find(document.name("source")), unit.find(document.name("target"))
            marked = copy.deepcopy(source)
            marked.tag = document.name("seg-source")
            unit.insert(list(unit).index(source) + 1, marked)
            for part in (marked, target):
                mark = tree.Element(document.name("mrk"), {"mtype": "seg", "mid": "1"})
                mark.text, part.text = part.text, None
                for child in list(part):
                    part.remove(child)
                    mark.append(child)
                part.append(mark)


@deed(ONLY_12, post=SAME)
def joined(document):
    """two segments joined into one, in seg-source and target"""
    unit, _ = unit_with(document, "lukewarm")
    for name in ("seg-source", "target"):
        part = unit.find(document.name(name))
        first, second = marks(document, part)[:2]
        first[len(first):] = []
        add_text(first, len(first), (first.tail or "") + (second.text or ""))
        for child in list(second):
            first.append(child)
        first.tail = second.tail
        part.remove(second)


@deed(ONLY_12, post=SAME)
def split(document):
    """a segment split into two"""
    unit, _ = unit_with(document, "lukewarm")
    for name in ("seg-source", "target"):
        part = unit.find(document.name(name))
        first = marks(document, part)[0]
        head, tail = first.text[:9], first.text[9:]
        second = tree.Element(document.name("mrk"), {"mtype": "seg", "mid": "s1b"})
        second.text, second.tail = tail, first.tail
        first.text, first.tail = head, None
        part.insert(list(part).index(first) + 1, second)


@deed(ONLY_12, applied=UNITS - 1, unchanged=1)
def joined_proposals(document):
    """two segments joined into one, the unit only proposed (state new)"""
    joined(document)
    unit_with(document, "lukewarm")[0].find(document.name("target")).set("state", "new")


@deed(ONLY_12)
def sentences_exchanged(document):
    """two sentences in the opposite order in the target"""
    unit, _ = unit_with(document, "lukewarm")
    target = unit.find(document.name("target"))
    first, second = marks(document, target)[:2]
    first.tail, second.tail = second.tail, first.tail
    target.remove(first)
    target.insert(list(target).index(second) + 1, first)


@deed(ONLY_12)
def half_a_unit(document):
    """one sentence of three translated, the others empty"""
    unit, _ = unit_with(document, "lukewarm")
    for mark in marks(document, unit.find(document.name("target")))[1:]:
        tail = mark.tail
        for child in list(mark):
            mark.remove(child)
        mark.text, mark.tail = None, tail


@deed(ONLY_12, post=SAME)
def other_codes(document):
    """`bpt`, `ept` and `ph` in place of `g` and `x`"""
    def code(name, number):
        element = tree.Element(document.name(name), {"id": number})
        element.text = "{%s}" % number
        return element

    for part in document.elements("source", "seg-source", "target"):
        part_pairs(document, part, "g", lambda pair: (code("bpt", pair.get("id")), code("ept", pair.get("id"))))
        for element in part.iter():
            if element.tag == document.name("x"):
                element.tag, element.text = document.name("ph"), "{%s}" % element.get("id")


@deed(ONLY_12, post=SAME)
def attributes_dropped(document):
    """codes reduced to their ids"""
    for target in document.targets():
        for code in document.codes(target):
            number = code.get("id")
            code.attrib.clear()
            code.set("id", number)


@deed(ONLY_12, post=SAME)
def approved(document):
    """approved="yes" """
    for unit in document.units():
        unit.set("approved", "yes")


@deed(ONLY_12, post=SAME)
def not_approved(document):
    """approved="no", as tools write it before the review"""
    for unit in document.units():
        unit.set("approved", "no")


@deed(ONLY_12, post=SAME)
def own_state(document):
    """a state of the tool's own"""
    for target in document.targets():
        target.set("state", "x-checked")


@deed(ONLY_12, post=SAME)
def needs_review(document):
    """state needs-review-translation with a state-qualifier"""
    for target in document.targets():
        target.set("state", "needs-review-translation")
        target.set("state-qualifier", "exact-match")


@deed(ONLY_12, post=SAME)
def matches_12(document):
    """proposals of memory and machine in alt-trans"""
    for unit in document.units():
        for origin in ("memsource-tm", "machine-trans"):
            proposal = tree.SubElement(unit, document.name("alt-trans"), {"origin": origin, "match-quality": "87"})
            tree.SubElement(proposal, document.name("source")).text = "Some other text."
            tree.SubElement(proposal, document.name("target")).text = "Een andere tekst."


@deed(ONLY_12, unchanged=UNITS)
def only_matches_12(document):
    """proposals in alt-trans, no targets"""
    matches_12(document)
    for unit in document.units():
        unit.remove(unit.find(document.name("target")))


TRADOS = "{http://sdl.com/FileTypes/SdlXliff/1.0}"


def define_segments(document, confirmation):
    """Trados' definitions of segments: `confirmation` of a segment's number in its unit, from 0."""
    marks_around_all(document)
    for unit in document.units():
        definitions = tree.SubElement(unit, TRADOS + "seg-defs")
        for number, mark in enumerate(marks(document, unit.find(document.name("seg-source")))):
            tree.SubElement(definitions, TRADOS + "seg", {"id": mark.get("mid"), "conf": confirmation(number)})


@deed(ONLY_12, unchanged=UNITS)
def trados_draft(document):
    """Trados' conf="Draft" on all segments"""
    define_segments(document, lambda number: "Draft")


@deed(ONLY_12, post=SAME)
def trados_translated(document):
    """Trados' conf="Translated" on all segments"""
    define_segments(document, lambda number: "Translated")


@deed(ONLY_12, applied=2, unchanged=UNITS - 2)
def one_sentence_draft(document):
    """Trados' conf="Draft" on the first segment of each unit, Translated on the others"""
    define_segments(document, lambda number: "Draft" if number == 0 else "Translated")


@deed(ONLY_12, unchanged=UNITS)
def memoq_not_started(document):
    """memoQ's NotStarted on all units"""
    for unit in document.units():
        unit.set("{MQXliff}status", "NotStarted")


@deed(ONLY_12, post=SAME)
def memoq_confirmed(document):
    """memoQ's ManuallyConfirmed on all units"""
    for unit in document.units():
        unit.set("{MQXliff}status", "ManuallyConfirmed")


@deed(ONLY_12, unchanged=UNITS)
def phrase_unconfirmed(document):
    """Phrase's m:confirmed="0" on all units"""
    for unit in document.units():
        unit.set("{http://www.memsource.com/mxlf/2.0}confirmed", "0")


@deed(ONLY_12, holds="Wanneer belt u ons?")
def tracked_changes(document):
    """Trados' tracked changes: deleted text is not in the post, added text is"""
    target = target_with(document, "When to Call Us")
    target.text = "Wanneer "
    for kind, words in (("deleted", "roept"), ("added", "belt")):
        mark = tree.SubElement(target, document.name("mrk"), {"mtype": "x-sdl-" + kind})
        mark.text = words
    mark.tail = " u ons?"
