// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import NIOCore

/// Which hosts a request may name.
///
/// A page of another site that has its name point to this machine (DNS rebinding) asks in the name of
/// that site, and would otherwise read the whole library.
struct HostRule: Sendable {
  private let names: Set<String>
  private let acceptsLocalAddresses: Bool

  /// The rule of a daemon.
  ///
  /// - Parameters:
  ///   - bound: The address or name that it is bound to.
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
