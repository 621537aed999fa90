// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

#include "query_program.hpp"

#include "guard.hpp"

#include <algorithm>
#include <vector>

namespace cx {

namespace {

using Xapian::Query;

/// Time the matcher takes for a term of a candidate, and for its positions, in microseconds;
/// measured and rounded up.
constexpr double term_cost = 0.1;
constexpr double position_cost = 0.3;

/// A query and the step at which it begins.
struct Operand {
  Query query;
  size_t first_step;
};

/// Executes the steps of a program in order, using a stack of queries.
class QueryProgram {
 public:
  QueryProgram(
      const cx_search &search, const Xapian::Database &database, Deadline &deadline)
      : search(search), database(database), deadline(deadline),
        documents(database.get_doccount()) {}

  Query query() {
    for (size_t step = 0; step < search.step_count; step++) run(step);
    if (stack.size() != 1) throw Xapian::InvalidArgumentError("query program is not one query");
    const Query &query = stack.front().query;
    // Weights can end a match only if counting may stop and results are ordered by weight.
    const bool needs_all = search.facet_count > 0 || search.sort_count > 0 || has_bonus ||
                           search.check_at_least >= documents;
    if (!needs_all) return with_bell(deadline, query);
    const double estimate = term_cost * documents * search.step_count;
    return deadline.is_short_for(estimate) ? until(deadline, query) : query;
  }

 private:
  void run(size_t index) {
    const cx_step &step = search.steps[index];
    switch (step.operation) {
      case cx_operation_term: push(index, Query(cx::string(step.term))); break;
      case cx_operation_value_range:
        push(
            index, Query(
                       Query::OP_VALUE_RANGE, step.slot, Xapian::sortable_serialise(step.lower),
                       Xapian::sortable_serialise(step.upper)));
        break;
      case cx_operation_everything: push(index, everything(step.lower)); break;
      case cx_operation_nothing: push(index, Query::MatchNothing); break;
      case cx_operation_all: combine(Query::OP_AND, step.count); break;
      case cx_operation_any: combine(Query::OP_OR, step.count); break;
      case cx_operation_except: combine(Query::OP_AND_NOT, 2); break;
      case cx_operation_filter: combine(Query::OP_FILTER, 2); break;
      case cx_operation_phrase: combine_by_place(Query::OP_PHRASE, index); break;
      case cx_operation_near: combine_by_place(Query::OP_NEAR, index); break;
      case cx_operation_synonym: combine(Query::OP_SYNONYM, step.count); break;
      case cx_operation_maybe: combine(Query::OP_AND_MAYBE, 2); break;
      case cx_operation_scale: {
        const auto operands = take(1);
        push(
            operands.front().first_step,
            Query(Query::OP_SCALE_WEIGHT, operands.front().query, step.lower));
        break;
      }
    }
  }

  Query everything(double weight) {
    if (weight == 0) return Query::MatchAll;
    has_bonus = true;
    auto *source = new Xapian::FixedWeightPostingSource(weight);
    return Query(source->release());
  }

  void push(size_t first_step, Query query) { stack.push_back({std::move(query), first_step}); }

  /// Pops the last `count` queries off the stack.
  std::vector<Operand> take(size_t count) {
    if (count == 0 || stack.size() < count)
      throw Xapian::InvalidArgumentError("query program lacks operands");
    std::vector<Operand> operands(stack.end() - static_cast<long>(count), stack.end());
    stack.resize(stack.size() - count);
    return operands;
  }

  Query combined(Query::op op, const std::vector<Operand> &operands, unsigned window = 0) {
    std::vector<Query> queries;
    for (const Operand &operand : operands) queries.push_back(operand.query);
    return Query(op, queries.begin(), queries.end(), window);
  }

  void combine(Query::op op, size_t count) {
    const auto operands = take(count);
    push(operands.front().first_step, combined(op, operands));
  }

  /// Combines words into a phrase or proximity query.
  ///
  /// If it may take long, it is filtered so that the deadline ends it even if it finds nothing.
  void combine_by_place(Query::op op, size_t index) {
    const cx_step &step = search.steps[index];
    const auto operands = take(step.count);
    const Query query = combined(op, operands, step.window);
    const size_t first = operands.front().first_step;
    const double cost = position_cost * static_cast<double>(index - first);
    const bool is_long = deadline.is_short_for(cost * documents) &&
                         deadline.is_short_for(cost * candidates(operands, index));
    push(first, is_long ? until(deadline, query) : query);
  }

  /// Upper bound on the number of documents that contain all operands.
  double candidates(const std::vector<Operand> &operands, size_t end) {
    double least = documents;
    for (size_t i = 0; i < operands.size(); i++) {
      const size_t last = i + 1 < operands.size() ? operands[i + 1].first_step : end;
      double sum = 0;
      for (size_t step = operands[i].first_step; step < last; step++)
        if (search.steps[step].operation == cx_operation_term)
          sum += database.get_termfreq(cx::string(search.steps[step].term));
      least = std::min(least, sum);
    }
    return least;
  }

  const cx_search &search;
  const Xapian::Database &database;
  Deadline &deadline;
  const double documents;
  bool has_bonus = false;
  std::vector<Operand> stack;
};

}  // namespace

Query make_query(
    const cx_search &search, const Xapian::Database &database, Deadline &deadline) {
  return QueryProgram(search, database, deadline).query();
}

}  // namespace cx
