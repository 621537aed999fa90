// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import BinaryCoding
import Corpus
import HTTPTypes

/// What the index says of a work whose facts are put right, as a worker tells the daemon.
struct EditedWork: Sendable {
  /// The media type by which the daemon knows the answer of a worker.
  static let contentType = "application/x-pamphlet-work"

  var work: Work
  /// Number of works in the library, and its revision, for the foot of the page.
  var works: Int
  var revision: String

  init(work: Work, works: Int, revision: String) {
    self.work = work
    self.works = works
    self.revision = revision
  }

  /// Reads the answer of a worker; `nil` if it is another, such as a page that says what is wrong.
  init?(_ answer: Answer) {
    guard answer.status == .ok, answer.contentType == Self.contentType else { return nil }
    let found = answer.body.withUnsafeBytes { bytes -> EditedWork? in
      var reader = ByteReader(bytes)
      guard let works = try? reader.readInt(), let revision = try? reader.readString(),
        let work = try? Work(from: &reader)
      else { return nil }
      return EditedWork(work: work, works: works, revision: revision)
    }
    guard let found else { return nil }
    self = found
  }

  /// The answer of a worker.
  var answer: Answer {
    var writer = ByteWriter()
    writer.write(works)
    writer.write(revision)
    work.write(to: &writer)
    return Answer(contentType: Self.contentType, body: writer.bytes)
  }
}
