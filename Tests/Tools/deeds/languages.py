"""Languages, the article that a file is of, characters that editors change."""

import re

from documents import change_text
from .registry import NONE, SAME, SAME_WORDS, deed, file_of, target_with, text


@deed(post=NONE)
def wrong_language(document):
    """into German instead of Dutch"""
    set_language(document, "de")


@deed(post=SAME)
def region(document):
    """nl-NL instead of nl"""
    set_language(document, "nl-NL")


@deed(post=SAME)
def capitals(document):
    """NL instead of nl"""
    set_language(document, "NL")


@deed(post=SAME)
def source_region(document):
    """en-GB as the source's language"""
    document_or_file = file_of(document) if document.is_12 else document.root
    document_or_file.set("source-language" if document.is_12 else "srcLang", "en-GB")


def set_language(document, tag):
    if document.is_12:
        file_of(document).set("target-language", tag)
    else:
        document.root.set("trgLang", tag)


@deed(post=NONE)
def wrong_article(document):
    """of another article"""
    other = re.sub(r"(post-id[=\">]+)1401", r"\g<1>9999", text(document))
    return other.replace("post-1401", "post-9999").encode("utf-8")


@deed(post=SAME)
def original_renamed(document):
    """`original` made a path"""
    file_of(document).set("original", "C:\\Projects\\Clinic\\en-US\\1401.xlf")


@deed(post=SAME)
def metadata_dropped(document):
    """Overzet's metadata dropped"""
    drop_metadata(document)


@deed(post=NONE)
def nothing_says_which(document):
    """Overzet's metadata dropped and `original` a path"""
    drop_metadata(document)
    file_of(document).set("original", "1401.xlf")


def drop_metadata(document):
    file = file_of(document)
    for child in list(file):
        if child.tag.endswith("}metadata") or child.tag == document.name("header"):
            file.remove(child)


@deed(post=SAME_WORDS)
def plain_spaces(document):
    """non-breaking spaces made plain, in sources too"""
    return text(document).replace("\u00a0", " ").encode("utf-8")


@deed(holds="30-50")
def plain_hyphens(document):
    """non-breaking hyphens made plain in targets"""
    for target in document.targets():
        change_text(target, lambda words: words.replace("\u2011", "-"))


@deed()
def curly_quotes(document):
    """quotes and apostrophes that the translator's editor made curly"""
    target_with(document, "When to Call Us").text = "Wanneer ‘u’ ons “belt” – foto’s…"
