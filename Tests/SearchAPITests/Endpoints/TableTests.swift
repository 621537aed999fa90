// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers
import Corpus
import PassageSearch
import Testing

@testable import SearchAPI

/// What every entry of the tables is promised.
struct TableTests {
  /// All tables that answers lead to.
  private static var tables: [any MemberTable.Type] {
    var found: [any MemberTable.Type] = []
    var queue: [any MemberTable.Type] = [
      CitedWorkAnswer.self, CitingText.self, IndexStatistics.self, Diagnostic.self, Problem.self,
    ]
    for answer in Endpoint.all.flatMap(\.answers) {
      if case .json(let table) = answer.content { queue.append(table) }
    }
    func add(_ schema: ValueSchema) {
      switch schema {
      case .object(let table): queue.append(table)
      case .array(let value, _), .map(let value), .nullable(let value), .named(_, _, let value):
        add(value)
      case .string, .boolean, .number, .integer, .choice, .present: break
      }
    }
    while let table = queue.popLast() {
      guard !found.contains(where: { $0.schemaName == table.schemaName }) else { continue }
      found.append(table)
      for member in table.descriptions { add(member.schema) }
    }
    return found
  }

  /// A sentence that says more than the name.
  private func isSentence(_ about: String, of name: String) -> Bool {
    let words = about.lowercased().split { !$0.isLetter }.map(String.init)
    let own = Set(
      name.lowercased().split { !$0.isLetter }.map(String.init) + ["the", "a", "an", "of"])
    return about.last == "." && about.first?.isLowercase == false
      && words.contains { !own.contains($0) }
  }

  @Test func `every member has a sentence that is not its name, and a name of its own`() {
    #expect(Self.tables.count > 30)
    for table in Self.tables {
      #expect(isSentence(table.about, of: table.schemaName), "\(table.schemaName)")
      let members = table.descriptions
      #expect(Set(members.map(\.name)).count == members.count, "\(table.schemaName)")
      for member in members {
        #expect(isSentence(member.about, of: member.name), "\(table.schemaName).\(member.name)")
        #expect(member.name.allSatisfy { $0.isLowercase || $0 == "_" }, "\(member.name)")
      }
    }
  }

  @Test func `no two tables have one name`() {
    var types: [String: ObjectIdentifier] = [:]
    for table in Self.tables {
      let known = types.updateValue(ObjectIdentifier(table), forKey: table.schemaName)
      #expect(known == nil, "\(table.schemaName)")
    }
  }

  @Test func `every parameter has a sentence, and values that hold its example and its default`() {
    for endpoint in Endpoint.all {
      let parameters = endpoint.allParameters
      #expect(Set(parameters.map(\.name)).count == parameters.count)
      for parameter in parameters {
        #expect(isSentence(parameter.about, of: parameter.name), "\(parameter.name)")
        for value in [parameter.example, parameter.fallback].compactMap(\.self) {
          #expect(throws: Never.self, "\(parameter.name)") {
            if !parameter.choices.isEmpty, !parameter.choices.contains(value) {
              throw parameter.refusal(of: value)
            }
            if parameter.bounds != nil { _ = try parameter.number(value) }
            _ = try parameter.text(value)
          }
        }
      }
    }
  }

  @Test func `every endpoint has a sentence, an example that leads to it and an answer`() {
    for endpoint in Endpoint.all {
      #expect(isSentence(endpoint.summary, of: endpoint.operation.rawValue))
      let path = endpoint.example.prefix { $0 != "?" }.split(separator: "/").map(String.init)
      #expect(Endpoint.find(path)?.endpoint.operation == endpoint.operation)
      guard endpoint.operationID != nil else { continue }
      #expect(endpoint.answers.first?.status == 200)
      #expect(Set(endpoint.answers.map(\.status)).count == endpoint.answers.count)
      let promises304 = endpoint.answers.contains { $0.status == 304 }
      if case .byRevision = endpoint.caching {
        #expect(promises304)
      } else {
        #expect(!promises304)
      }
    }
    #expect(Set(Endpoint.all.map(\.operation)).count == Endpoint.Operation.allCases.count)
  }
}
