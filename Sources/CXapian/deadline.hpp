// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

#ifndef CX_DEADLINE_HPP
#define CX_DEADLINE_HPP

#include "CXapian.h"

#include <xapian.h>

#include <chrono>

namespace cx {

class Bell;

/// Ends a match, with what it has found, when its time is over.
///
/// libxapian has no such thing: Enquire::set_time_limit() only stops the counting of further matches,
/// and an exception loses what was found. Three of its own ways to end a match are used instead:
///
/// - `until` filters a query by a posting source that every document passes until the deadline. In a
///   conjunction it is asked for each candidate before positions are compared, since libxapian puts
///   positional checks above the conjunction of all operands: so a phrase that is found nowhere ends
///   too. It costs some nanoseconds a candidate, so it is only used where a query may take long.
/// - `ask`, by the weight of each scored document: after the deadline no document can weigh anything,
///   and the matcher, told to look at the maximum again, ends by itself. This costs nothing that can
///   be measured, but works only once the wanted number of documents is found and counted.
/// - A descriptor may end it as well: the one by which the next message comes.
class Deadline {
 public:
  explicit Deadline(const cx_limit &limit);

  /// Whether a match may be ended.
  bool is_set() const { return has_time || stop_descriptor >= 0; }
  /// Whether work that takes so long by an estimate, in microseconds, is to be filtered by `until`.
  bool is_short_for(double microseconds) const;

  /// Whether it has passed; the clock is read at every eighth call.
  bool has_passed() {
    if (is_over || (calls++ & 7) != 0) return is_over;
    return look();
  }
  /// Ends the match when it has passed; the clock is read at every 64th call.
  void ask() {
    if ((asked++ & 63) == 0 && is_set() && !is_over && look()) end_match();
  }

  /// Notes the document at which a source ended the match.
  void ended(Xapian::docid document) {
    has_ended = true;
    reached = document;
  }
  /// Whether it has ended the match.
  bool has_ended_match() const { return has_ended; }
  /// The first document that was not looked at; 0 if that is not known.
  Xapian::docid first_missing() const { return reached; }

  /// The source by which the matcher is reached.
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

/// The query, filtered so that the deadline ends it; the deadline must outlive it.
Xapian::Query until(Deadline &deadline, const Xapian::Query &query);

/// The query, with the bell that `Deadline::ask` needs.
Xapian::Query with_bell(Deadline &deadline, const Xapian::Query &query);

}  // namespace cx

#endif
