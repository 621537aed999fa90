// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers
import Citation
import IndexSchema
import Ingestion
import PassageSearch
import QueryLanguage
import SearchAPI
import XapianStore

/// An indexed library of texts, for Swift programs.
///
/// ```swift
/// try Library.index(["/home/ann/texts"], into: "/home/ann/index")
/// let library = try Library(index: "/home/ann/index")
/// for passage in try library.search("\"factory committees\" author:brinton").passages {
///   print(passage.citation, passage.text)
/// }
/// ```
///
/// Not `Sendable`: use one instance per thread. Each call answers from the newest published state of
/// the index.
public final class Library {
  private let searcher: Searcher

  /// Opens the index in a folder.
  ///
  /// - Throws: `LibraryError` if there is no index, or it cannot be read.
  public init(index folder: String) throws(LibraryError) {
    searcher = try LibraryError.mapped { () throws(IndexError) in try Searcher(path: folder) }
  }

  /// Indexes files and folders; unchanged texts are not read again.
  ///
  /// The texts are read in this process, without the limits of the command line.
  ///
  /// - Parameters:
  ///   - paths: Files and folders; folders are searched recursively.
  ///   - folder: The folder of the index, created if it does not exist.
  /// - Returns: The number of works added or replaced, and the number of files that could not be read.
  /// - Throws: `LibraryError` if the index cannot be written; it is then unchanged.
  @discardableResult
  public static func index(
    _ paths: [String], into folder: String
  ) throws(LibraryError) -> (indexed: Int, failed: Int) {
    let summary = try LibraryError.mapped { () throws(IndexError) in
      try ingest(IngestionOptions(index: folder, paths: paths))
    }
    return (summary.added + summary.replaced, summary.failed)
  }

  /// Finds the passages that match a query, the best first.
  ///
  /// - Parameters:
  ///   - query: A query in the query language (`Index/QUERY.md`).
  ///   - offset: The number of passages to skip, up to 1,000.
  ///   - limit: The maximum number of passages, up to 100.
  ///   - seconds: The time limit, after which the results found so far are returned.
  /// - Throws: `LibraryError` with the position in the query, if the query is invalid.
  public func search(
    _ query: String, offset: Int = 0, limit: Int = 10, seconds: Double = 2
  ) throws(LibraryError) -> SearchReply {
    let request = SearchRequest(query, offset: offset, limit: limit)
    let results = try LibraryError.mapped { () throws(IndexError) in
      try searcher.search(request, until: Deadline(.seconds(seconds)))
    }
    return SearchReply(results, request)
  }

  /// The passage with an id; `nil` if there is none.
  ///
  /// If its words have moved to another passage, that passage is returned.
  public func passage(_ id: String) throws(LibraryError) -> LibraryPassage? {
    let found = try LibraryError.mapped { () throws(IndexError) in try searcher.resolve(id) }
    return switch found {
    case .exact(let passage, let work), .moved(let passage, let work, _):
      LibraryPassage(PassageAnswer(passage, of: work))
    case .gone, .unknown: nil
    }
  }

  /// A reference to a passage or to a quotation in it; `nil` if there is no such passage.
  ///
  /// - Parameters:
  ///   - style: The name of a style: `chicago`, `mla`, `apa`, `bibtex`, `ris`, `csl-json`.
  ///   - quotation: The number of the quotation in the passage, from 1; `nil` for the passage itself.
  /// - Throws: `LibraryError` if there is no such style or quotation.
  public func citation(
    of id: String, style: String = "chicago", quotation: Int? = nil
  ) throws(LibraryError) -> String? {
    try LibraryError.mapped { () throws(IndexError) in
      guard let style = CitationStyle(named: style) else {
        let names = CitationStyle.all.map(\.name).joined(separator: ", ")
        throw IndexError(
          .invalidArgument, "There is no style “\(style)”.", hint: "The styles are \(names).")
      }
      switch try searcher.resolve(id) {
      case .exact(let passage, let work), .moved(let passage, let work, _):
        return try searcher.reference(
          to: passage, in: work, quotation: quotation, style: style
        ).citation
      case .gone, .unknown: return nil
      }
    }
  }
}
