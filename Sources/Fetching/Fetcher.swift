// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import FetchedTexts
import FoundationEssentials
import Synchronization

/// How texts are fetched.
package struct FetchOptions: Sendable {
  /// The folder in which they are stored.
  package var folder: String
  /// The kinds of files that are texts.
  package var types: TextTypes
  /// The most bytes of one text.
  package var sizeLimit = 64 << 20
  /// The longest that one text may take, in seconds.
  package var secondsLimit = 300.0
  /// The least seconds between two requests to a host; it may ask for more.
  package var pause = 1.0
  /// Whether addresses of this machine and of private networks are fetched from.
  package var allowsPrivate = false
  /// The addresses of a host.
  package var resolve: @Sendable (String) -> [String] = HostAddress.resolve
  /// Whether an address is one of the public internet.
  package var isPublic: @Sendable (String) -> Bool = HostAddress.isPublic

  /// Creates options.
  package init(folder: String, types: TextTypes) {
    self.folder = folder
    self.types = types
  }
}

/// What became of an address.
package enum FetchOutcome: Sendable, Hashable {
  /// It was fetched and stored.
  case fetched(FetchRecord)
  /// The stored text is still that of the host.
  case unchanged(FetchRecord)
  /// It could not be had, and why.
  case failed(String)
}

/// Fetches texts: one request at a time for each host, within what its rules allow.
///
/// - Parameters:
///   - urls: The addresses.
///   - onOutcome: Told what became of each, as soon as it is known.
/// - Returns: The same, in the order of the addresses.
package func fetch(
  _ urls: [String], _ options: FetchOptions,
  onOutcome: @escaping @Sendable (String, FetchOutcome) -> Void = { _, _ in }
) async -> [(url: String, outcome: FetchOutcome)] {
  do {
    try FileManager.default.createDirectory(
      atPath: options.folder, withIntermediateDirectories: true)
  } catch {
    return urls.map { ($0, .failed("The folder \(options.folder) cannot be made: \(error)")) }
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
      finish(url, .failed("It is no address that is fetched: only http and https are."))
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

/// What the visits to all hosts have in common.
private final class FetchLog: Sendable {
  let records: Mutex<FetchRecords>
  let outcomes = Mutex<[String: FetchOutcome]>([:])

  init(_ records: FetchRecords) { self.records = Mutex(records) }
}
