// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Testing

@testable import Notes

@Suite struct HeadingKeyTests {
  @Test(arguments: [
    ("CHAPTER III", "Chapter Three"), ("III. The Boots", "Chapter 3"),
    ("3. The Boots", "CHAPTER III. THE BOOTS"), ("Notes to Chapter 3", "III"),
    ("The Boots of Others", "The boots of others."),
  ])
  func namesTheSameChapter(_ one: String, _ other: String) {
    #expect(HeadingKey(one).matches(HeadingKey(other)))
  }

  @Test(arguments: [
    ("CHAPTER III", "Chapter Four"), ("Part III", "Chapter III"), ("3. The Boots", "3. The Hats"),
    ("The Boots of Others", "Of Hats"),
  ])
  func namesAnotherChapter(_ one: String, _ other: String) {
    #expect(!HeadingKey(one).matches(HeadingKey(other)))
  }

  @Test(arguments: ["NOTES", "Endnotes", "Notes and References"])
  func namesNothingButNotes(_ heading: String) {
    #expect(HeadingKey(heading).isBareNotes)
  }
}
