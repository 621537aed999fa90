# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""The small library that the tasks are done in: texts with invented people, made into an index."""

import os
import shutil
import subprocess
import zipfile
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent

# The paragraph of a text that is gone in its second version, so that one passage answers 410.
LOST = (
    "He kept a parrot in the office, which had learned the word postponed and nothing after it. It was consulted in "
    "the matter of the clock, and again in the matter of the coal, and both times it was found to be of his opinion.")


def environment(folder):
    """Variables with which the programs use our catalogue, and no configuration or edits of the user."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PAMPHLET_")}
    return kept | {
        "PAMPHLET_CATALOGUE": str(HOME / "catalogue.yaml"),
        "PAMPHLET_EDITS": str(Path(folder) / "edits.yaml"),
        "XDG_CONFIG_HOME": str(Path(folder) / "config"),
        "NO_COLOR": "1",
    }


def build(bin_folder, folder):
    """Indexes the texts in two runs, between which one paragraph is taken out; returns the index."""
    folder = Path(folder)
    texts, index = folder / "texts", folder / "index"
    shutil.copytree(HOME / "texts", texts)
    _zip(HOME / "epub", texts / "tides-and-wages.epub")
    changed = texts / "orme_leave_FINAL.md"
    final = changed.read_text("utf8")
    changed.write_text(f"{final}\n{LOST}\n", "utf8")
    _index(bin_folder, folder, index, texts)
    changed.write_text(final, "utf8")
    _index(bin_folder, folder, index, texts)
    return index


def _index(bin_folder, folder, index, texts):
    subprocess.run(
        [str(Path(bin_folder) / "pamphlet"), "index", "--quiet", "--index", str(index), str(texts)],
        check=True, env=environment(folder), timeout=120)


def _zip(source, target):
    """Packs an EPUB: the media type first and uncompressed (EPUB OCF 3.3, 4.2.3)."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.write(source / "mimetype", "mimetype", zipfile.ZIP_STORED)
        for path in sorted(source.rglob("*")):
            if path.is_file() and path.name != "mimetype":
                packed.write(path, path.relative_to(source).as_posix())
