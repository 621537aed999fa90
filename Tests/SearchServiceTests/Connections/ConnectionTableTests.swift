// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import NIOCore
import NIOEmbedded
import Testing

@testable import SearchService

struct ConnectionTableTests {
  private func channels(_ count: Int) throws -> [EmbeddedChannel] {
    try (0..<count).map { _ in
      let channel = EmbeddedChannel()
      try channel.connect(to: .init(unixDomainSocketPath: "/x")).wait()
      return channel
    }
  }

  @Test func `a new connection closes the one that has been idle longest`() throws {
    let table = ConnectionTable(bound: 3, metrics: Metrics())
    let channels = try channels(5)
    for channel in channels[..<3] { table.opened(channel) }
    table.began(channels[0])
    table.began(channels[1])
    table.finished(channels[1])
    table.opened(channels[3])
    // The first is being answered, the second was so after the third.
    #expect(channels.map(\.isActive) == [true, true, false, true, true])
    table.closed(channels[2])
    table.opened(channels[4])
    #expect(channels.map(\.isActive) == [true, false, false, true, true])
  }

  @Test func `where all are being answered the new one is closed`() throws {
    let table = ConnectionTable(bound: 2, metrics: Metrics())
    let channels = try channels(3)
    for channel in channels[..<2] {
      table.opened(channel)
      table.began(channel)
    }
    table.opened(channels[2])
    #expect(channels.map(\.isActive) == [true, true, false])
  }

  @Test func `who is closed while it waits is told so, once`() throws {
    let table = ConnectionTable(bound: 2, metrics: Metrics())
    let channel = try channels(1)[0]
    table.opened(channel)
    let connection = try #require(table.connection(of: channel))
    #expect(!connection.isLost)
    table.closed(channel)
    #expect(connection.isLost)
    #expect(table.count == 0)
    #expect(table.connection(of: channel) == nil)
  }

  @Test func `of many connections that come and say nothing as many stay as may`() throws {
    let table = ConnectionTable(bound: 10, metrics: Metrics())
    var open: [EmbeddedChannel] = []
    for channel in try channels(2_000) {
      table.opened(channel)
      table.began(channel)
      table.finished(channel)
      open.append(channel)
      for closed in open where !closed.isActive { table.closed(closed) }
      open.removeAll { !$0.isActive }
    }
    #expect(table.count == 10)
    #expect(open.count == 10)
  }
}
