// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import FetchedTexts
import FoundationEssentials
import Synchronization

/// Options for fetching texts.
package struct FetchOptions: Sendable {
  /// The folder in which texts are stored.
  package var folder: String
  /// The kinds of files that are texts.
  package var types: TextTypes
  /// The largest text, in bytes.
  package var sizeLimit = 64 << 20
  /// The longest time for one text, in seconds.
  package var secondsLimit = 300.0
  /// The shortest pause between two requests to a host, in seconds; its robots.txt may ask for more.
  package var pause = 1.0
  /// Whether addresses of this machine and of private networks are allowed.
  package var allowsPrivate = false
  /// Resolves a host to its addresses.
  package var resolve: @Sendable (String) -> [String] = HostAddress.resolve
  /// Whether an address belongs to the public internet.
  package var isPublic: @Sendable (String) -> Bool = HostAddress.isPublic

  /// Creates options.
  package init(folder: String, types: TextTypes) {
    self.folder = folder
    self.types = types
  }
}

/// The outcome of fetching one URL.
package enum FetchOutcome: Sendable, Hashable {
  /// Fetched and stored.
  case fetched(FetchRecord)
  /// The stored text is still current.
  case unchanged(FetchRecord)
  /// Not fetched, with the reason as a sentence.
  case failed(String)
}

/// Fetches texts, with one request at a time to each host and as its robots.txt allows.
///
/// - Parameters:
///   - urls: The URLs.
///   - onOutcome: Called with each outcome as soon as it is known, from any thread.
/// - Returns: The outcomes in the order of the URLs.
package func fetch(
  _ urls: [String], _ options: FetchOptions,
  onOutcome: @escaping @Sendable (String, FetchOutcome) -> Void = { _, _ in }
) async -> [(url: String, outcome: FetchOutcome)] {
  do {
    try FileManager.default.createDirectory(
      atPath: options.folder, withIntermediateDirectories: true)
  } catch {
    return urls.map { ($0, .failed("The folder \(options.folder) cannot be created: \(error)")) }
  }
  let log = FetchLog(FetchRecords(folder: options.folder))
  let finish = { @Sendable (url: String, outcome: FetchOutcome) in
    log.outcomes.withLock { $0[url] = outcome }
    onOutcome(url, outcome)
  }
  var hosts: [String: [(url: String, address: WebAddress)]] = [:]
  for url in Set(urls).sorted() {
    if let address = WebAddress(url) {
      hosts[address.host, default: []].append((url, address))
    } else {
      finish(url, .failed("Unsupported URL: only http and https."))
    }
  }
  await withTaskGroup(of: Void.self) { group in
    for (_, addresses) in hosts.sorted(by: { $0.key < $1.key }) {
      group.addTask {
        let visit = HostVisit(options)
        for (url, address) in addresses {
          let known = log.records.withLock { $0[url] }
          let outcome = await visit.fetch(url, address, known: known) { record in
            log.records.withLock { records in
              var record = record
              if records.hasFile(record.file, besides: url) {
                let stop = record.file.lastIndex(of: ".") ?? record.file.endIndex
                record.file.insert(contentsOf: "-\(record.hash.prefix(8))", at: stop)
              }
              return record
            }
          }
          if case .fetched(let record) = outcome {
            do {
              try log.records.withLock { try $0.add(record) }
              finish(url, outcome)
            } catch {
              finish(url, .failed("Its record cannot be written: \(error)"))
            }
          } else {
            finish(url, outcome)
          }
        }
        await visit.end()
      }
    }
  }
  return log.outcomes.withLock { outcomes in
    urls.map { ($0, outcomes[$0] ?? .failed("It was not tried.")) }
  }
}

/// The records and outcomes that all hosts' visits share.
private final class FetchLog: Sendable {
  let records: Mutex<FetchRecords>
  let outcomes = Mutex<[String: FetchOutcome]>([:])

  init(_ records: FetchRecords) { self.records = Mutex(records) }
}
