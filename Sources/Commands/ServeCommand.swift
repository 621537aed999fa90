// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

public import ArgumentParser
import Cataloguing
import FoundationEssentials
import Logging
import Processes
import SearchService
import XapianStore

/// The command `pamphlet serve`, and `pamphletd`.
public struct ServeCommand: AsyncParsableCommand {
  /// Name and help.
  public static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serves the index over HTTP, by default to this machine only.",
    discussion: """
      Searches run in worker processes, with separate workers for cheap and costly ones, so that \
      neither a costly query nor a damaged index stops the daemon. SIGTERM and SIGINT end it once open \
      requests are answered.
      """
  )

  @OptionGroup var index: IndexOption
  @OptionGroup var address: AddressOption
  @Flag(
    help: """
      Let readers put facts of works right: a form adds to your file of edits, which `pamphlet index` \
      takes in. Only on an address of this machine.
      """)
  var edit = false
  @Flag(help: "With --edit: also if others can reach the daemon, who may then change facts too.")
  var editAnywhere = false
  @OptionGroup var edits: EditsOption
  @Option(
    help: ArgumentHelp(
      """
      Origin, such as https://reader.example, whose pages may read the API in their readers’ browsers; \
      repeatable; * for all.
      """, valueName: "origin"))
  var allowOrigin: [String] = []
  @Option(help: "Number of searches that run at once. Default: number of cores.") var readers: Int?
  @Option(help: "Time limit of a search, in seconds.") var deadline = Deadline.usualSeconds
  @Option(help: "Largest number of open connections.") var connections = 1_024
  @Option(
    help: """
      Host name under which others reach the daemon; repeatable. Requests for any host other than \
      these, this machine and the bound address are refused.
      """
  )
  var publicName: [String] = []
  @Option(
    help: """
      Address, or ADDRESS/BITS, of a proxy whose Forwarded and X-Forwarded-For headers are trusted; \
      repeatable.
      """
  )
  var trustedProxy: [String] = []
  @Option(help: "Who may read /metrics: local, all or none.") var metrics = "local"
  @Option(
    help: """
      Seconds between verifications of the index files against their checksums; 0 switches them off.
      """
  )
  var scrub = 3_600
  @Option(help: "Least level that is logged: trace, debug, info, notice, warning or error.")
  var logLevel = "info"
  // Set by the daemon when it starts a worker.
  @Option(help: .hidden) var worker: String?

  /// Creates the command.
  public init() {}

  /// Checks the values of options.
  public func validate() throws {
    if let readers, !(1...256).contains(readers) {
      throw ValidationError("--readers must be from 1 to 256.")
    }
    if !(0.01...3_600).contains(deadline) {
      throw ValidationError("--deadline must be from 0.01 to 3600 seconds.")
    }
    if !(1...100_000).contains(connections) {
      throw ValidationError("--connections must be from 1 to 100000.")
    }
    if !(0...31_536_000).contains(scrub) {
      throw ValidationError("--scrub must be from 0 to 31536000 seconds.")
    }
    if editAnywhere, !edit { throw ValidationError("--edit-anywhere goes with --edit.") }
    if edits.path != nil, !edit { throw ValidationError("--edits goes with --edit.") }
    for origin in allowOrigin where !ServiceConfiguration.isOrigin(origin) {
      throw ValidationError(
        "--allow-origin “\(origin)” is not an origin like https://reader.example, without a path, "
          + "or *.")
    }
    for proxy in trustedProxy where AddressRange(proxy) == nil {
      throw ValidationError("--trusted-proxy “\(proxy)” is not an address or ADDRESS/BITS.")
    }
    if ServiceConfiguration.MetricsAudience(rawValue: metrics) == nil {
      throw ValidationError("--metrics must be local, all or none.")
    }
    if Logger.Level(rawValue: logLevel) == nil {
      throw ValidationError("--log-level must be trace, debug, info, notice, warning or error.")
    }
  }

  /// Serves until SIGTERM or SIGINT.
  public func run() async throws {
    let index = try index.resolved()
    if let worker { return SearchWorker.run(index: index, isSlow: worker == "slow") }
    guard let program = OwnProgram.path else {
      throw CommandFailure(
        "The path of this program is unknown.",
        hint: "Mount /proc, which is needed to start workers.")
    }
    // `pamphlet serve`, or `pamphletd` alone.
    let command = CommandLine.arguments.dropFirst().first == "serve" ? ["serve"] : []
    let (host, port) = try address.resolved()
    try checkEditing(host)
    let edits = edit ? try edits.file().path : nil
    do {
      try await serve(
        configuration(index, host: host, port: port, edits: edits),
        worker: WorkerProgram(path: program, arguments: command + ["--worker"]))
    } catch {
      throw CommandFailure(
        "The daemon at \(host):\(port) ended: \(error).",
        hint: "If the address is in use, choose another with `--port`."
      )
    }
  }

  /// Refuses to let others put facts right unless that is wanted.
  private func checkEditing(_ host: String) throws {
    guard edit, !editAnywhere else { return }
    if !ServiceConfiguration.isLoopback(host) {
      throw CommandFailure(
        "With --edit, everybody who can reach \(host) could change facts of works.",
        hint: "Leave --host at 127.0.0.1, or add --edit-anywhere if that is wanted.")
    }
    if !publicName.isEmpty || !trustedProxy.isEmpty {
      throw CommandFailure(
        "With --edit, everybody who reaches the daemon by --public-name or a proxy could change facts "
          + "of works.",
        hint: "Leave these out, or add --edit-anywhere if that is wanted.")
    }
  }

  private func configuration(
    _ index: String, host: String, port: Int, edits: String?
  ) -> ServiceConfiguration {
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
    configuration.edits = edits
    configuration.allowedOrigins = allowOrigin
    configuration.metrics = .init(rawValue: metrics) ?? .local
    return configuration
  }
}
