// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A queue that serves clients in turn, keeping the order of each client's elements.
///
/// However many elements one client has queued, each other client waits for at most one of them.
struct FairQueue<Client: Hashable, Element> {
  private var waiting: [Client: [Element]] = [:]
  /// Clients with waiting elements, next one first.
  private var turns: [Client] = []
  /// Total number of elements.
  private(set) var count = 0

  /// Adds an element at the end of its client's queue.
  mutating func append(_ element: Element, of client: Client) {
    if waiting[client] == nil { turns.append(client) }
    waiting[client, default: []].append(element)
    count += 1
  }

  /// Removes the next element; `nil` if the queue is empty.
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

  /// Removes the first of a client's elements that satisfies a predicate.
  ///
  /// - Complexity: O(*n*).
  mutating func remove(of client: Client, where isWanted: (Element) -> Bool) -> Element? {
    guard let index = waiting[client]?.firstIndex(where: isWanted) else { return nil }
    return remove(of: client, at: index)
  }

  /// Makes room for a client by removing the last element of the client with the most.
  ///
  /// - Returns: The removed element; `nil` if no other client has at least two more elements.
  /// - Complexity: O(*n*) in the number of clients.
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
