#include "search/token_table.h"

#include <optional>

namespace kiertoon {
namespace {

constexpr std::uint32_t kPayloadBits = 7;
constexpr std::uint32_t kContinues = 1U << kPayloadBits;
constexpr std::uint32_t kMaxShift = 28;

// LEB128: seven bits a byte, least significant first.
void put(std::string& bytes, std::uint32_t value) {
  while (value >= kContinues) {
    bytes += static_cast<char>((value & (kContinues - 1)) | kContinues);
    value >>= kPayloadBits;
  }
  bytes += static_cast<char>(value);
}

std::optional<std::uint32_t> get(std::string_view& bytes) {
  std::uint32_t value = 0;
  for (std::uint32_t shift = 0; shift <= kMaxShift && !bytes.empty(); shift += kPayloadBits) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    value |= (byte & (kContinues - 1)) << shift;
    if (byte < kContinues) {
      return value;
    }
  }
  return std::nullopt;
}

std::optional<TokenPlace> get_place(std::string_view& bytes, const TokenPlace& previous) {
  const auto gap = get(bytes);
  const auto length = get(bytes);
  const auto step = get(bytes);
  if (!gap || !length || !step) {
    return std::nullopt;
  }
  const std::uint32_t start = previous.end + *gap;
  return TokenPlace{.start = start, .end = start + *length, .position = previous.position + *step};
}

}  // namespace

std::string encode_token_table(const TokenTable& table) {
  std::string bytes;
  put(bytes, static_cast<std::uint32_t>(table.size()));
  std::uint32_t position = 0;
  for (const auto& text : table) {
    put(bytes, static_cast<std::uint32_t>(text.size()));
    std::uint32_t end = 0;
    for (const auto& token : text) {
      put(bytes, token.start - end);
      put(bytes, token.end - token.start);
      put(bytes, token.position - position);
      end = token.end;
      position = token.position;
    }
  }
  return bytes;
}

TokenTable decode_token_table(std::string_view bytes) {
  TokenTable table;
  const auto texts = get(bytes);
  TokenPlace previous;
  for (std::uint32_t text = 0; texts && text < *texts; ++text) {
    const auto tokens = get(bytes);
    if (!tokens || *tokens > bytes.size()) {
      return {};
    }
    previous.end = 0;
    auto& places = table.emplace_back();
    places.reserve(*tokens);
    for (std::uint32_t i = 0; i < *tokens; ++i) {
      const auto place = get_place(bytes, previous);
      if (!place) {
        return {};
      }
      places.push_back(*place);
      previous = *place;
    }
  }
  return table;
}

}  // namespace kiertoon
