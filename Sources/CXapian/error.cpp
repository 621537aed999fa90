// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

#include "guard.hpp"

#include <xapian.h>

#include <algorithm>
#include <cstring>
#include <new>
#include <stdexcept>

namespace {

template <size_t Capacity>
void copy(char (&to)[Capacity], const char *from) noexcept {
  const size_t count = std::min(std::strlen(from), Capacity - 1);
  std::memcpy(to, from, count);
  to[count] = '\0';
}

void fill(cx_error &error, cx_status status, const char *type, const char *message) noexcept {
  error.status = status;
  copy(error.type, type);
  copy(error.message, message);
}

void fill(cx_error &error, cx_status status, const Xapian::Error &cause) noexcept {
  fill(error, status, cause.get_type(), "");
  // These calls allocate and may throw; status and type are already set.
  try {
    std::string message = cause.get_msg();
    if (const char *system = cause.get_error_string()) message.append(": ").append(system);
    copy(error.message, message.c_str());
  } catch (...) {
  }
}

}  // namespace

// The only mapping from exceptions to statuses, most specific first.
void cx::classify(cx_error &error) noexcept {
  try {
    throw;
  } catch (const Xapian::DatabaseNotFoundError &cause) {
    fill(error, cx_status_not_found, cause);
  } catch (const Xapian::DocNotFoundError &cause) {
    fill(error, cx_status_not_found, cause);
  } catch (const Xapian::DatabaseLockError &cause) {
    fill(error, cx_status_locked, cause);
  } catch (const Xapian::DatabaseModifiedError &cause) {
    fill(error, cx_status_modified, cause);
  } catch (const Xapian::DatabaseVersionError &cause) {
    fill(error, cx_status_incompatible, cause);
  } catch (const Xapian::DatabaseCorruptError &cause) {
    fill(error, cx_status_corrupt, cause);
  } catch (const Xapian::DatabaseClosedError &cause) {
    fill(error, cx_status_closed, cause);
  } catch (const Xapian::QueryParserError &cause) {
    fill(error, cx_status_invalid_query, cause);
  } catch (const Xapian::WildcardError &cause) {
    fill(error, cx_status_invalid_query, cause);
  } catch (const Xapian::RangeError &cause) {
    fill(error, cx_status_invalid_query, cause);
  } catch (const Xapian::InvalidArgumentError &cause) {
    fill(error, cx_status_invalid_argument, cause);
  } catch (const Xapian::InvalidOperationError &cause) {
    fill(error, cx_status_invalid_argument, cause);
  } catch (const Xapian::FeatureUnavailableError &cause) {
    fill(error, cx_status_unavailable, cause);
  } catch (const Xapian::UnimplementedError &cause) {
    fill(error, cx_status_unavailable, cause);
  } catch (const Xapian::DatabaseError &cause) {
    fill(error, cx_status_storage, cause);
  } catch (const Xapian::NetworkError &cause) {
    fill(error, cx_status_storage, cause);
  } catch (const Xapian::Error &cause) {
    fill(error, cx_status_internal, cause);
  } catch (const std::bad_alloc &) {
    fill(error, cx_status_out_of_memory, "std::bad_alloc", "out of memory");
  } catch (const std::exception &cause) {
    fill(error, cx_status_internal, "std::exception", cause.what());
  } catch (...) {
    fill(error, cx_status_internal, "unknown", "unknown exception");
  }
}

void cx_provoke(cx_status status, cx_error *error) noexcept {
  cx::guarded(*error, false, [&]() -> bool {
    const char *message = "provoked";
    switch (status) {
      case cx_status_ok: return true;
      case cx_status_not_found: throw Xapian::DatabaseNotFoundError(message);
      case cx_status_locked: throw Xapian::DatabaseLockError(message);
      case cx_status_modified: throw Xapian::DatabaseModifiedError(message);
      case cx_status_incompatible: throw Xapian::DatabaseVersionError(message);
      case cx_status_corrupt: throw Xapian::DatabaseCorruptError(message);
      case cx_status_closed: throw Xapian::DatabaseClosedError(message);
      case cx_status_invalid_query: throw Xapian::WildcardError(message);
      case cx_status_invalid_argument: throw Xapian::InvalidArgumentError(message);
      case cx_status_unavailable: throw Xapian::UnimplementedError(message);
      case cx_status_storage: throw Xapian::DatabaseOpeningError(message);
      case cx_status_out_of_memory: throw std::bad_alloc();
      case cx_status_internal: throw std::runtime_error(message);
    }
    throw 0;
  });
}

const char *cx_version(void) noexcept { return Xapian::version_string(); }
