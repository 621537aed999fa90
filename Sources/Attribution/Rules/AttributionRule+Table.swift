// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

extension AttributionRule {
  /// A short text that illustrates a rule, with the expected result.
  package struct Example: Sendable {
    /// Paragraphs of the text.
    ///
    /// `> ` introduces a block quotation, and `^1 ` a note whose mark in the text is `^1`.
    package var paragraphs: [String]
    /// Expected result: speaker or author of the last quotation or reference, or else a title.
    package var finds: String
  }

  /// What the rule says, in one sentence.
  package var summary: String { row.0 }

  /// A text that illustrates the rule.
  package var example: Example { Example(paragraphs: row.1, finds: row.2) }

  private var row: (String, [String], String) {
    switch self {
    case .quotationMarks:
      (
        "Words between double marks of any shape are a quotation; its neighbours decide whether a mark opens or closes.",
        ["As Anna Lund wrote: “The mills were never ours.”"], "Anna Lund"
      )
    case .singleMarks:
      (
        "Words between single marks are a quotation in a text that mainly uses single marks.",
        [
          "Anna Lund wrote: ‘The mills were never ours and they never shall be.’",
          "Later she said: ‘We must take what we have made with our own hands.’",
        ], "Anna Lund"
      )
    case .unclosedQuotation:
      (
        "A quotation without a closing mark ends with its sentence or paragraph, or before a reference.",
        [
          "Anna Lund wrote that “the mills were never ours [The Weavers, p. 4] and nobody answered."
        ],
        "Anna Lund"
      )
    case .continuedQuotation:
      (
        "A quotation left open at the end of a paragraph continues in the next if that begins with a mark.",
        ["Anna Lund wrote: “The mills were never ours.", "“They will be ours one day.”"],
        "Anna Lund"
      )
    case .blockQuotation:
      (
        "A block set off from the text is a quotation.",
        ["Anna Lund wrote:", "> The mills were never ours."], "Anna Lund"
      )
    case .nestedQuotation:
      (
        "A quotation inside another, to two levels, has its own speaker if a reporting verb accompanies it.",
        [
          "“I was told,” wrote Anna Lund. “The miller said: ‘You shall never have the mill at all’ and he went.”"
        ],
        "miller"
      )
    case .incise:
      (
        "A verb of saying with its subject between commas or dashes within the marks is not quoted, and names the speaker.",
        ["« Les filatures, dit Anna Lund, n’ont jamais été à nous. »"], "Anna Lund"
      )
    case .dashDialogue:
      (
        "What stands behind a dash at the start of a paragraph is spoken if the text sets dialogue so; a verb of saying with its subject divides it.",
        ["— The mills were never ours — said Anna Lund — and never shall be."], "Anna Lund"
      )
    case .turn:
      (
        "In plays, interviews and minutes, labels that recur or answer each other name the speaker of what follows.",
        [
          "Carl Berg: Whose were the mills?", "Anna Lund: They were never ours.",
          "Carl Berg: And now?", "Anna Lund: We shall take them.",
        ], "Anna Lund"
      )
    case .turnName:
      (
        "Initials or a family name as a label stand for the participant that the text introduces by full name.",
        [
          "Anna Lund (AL) spoke with Carl Berg (CB).", "CB: Whose were the mills?",
          "AL: They were never ours.", "CB: And now?", "AL: We shall take them.",
        ], "Anna Lund"
      )
    case .turnContinued:
      (
        "In an interview, paragraphs without a label continue the turn before them, up to the next label.",
        [
          "Carl Berg: Whose were the mills?", "Anna Lund: They were never ours.",
          "The masters had them.", "Carl Berg: And now?", "Anna Lund: We shall take them.",
        ], "Anna Lund"
      )
    case .sourceLine:
      (
        "A dash and a name below a quotation or verse name its speaker.",
        ["> The mills were never ours.", "— Anna Lund"], "Anna Lund"
      )
    case .cueBefore:
      (
        "The subject of the last reporting verb before the quotation is the speaker.",
        ["Moreover, Anna Lund once argued that “the mills were never ours.”"], "Anna Lund"
      )
    case .cueAfter:
      (
        "The subject of a reporting verb after the quotation is the speaker.",
        ["“The mills were never ours,” says Anna Lund."], "Anna Lund"
      )
    case .cueAround:
      (
        "A quotation that continues after `he writes` has one speaker throughout.",
        ["“The mills,” Anna Lund writes, “were never ours.”"], "Anna Lund"
      )
    case .ownedWords:
      (
        "`According to`, `in the words of` and the like name the speaker, as does `Lund's words`.",
        ["In the words of Anna Lund, “the mills were never ours at all.”"], "Anna Lund"
      )
    case .describedSpeaker:
      (
        "Where a description stands with the verb of saying, it is the speaker, in its own words.",
        ["The Lettish weaver said: “The mills were never ours.”"], "Lettish weaver"
      )
    case .lead:
      (
        "The end of a paragraph announces the words of the next.",
        ["Anna Lund wrote in her diary:", "“The mills were never ours.”"], "Anna Lund"
      )
    case .pronoun:
      (
        "A pronoun refers to the last speaker, or else to the first person named in the preceding sentences.",
        ["Anna Lund was there. She said that “the mills were never ours.”"], "Anna Lund"
      )
    case .sameSpeaker:
      (
        "A quotation without a cue has the same speaker as the previous one since the last reference.",
        [
          "Anna Lund argued that “the mills were never ours” and that “we shall take them one day with our own two hands.”"
        ],
        "Anna Lund"
      )
    case .speakerBefore:
      (
        "A quotation without a cue belongs to the person whose statements the preceding sentences report.",
        [
          "Anna Lund argued that nobody owned anything. The mills “were never ours and never will be.” [The Weavers, p. 4]"
        ],
        "Anna Lund"
      )
    case .sentenceSubject:
      (
        "A reference without an author is to a work by the person that its sentence is about.",
        ["Anna Lund shows this for the mills of the valley. [The Weavers, p. 4]"], "Anna Lund"
      )
    case .quotedInProse:
      (
        "In `Berg quotes Lund`, Lund is the speaker and Berg the source through which Lund is quoted.",
        [
          "The strike failed. [Carl Berg, The Valley, p. 9]",
          "Carl Berg quotes Anna Lund: “The mills were never ours.” [Ibid.]",
        ], "Anna Lund"
      )
    case .referenceAuthor:
      (
        "A quotation without a named speaker belongs to the author of its reference.",
        ["Hence “the mills were never theirs to give.” [Anna Lund, The Weavers, p. 4]"], "Anna Lund"
      )
    case .bracket:
      (
        "A bracket that contains pages, Op. Cit., Ibid. or `quoted by` is a reference.",
        ["Hence the strike. [Anna Lund, The Weavers, p. 4]"], "Anna Lund"
      )
    case .bracketAfterQuotation:
      (
        "A bracket with a title directly after a quotation is a reference even without pages.",
        ["“The mills were never theirs to give.” [Anna Lund, The Weavers of the Valley]"],
        "Anna Lund"
      )
    case .authorDate:
      (
        "An author and year in parentheses are a reference.",
        ["The mills were never theirs to give (Lund 1903: 44)."], "Lund"
      )
    case .datedTitle:
      (
        "A title in italics, or the name of a newspaper, before a date or place in parentheses is a reference.",
        ["Hence the strike, as in _The Weavers of the Valley_ (Oslo, 1903)."],
        "The Weavers of the Valley"
      )
    case .noteReference:
      (
        "A sentence in a note that names author and title is the reference for the words before the mark.",
        [
          "“The mills were never theirs to give.”^1",
          "^1 Anna Lund, The Weavers of the Valley, p. 4.",
        ],
        "Anna Lund"
      )
    case .bibliography:
      (
        "In a section for sources, a paragraph that begins with an inverted name is an entry.",
        ["# Bibliography", "Lund, Anna. The Weavers of the Valley. Oslo: Fram, 1903."], "Anna Lund"
      )
    case .fullReference:
      (
        "Author and title are taken from the reference as printed.",
        ["Hence the strike. [Anna Lund, The Weavers, p. 4]"], "Anna Lund"
      )
    case .titleOnly:
      (
        "A reference can consist of a title alone.",
        ["Anna Lund said that “the mills were never ours.” [The Weavers, p. 4]"], "Anna Lund"
      )
    case .titleKnown:
      (
        "A title alone belongs to the author whom the text names with it elsewhere.",
        [
          "Hence the strike. [Anna Lund, The Weavers of the Valley, p. 4]",
          "It failed. [The Weavers of the Valley, p. 9]",
        ], "Anna Lund"
      )
    case .titleByProse:
      (
        "A title that the text attributes to no one belongs to the person named in the prose.",
        ["As Anna Lund put it, “the mills were never ours.” [The Weavers, p. 4]"], "Anna Lund"
      )
    case .authorOnly:
      (
        "An author alone means the work by that author cited last.",
        [
          "Hence the strike. [Anna Lund, The Weavers of the Valley, p. 4]",
          "It failed. [Lund, p. 9]",
        ], "The Weavers of the Valley"
      )
    case .workUnderReview:
      (
        "In a review, the reviewed author named alone means the reviewed work.",
        [
          "# A review of Anna Lund’s The Weavers", "“The mills were never theirs to give.”^1",
          "^1 Lund, p. 4.",
        ],
        "The Weavers"
      )
    case .catalogued:
      (
        "The catalogue can tell which work a note cites.",
        ["“The mills were never theirs to give.”^1", "^1 Lund, p. 4."], "The Weavers"
      )
    case .opCitAuthor:
      (
        "Op. Cit. with a name means the work by that author cited last.",
        [
          "Hence the strike. [Anna Lund, The Weavers, p. 4]",
          "It spread. [Carl Berg, The Valley, p. 9]",
          "It failed. [Lund, Op. Cit., p. 5]",
        ], "The Weavers"
      )
    case .opCitProse:
      (
        "Op. Cit. without a name means the last cited work by the author named in the prose.",
        [
          "Hence the strike. [Anna Lund, The Weavers, p. 4]",
          "It spread. [Carl Berg, The Valley, p. 9]",
          "Anna Lund wrote that “it failed because of us.” [Op. Cit., p. 5]",
        ], "The Weavers"
      )
    case .opCitPreceding:
      (
        "Op. Cit. with no author named anywhere means the work cited last.",
        ["Hence the strike. [Anna Lund, The Weavers, p. 4]", "It failed. [Op. Cit., p. 5]"],
        "The Weavers"
      )
    case .opCitForward:
      (
        "Op. Cit. for an author whose work is named only later means that work.",
        [
          "It failed. [Anna Lund, Op. Cit., p. 5]",
          "Hence the strike. [Anna Lund, The Weavers, p. 4]",
        ],
        "The Weavers"
      )
    case .ibid:
      (
        "Ibid. repeats the previous reference.",
        ["Hence the strike. [Anna Lund, The Weavers, p. 4]", "It failed. [Ibid., p. 5]"],
        "The Weavers"
      )
    case .barePage:
      (
        "A page alone refers to the work in hand.",
        ["Hence the strike. [Anna Lund, The Weavers, p. 4]", "It failed. [p. 5]"], "The Weavers"
      )
    case .via:
      (
        "`Quoted by` names the work through which the words are quoted.",
        ["Carl Berg said that “it failed because of us.” [quoted by Anna Lund, The Weavers, p. 4]"],
        "Carl Berg"
      )
    case .seeNote:
      (
        "`See note 1` means the source in note 1; if a name contradicts it, the name wins and both are reported.",
        [
          "It began.^1 It failed.^2", "^1 Anna Lund, The Weavers of the Valley, p. 4.",
          "^2 Carl Berg, The Valley, cited in Lund (see note (1)).",
        ], "Carl Berg"
      )
    case .volumeCarried:
      (
        "Op. Cit. without a volume means the volume cited last.",
        ["Hence the strike. [Anna Lund, Works, vol. 2, p. 4]", "It failed. [Op. Cit., p. 5]"],
        "Works"
      )
    case .pagesInOrder:
      (
        "If there are as many pages as quotations, they belong together in order.",
        [
          "Anna Lund said “it failed because of us” and “it will not fail again.” [The Weavers, p. 4 and p. 9]"
        ],
        "Anna Lund"
      )
    }
  }
}
