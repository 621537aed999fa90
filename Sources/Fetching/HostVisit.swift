// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import AsyncHTTPClient
import CXXHash
import Dispatch
import FetchedTexts
import FoundationEssentials
import NIOCore
import NIOHTTP1

/// Why a text cannot be fetched.
struct FetchFailure: Error {
  /// A sentence for people.
  var cause: String
}

/// The requests to one host and to the hosts it redirects to, one after another.
actor HostVisit {
  /// The product token in `User-Agent`, and the name in robots.txt.
  static let agent = "pamphlet"
  private static let mostRedirections = 5

  private let options: FetchOptions
  private var rules: [String: RobotsRules] = [:]
  private var clients: [String: HTTPClient] = [:]
  private var lastRequest: [String: ContinuousClock.Instant] = [:]

  init(_ options: FetchOptions) { self.options = options }

  /// Closes all connections.
  func end() async {
    for client in clients.values { try? await client.shutdown() }
    clients = [:]
  }

  /// Fetches a text and stores it.
  ///
  /// - Parameters:
  ///   - url: The URL as requested, under which the text is recorded.
  ///   - address: The same, parsed.
  ///   - known: The record of an earlier fetch.
  ///   - name: Gives the file a unique name.
  func fetch(
    _ url: String, _ address: WebAddress, known: FetchRecord?,
    name: @Sendable (FetchRecord) -> FetchRecord
  ) async -> FetchOutcome {
    do {
      let held = known.flatMap { isStored($0) ? $0 : nil }
      let part = PartialText(url: url, folder: options.folder)
      let limit = options.secondsLimit
      let answer = try await withThrowingTaskGroup(of: Answer?.self) { group in
        group.addTask { try await self.follow(address, held: held, part: part) }
        group.addTask {
          try await Task.sleep(for: .seconds(limit))
          return nil
        }
        defer { group.cancelAll() }
        return try await group.next() ?? nil
      }
      guard let answer else {
        throw FetchFailure(
          cause: "It took longer than \(Int(limit)) seconds; the next run resumes.")
      }
      guard case .text(let text) = answer else {
        return held.map { .unchanged($0) }
          ?? .failed("The host says that nothing has changed, but there is no stored copy.")
      }
      return .fetched(try store(text, url: url, name: name, part: part))
    } catch let failure as FetchFailure {
      return .failed(failure.cause)
    } catch {
      return .failed("The host does not answer: \(error)")
    }
  }

  private func isStored(_ record: FetchRecord) -> Bool {
    FileManager.default.fileExists(atPath: "\(options.folder)/\(record.file)")
  }

  // MARK: Requests

  /// A text as received.
  private struct FetchedText {
    var bytes: [UInt8]
    var final: WebAddress
    var headers: HTTPHeaders
  }

  private enum Answer {
    case unchanged
    case text(FetchedText)
  }

  private func follow(
    _ start: WebAddress, held: FetchRecord?, part: PartialText
  ) async throws -> Answer {
    var address = start
    for _ in 0...Self.mostRedirections {
      guard try await allows(address) else {
        throw FetchFailure(cause: "The robots.txt of \(address.host) disallows it.")
      }
      var headers = HTTPHeaders()
      if let held, address == start {
        if let etag = held.etag { headers.add(name: "If-None-Match", value: etag) }
        if let date = held.lastModified { headers.add(name: "If-Modified-Since", value: date) }
      } else if let (size, validator) = part.state {
        headers.add(name: "Range", value: "bytes=\(size)-")
        headers.add(name: "If-Range", value: validator)
      }
      let response = try await request(address, headers)
      switch response.status.code {
      case 304: return .unchanged
      case 200, 206:
        let old = response.status == .partialContent ? part.bytes : []
        let bytes = try await body(of: response, after: old, part: part)
        return .text(FetchedText(bytes: bytes, final: address, headers: response.headers))
      case 301, 302, 303, 307, 308:
        guard let location = response.headers.first(name: "Location"),
          let next = address.resolving(location)
        else { throw FetchFailure(cause: "It redirects without a location.") }
        guard !(address.scheme == "https" && next.scheme == "http") else {
          throw FetchFailure(cause: "It redirects from https to http: \(next).")
        }
        address = next
      case 416:
        part.remove()
      default:
        throw FetchFailure(cause: "The host answers \(response.status.code) for \(address).")
      }
    }
    throw FetchFailure(cause: "It redirects too often.")
  }

  private func request(
    _ address: WebAddress, _ headers: HTTPHeaders
  ) async throws -> HTTPClientResponse {
    let client = try await client(for: address)
    if let last = lastRequest[address.host] {
      let pause = max(options.pause, min(rules[address.origin]?.delay ?? 0, 60))
      try await Task.sleep(until: last + .seconds(pause), clock: .continuous)
    }
    defer { lastRequest[address.host] = .now }
    var request = HTTPClientRequest(url: address.description)
    request.headers = headers
    request.headers.replaceOrAdd(name: "User-Agent", value: "\(Self.agent)/0.1 (passage search)")
    request.headers.replaceOrAdd(name: "Accept", value: "text/*, application/*;q=0.9")
    return try await client.execute(request, timeout: .seconds(60))
  }

  /// A client that connects only to the network address that was checked.
  private func client(for address: WebAddress) async throws -> HTTPClient {
    if let client = clients[address.host] { return client }
    let host = address.host
    let resolve = options.resolve
    let found = await withCheckedContinuation { continuation in
      // Outside the cooperative thread pool: the lookup blocks.
      DispatchQueue.global().async { continuation.resume(returning: resolve(host)) }
    }
    // Another lookup may have finished meanwhile; the client whose address was checked first stays.
    if let client = clients[host] { return client }
    guard let first = found.first else {
      throw FetchFailure(cause: "Host \(host) not found, or no network.")
    }
    guard options.allowsPrivate || found.allSatisfy(options.isPublic) else {
      throw FetchFailure(
        cause: "\(host) is in a private network; --allow-private permits it.")
    }
    var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
    configuration.timeout = .init(connect: .seconds(20), read: .seconds(60))
    // A host that refuses the connection is dead: its other addresses are tried at once.
    configuration.connectionPool.retryConnectionEstablishment = false
    if host != first { configuration.dnsOverride = [host: first] }
    let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    clients[host] = client
    return client
  }

  private func allows(_ address: WebAddress) async throws -> Bool {
    if let known = rules[address.origin] { return known.allows(address.path) }
    guard let robots = WebAddress("\(address.origin)/robots.txt") else { return false }
    let response = try await request(robots, [:])
    var found = RobotsRules.none
    switch response.status.code {
    case 200:
      found = RobotsRules(
        String(decoding: try await head(of: response), as: UTF8.self), agent: Self.agent)
    case 500...: found = .everythingForbidden
    default: break
    }
    rules[address.origin] = found
    return found.allows(address.path)
  }

  /// The part of robots.txt that is read.
  private func head(of response: HTTPClientResponse) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    for try await buffer in response.body {
      bytes.append(contentsOf: buffer.readableBytesView)
      if bytes.count >= RobotsRules.sizeLimit { return Array(bytes[..<RobotsRules.sizeLimit]) }
    }
    return bytes
  }

  private func body(
    of response: HTTPClientResponse, after old: [UInt8], part: PartialText
  ) async throws -> [UInt8] {
    if let length = response.headers.first(name: "Content-Length").flatMap({ Int($0) }),
      length > options.sizeLimit - old.count
    {
      throw FetchFailure(
        cause: "It has \(length) \(old.isEmpty ? "" : "more ")bytes; "
          + "the limit is \(options.sizeLimit).")
    }
    var bytes = old
    let validator =
      response.headers.first(name: "ETag").flatMap { $0.hasPrefix("W/") ? nil : $0 }
      ?? response.headers.first(name: "Last-Modified")
    do {
      for try await buffer in response.body {
        bytes.append(contentsOf: buffer.readableBytesView)
        guard bytes.count <= options.sizeLimit else {
          throw FetchFailure(cause: "It has more than \(options.sizeLimit) bytes.")
        }
      }
    } catch let failure as FetchFailure {
      throw failure
    } catch {
      if let validator { part.keep(bytes, validator: validator) }
      throw FetchFailure(
        cause: "The connection broke after \(bytes.count) bytes"
          + (validator == nil ? "." : "; the next run resumes."))
    }
    return bytes
  }

  // MARK: Storing

  private func store(
    _ text: FetchedText, url: String, name: (FetchRecord) -> FetchRecord, part: PartialText
  ) throws -> FetchRecord {
    let type = text.headers.first(name: "Content-Type")
    guard let suffix = options.types.suffix(type: type, path: text.final.path) else {
      throw FetchFailure(cause: "It is not a text, but \(type ?? "of unknown type").")
    }
    let hash = text.bytes.withUnsafeBytes { XXH3_128bits($0.baseAddress, $0.count) }
    let record = name(
      FetchRecord(
        url: url, final: text.final.description,
        file: FileName.of(text.final, suffix: suffix), type: type,
        etag: text.headers.first(name: "ETag"),
        lastModified: text.headers.first(name: "Last-Modified"), size: text.bytes.count,
        hash: Self.hexadecimal(hash.high64) + Self.hexadecimal(hash.low64),
        time: Int(Date().timeIntervalSince1970)))
    do {
      try Data(text.bytes).write(
        to: URL(filePath: "\(options.folder)/\(record.file)"), options: .atomic)
    } catch {
      throw FetchFailure(cause: "It cannot be stored in \(options.folder): \(error)")
    }
    part.remove()
    return record
  }

  private static func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
