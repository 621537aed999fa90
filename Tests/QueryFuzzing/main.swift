// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc
import PassageSearch
import TestSupport

// Asks an index hostile queries: Scripts/fuzz builds and runs it. What breaks a promise is printed,
// and the exit status is 1; a crash is the end of the process, after the query that caused it has
// been written.

let arguments = CommandLine.arguments
guard arguments.count >= 3, let count = Int(arguments[2]) else {
  print("usage: pamphlet-query-fuzz INDEX COUNT [SEED [MILLISECONDS]]")
  exit(2)
}
let seed = arguments.count > 3 ? UInt64(arguments[3]) ?? 1 : 1
let promise = QueryPromise(
  limit: .milliseconds(arguments.count > 4 ? Int(arguments[4]) ?? 2_000 : 2_000))

let searcher = try Searcher(path: arguments[1])
// What people look for comes first, so that the queries find something.
var vocabulary = ["the", "of", "and", "to", "in", "a", "that", "is", "it", "as"]
for letter in "abcdefghijklmnopqrstuvwxyz" {
  vocabulary += try searcher.completions(of: "\(letter)\(letter == "q" ? "u" : "a")", limit: 40)
  vocabulary += try searcher.completions(of: "\(letter)o", limit: 40)
}
var queries = HostileQueries(seed: seed, vocabulary: vocabulary)
let trace = fopen("last-query", "w")
var broken = 0
var slowest = Duration.zero
var times: [Duration] = []
for number in 1...max(1, count) {
  var request = SearchRequest(queries.next())
  if queries.random(10) == 0 { request.facets = ["author", "decade", "work", "cites", "speaker"] }
  if queries.random(20) == 0 { request.groupByWork = true }
  if queries.random(20) == 0 { request.order = SearchOrder.allCases[queries.random(4)] }
  if queries.random(50) == 0 { request.explains = true }
  if let trace {
    rewind(trace)
    ftruncate(fileno(trace), 0)
    fputs(request.query, trace)
    fflush(trace)
  }
  let start = ContinuousClock.now
  let fault = promise.broken(by: request, on: searcher)
  let took = ContinuousClock.now - start
  times.append(took)
  if took > slowest {
    slowest = took
    print("\(number): \(took) for \(request.query.prefix(100).debugDescription)")
  }
  if let fault {
    broken += 1
    print("broken: \(fault): \(request.query.prefix(4_100).debugDescription)")
  }
  if number % 10_000 == 0 { print("\(number) asked, \(broken) promises broken") }
  fflush(nil)
}
times.sort()
print(
  "\(times.count) queries: p50 \(times[times.count / 2]), p99 \(times[times.count * 99 / 100]), "
    + "slowest \(slowest), \(broken) promises broken")
exit(broken == 0 ? 0 : 1)
