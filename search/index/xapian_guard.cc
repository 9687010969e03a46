#include "search/index/xapian_guard.h"

#include <string>

#include <xapian.h>

namespace kiertoon {
namespace {

Error error_from(std::string_view action,
                 const Xapian::Error& error,
                 ErrorCode code,
                 std::string hint) {
  return {code, std::string(action) + ": " + error.get_msg(), std::move(hint)};
}

}  // namespace

Error current_xapian_error(std::string_view action) {
  try {
    throw;
  } catch (const Xapian::DatabaseLockError& error) {
    return error_from(
        action, error, ErrorCode::kBusy, "another indexer is at work; wait until it has ended");
  } catch (const Xapian::DatabaseVersionError& error) {
    return error_from(
        action, error, ErrorCode::kVersionMismatch, "build the index anew: kiertoon-indexer build");
  } catch (const Xapian::DatabaseModifiedError& error) {
    return error_from(
        action, error, ErrorCode::kUnavailable, "the index was changed meanwhile; try again");
  } catch (const Xapian::DatabaseNotFoundError& error) {
    return error_from(
        action, error, ErrorCode::kUnavailable, "build an index: kiertoon-indexer build");
  } catch (const Xapian::DatabaseOpeningError& error) {
    return error_from(action, error, ErrorCode::kUnavailable, "check the path and its permissions");
  } catch (const Xapian::DatabaseCorruptError& error) {
    return error_from(
        action, error, ErrorCode::kInvalidData, "build the index anew: kiertoon-indexer build");
  } catch (const Xapian::InvalidArgumentError& error) {
    return error_from(action, error, ErrorCode::kInvalidArgument, "");
  } catch (const Xapian::Error& error) {
    return error_from(action, error, ErrorCode::kInternal, "");
  }
}

}  // namespace kiertoon
