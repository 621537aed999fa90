# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Makes queries of several classes from paragraphs: id, title and text a line, divided by tabs.

usage: queries.py PARAGRAPHS [COUNT]    prints a class, a tab and a query a line; always the same ones
"""

import collections
import random
import re
import sys

SLIPS = 12  # one word in so many of a quotation is changed


def main(path: str, count: int) -> None:
    chance = random.Random(1917)
    paragraphs = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            words = re.findall(r"[a-z]{2,}", line.split("\t", 2)[-1].lower())
            if len(words) >= 50:
                paragraphs.append(words)
    frequencies = collections.Counter(word for words in paragraphs for word in words)
    common = [word for word, _ in frequencies.most_common(60)]
    known = [word for word, times in frequencies.items() if times > 20 and len(word) > 4]
    known.sort()

    def slip(word: str) -> str:
        place = chance.randrange(1, len(word) - 1)
        return word[:place] + chance.choice("aeiou") + word[place + 1:]

    for _ in range(count):
        words = chance.choice(paragraphs)
        print("words", " ".join(chance.sample([w for w in words if w not in common], 3)), sep="\t")
        print("common words", " ".join(chance.sample(common, 4)), sep="\t")
        places = [i for i in range(len(words) - 3) if all(w in common for w in words[i:i + 3])]
        if places:
            place = chance.choice(places)
            print("phrase", f'"{" ".join(words[place:place + 3])}"', sep="\t")
        word = chance.choice(known)
        pattern = chance.choice([word[:4] + "*", "*" + word[-4:], word[:2] + "?" + word[3:5] + "*"])
        print("pattern", pattern, sep="\t")
        print("misspelt", slip(word) + "~", sep="\t")
        start = chance.randrange(len(words) - 10)
        remembered = words[start:start + 10]
        remembered[5] = "zyx"
        print("short quotation", " ".join(remembered), sep="\t")
        start = chance.randrange(len(words) - 40) if len(words) > 40 else 0
        quotation = words[start:start + 40]
        for place in range(SLIPS // 2, len(quotation), SLIPS):
            quotation[place] = "zyx"
        print("quotation", " ".join(quotation), sep="\t")


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) == 3 else 40)
