// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

extension AttributionRule {
  /// A text that shows a rule, and what the rule finds in it.
  package struct Example: Sendable {
    /// The paragraphs; `> ` before a block that is set apart, `^1 ` before a note, whose mark `^1`
    /// stands in the text.
    package var paragraphs: [String]
    /// What is found: the speaker, else the author, of the last quotation or reference; or a title.
    package var finds: String
  }

  /// What the rule says, in a sentence.
  package var summary: String { row.0 }

  /// A text that shows it.
  package var example: Example { Example(paragraphs: row.1, finds: row.2) }

  private var row: (String, [String], String) {
    switch self {
    case .quotationMarks:
      (
        "Words between double marks of any shape are a quotation; the neighbours of a mark tell whether it opens or closes.",
        ["As Anna Lund wrote: “The mills were never ours.”"], "Anna Lund"
      )
    case .singleMarks:
      (
        "Words between single marks are a quotation in a text where single marks lead.",
        [
          "Anna Lund wrote: ‘The mills were never ours and they never shall be.’",
          "Later she said: ‘We must take what we have made with our own hands.’",
        ], "Anna Lund"
      )
    case .unclosedQuotation:
      (
        "A quotation whose closing mark is lost ends with its sentence, its paragraph, or before a reference.",
        [
          "Anna Lund wrote that “the mills were never ours [The Weavers, p. 4] and nobody answered."
        ],
        "Anna Lund"
      )
    case .continuedQuotation:
      (
        "A quotation goes on in the next paragraph where this one leaves it open and the next begins with a mark.",
        ["Anna Lund wrote: “The mills were never ours.", "“They will be ours one day.”"],
        "Anna Lund"
      )
    case .blockQuotation:
      (
        "A block that is set apart from the text is a quotation.",
        ["Anna Lund wrote:", "> The mills were never ours."], "Anna Lund"
      )
    case .nestedQuotation:
      (
        "A quotation inside another has a speaker of its own if a word of saying stands beside it.",
        [
          "“I was told,” wrote Anna Lund. “The miller said: ‘You shall never have the mill at all’ and he went.”"
        ],
        "miller"
      )
    case .cueBefore:
      (
        "The subject of the last verb of saying before the words speaks.",
        ["Moreover, Anna Lund once argued that “the mills were never ours.”"], "Anna Lund"
      )
    case .cueAfter:
      (
        "The subject of a verb of saying behind the words speaks.",
        ["“The mills were never ours,” says Anna Lund."], "Anna Lund"
      )
    case .cueAround:
      (
        "Words that go on after `he writes` are one speaker's.",
        ["“The mills,” Anna Lund writes, “were never ours.”"], "Anna Lund"
      )
    case .passiveCue:
      (
        "Behind `by` stands who speaks: `as was said by`.",
        ["This was admitted by Anna Lund in 1903: “The mills were never ours.”"], "Anna Lund"
      )
    case .frame:
      (
        "`According to`, `in the words of` and their like name the speaker.",
        ["In the words of Anna Lund, “the mills were never ours at all.”"], "Anna Lund"
      )
    case .ownedWords:
      (
        "The owner of a slogan, claim or phrase speaks it.",
        ["The strikers of 1903 took up Anna Lund's slogan: “The mills were never ours.”"],
        "Anna Lund"
      )
    case .colonSubject:
      (
        "The first who is named in a sentence that leads to the words with a colon speaks.",
        ["Anna Lund had a plan of her own: “The mills were never ours.”"],
        "Anna Lund"
      )
    case .pronoun:
      (
        "A pronoun stands for who spoke last, else for the first who is named in the sentences before.",
        ["Anna Lund was there. She said that “the mills were never ours.”"], "Anna Lund"
      )
    case .collectiveSpeaker:
      (
        "A congress, a decree, a party or `one historian` may speak.",
        ["The congress of weavers declared that “the mills were never ours.”"],
        "congress of weavers"
      )
    case .sameSpeaker:
      (
        "Words without a cue, after others' since the last reference, are the same speaker's.",
        [
          "Anna Lund argued that “the mills were never ours.” Thus “we shall take them one day with our own two hands.”"
        ],
        "Anna Lund"
      )
    case .speakerBefore:
      (
        "Words without a cue are of whom the sentences before report without quoting.",
        [
          "Anna Lund argued that nobody owned anything. The mills “were never ours and never will be.” [The Weavers, p. 4]"
        ],
        "Anna Lund"
      )
    case .sentenceSubject:
      (
        "A reference without an author is of the person whom its sentence is about.",
        ["Anna Lund shows this for the mills of the valley. [The Weavers, p. 4]"], "Anna Lund"
      )
    case .quotedInProse:
      (
        "`Berg quotes Lund` makes Lund the speaker and Berg the one through whom the words came.",
        [
          "The strike failed. [Carl Berg, The Valley, p. 9]",
          "Carl Berg quotes Anna Lund: “The mills were never ours.” [Ibid.]",
        ], "Anna Lund"
      )
    case .referenceAuthor:
      (
        "Words that nobody is said to speak are the author's of their reference.",
        ["Hence “the mills were never theirs to give.” [Anna Lund, The Weavers, p. 4]"], "Anna Lund"
      )
    case .bracket:
      (
        "A bracket with pages, Op. Cit., Ibid. or `quoted by` is a reference.",
        ["Hence the strike. [Anna Lund, The Weavers, p. 4]"], "Anna Lund"
      )
    case .bracketAfterQuotation:
      (
        "A bracket right behind a quotation that holds a title is a reference even without pages.",
        ["“The mills were never theirs to give.” [Anna Lund, The Weavers of the Valley]"],
        "Anna Lund"
      )
    case .authorDate:
      (
        "An author and a year in parentheses are a reference.",
        ["The mills were never theirs to give (Lund 1903: 44)."], "Lund"
      )
    case .noteReference:
      (
        "A sentence of a note that names author and title is a reference for the words before its mark.",
        [
          "“The mills were never theirs to give.”^1",
          "^1 Anna Lund, The Weavers of the Valley, p. 4.",
        ],
        "Anna Lund"
      )
    case .bibliography:
      (
        "Under a heading of sources, a paragraph that begins with an inverted name is an entry.",
        ["# Bibliography", "Lund, Anna. The Weavers of the Valley. Oslo: Fram, 1903."], "Anna Lund"
      )
    case .fullReference:
      (
        "Author and title are what the reference prints.",
        ["Hence the strike. [Anna Lund, The Weavers, p. 4]"], "Anna Lund"
      )
    case .titleOnly:
      (
        "A reference may name the title alone.",
        ["Anna Lund said that “the mills were never ours.” [The Weavers, p. 4]"], "Anna Lund"
      )
    case .titleKnown:
      (
        "A title alone is of the author with whom the text names it elsewhere.",
        [
          "Hence the strike. [Anna Lund, The Weavers of the Valley, p. 4]",
          "It failed. [The Weavers of the Valley, p. 9]",
        ], "Anna Lund"
      )
    case .titleByProse:
      (
        "A title alone that the text gives to nobody is of whom the prose names.",
        ["As Anna Lund put it, “the mills were never ours.” [The Weavers, p. 4]"], "Anna Lund"
      )
    case .authorOnly:
      (
        "An author alone is the author's work that was cited last.",
        [
          "Hence the strike. [Anna Lund, The Weavers of the Valley, p. 4]",
          "It failed. [Lund, p. 9]",
        ], "The Weavers of the Valley"
      )
    case .workUnderReview:
      (
        "In a review, an author alone is the author of the work that is reviewed, and the work that.",
        [
          "# A review of Anna Lund’s The Weavers", "“The mills were never theirs to give.”^1",
          "^1 Lund, p. 4.",
        ],
        "The Weavers"
      )
    case .catalogued:
      (
        "The catalogue may know which work a note cites.",
        ["“The mills were never theirs to give.”^1", "^1 Lund, p. 4."], "The Weavers"
      )
    case .opCitAuthor:
      (
        "Op. Cit. with a name is that author's work that was cited last.",
        [
          "Hence the strike. [Anna Lund, The Weavers, p. 4]",
          "It spread. [Carl Berg, The Valley, p. 9]",
          "It failed. [Lund, Op. Cit., p. 5]",
        ], "The Weavers"
      )
    case .opCitProse:
      (
        "Op. Cit. without a name is the work that was cited last of the author whom the prose names.",
        [
          "Hence the strike. [Anna Lund, The Weavers, p. 4]",
          "It spread. [Carl Berg, The Valley, p. 9]",
          "Anna Lund wrote that “it failed because of us.” [Op. Cit., p. 5]",
        ], "The Weavers"
      )
    case .opCitPreceding:
      (
        "Op. Cit. where nobody is named is the work that was cited last.",
        ["Hence the strike. [Anna Lund, The Weavers, p. 4]", "It failed. [Op. Cit., p. 5]"],
        "The Weavers"
      )
    case .opCitForward:
      (
        "Op. Cit. of an author whose work is named only later is that work.",
        [
          "It failed. [Anna Lund, Op. Cit., p. 5]",
          "Hence the strike. [Anna Lund, The Weavers, p. 4]",
        ],
        "The Weavers"
      )
    case .ibid:
      (
        "Ibid. is the reference before.",
        ["Hence the strike. [Anna Lund, The Weavers, p. 4]", "It failed. [Ibid., p. 5]"],
        "The Weavers"
      )
    case .barePage:
      (
        "A page alone is of the work in hand.",
        ["Hence the strike. [Anna Lund, The Weavers, p. 4]", "It failed. [p. 5]"], "The Weavers"
      )
    case .via:
      (
        "`Quoted by` names the work through which the words came.",
        ["Carl Berg said that “it failed because of us.” [quoted by Anna Lund, The Weavers, p. 4]"],
        "Carl Berg"
      )
    case .seeNote:
      (
        "`See note 1` is the source of note 1; where a name says otherwise the name decides, and both are told.",
        [
          "It began.^1 It failed.^2", "^1 Anna Lund, The Weavers of the Valley, p. 4.",
          "^2 Carl Berg, The Valley, cited in Lund (see note (1)).",
        ], "Carl Berg"
      )
    case .volumeCarried:
      (
        "Op. Cit. without a volume is of the volume that was cited last.",
        ["Hence the strike. [Anna Lund, Works, vol. 2, p. 4]", "It failed. [Op. Cit., p. 5]"],
        "Works"
      )
    case .pagesInOrder:
      (
        "As many pages as quotations belong to them in their order.",
        [
          "Anna Lund said “it failed because of us” and “it will not fail again.” [The Weavers, p. 4 and p. 9]"
        ],
        "Anna Lund"
      )
    }
  }
}
