// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import IndexSchema
import PassageSearch
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(15))) struct FetchCommandTests {
  private let folder: TemporaryFolder
  private let mirror: Mirror

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      "#title The Review\n\nBrinton wrote of the factory committees.\n", to: "mirror/review.muse")
    mirror = try Mirror(folder, serving: "mirror")
    try folder.write(
      """
      works:
        - title: The Review
          authors: [Ann Bee]
          urls: ["\(mirror.url)/gone.muse", "\(mirror.url)/review.muse"]
        - {title: The Pamphlet, authors: [Carl Dee]}

      """, to: "catalogue.yaml")
  }

  private func fetch(_ arguments: String) -> BuiltProgram.Outcome {
    BuiltProgram(folder: folder).run(
      "exec $pamphlet fetch --allow-private --catalogue catalogue.yaml --texts texts --index index \(arguments)"
    )
  }

  @Test func `a work is fetched by its title and known by its address`() throws {
    let outcome = fetch("'the review'")
    #expect(outcome.status == 0)
    #expect(outcome.messages.contains("/gone.muse: not fetched: The host answers 404"))
    #expect(outcome.messages.contains("1 text is in texts."))
    // The text names no author; the catalogue does, by the address.
    let works = BuiltProgram(folder: folder).run("exec $pamphlet works --index index").output
    #expect(works.hasPrefix("Ann Bee, The Review: "))
  }

  @Test func `an index that fetching makes has the vocabulary`() throws {
    #expect(fetch("").status == 0)
    let vocabulary = try Searcher(path: folder("index")).vocabulary()
    #expect(vocabulary.languages["en"]?.stopWords.isEmpty == false)
  }

  @Test(arguments: [
    ("'The Revue'", "did you mean “The Review”?"),
    ("'The Pamphlet'", "The catalogue has no address for “The Pamphlet”."),
    ("--size-limit 0", "--size-limit must be from 1 to 1024."),
  ])
  func `what cannot be fetched is an error that says why`(arguments: String, message: String) {
    let outcome = fetch(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.messages.contains(message))
  }
}
