"""What people and programs do to a translated file before they send it back: one function a deed.

Each takes the translated `Document` and changes it; one that writes bytes of its own returns them, the others None.
`DEEDS` holds them with what must come of them. The article (returned/article.json) has 11 units, 14 segments.
"""

UNITS = 11
ALL, ONLY_12, ONLY_2 = ("1.2", "2.0", "2.1", "2.2"), ("1.2",), ("2.0", "2.1", "2.2")

# The post: exactly that of the plain translation; the same but for white space; none is written; anything else.
SAME, SAME_WORDS, NONE, ANY = "same", "same words", "none", "any"


class Deed:
    def __init__(self, change, versions, post, status, holds, fault, counts):
        self.change, self.versions, self.post, self.status = change, versions, post, status
        self.holds, self.fault, self.counts = holds, fault, counts
        self.name = change.__doc__.split("\n")[0].strip()


DEEDS = []


def deed(versions=ALL, post=ANY, status=None, holds=None, fault=None, **counts):
    """Registers a deed. `counts` are the outcomes that are not 0; without any, all units are applied, or none where no
    post is written. `holds` is text that the content must hold. The exit code follows from the counts, unless `status`
    says. `fault` names a fault of Overzet's that is known and waits: it fails no run, and a line says when it is mended.
    """
    if not counts and post != NONE:
        counts = {"applied": UNITS}
    if status is None:
        troubles = any(counts.get(kind) for kind in ("stale", "refused", "unknown"))
        status = 2 if post == NONE else 1 if troubles else 0

    def register(change):
        DEEDS.append(Deed(change, versions, post, status, holds, fault, counts))
        return change

    return register


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


def text(document):
    return document.bytes().decode("utf-8")


def add_text(parent, index, words):
    if index == 0:
        parent.text = (parent.text or "") + words
    else:
        parent[index - 1].tail = (parent[index - 1].tail or "") + words


def part_pairs(document, parent, name, make):
    """Puts two codes of `make(pair)` in the place of each element `name` below `parent`, what it holds between them."""
    for child in list(parent):
        part_pairs(document, child, name, make)
        if child.tag == document.name(name):
            begin, end = make(child)
            index = list(parent).index(child)
            begin.tail, end.tail = child.text, child.tail
            inner = list(child)
            parent.remove(child)
            for offset, element in enumerate([begin, *inner, end]):
                parent.insert(index + offset, element)


def dissolve(parent, mark):
    """Puts what `mark` holds in its place."""
    index = list(parent).index(mark)
    add_text(parent, index, mark.text or "")
    children = list(mark)
    parent.remove(mark)
    for offset, child in enumerate(children):
        parent.insert(index + offset, child)
    add_text(parent, index + len(children), mark.tail or "")
