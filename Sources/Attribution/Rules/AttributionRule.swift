// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A rule of attribution: one of the conventions by which texts show whose words they quote.
///
/// The table of rules is the grammar. `pamphlet explain` prints the names, `--without` disables a
/// rule, and the tests check each example.
package enum AttributionRule: String, Sendable, Hashable, CaseIterable {
  // What counts as a quotation.
  case quotationMarks = "quotation-marks"
  case singleMarks = "single-marks"
  case unclosedQuotation = "unclosed-quotation"
  case continuedQuotation = "continued-quotation"
  case blockQuotation = "block-quotation"
  case nestedQuotation = "nested-quotation"
  case dashDialogue = "dash-dialogue"
  case incise = "incise"
  // Who is speaking.
  case turn = "turn"
  case turnName = "turn-name"
  case turnContinued = "turn-continued"
  case sourceLine = "source-line"
  case cueBefore = "cue-before"
  case cueAfter = "cue-after"
  case cueAround = "cue-around"
  case ownedWords = "owned-words"
  case describedSpeaker = "described-speaker"
  case lead = "lead"
  case pronoun = "pronoun"
  case sameSpeaker = "same-speaker"
  case speakerBefore = "speaker-before"
  case sentenceSubject = "sentence-subject"
  case quotedInProse = "quoted-in-prose"
  case referenceAuthor = "reference-author"
  // What counts as a reference.
  case bracket = "bracket"
  case bracketAfterQuotation = "bracket-after-quotation"
  case authorDate = "author-date"
  case datedTitle = "dated-title"
  case noteReference = "note-reference"
  case bibliography = "bibliography"
  // What a reference refers to.
  case fullReference = "full-reference"
  case titleOnly = "title-only"
  case titleKnown = "title-known"
  case titleByProse = "title-by-prose"
  case authorOnly = "author-only"
  case workUnderReview = "work-under-review"
  case catalogued = "catalogued"
  case opCitAuthor = "op-cit-author"
  case opCitProse = "op-cit-prose"
  case opCitPreceding = "op-cit-preceding"
  case opCitForward = "op-cit-forward"
  case ibid = "ibid"
  case barePage = "bare-page"
  case via = "via"
  case seeNote = "see-note"
  case volumeCarried = "volume-carried"
  case pagesInOrder = "pages-in-order"
}
