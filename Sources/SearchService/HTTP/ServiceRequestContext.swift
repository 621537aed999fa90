// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Hummingbird
package import NIOCore

/// The context of a request: the usual one with its channel.
package struct ServiceRequestContext: RequestContext {
  package var coreContext: CoreRequestContextStorage
  /// The channel of the connection.
  package let channel: any Channel

  /// Creates the context of a request.
  package init(source: Source) {
    coreContext = .init(source: source)
    channel = source.channel
  }

  /// The address of the peer; `nil` if it has none.
  var peer: IPAddress? { channel.remoteAddress?.ipAddress.flatMap { IPAddress($0) } }
}
