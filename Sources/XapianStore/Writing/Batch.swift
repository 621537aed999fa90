// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXapian
package import Corpus
package import IndexSchema

/// Documents collected to be indexed with one call.
package struct Batch: Sendable {
  private var terms = TermTable()
  private var postings: [cx_posting] = []
  private var values: [Value] = []
  private var documents: [Document] = []
  private var words: [UInt32] = []
  private var data: [UInt8] = []
  private var stemmers: [String] = []
  private var forms: [StemForms] = []
  private let vocabulary: Vocabulary

  /// Creates an empty batch, whose words are stemmed according to a vocabulary.
  package init(vocabulary: Vocabulary = Vocabulary()) { self.vocabulary = vocabulary }

  private struct Value {
    var slot: UInt32
    var number: Double
    var start: Int
    var count: Int
    var isNumber: Bool
  }

  private struct Document {
    var dataStart: Int
    var dataCount = 0
    var firstPosting: Int
    var postingCount = 0
    var firstValue: Int
    var valueCount = 0
    var firstWord: Int
    var wordCount = 0
  }

  /// The number of documents.
  package var count: Int { documents.count }
  /// The approximate size in bytes.
  package var byteCount: Int {
    data.count + terms.arena.count + postings.count * MemoryLayout<cx_posting>.stride
  }

  /// The number of a stemmer, for `add(term:)`.
  package mutating func stemmer(_ name: String) -> UInt8 {
    if let index = stemmers.firstIndex(of: name) { return UInt8(index) }
    stemmers.append(name)
    forms.append(StemForms(vocabulary, stemmer: name))
    return UInt8(stemmers.count - 1)
  }

  /// Starts a passage, to which everything added from now on belongs.
  package mutating func begin(_ passage: Passage) { beginDocument(passage.stored) }

  /// Starts a document with the given data.
  mutating func beginDocument(_ stored: [UInt8]) {
    documents.append(
      Document(
        dataStart: data.count,
        dataCount: stored.count,
        firstPosting: postings.count,
        firstValue: values.count,
        firstWord: words.count
      )
    )
    data.append(contentsOf: stored)
  }

  /// Adds an occurrence of a word.
  ///
  /// - Returns: The number of its term in this batch.
  @discardableResult
  package mutating func add(
    prefix: [UInt8],
    term: UnsafeBufferPointer<UInt8>,
    word: UnsafeBufferPointer<UInt8>,
    stemmer: UInt8,
    position: UInt32? = nil,
    isSpelling: Bool = false,
    rankWeight: UInt8 = 0,
    isRankOnly: Bool = false
  ) -> UInt32 {
    let number = terms.number(
      prefix: prefix,
      term: term,
      word: word,
      traits: TermTable.Traits(
        prefixCount: UInt8(prefix.count),
        stemmer: stemmer,
        isBoolean: false,
        isSpelling: isSpelling,
        rankWeight: rankWeight,
        isRankOnly: isRankOnly
      ),
      form: { [forms] in forms[Int(stemmer)].form(of: $0) }
    )
    append(cx_posting(term: number, position: position ?? UInt32.max))
    return number
  }

  /// Appends a term, or a separator if `nil`, to the document's sequence of words.
  package mutating func addToSequence(_ term: UInt32?) {
    guard documents[documents.count - 1].wordCount < Schema.longestSequence else { return }
    words.append(term ?? UInt32(CX_NO_TERM))
    documents[documents.count - 1].wordCount += 1
  }

  /// Lengthens the document by `count` occurrences of a word that no text contains.
  package mutating func lengthen(by count: Int) {
    var left = min(count, Schema.longestPadding)
    let stemmer = stemmer(Stemming.none)
    while left > 0 {
      var word = Schema.padding
      let weight = UInt8(min(left, Int(UInt8.max)))
      word.withUTF8 {
        _ = add(
          prefix: [], term: $0, word: UnsafeBufferPointer(start: nil, count: 0), stemmer: stemmer,
          rankWeight: weight, isRankOnly: true)
      }
      left -= Int(weight)
    }
  }

  /// Adds a term used only for filtering.
  package mutating func addFilter(prefix: String, _ value: String) {
    var value = value
    let number = value.withUTF8 { utf8 in
      terms.number(
        prefix: Array(prefix.utf8),
        term: utf8,
        word: UnsafeBufferPointer(start: nil, count: 0),
        traits: TermTable.Traits(
          prefixCount: UInt8(prefix.utf8.count),
          stemmer: UInt8.max,
          isBoolean: true,
          isSpelling: false
        )
      )
    }
    append(cx_posting(term: number, position: UInt32.max))
  }

  /// Adds a number to a value slot.
  package mutating func addValue(_ slot: UInt32, _ number: Double) {
    append(Value(slot: slot, number: number, start: 0, count: 0, isNumber: true))
  }

  /// Adds text to a value slot.
  package mutating func addValue(_ slot: UInt32, _ text: String) {
    append(
      Value(slot: slot, number: 0, start: data.count, count: text.utf8.count, isNumber: false)
    )
    data.append(contentsOf: text.utf8)
  }

  private mutating func append(_ posting: cx_posting) {
    postings.append(posting)
    documents[documents.count - 1].postingCount += 1
  }

  private mutating func append(_ value: Value) {
    values.append(value)
    documents[documents.count - 1].valueCount += 1
  }

  /// Lends the batch in the form for the boundary.
  func withBoundaryForm<Result>(_ body: (UnsafePointer<cx_batch>) -> Result) -> Result {
    terms.arena.withUnsafeBytes { arena in
      data.withUnsafeBytes { data in
        let slice = { (buffer: UnsafeRawBufferPointer, start: Int, count: Int) in
          cx_bytes(UnsafeRawBufferPointer(rebasing: buffer[start..<(start + count)]))
        }
        let terms = terms.entries.map { entry in
          let word = entry.start + entry.termCount
          return cx_term(
            term: slice(arena, entry.start, entry.termCount),
            word: entry.form == .accented
              ? slice(arena, word, entry.wordCount)
              : slice(arena, word + entry.wordCount, entry.insteadCount),
            form: entry.form,
            prefix_count: entry.traits.prefixCount,
            stemmer: entry.traits.stemmer,
            is_boolean: entry.traits.isBoolean,
            is_spelling: entry.traits.isSpelling,
            rank_weight: entry.traits.rankWeight,
            is_rank_only: entry.traits.isRankOnly
          )
        }
        let values = values.map { value in
          cx_value(
            slot: value.slot,
            number: value.number,
            bytes: value.isNumber ? cx_bytes() : slice(data, value.start, value.count)
          )
        }
        let documents = documents.map { document in
          cx_document(
            data: slice(data, document.dataStart, document.dataCount),
            first_posting: document.firstPosting,
            posting_count: document.postingCount,
            first_value: document.firstValue,
            value_count: document.valueCount,
            first_word: document.firstWord,
            word_count: document.wordCount
          )
        }
        return terms.withUnsafeBufferPointer { terms in
          values.withUnsafeBufferPointer { values in
            documents.withUnsafeBufferPointer { documents in
              postings.withUnsafeBufferPointer { postings in
                words.withUnsafeBufferPointer { words in
                  withBytes(stemmers) { stemmers, stemmerCount in
                    withBytes(Schema.rankPrefix) { rankPrefix in
                      var batch = cx_batch(
                        terms: terms.baseAddress,
                        term_count: terms.count,
                        postings: postings.baseAddress,
                        posting_count: postings.count,
                        values: values.baseAddress,
                        value_count: values.count,
                        documents: documents.baseAddress,
                        document_count: documents.count,
                        words: words.baseAddress,
                        word_count: words.count,
                        sequence_slot: Schema.Slot.sequence,
                        stemmers: stemmers,
                        stemmer_count: stemmerCount,
                        rank_prefix: rankPrefix
                      )
                      return body(&batch)
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}
