// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

#ifndef CX_DEADLINE_HPP
#define CX_DEADLINE_HPP

#include "CXapian.h"

#include <xapian.h>

#include <chrono>

namespace cx {

/// When a match has to end with what it has found.
///
/// Enquire::set_time_limit() does not do this: it only stops the counting of further matches.
class Deadline {
 public:
  explicit Deadline(const cx_limit &limit);

  /// Whether there is one.
  bool is_set() const { return has_time || stop_descriptor >= 0; }
  /// Whether it has passed. Asked for each candidate, so the clock is read at every eighth call.
  bool has_passed() {
    if (is_over || (calls++ & 7) != 0) return is_over;
    return look();
  }
  /// Notes the document at which the match ended.
  void ended(Xapian::docid document) { reached = document; }
  /// The first document that was not looked at; 0 if the match was not ended.
  Xapian::docid first_missing() const { return reached; }

 private:
  using Clock = std::chrono::steady_clock;

  bool look();

  bool has_time, is_over = false;
  int stop_descriptor;
  unsigned calls = 0;
  Clock::time_point end, next_poll;
  Xapian::docid reached = 0;
};

/// The query `query`, with its match ended when the deadline passes; the deadline must outlive it.
///
/// A filter that every document passes until then. In a conjunction libxapian asks it for each
/// candidate before it compares positions, since it puts positional checks above the conjunction of
/// all operands: so a phrase that is found nowhere ends in time too.
Xapian::Query until(Deadline &deadline, const Xapian::Query &query);

}  // namespace cx

#endif
