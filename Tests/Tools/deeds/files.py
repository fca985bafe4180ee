"""The file as a whole: its encoding, its white space, its prefixes."""

import re
import xml.etree.ElementTree as tree

from .registry import NONE, SAME, SAME_WORDS, deed, text


SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@deed(post=SAME)
def plain(document):
    """nothing else"""


@deed(post=SAME)
def little_endian(document):
    """UTF-16LE with a byte-order mark"""
    return b"\xff\xfe" + text(document).replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16-le")


@deed(post=SAME)
def big_endian(document):
    """UTF-16BE with a byte-order mark"""
    return b"\xfe\xff" + text(document).replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16-be")


@deed(post=SAME)
def byte_order_mark(document):
    """UTF-8 with a byte-order mark"""
    return b"\xef\xbb\xbf" + document.bytes()


@deed(post=SAME)
def windows_lines(document):
    """Windows line ends"""
    return document.bytes().replace(b"\n", b"\r\n")


@deed(post=SAME)
def one_line(document):
    """all on one line"""
    for element in document.root.iter():
        for child in element:
            if child.tail and "\n" in child.tail:
                child.tail = ""
        if element.text and "\n" in element.text:
            element.text = ""


@deed(post=SAME)
def no_declaration(document):
    """no XML declaration"""
    return document.bytes().split(b"\n", 1)[1]


@deed(post=SAME)
def latin_1(document):
    """ISO-8859-1, and says so"""
    return text(document).replace('encoding="UTF-8"', 'encoding="ISO-8859-1"').encode("latin-1", "xmlcharrefreplace")


@deed(post=NONE)
def false_encoding(document):
    """ISO-8859-1 in a file that says UTF-8"""
    return text(document).encode("latin-1", "xmlcharrefreplace")


@deed(post=SAME)
def character_references(document):
    """each letter that is not ASCII written as a reference"""
    return text(document).encode("ascii", "xmlcharrefreplace")


@deed(post=SAME)
def cdata(document):
    """targets without codes in CDATA sections"""
    return re.sub(
        r"(<target[^>]*>)([^<]*)(</target>)",
        lambda m: m[1] + "<![CDATA[" + m[2].replace("&lt;", "<").replace("&amp;", "&") + "]]>" + m[3],
        text(document)).encode("utf-8")


@deed(post=SAME)
def comments(document):
    """comments and processing instructions everywhere, inside targets too"""
    return re.sub(r"(<target[^>]*>)", r"\1<!-- nagekeken --><?tool x?>",
                  re.sub(r"(</(?:note|unit|trans-unit)>)", r"\1<!-- - --><?tool y?>", text(document))).encode("utf-8")


@deed(post=SAME)
def prefixes(document):
    """XLIFF's own names with a prefix, `xlf:`"""
    tree.register_namespace("xlf", document.namespace)
    return b'<?xml version="1.0"?>\n' + tree.tostring(document.root, encoding="utf-8")


@deed(post=SAME)
def indented(document):
    """indented, contents left alone"""
    indent(document, document.root, 0, ("source", "target", "seg-source", "data", "note"))


@deed(post=SAME)
def spaces_dropped(document):
    """xml:space dropped"""
    for element in document.root.iter():
        element.attrib.pop(SPACE, None)


@deed(post=SAME_WORDS)
def indented_inside(document):
    """indented inside sources and targets too"""
    for element in document.elements("source", "target"):
        element.text = "\n      " + (element.text or "")
        last = element[-1] if len(element) else None
        if last is None:
            element.text += "\n    "
        else:
            last.tail = (last.tail or "") + "\n    "


def indent(document, element, depth, contents):
    if element.tag in [document.name(name) for name in contents] or not len(element):
        return
    element.text = "\n" + "  " * (depth + 1)
    for child in element:
        indent(document, child, depth + 1, contents)
        child.tail = "\n" + "  " * (depth + (child is not element[-1]))


@deed(post=NONE)
def cut_short(document):
    """cut short after two thirds"""
    whole = document.bytes()
    return whole[:len(whole) * 2 // 3]


@deed(post=NONE)
def document_type(document):
    """a document type declaration with an entity"""
    return document.bytes().replace(b"?>\n", b'?>\n<!DOCTYPE xliff [<!ENTITY a "b">]>\n', 1)


@deed(post=NONE)
def empty(document):
    """an empty file"""
    return b""
