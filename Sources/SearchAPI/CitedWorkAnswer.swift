// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A work that others cite, as it is answered.
package struct CitedWorkAnswer: Sendable {
  /// A place where the catalogue says that it is cited.
  package typealias Mention = (by: String, pages: String?, note: String?, through: String?)
  /// A form in which references name it, and why it is taken for this work.
  package typealias Variant = (text: String, references: Int, rule: String)

  /// The authors.
  package var authors: [String] = []
  /// The title.
  package var title: String?
  /// The year.
  package var year: Int?
  /// The book or journal.
  package var container: String?
  /// What the catalogue says.
  package var mentions: [Mention] = []
  /// How many references name it.
  package var references = 0
  /// The texts that cite it, with how often.
  package var citing: [(String, Int)] = []
  /// What it came through, with how often.
  package var through: [(String, Int)] = []
  /// The forms of naming it.
  package var variants: [Variant] = []
  /// The years of editions, with how often.
  package var editions: [(Int, Int)] = []
  /// The volumes, with how often.
  package var volumes: [(String, Int)] = []
  /// The works of the library that it is.
  package var held: [String] = []
  /// Where its text is to be had.
  package var url: String?
  /// Under what terms.
  package var rights: String?

  /// Creates an empty answer.
  package init() {}

  /// As a line of JSON.
  package var json: String {
    var json = JSONWriter()
    json.citedWork(self)
    return json.text
  }
}

/// A text with the works that it cites, each with how often, as a line of JSON.
package func citingTextJSON(_ work: String, cites: [(CitedWorkAnswer, Int)]) -> String {
  var json = JSONWriter()
  json.object { json in
    json.member("work", work)
    json.name("cites")
    json.array(cites) { json, cited in
      json.object { json in
        json.member("authors", cited.0.authors)
        json.member("title", cited.0.title)
        json.member("year", cited.0.year)
        json.member("references", cited.1)
        json.member("held", cited.0.held)
      }
    }
  }
  return json.text
}

extension JSONWriter {
  fileprivate mutating func citedWork(_ work: CitedWorkAnswer) {
    object { json in
      json.member("authors", work.authors)
      json.member("title", work.title)
      json.member("year", work.year)
      json.member("container", work.container)
      json.name("mentions")
      json.array(work.mentions) { json, mention in
        json.object { json in
          json.member("by", mention.by)
          json.member("pages", mention.pages)
          json.member("note", mention.note)
          json.member("through", mention.through)
        }
      }
      json.member("references", work.references)
      json.name("citing")
      json.array(work.citing) { $0.string($1.0) }
      json.name("citing_references")
      json.array(work.citing) { $0.number($1.1) }
      json.name("through")
      json.array(work.through) { json, through in
        json.object { json in
          json.member("text", through.0)
          json.member("references", through.1)
        }
      }
      json.name("variants")
      json.array(work.variants) { json, variant in
        json.object { json in
          json.member("text", variant.text)
          json.member("references", variant.references)
          json.member("rule", variant.rule)
        }
      }
      json.name("editions")
      json.array(work.editions) { $0.number($1.0) }
      json.name("volumes")
      json.array(work.volumes) { $0.string($1.0) }
      json.member("held", work.held)
      json.member("url", work.url)
      json.member("rights", work.rights)
    }
  }
}
