#include "analysis/collation.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

#include <unicode/coll.h>
#include <unicode/unistr.h>

namespace kiertoon {
namespace {

constexpr std::size_t kLongestKey = 200;

std::unique_ptr<icu::Collator> make_collator() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Collator> collator(icu::Collator::createInstance(icu::Locale("fi"), status));
  if (U_FAILURE(status) != 0) {
    return nullptr;
  }
  collator->setAttribute(UCOL_ALTERNATE_HANDLING, UCOL_SHIFTED, status);
  collator->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
  return collator;
}

}  // namespace

std::string finnish_sort_key(std::string_view text) {
  // A const collator may be used by several threads.
  static const std::unique_ptr<icu::Collator> collator = make_collator();
  if (!collator) {
    return std::string(text.substr(0, kLongestKey));
  }
  const auto unicode = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  std::array<std::uint8_t, kLongestKey> key{};
  const std::int32_t needed =
      collator->getSortKey(unicode, key.data(), static_cast<std::int32_t>(key.size()));
  const auto length = std::min(static_cast<std::size_t>(needed), key.size());
  return {reinterpret_cast<const char*>(key.data()),
          length == 0 ? 0 : length - (length == key.size() ? 0 : 1)};
}

}  // namespace kiertoon
