// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Supervises one connection.
///
/// Registers it in the table, and closes it if the client reads an answer too slowly or has sent a
/// request body, which is not read unless it is a form. Clients that send requests slowly are handled by
/// Hummingbird's idle timeout, which runs until the complete head of a request has arrived.
final class ConnectionHandler: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  /// Time limit for reading an answer.
  private static let readingTime = TimeAmount.seconds(60)
  /// Time a client has to read the last answer before the connection is closed.
  private static let closingTime = TimeAmount.seconds(1)

  private let table: ConnectionTable
  private var hasBody = false
  private var slowReader: Scheduled<Void>?

  init(_ table: ConnectionTable) { self.table = table }

  func handlerAdded(context: ChannelHandlerContext) {
    do {
      let pipeline = context.pipeline.syncOperations
      let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
      try pipeline.addHandler(RequestHeadHandler(), position: .after(decoder))
    } catch {
      // Without that handler, the host of a request could not be trusted.
      context.close(promise: nil)
    }
    if context.channel.isActive { table.opened(context.channel) }
  }

  func channelActive(context: ChannelHandlerContext) {
    table.opened(context.channel)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    slowReader?.cancel()
    table.closed(context.channel)
    context.fireChannelInactive()
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case .inputClosed = event as? ChannelEvent { table.connection(of: context.channel)?.lose() }
    context.fireUserInboundEventTriggered(event)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if case .head(let head) = unwrapInboundIn(data) {
      let length = head.headerFields[.contentLength]
      if length != nil && length != "0" || head.headerFields[.transferEncoding] != nil {
        hasBody = true
      }
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head(var head):
      if hasBody { head.headerFields[.connection] = "close" }
      let channel = context.channel
      slowReader = context.eventLoop.scheduleTask(in: Self.readingTime) {
        channel.close(promise: nil)
      }
      context.write(wrapOutboundOut(.head(head)), promise: promise)
    case .body: context.write(data, promise: promise)
    case .end: end(context, data, promise)
    }
  }

  /// Writes the end of an answer, and closes the connection if that was the last one.
  private func end(
    _ context: ChannelHandlerContext, _ data: NIOAny, _ promise: EventLoopPromise<Void>?
  ) {
    let written = promise ?? context.eventLoop.makePromise()
    if let slowReader { written.futureResult.whenComplete { _ in slowReader.cancel() } }
    slowReader = nil
    context.write(data, promise: written)
    guard hasBody else { return }
    // Remaining input is ignored. Closing immediately could make the client lose the answer.
    let channel = context.channel
    context.flush()
    context.close(mode: .output, promise: nil)
    context.eventLoop.scheduleTask(in: Self.closingTime) { channel.close(promise: nil) }
  }
}

@available(*, unavailable)
extension ConnectionHandler: Sendable {}
