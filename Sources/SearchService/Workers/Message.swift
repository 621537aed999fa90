// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import HTTPTypes

/// The binary form of questions and replies between the daemon and its workers.
struct Message {
  private(set) var bytes: [UInt8] = []
  private var position = 0

  /// Creates an empty message for writing.
  init() {}

  /// Creates a message for reading.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func write(_ number: Int) {
    withUnsafeBytes(of: Int64(number).littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  mutating func write(_ value: [UInt8]) {
    write(value.count)
    bytes.append(contentsOf: value)
  }

  mutating func write(_ text: String?) {
    write(text != nil)
    if let text { write(Array(text.utf8)) }
  }

  mutating func readNumber() -> Int? {
    guard bytes.count - position >= 8 else { return nil }
    defer { position += 8 }
    return Int(
      Int64(
        littleEndian: bytes.withUnsafeBytes {
          $0.loadUnaligned(fromByteOffset: position, as: Int64.self)
        }))
  }

  mutating func readFlag() -> Bool? {
    guard position < bytes.count, bytes[position] <= 1 else { return nil }
    defer { position += 1 }
    return bytes[position] == 1
  }

  mutating func readBytes() -> [UInt8]? {
    guard let count = readNumber(), (0...(bytes.count - position)).contains(count) else {
      return nil
    }
    defer { position += count }
    return Array(bytes[position..<(position + count)])
  }

  /// Reads an optional string; the outer `nil` means that the message is truncated.
  mutating func readText() -> String?? {
    guard let isThere = readFlag() else { return nil }
    guard isThere else { return .some(nil) }
    return readBytes().map { String(decoding: $0, as: UTF8.self) }
  }
}

extension Question {
  /// Encodes the question.
  var message: [UInt8] {
    var message = Message()
    message.write(isTrial)
    message.write(microseconds)
    message.write(target)
    message.write(ifNoneMatch)
    message.write(asker.languages)
    message.write(asker.host)
    message.write(asker.isSecure)
    message.write(asker.mayEdit)
    message.write(asker.wantsPage)
    return message.bytes
  }

  /// Decodes a question; `nil` if the bytes are not one.
  init?(message bytes: [UInt8]) {
    var message = Message(bytes)
    guard let isTrial = message.readFlag(), let microseconds = message.readNumber(),
      case .some(.some(let target)) = message.readText(), let ifNoneMatch = message.readText(),
      let languages = message.readText(), case .some(.some(let host)) = message.readText(),
      let isSecure = message.readFlag(), let mayEdit = message.readFlag(),
      let wantsPage = message.readFlag()
    else { return nil }
    self.init(
      target: target, ifNoneMatch: ifNoneMatch, microseconds: microseconds,
      asker: Asker(
        languages: languages, host: host, isSecure: isSecure, mayEdit: mayEdit, wantsPage: wantsPage
      ),
      isTrial: isTrial)
  }
}

extension Reply {
  /// Encodes the reply.
  var message: [UInt8] {
    var message = Message()
    message.write(isSpent)
    message.write(generation ?? -1)
    message.write(answer != nil)
    guard let answer else { return message.bytes }
    message.write(answer.status.code)
    message.write(answer.contentType)
    message.write(answer.cause)
    message.write(answer.isCut)
    message.write(answer.fields.count)
    for field in answer.fields {
      message.write(field.name.rawName)
      message.write(field.value)
    }
    message.write(answer.body)
    return message.bytes
  }

  /// Decodes a reply; `nil` if the bytes are not one.
  init?(message bytes: [UInt8]) {
    var message = Message(bytes)
    guard let isSpent = message.readFlag(), let generation = message.readNumber(),
      let hasAnswer = message.readFlag()
    else { return nil }
    self.init(answer: nil, generation: generation < 0 ? nil : generation, isSpent: isSpent)
    guard hasAnswer else { return }
    guard let status = message.readNumber(), (100...599).contains(status),
      case .some(.some(let contentType)) = message.readText(), let cause = message.readText(),
      let isCut = message.readFlag(), let count = message.readNumber()
    else { return nil }
    var answer = Answer(
      status: .init(code: status), contentType: contentType, cause: cause, isCut: isCut)
    for _ in 0..<max(0, count) {
      guard case .some(.some(let name)) = message.readText(), let name = HTTPField.Name(name),
        case .some(.some(let value)) = message.readText()
      else { return nil }
      answer.add(name, value)
    }
    guard let body = message.readBytes() else { return nil }
    answer.body = body
    self.answer = answer
  }
}
