"""Inline codes and annotations, and markup that someone typed."""

import copy
import xml.etree.ElementTree as tree

from documents import translated
from .registry import SAME, deed, dissolve, target_with


def first_code(document, words):
    target = target_with(document, words)
    return target, document.codes(target)[0]


@deed(applied=10, refused=1)
def code_deleted(document):
    """a code deleted, its text kept"""
    target, code = first_code(document, "Keep the treated skin")
    target.text += code.text + code.tail
    target.remove(code)


@deed(applied=10, refused=1)
def image_deleted(document):
    """an image deleted"""
    target, code = first_code(document, "is normal")
    parent = next(element for element in target.iter() if code in list(element))
    parent.text += code.tail
    parent.remove(code)


@deed(applied=10, refused=1)
def code_added(document):
    """a code that the source does not have"""
    target, code = first_code(document, "Keep the treated skin")
    other = copy.deepcopy(code)
    other.set("id", "7")
    target.append(other)


@deed(applied=10, refused=1)
def code_doubled(document):
    """a code twice"""
    target, code = first_code(document, "Keep the treated skin")
    target.append(copy.deepcopy(code))


@deed(applied=10, refused=1)
def code_renumbered(document):
    """a code with another id"""
    first_code(document, "Keep the treated skin")[1].set("id", "2")


@deed()
def codes_swapped(document):
    """two pairs of codes in the opposite order"""
    target = target_with(document, "Call us")
    first, second = document.codes(target)
    first.tail, second.tail = second.tail, first.tail
    target.remove(first)
    target.append(first)


@deed(holds="<em>%s</em>" % translated("fever"))
def code_moved_inside(document):
    """a pair moved into another"""
    target = target_with(document, "Call us")
    first, second = document.codes(target)
    target.remove(second)
    first.append(second)


@deed(applied=10, refused=1)
def codes_crossed(document):
    """an end before its begin"""
    target, code = first_code(document, "Keep the treated skin")
    end, begin = ("ex", "bx") if document.is_12 else ("ec", "sc")
    index = list(target).index(code)
    target.remove(code)
    closing = tree.Element(document.name(end), {"id": "9", "rid": "1"} if document.is_12 else {"startRef": "1"})
    closing.tail = code.text
    opening = tree.Element(document.name(begin), {"id": "1"})
    opening.tail = code.tail
    target.insert(index, opening)
    target.insert(index, closing)


@deed(holds="&lt;b&gt;vet&lt;/b&gt;")
def typed_markup(document):
    """markup typed as text: it is text in the post"""
    target_with(document, "When to Call Us").text = "Wanneer <b>vet</b>"


@deed(holds="A &amp;amp; B &amp;nbsp; C")
def typed_entities(document):
    """entities typed as text: they are text in the post"""
    target_with(document, "When to Call Us").text = "A &amp; B &nbsp; C"


@deed(post=SAME)
def annotations_gone(document):
    """annotations gone, from sources and targets: terms that we marked"""
    for part in document.elements("source", "seg-source", "target"):
        for parent in list(part.iter()):
            for mark in [child for child in parent if child.tag == document.name("mrk")]:
                if mark.get("mtype") != "seg":
                    dissolve(parent, mark)


@deed(post=SAME)
def annotations(document):
    """annotations added by a tool: a comment, a term"""
    for words, kind in (("When to Call Us", "term"), ("Spots of", "comment")):
        target = target_with(document, words)
        mark = tree.Element(document.name("mrk"))
        mark.text, target.text = target.text, None
        for child in list(target):
            target.remove(child)
            mark.append(child)
        if document.is_12:
            mark.set("mtype", "term" if kind == "term" else "x-comment")
        else:
            mark.set("id", "m1")
            mark.set("type", kind)
            if kind == "comment":
                mark.set("value", "Klopt dit?")
        target.append(mark)
