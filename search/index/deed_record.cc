#include "search/index/deed_record.h"

#include <charconv>
#include <utility>

#include "search/deed/deed_json.h"

namespace kiertoon {
namespace {

constexpr char kSizeEnd = '\n';

}  // namespace

// The size of the JSON in digits, a line end, the JSON, the token table.
std::string encode_deed_record(const Deed& deed, const TokenTable& tokens) {
  const std::string json = serialise_deed(deed);
  return std::to_string(json.size()) + kSizeEnd + json + encode_token_table(tokens);
}

Expected<DeedRecord> decode_deed_record(std::string_view bytes) {
  std::size_t size = 0;
  const auto [end, error] = std::from_chars(bytes.data(), bytes.data() + bytes.size(), size);
  const auto digits = static_cast<std::size_t>(end - bytes.data());
  if (error != std::errc() || digits >= bytes.size() || bytes[digits] != kSizeEnd ||
      size > bytes.size() - digits - 1) {
    return fail(ErrorCode::kInvalidData,
                "a stored deed is damaged",
                "build the index anew: kiertoon-indexer build");
  }
  auto parsed = parse_deed(bytes.substr(digits + 1, size));
  if (!parsed) {
    const std::string reason =
        parsed.error().empty() ? std::string() : ": " + parsed.error().front().to_string();
    return fail(ErrorCode::kInvalidData,
                "a stored deed is damaged" + reason,
                "build the index anew: kiertoon-indexer build");
  }
  return DeedRecord{.deed = std::move(parsed->deed),
                    .tokens = decode_token_table(bytes.substr(digits + 1 + size))};
}

}  // namespace kiertoon
