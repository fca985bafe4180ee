"""What people and programs do to a translated file before they send it back: one function a deed, for any version of XLIFF.

Each takes the translated `Document` and changes it; one that has to write bytes of its own returns them, the others None. `VARIANTS` holds
them with what must come of them. The article (returned/article.json) has 11 units, 14 segments.
"""

import copy
import re
import xml.etree.ElementTree as tree

from documents import translated

UNITS = 11
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

# The post: exactly that of the plain translation; the same but for white space; none is written; anything else.
SAME, SAME_WORDS, NONE, ANY = "same", "same words", "none", "any"


class Variant:
    def __init__(self, change, versions, post, status, holds, counts):
        self.change, self.versions, self.post, self.status = change, versions, post, status
        self.holds, self.counts = holds, counts
        self.name = change.__doc__.split("\n")[0].rstrip(".")


VARIANTS = []


def variant(versions=("1.2", "2.0", "2.1", "2.2"), post=ANY, status=None, holds=None, **counts):
    """Registers a deed. `counts` are the outcomes that are not 0; without any, all units are applied, or none where no
    post is written. `holds` is text that the post must hold. The exit code follows from the counts, unless `status` says.
    """
    if not counts and post != NONE:
        counts = {"applied": UNITS}
    if status is None:
        troubles = any(counts.get(kind) for kind in ("stale", "refused", "unknown"))
        status = 2 if post == NONE else 1 if troubles else 0

    def register(change):
        VARIANTS.append(Variant(change, versions, post, status, holds, counts))
        return change

    return register


# MARK: finding what to change


def unit_with(document, text):
    """The unit whose source holds `text`, and the parts of it that have a source and a target."""
    for unit in document.units():
        holders = document.segments(unit)
        if any(text in "".join(holder.find(document.name("source")).itertext()) for holder in holders):
            return unit, holders
    raise LookupError(text)


def target_with(document, text):
    """The target of the segment whose source holds `text`."""
    _, holders = unit_with(document, text)
    for holder in holders:
        if text in "".join(holder.find(document.name("source")).itertext()):
            return holder.find(document.name("target"))
    raise LookupError(text)


def holders(document):
    return [holder for unit in document.units() for holder in document.segments(unit)]


def parent_of(document, child):
    return next(element for element in document.root.iter() if child in list(element))


def file_of(document):
    return document.root.find(document.name("file"))


def set_state(document, states):
    """Gives each part with a target the state that is meant: `states` is 1.2's word and 2.x's."""
    for holder in holders(document):
        target = holder.find(document.name("target"))
        (target if document.is_12 else holder).set("state", states[0 if document.is_12 else 1])


def text(document):
    return document.bytes().decode("utf-8")


# MARK: the bytes of the file


@variant(post=SAME)
def plain(document):
    """nothing else"""


@variant(post=SAME)
def little_endian(document):
    """UTF-16LE with a byte-order mark"""
    return b"\xff\xfe" + text(document).replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16-le")


@variant(post=SAME)
def big_endian(document):
    """UTF-16BE with a byte-order mark"""
    return b"\xfe\xff" + text(document).replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16-be")


@variant(post=SAME)
def byte_order_mark(document):
    """UTF-8 with a byte-order mark"""
    return b"\xef\xbb\xbf" + document.bytes()


@variant(post=SAME)
def windows_lines(document):
    """Windows line ends"""
    return document.bytes().replace(b"\n", b"\r\n")


@variant(post=SAME)
def one_line(document):
    """all on one line"""
    for element in document.root.iter():
        for child in element:
            if child.tail and "\n" in child.tail:
                child.tail = ""
        if element.text and "\n" in element.text:
            element.text = ""


@variant(post=SAME)
def no_declaration(document):
    """no XML declaration"""
    return document.bytes().split(b"\n", 1)[1]


@variant(post=SAME)
def latin_1(document):
    """ISO-8859-1, and says so"""
    return text(document).replace('encoding="UTF-8"', 'encoding="ISO-8859-1"').encode("latin-1", "xmlcharrefreplace")


@variant(post=NONE)
def false_encoding(document):
    """ISO-8859-1 in a file that says UTF-8"""
    return text(document).encode("latin-1", "xmlcharrefreplace")


@variant(post=SAME)
def character_references(document):
    """each letter that is not ASCII written as a reference"""
    return text(document).encode("ascii", "xmlcharrefreplace")


@variant(post=SAME)
def cdata(document):
    """targets without codes in CDATA sections"""
    return re.sub(
        r"(<target[^>]*>)([^<]*)(</target>)",
        lambda m: m[1] + "<![CDATA[" + m[2].replace("&lt;", "<").replace("&amp;", "&") + "]]>" + m[3],
        text(document)).encode("utf-8")


@variant(post=SAME)
def comments(document):
    """comments and processing instructions everywhere, inside targets too"""
    return re.sub(r"(<target[^>]*>)", r"\1<!-- nagekeken --><?tool x?>",
                  re.sub(r"(</(?:note|unit|trans-unit)>)", r"\1<!-- - --><?tool y?>", text(document))).encode("utf-8")


@variant(post=SAME)
def prefixes(document):
    """XLIFF's own names with a prefix, `xlf:`"""
    tree.register_namespace("xlf", document.namespace)
    return b'<?xml version="1.0"?>\n' + tree.tostring(document.root, encoding="utf-8")


@variant(post=SAME)
def indented(document):
    """indented, contents left alone"""
    indent(document, document.root, 0, ("source", "target", "seg-source", "data", "note"))


@variant(post=SAME)
def spaces_dropped(document):
    """xml:space dropped"""
    for element in document.root.iter():
        element.attrib.pop(SPACE, None)


@variant(post=SAME_WORDS)
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


@variant(post=NONE)
def cut_short(document):
    """cut short after two thirds"""
    whole = document.bytes()
    return whole[:len(whole) * 2 // 3]


@variant(post=NONE)
def document_type(document):
    """a document type declaration with an entity"""
    return document.bytes().replace(b"?>\n", b'?>\n<!DOCTYPE xliff [<!ENTITY a "b">]>\n', 1)


@variant(post=NONE)
def empty(document):
    """an empty file"""
    return b""


# MARK: units


@variant(post=SAME)
def reversed_units(document):
    """units in the opposite order"""
    for parent in document.root.iter():
        units = [child for child in parent if child in document.units()]
        if len(units) > 1:
            for unit in units:
                parent.remove(unit)
            parent.extend(reversed(units))


@variant(applied=6)
def missing_units(document):
    """every second unit missing"""
    for unit in document.units()[1::2]:
        parent_of(document, unit).remove(unit)


@variant(unchanged=5, applied=6)
def untranslated_units(document):
    """every second unit without a target"""
    for unit in document.units()[1::2]:
        for holder in document.segments(unit):
            holder.remove(holder.find(document.name("target")))


@variant(post=SAME, applied=11, refused=1)
def doubled_unit(document):
    """a unit twice, with two translations: the first is taken, the second is named"""
    unit, _ = unit_with(document, "When to Call Us")
    other = copy.deepcopy(unit)
    parent = parent_of(document, unit)
    parent.insert(list(parent).index(unit) + 1, other)
    document.segments(other)[0].find(document.name("target")).text = "Wanneer belt u?"


@variant(applied=11, unknown=1)
def foreign_unit(document):
    """a unit that the article never had"""
    unit, _ = unit_with(document, "When to Call Us")
    other = copy.deepcopy(unit)
    other.set("id", "content-aaaaaaaa-1")
    parent_of(document, unit).append(other)


@variant(post=SAME)
def groups(document):
    """units in groups"""
    parent = parent_of(document, document.units()[0])
    for number, unit in enumerate(document.units()):
        group = tree.Element(document.name("group"), {"id": "g%d" % number})
        parent.insert(list(parent).index(unit), group)
        parent.remove(unit)
        group.append(unit)


@variant(post=SAME)
def locked(document):
    """units locked: translate="no", with their targets"""
    for unit in document.units():
        unit.set("translate", "no")


@variant(post=SAME)
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


@variant(post=SAME)
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


# MARK: states


@variant(post=SAME)
def translated_state(document):
    """state translated"""
    set_state(document, ("translated", "translated"))


@variant(post=SAME)
def signed_off(document):
    """state signed-off, reviewed"""
    set_state(document, ("signed-off", "reviewed"))


@variant(post=SAME)
def final(document):
    """state final"""
    set_state(document, ("final", "final"))


@variant(unchanged=UNITS)
def proposals(document):
    """all targets of state needs-translation, initial: proposals"""
    set_state(document, ("needs-translation", "initial"))


@variant(unchanged=UNITS)
def copied_sources(document):
    """targets that are their sources, of state needs-translation, initial"""
    for holder in holders(document):
        holder.remove(holder.find(document.name("target")))
    document.translate(lambda text: text)
    set_state(document, ("needs-translation", "initial"))


@variant(unchanged=UNITS)
def emptied(document):
    """empty targets"""
    for target in document.targets():
        target.clear()


@variant(unchanged=UNITS)
def blank(document):
    """targets of white space"""
    for target in document.targets():
        target.clear()
        target.text = " \n "


# MARK: inline codes


def first_code(document, words):
    target = target_with(document, words)
    return target, document.codes(target)[0]


@variant(applied=10, refused=1)
def code_deleted(document):
    """a code deleted, its text kept"""
    target, code = first_code(document, "Keep the treated skin")
    target.text += code.text + code.tail
    target.remove(code)


@variant(applied=10, refused=1)
def image_deleted(document):
    """an image deleted"""
    target, code = first_code(document, "is normal")
    parent = next(element for element in target.iter() if code in list(element))
    parent.text += code.tail
    parent.remove(code)


@variant(applied=10, refused=1)
def code_added(document):
    """a code that the source does not have"""
    target, code = first_code(document, "Keep the treated skin")
    other = copy.deepcopy(code)
    other.set("id", "7")
    target.append(other)


@variant(applied=10, refused=1)
def code_doubled(document):
    """a code twice"""
    target, code = first_code(document, "Keep the treated skin")
    target.append(copy.deepcopy(code))


@variant(applied=10, refused=1)
def code_renumbered(document):
    """a code with another id"""
    first_code(document, "Keep the treated skin")[1].set("id", "2")


@variant()
def codes_swapped(document):
    """two pairs of codes in the opposite order"""
    target = target_with(document, "Call us")
    first, second = document.codes(target)
    first.tail, second.tail = second.tail, first.tail
    target.remove(first)
    target.append(first)


@variant(holds="<em>%s</em>" % translated("fever"))
def code_moved_inside(document):
    """a pair moved into another"""
    target = target_with(document, "Call us")
    first, second = document.codes(target)
    target.remove(second)
    first.append(second)


@variant(applied=10, refused=1)
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


@variant(holds="&lt;b&gt;vet&lt;/b&gt;")
def typed_markup(document):
    """markup typed as text: it is text in the post"""
    target_with(document, "When to Call Us").text = "Wanneer <b>vet</b>"


@variant(holds="A &amp;amp; B &amp;nbsp; C")
def typed_entities(document):
    """entities typed as text: they are text in the post"""
    target_with(document, "When to Call Us").text = "A &amp; B &nbsp; C"


@variant(post=SAME)
def annotations(document):
    """annotations added by a tool: a comment, a term"""
    for words, kind in (("When to Call Us", "term"), ("Spots of", "comment")):
        target = target_with(document, words)
        mark = tree.Element(document.name("mrk"))
        mark.text, target.text = target.text, ""
        if document.is_12:
            mark.set("mtype", "term" if kind == "term" else "x-comment")
        else:
            mark.set("id", "m1")
            mark.set("type", kind)
            if kind == "comment":
                mark.set("value", "Klopt dit?")
        target.append(mark)


# MARK: characters


@variant(post=SAME_WORDS)
def plain_spaces(document):
    """non-breaking spaces made plain, in sources too"""
    return text(document).replace("\u00a0", " ").encode("utf-8")


@variant(holds="30-50")
def plain_hyphens(document):
    """non-breaking hyphens made plain in targets"""
    for target in document.targets():
        for element in target.iter():
            element.text = element.text and element.text.replace("\u2011", "-")


@variant()
def curly_quotes(document):
    """quotes and apostrophes that the translator's editor made curly"""
    target_with(document, "When to Call Us").text = "Wanneer ‘u’ ons “belt” – foto’s…"


# MARK: languages and articles


@variant(post=NONE)
def wrong_language(document):
    """into German instead of Dutch"""
    set_language(document, "de")


@variant(post=SAME)
def region(document):
    """nl-NL instead of nl"""
    set_language(document, "nl-NL")


@variant(post=SAME)
def capitals(document):
    """NL instead of nl"""
    set_language(document, "NL")


@variant(post=SAME)
def source_region(document):
    """en-GB as the source's language"""
    document_or_file = file_of(document) if document.is_12 else document.root
    document_or_file.set("source-language" if document.is_12 else "srcLang", "en-GB")


def set_language(document, tag):
    if document.is_12:
        file_of(document).set("target-language", tag)
    else:
        document.root.set("trgLang", tag)


@variant(post=NONE)
def wrong_article(document):
    """of another article"""
    return re.sub(r"(post-id[=\">]+)1401", r"\g<1>9999", text(document)).replace("post-1401", "post-9999").encode("utf-8")


@variant(post=SAME)
def original_renamed(document):
    """`original` made a path"""
    file_of(document).set("original", "C:\\Projects\\Clinic\\en-US\\1401.xlf")


@variant(post=SAME)
def metadata_dropped(document):
    """Overzet's metadata dropped"""
    drop_metadata(document)


@variant(post=NONE)
def nothing_says_which(document):
    """Overzet's metadata dropped and `original` a path"""
    drop_metadata(document)
    file_of(document).set("original", "1401.xlf")


def drop_metadata(document):
    file = file_of(document)
    for child in list(file):
        if child.tag.endswith("}metadata") or child.tag == document.name("header"):
            file.remove(child)
