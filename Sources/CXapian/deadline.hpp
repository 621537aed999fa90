// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

#ifndef CX_DEADLINE_HPP
#define CX_DEADLINE_HPP

#include "CXapian.h"

#include <xapian.h>

#include <chrono>

namespace cx {

class Bell;

/// Ends a match when its time is over, keeping what it has found.
///
/// libxapian cannot do this: Enquire::set_time_limit() only stops counting further matches, and an
/// exception loses the results. Two of its own ways of ending a match are used instead, and the
/// match can also be ended from outside:
///
/// - `until` filters a query by a posting source that matches every document until the deadline.
///   Because libxapian checks positions after the conjunction of all operands, the source is
///   consulted for each candidate before positions are compared, so that even a phrase without any
///   match ends. It costs a few nanoseconds per candidate and is therefore used only where a query
///   may take long.
/// - `ask` is called for the weight of each scored document. After the deadline no document can
///   have a weight, and the matcher, told to recompute the maximum, ends by itself. The cost is too
///   small to measure, but this works only once the requested number of documents has been found
///   and counted.
/// - Input on a descriptor ends a match too: it announces the next message.
class Deadline {
 public:
  explicit Deadline(const cx_limit &limit);

  /// Whether there is any limit.
  bool is_set() const { return has_time || stop_descriptor >= 0; }
  /// Whether work of this estimated duration in microseconds should be filtered by `until`.
  bool is_short_for(double microseconds) const;

  /// Whether the deadline has passed; reads the clock on every eighth call.
  bool has_passed() {
    if (is_over || (calls++ & 7) != 0) return is_over;
    return look();
  }
  /// Ends the match if the deadline has passed; reads the clock on every 64th call.
  void ask() {
    if ((asked++ & 63) == 0 && is_set() && !is_over && look()) end_match();
  }

  /// Records the document at which a source ended the match.
  void ended(Xapian::docid document) {
    has_ended = true;
    reached = document;
  }
  /// Whether the deadline has ended the match.
  bool has_ended_match() const { return has_ended; }
  /// First document that was not examined; 0 if unknown.
  Xapian::docid first_missing() const { return reached; }

  /// Source through which the matcher is notified.
  Bell *bell = nullptr;

 private:
  using Clock = std::chrono::steady_clock;

  bool look();
  void end_match();

  bool has_time, is_over = false, has_ended = false;
  int stop_descriptor;
  unsigned calls = 0, asked = 0;
  double microseconds;
  Clock::time_point end, next_poll;
  Xapian::docid reached = 0;
};

/// Filters a query so that the deadline ends it; the deadline must outlive the query.
Xapian::Query until(Deadline &deadline, const Xapian::Query &query);

/// Adds the bell that `Deadline::ask` needs to a query.
Xapian::Query with_bell(Deadline &deadline, const Xapian::Query &query);

}  // namespace cx

#endif
