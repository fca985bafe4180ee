"""Runs inside the virtual environment that holds Translate Toolkit: reads XLIFF files through its API, gives each unit
a target, and saves them.

    toolkit_fill.py rich|plain FOLDER FILE…      writes FOLDER/<name of the file>; prints how many units it showed

The targets are the sources with an accent on some letters, set as rich text, so that inline codes stay, or as plain text.
"""

import os
import sys

from documents import Document, translated
from translate.storage.xliff import Xliff1File
from translate.storage.xliff2 import Xliff2File


def change(element):
    """Puts the text of a StringElem through `translated`; its placeables stay."""
    element.sub = [
        translated(part) if isinstance(part, str) else change(part) for part in element.sub]
    return element


def main(kind, folder, paths):
    os.makedirs(folder, exist_ok=True)
    shown = 0
    for path in paths:
        store = (Xliff1File if Document(path).is_12 else Xliff2File).parsefile(path)
        for unit in store.units:
            if unit.isheader() or not unit.istranslatable():
                continue
            if kind == "rich":
                unit.rich_target = [change(element) for element in unit.rich_source]
            else:
                unit.target = translated(unit.source)
            unit.marktranslated()
            shown += 1
        store.savefile(os.path.join(folder, os.path.basename(path)))
    print(shown)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
