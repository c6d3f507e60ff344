#!/usr/bin/env python3
"""Write the closed vocabulary: for every language all word forms that the grammar can produce, lower-cased.

    python3 vocabulary.py ../vocabulary.json

Numbers are left out (every whole number is known to the grammar by its digits), and so are full stops.
"""

import argparse
import json
import pathlib

from grammar import LANGUAGES, every_form


def word_forms(language):
    """The sorted word forms of `language`."""
    words = (word.strip(".").lower() for sentence in every_form(language) for word in sentence.split())
    return sorted({word for word in words if not word.isdigit()})


def shortest(language):
    """The number of words of the shortest sentence of `language`: fewer words are not a sentence of this grammar."""
    return min(len(sentence.split()) for sentence in every_form(language))


def main():
    parser = argparse.ArgumentParser(description="Write the word forms of the mini model's grammar.")
    parser.add_argument("output", type=pathlib.Path, help="the JSON file")
    output = parser.parse_args().output
    languages = {name: {"shortest": shortest(name), "words": word_forms(name)} for name in LANGUAGES}
    output.write_text(json.dumps(languages, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
