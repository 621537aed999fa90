// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

#include "deadline.hpp"

#include <poll.h>

namespace cx {

namespace {

/// How often the descriptor is looked at: a system call each time.
constexpr std::chrono::milliseconds poll_interval(2);

/// Every document in turn, without weight, until the deadline has passed.
class DeadlineSource : public Xapian::PostingSource {
 public:
  explicit DeadlineSource(Deadline &deadline) : deadline(deadline) {}

  DeadlineSource *clone() const override { return new DeadlineSource(deadline); }

  void init(const Xapian::Database &database) override {
    count = database.get_doccount();
    last = database.get_lastdocid();
    current = 0;
    is_over = false;
    set_maxweight(0);
  }

  // The frequency of every document: the matcher asks the rarest operand first, so this one last.
  Xapian::doccount get_termfreq_min() const override { return count; }
  Xapian::doccount get_termfreq_est() const override { return count; }
  Xapian::doccount get_termfreq_max() const override { return count; }

  void next(double) override { move(current + 1); }
  void skip_to(Xapian::docid document, double) override { move(document); }
  bool check(Xapian::docid document, double) override {
    move(document);
    return true;
  }
  bool at_end() const override { return is_over; }
  Xapian::docid get_docid() const override { return current; }

 private:
  void move(Xapian::docid document) {
    current = document;
    if (document > last) {
      is_over = true;
    } else if (deadline.has_passed()) {
      is_over = true;
      deadline.ended(document);
    }
  }

  Deadline &deadline;
  Xapian::doccount count = 0;
  Xapian::docid last = 0, current = 0;
  bool is_over = false;
};

}  // namespace

Deadline::Deadline(const cx_limit &limit)
    : has_time(limit.microseconds != CX_NO_TIME_LIMIT), stop_descriptor(limit.stop_descriptor) {
  const auto now = Clock::now();
  next_poll = now;
  if (has_time) end = now + std::chrono::microseconds(limit.microseconds);
}

bool Deadline::look() {
  const auto now = Clock::now();
  if (has_time && now >= end) return is_over = true;
  if (stop_descriptor < 0 || now < next_poll) return false;
  next_poll = now + poll_interval;
  pollfd waiting{stop_descriptor, POLLIN, 0};
  return is_over = poll(&waiting, 1, 0) > 0;
}

Xapian::Query until(Deadline &deadline, const Xapian::Query &query) {
  if (!deadline.is_set() || query.empty()) return query;
  auto *source = new DeadlineSource(deadline);
  return Xapian::Query(Xapian::Query::OP_FILTER, query, Xapian::Query(source->release()));
}

}  // namespace cx
