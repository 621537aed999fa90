// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// A web server on this machine that answers as a test needs it.
final class TextServer: Sendable {
  /// What it was asked.
  struct Request: Sendable {
    var path: String
    var headers: HTTPHeaders
  }

  /// What it answers; `cutAt` breaks the connection after so many bytes.
  ///
  /// `length` is the one that it claims, `repeats` sends the body without end, and `isHeld` never ends
  /// it.
  struct Reply: Sendable {
    var status = HTTPResponseStatus.ok
    var headers: HTTPHeaders = ["Content-Type": "text/plain"]
    var body = ""
    var cutAt: Int?
    var length: Int?
    var repeats = false
    var isHeld = false
  }

  let port: Int
  private let channel: any Channel
  private let log: SharedLog

  /// The requests so far.
  var requests: [Request] { log.requests.withLock { $0 } }

  /// Where it can be reached.
  func url(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

  init(_ answer: @escaping @Sendable (Request) -> Reply) async throws {
    let log = SharedLog()
    self.log = log
    channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .childChannelInitializer { channel in
        channel.pipeline.configureHTTPServerPipeline().flatMapThrowing {
          try channel.pipeline.syncOperations.addHandler(Handler(log: log, answer: answer))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    port = channel.localAddress?.port ?? 0
  }

  func stop() async { try? await channel.close() }

  final class SharedLog: Sendable {
    let requests = Mutex<[Request]>([])
  }

  private final class Handler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let log: SharedLog
    private let answer: @Sendable (Request) -> Reply
    private var request: Request?

    init(log: SharedLog, answer: @escaping @Sendable (Request) -> Reply) {
      self.log = log
      self.answer = answer
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      switch unwrapInboundIn(data) {
      case .head(let head): request = Request(path: head.uri, headers: head.headers)
      case .body: break
      case .end:
        guard let request else { return }
        log.requests.withLock { $0.append(request) }
        reply(answer(request), context)
      }
    }

    private func reply(_ reply: Reply, _ context: ChannelHandlerContext) {
      var headers = reply.headers
      if reply.status != .notModified {
        if reply.repeats || reply.isHeld {
          headers.replaceOrAdd(name: "Transfer-Encoding", value: "chunked")
        } else {
          headers.replaceOrAdd(
            name: "Content-Length", value: String(reply.length ?? reply.body.utf8.count))
        }
      }
      context.write(
        wrapOutboundOut(
          .head(HTTPResponseHead(version: .http1_1, status: reply.status, headers: headers))),
        promise: nil)
      let bytes = reply.body.utf8.prefix(reply.cutAt ?? Int.max)
      context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: bytes)))), promise: nil)
      if reply.repeats { return again(Array(bytes), context) }
      if reply.isHeld { return context.flush() }
      guard reply.cutAt == nil else {
        context.flush()
        context.close(promise: nil)
        return
      }
      context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }

    /// Sends bytes until nobody takes them.
    private func again(_ bytes: [UInt8], _ context: ChannelHandlerContext) {
      let loop = NIOLoopBound((self, context), eventLoop: context.eventLoop)
      context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: bytes)))))
        .whenSuccess {
          let (handler, context) = loop.value
          handler.again(bytes, context)
        }
    }
  }
}
