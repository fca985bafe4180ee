"""States: who has confirmed what."""

from .registry import SAME, UNITS, deed, holders


def set_state(document, states):
    """Gives each part with a target the state that is meant: `states` is 1.2's word and 2.x's."""
    for holder in holders(document):
        target = holder.find(document.name("target"))
        (target if document.is_12 else holder).set("state", states[0 if document.is_12 else 1])


@deed(post=SAME)
def translated_state(document):
    """state translated"""
    set_state(document, ("translated", "translated"))


@deed(post=SAME)
def signed_off(document):
    """state signed-off, reviewed"""
    set_state(document, ("signed-off", "reviewed"))


@deed(post=SAME)
def final(document):
    """state final"""
    set_state(document, ("final", "final"))


@deed(unchanged=UNITS)
def proposals(document):
    """all targets of state needs-translation, initial: proposals"""
    set_state(document, ("needs-translation", "initial"))


@deed(unchanged=UNITS)
def copied_sources(document):
    """targets that are their sources, of state needs-translation, initial"""
    for holder in holders(document):
        holder.remove(holder.find(document.name("target")))
    document.translate(lambda text: text)
    set_state(document, ("needs-translation", "initial"))


@deed(unchanged=UNITS)
def emptied(document):
    """empty targets"""
    for target in document.targets():
        target.clear()


@deed(unchanged=UNITS)
def blank(document):
    """targets of white space"""
    for target in document.targets():
        target.clear()
        target.text = " \n "
