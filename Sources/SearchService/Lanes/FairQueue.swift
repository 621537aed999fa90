// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A queue that serves its clients in turn, each one's elements in order.
///
/// However many one client has in it, another waits for one of them at most.
struct FairQueue<Client: Hashable, Element> {
  private var waiting: [Client: [Element]] = [:]
  /// The clients that have elements, the next one first.
  private var turns: [Client] = []
  /// How many elements there are.
  private(set) var count = 0

  /// Adds an element as the last of its client's.
  mutating func append(_ element: Element, of client: Client) {
    if waiting[client] == nil { turns.append(client) }
    waiting[client, default: []].append(element)
    count += 1
  }

  /// Takes the next element; `nil` if there is none.
  mutating func popFirst() -> Element? {
    guard !turns.isEmpty else { return nil }
    let client = turns.removeFirst()
    guard var elements = waiting.removeValue(forKey: client) else { return nil }
    let first = elements.removeFirst()
    if !elements.isEmpty {
      waiting[client] = elements
      turns.append(client)
    }
    count -= 1
    return first
  }

  /// Takes out the first element that satisfies a predicate.
  ///
  /// - Complexity: O(*n*).
  mutating func remove(of client: Client, where isWanted: (Element) -> Bool) -> Element? {
    guard let index = waiting[client]?.firstIndex(where: isWanted) else { return nil }
    return remove(of: client, at: index)
  }

  /// Makes room for an element of a client: takes out the last one of who has most, unless that is
  /// the client itself.
  ///
  /// - Complexity: O(*n*) in the clients.
  mutating func makeRoom(for client: Client) -> Element? {
    let own = waiting[client]?.count ?? 0
    guard let longest = waiting.max(by: { $0.value.count < $1.value.count }),
      longest.value.count > own + 1
    else { return nil }
    return remove(of: longest.key, at: longest.value.count - 1)
  }

  private mutating func remove(of client: Client, at index: Int) -> Element? {
    let element = waiting[client]?.remove(at: index)
    if waiting[client]?.isEmpty == true {
      waiting[client] = nil
      turns.removeAll { $0 == client }
    }
    count -= 1
    return element
  }
}
