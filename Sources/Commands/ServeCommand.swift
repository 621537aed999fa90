// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

public import ArgumentParser
import FoundationEssentials
import Logging
import PassageIndex
import Processes
import SearchService

/// The command `pamphlet serve`, and `pamphletd`.
public struct ServeCommand: AsyncParsableCommand {
  /// How the command describes itself.
  public static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serves the index over HTTP, to this machine unless told.",
    discussion: """
      Searches run in worker processes, cheap ones and costly ones apart, so that neither a costly \
      query nor a damaged index stops the daemon. Ends on SIGTERM or SIGINT, after the open requests \
      are answered.
      """
  )

  @OptionGroup var index: IndexOption
  @OptionGroup var address: AddressOption
  @Option(help: "How many searches run at once; else as many as there are cores.") var readers: Int?
  @Option(help: "How long a search may take, in seconds.") var deadline = Deadline.usualSeconds
  @Option(help: "How many connections may be open.") var connections = 1_024
  @Option(
    help: """
      A name by which others reach the daemon; may be given several times. Requests for other hosts \
      than these, this machine and the bound address are refused.
      """
  )
  var publicName: [String] = []
  @Option(
    help: """
      The address, or ADDRESS/BITS, of a proxy that is believed when it says for whom it asks; may be \
      given several times.
      """
  )
  var trustedProxy: [String] = []
  @Option(help: "Who is given /metrics: local, all or none.") var metrics = "local"
  @Option(
    help: """
      How often the files of the index are compared with their checksums, in seconds; 0 for never.
      """
  )
  var scrub = 3_600
  @Option(help: "trace, debug, info, notice, warning or error.") var logLevel = "info"
  // What the daemon starts its workers with.
  @Option(help: .hidden) var worker: String?

  /// Creates the command.
  public init() {}

  /// Checks what was given.
  public func validate() throws {
    if let readers, !(1...256).contains(readers) {
      throw ValidationError("--readers is from 1 to 256.")
    }
    if !(0.01...3_600).contains(deadline) {
      throw ValidationError("--deadline is from 0.01 to 3600 seconds.")
    }
    if !(1...100_000).contains(connections) {
      throw ValidationError("--connections is from 1 to 100000.")
    }
    if !(0...31_536_000).contains(scrub) {
      throw ValidationError("--scrub is from 0 to 31536000 seconds.")
    }
    for proxy in trustedProxy where AddressRange(proxy) == nil {
      throw ValidationError("--trusted-proxy “\(proxy)” is not an address or ADDRESS/BITS.")
    }
    if ServiceConfiguration.MetricsAudience(rawValue: metrics) == nil {
      throw ValidationError("--metrics is local, all or none.")
    }
    if Logger.Level(rawValue: logLevel) == nil {
      throw ValidationError("There is no level “\(logLevel)”.")
    }
  }

  /// Serves until told to end.
  public func run() async throws {
    let index = try index.resolved()
    if let worker { return SearchWorker.run(index: index, isSlow: worker == "slow") }
    guard let program = OwnProgram.path else {
      throw CommandFailure(
        "The path of this program is not known.", hint: "Mount /proc: workers are started by it.")
    }
    // `pamphlet serve`, or `pamphletd` alone.
    let command = CommandLine.arguments.dropFirst().first == "serve" ? ["serve"] : []
    let (host, port) = try address.resolved()
    do {
      try await serve(
        configuration(index, host: host, port: port),
        worker: WorkerProgram(path: program, arguments: command + ["--worker"]))
    } catch {
      throw CommandFailure(
        "The daemon at \(host):\(port) ended: \(error).",
        hint: "If the address is in use, choose another with `--port`."
      )
    }
  }

  private func configuration(_ index: String, host: String, port: Int) -> ServiceConfiguration {
    var configuration = ServiceConfiguration(
      index: index,
      host: host,
      port: port,
      readers: readers ?? ProcessInfo.processInfo.activeProcessorCount,
      logLevel: Logger.Level(rawValue: logLevel) ?? .info
    )
    configuration.deadline = .seconds(deadline)
    configuration.connections = connections
    configuration.publicNames = publicName
    configuration.trustedProxies = trustedProxy.compactMap { AddressRange($0) }
    configuration.scrub = scrub == 0 ? nil : .seconds(scrub)
    configuration.metrics = .init(rawValue: metrics) ?? .local
    return configuration
  }
}
