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
/// Not `Sendable`: use one on each thread. What is published after it was opened is seen by the next
/// question.
public final class Library {
  private let searcher: Searcher

  /// Opens the index in a folder.
  ///
  /// - Throws: `LibraryError` if there is no index, or it cannot be read.
  public init(index folder: String) throws(LibraryError) {
    searcher = try LibraryError.mapped { () throws(IndexError) in try Searcher(path: folder) }
  }

  /// Indexes files and folders; texts that have not changed are not read again.
  ///
  /// The texts are read within this process, without the limits that the command line sets.
  ///
  /// - Parameters:
  ///   - paths: Files and folders; folders are searched recursively.
  ///   - folder: The folder of the index, made if it is not there.
  /// - Returns: How many works were added or replaced, and how many files could not be read.
  /// - Throws: `LibraryError` if the index cannot be written; it is as it was then.
  @discardableResult
  public static func index(
    _ paths: [String], into folder: String
  ) throws(LibraryError) -> (indexed: Int, failed: Int) {
    let summary = try LibraryError.mapped { () throws(IndexError) in
      try ingest(IngestionOptions(index: folder, paths: paths))
    }
    return (summary.added + summary.replaced, summary.failed)
  }

  /// Searches.
  ///
  /// - Parameters:
  ///   - query: A query in the query language (`Index/QUERY.md`).
  ///   - offset: How many of the best passages to skip, up to 1,000.
  ///   - limit: How many passages to return, up to 100.
  ///   - seconds: When the search ends with what it has found by then.
  /// - Throws: `LibraryError` with the position in the query, if it cannot be searched.
  public func search(
    _ query: String, offset: Int = 0, limit: Int = 10, seconds: Double = 2
  ) throws(LibraryError) -> SearchReply {
    let request = SearchRequest(query, offset: offset, limit: limit)
    let results = try LibraryError.mapped { () throws(IndexError) in
      try searcher.search(request, until: Deadline(.seconds(seconds)))
    }
    return SearchReply(results, request)
  }

  /// The passage with an id; `nil` if there is none. Words that have moved are found in their new
  /// passage.
  public func passage(_ id: String) throws(LibraryError) -> LibraryPassage? {
    let found = try LibraryError.mapped { () throws(IndexError) in try searcher.resolve(id) }
    return switch found {
    case .exact(let passage, let work), .moved(let passage, let work, _):
      LibraryPassage(PassageAnswer(passage, of: work))
    case .gone, .unknown: nil
    }
  }

  /// A reference to a passage, or to the words of another that it quotes; `nil` if there is none.
  ///
  /// - Parameters:
  ///   - style: The name of a style: `chicago`, `mla`, `apa`, `bibtex`, `ris`, `csl-json`.
  ///   - quotation: The quotation of the passage, counted from 1; `nil` for the passage itself.
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
