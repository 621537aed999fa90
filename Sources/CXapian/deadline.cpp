// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

#include "deadline.hpp"

#include <poll.h>

namespace cx {

namespace {

/// How often to poll the descriptor, which takes a system call.
constexpr std::chrono::milliseconds poll_interval(2);
/// Fraction of the time limit up to which estimated work runs without a filter.
constexpr double safe_part = 1.0 / 8;

/// Matches every document with weight 0 until the deadline has passed.
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

  // Claims the frequency of every document, so that the matcher, which starts with the rarest
  // operand, consults this source last.
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

/// Makes the matcher recompute maximum weights.
///
/// It matches nothing, so the matcher drops it at the first document; the object still refers to
/// the matcher.
class Bell : public Xapian::PostingSource {
 public:
  explicit Bell(Deadline &deadline) : deadline(deadline) {}

  // Not cloned: the matcher uses the query's own object, which lives as long as the query.
  void init(const Xapian::Database &) override {
    set_maxweight(0);
    deadline.bell = this;
  }
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return 0; }
  Xapian::doccount get_termfreq_max() const override { return 0; }
  void next(double) override {}
  bool at_end() const override { return true; }
  Xapian::docid get_docid() const override { return 0; }

  void ring() { set_maxweight(0); }

 private:
  Deadline &deadline;
};

Deadline::Deadline(const cx_limit &limit)
    : has_time(limit.microseconds != CX_NO_TIME_LIMIT), stop_descriptor(limit.stop_descriptor),
      microseconds(static_cast<double>(limit.microseconds)) {
  const auto now = Clock::now();
  next_poll = now;
  if (has_time) end = now + std::chrono::microseconds(limit.microseconds);
}

bool Deadline::is_short_for(double estimate) const {
  return is_set() && (!has_time || estimate > safe_part * microseconds);
}

bool Deadline::look() {
  const auto now = Clock::now();
  if (has_time && now >= end) return is_over = true;
  if (stop_descriptor < 0 || now < next_poll) return false;
  next_poll = now + poll_interval;
  pollfd waiting{stop_descriptor, POLLIN, 0};
  return is_over = poll(&waiting, 1, 0) > 0;
}

void Deadline::end_match() {
  has_ended = true;
  if (bell != nullptr) bell->ring();
}

Xapian::Query until(Deadline &deadline, const Xapian::Query &query) {
  if (!deadline.is_set() || query.empty()) return query;
  auto *source = new DeadlineSource(deadline);
  return Xapian::Query(Xapian::Query::OP_FILTER, query, Xapian::Query(source->release()));
}

Xapian::Query with_bell(Deadline &deadline, const Xapian::Query &query) {
  if (!deadline.is_set() || query.empty()) return query;
  auto *source = new Bell(deadline);
  return Xapian::Query(Xapian::Query::OP_OR, query, Xapian::Query(source->release()));
}

}  // namespace cx
