#include "search/index/token_table.h"

#include <optional>
#include <utility>

namespace kiertoon {
namespace {

constexpr std::uint32_t kPayloadBits = 7;
constexpr std::uint32_t kContinues = 1U << kPayloadBits;
constexpr std::uint32_t kMaxShift = 28;
constexpr std::uint32_t kByteBits = 8;
constexpr std::uint32_t kByteMask = 0xFF;

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

void put_hash(std::string& bytes, std::uint16_t hash) {
  bytes += static_cast<char>(hash & kByteMask);
  bytes += static_cast<char>(hash >> kByteBits);
}

// Appends the next token to `text`; false when the bytes are not a token's.
bool get_token(std::string_view& bytes, TextTokens& text) {
  const std::uint32_t previous_end = text.places.empty() ? 0 : text.places.back().end;
  const auto gap = get(bytes);
  const auto length = get(bytes);
  const auto count = get(bytes);
  if (!gap || !length || !count || bytes.size() < 2 * static_cast<std::size_t>(*count)) {
    return false;
  }
  const std::uint32_t start = previous_end + *gap;
  if (start < previous_end || start + *length < start) {
    return false;
  }
  text.places.push_back(
      {start, start + *length, static_cast<std::uint32_t>(text.hashes.size()), *count});
  for (std::uint32_t i = 0; i < *count; ++i) {
    const auto low = static_cast<unsigned char>(bytes[0]);
    const auto high = static_cast<unsigned char>(bytes[1]);
    text.hashes.push_back(static_cast<std::uint16_t>(low | (high << kByteBits)));
    bytes.remove_prefix(2);
  }
  return true;
}

}  // namespace

// FNV-1a of 32 bits, folded.
std::uint16_t term_hash(TermClass term_class, std::string_view text) {
  constexpr std::uint32_t kOffsetBasis = 2166136261U;
  constexpr std::uint32_t kPrime = 16777619U;
  std::uint32_t hash = (kOffsetBasis ^ static_cast<std::uint32_t>(term_class)) * kPrime;
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
  }
  return static_cast<std::uint16_t>(hash ^ (hash >> 16U));
}

std::string encode_token_table(const TokenTable& table) {
  std::string bytes;
  put(bytes, static_cast<std::uint32_t>(table.size()));
  for (const auto& text : table) {
    put(bytes, static_cast<std::uint32_t>(text.places.size()));
    std::uint32_t end = 0;
    for (const auto& place : text.places) {
      put(bytes, place.start - end);
      put(bytes, place.end - place.start);
      put(bytes, place.hash_count);
      for (const std::uint16_t hash : text.hashes_of(place)) {
        put_hash(bytes, hash);
      }
      end = place.end;
    }
  }
  return bytes;
}

TokenTable decode_token_table(std::string_view bytes) {
  TokenTable table;
  const auto texts = get(bytes);
  for (std::uint32_t text = 0; texts && text < *texts; ++text) {
    const auto tokens = get(bytes);
    if (!tokens || *tokens > bytes.size()) {
      return {};
    }
    auto& added = table.emplace_back();
    added.places.reserve(*tokens);
    for (std::uint32_t i = 0; i < *tokens; ++i) {
      if (!get_token(bytes, added)) {
        return {};
      }
    }
  }
  return bytes.empty() ? table : TokenTable();
}

}  // namespace kiertoon
