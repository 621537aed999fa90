// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import NIOCore

/// The hosts that requests may name.
///
/// Otherwise a page on another site whose name is made to point to this machine (DNS rebinding)
/// could read the whole library through the user's browser.
struct HostRule: Sendable {
  private let names: Set<String>
  private let acceptsLocalAddresses: Bool

  /// Creates the rule of a daemon.
  ///
  /// - Parameters:
  ///   - bound: The address or name it is bound to.
  ///   - publicNames: The names by which others reach it.
  init(bound: String, publicNames: [String]) {
    let isWildcard = IPAddress(bound)?.isWildcard == true
    var names = Set(publicNames.compactMap { host(in: $0) })
    if !isWildcard, let bound = host(in: bound) { names.insert(bound) }
    self.names = names
    acceptsLocalAddresses = isWildcard && publicNames.isEmpty
  }

  /// Whether a request may name this host, with or without a port.
  func allows(_ authority: String) -> Bool {
    guard let name = host(in: authority) else { return false }
    if name == "localhost" || names.contains(name) { return true }
    guard let address = IPAddress(name) else { return false }
    return address.isLoopback || acceptsLocalAddresses && Self.isLocal(address)
  }

  /// Whether an address is one of this machine's.
  private static func isLocal(_ address: IPAddress) -> Bool {
    let devices = (try? System.enumerateDevices()) ?? []
    return devices.contains { device in
      device.address?.ipAddress.flatMap { IPAddress($0) } == address
    }
  }
}
