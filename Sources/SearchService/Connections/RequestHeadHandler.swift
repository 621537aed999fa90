// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import NIOCore
import NIOHTTP1

/// Normalises the host of a request, before later stages drop duplicate fields.
///
/// A request with several `Host` fields, or an HTTP/1.1 request without one, ends up with none and
/// is answered with 400 (RFC 9112, 3.2). The host in an absolute target overrides the field
/// (3.2.2).
final class RequestHeadHandler: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard case .head(let head) = unwrapInboundIn(data) else {
      context.fireChannelRead(data)
      return
    }
    context.fireChannelRead(wrapInboundOut(.head(Self.normalized(head))))
  }

  /// The head with a single host, or none.
  static func normalized(_ head: HTTPRequestHead) -> HTTPRequestHead {
    var head = head
    let hosts = head.headers["Host"]
    if hosts.count > 1 {
      head.headers.remove(name: "Host")
    } else if hosts.isEmpty, (head.version.major, head.version.minor) < (1, 1) {
      // HTTP/1.0 allows requests without a host, and browsers do not send them.
      head.headers.add(name: "Host", value: "localhost")
    }
    if let (authority, path) = absolute(head.uri) {
      head.uri = path
      if !head.headers["Host"].isEmpty {
        head.headers.replaceOrAdd(name: "Host", value: authority)
      }
    }
    return head
  }

  /// Host and path of an absolute target; `nil` for other forms.
  private static func absolute(_ target: String) -> (authority: String, path: String)? {
    guard !target.hasPrefix("/"), let scheme = target.firstRange(of: "://") else { return nil }
    let rest = target[scheme.upperBound...]
    let end = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex
    let path = rest[end...]
    return (String(rest[..<end]), path.hasPrefix("/") ? String(path) : "/" + path)
  }
}

@available(*, unavailable)
extension RequestHeadHandler: Sendable {}
