#include "search/index/token_table.h"

#include <cstring>
#include <span>
#include <utility>

namespace kiertoon {
namespace {

constexpr std::uint32_t kPayloadBits = 7;
constexpr std::uint32_t kContinues = 1U << kPayloadBits;
constexpr std::uint32_t kMaxShift = 28;
constexpr std::size_t kUsualHashes = 4;  // of a token

// LEB128: seven bits a byte, least significant first.
void put(std::string& bytes, std::uint32_t value) {
  while (value >= kContinues) {
    bytes += static_cast<char>((value & (kContinues - 1)) | kContinues);
    value >>= kPayloadBits;
  }
  bytes += static_cast<char>(value);
}

// What is left of the bytes. Once they have ended too early, nothing more can be read.
class Input {
 public:
  explicit Input(std::string_view bytes) : rest_(bytes) {}

  [[nodiscard]] std::uint32_t number() {
    if (!rest_.empty() && static_cast<unsigned char>(rest_.front()) < kContinues) {
      const auto value = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      return value;
    }
    return long_number();
  }

  void hashes(std::uint32_t count, std::vector<std::uint16_t>& read) {
    const std::size_t size = count * sizeof(std::uint16_t);
    if (rest_.size() < size) {
      fail();
      return;
    }
    const std::size_t known = read.size();
    read.resize(known + count);
    std::memcpy(read.data() + known, rest_.data(), size);
    rest_.remove_prefix(size);
  }

  void fail() {
    has_failed_ = true;
    rest_ = {};
  }

  [[nodiscard]] std::size_t size() const { return rest_.size(); }
  [[nodiscard]] bool has_failed() const { return has_failed_; }

 private:
  [[nodiscard]] std::uint32_t long_number() {
    std::uint32_t value = 0;
    for (std::uint32_t shift = 0; shift <= kMaxShift && !rest_.empty(); shift += kPayloadBits) {
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      value |= (byte & (kContinues - 1)) << shift;
      if (byte < kContinues) {
        return value;
      }
    }
    fail();
    return 0;
  }

  std::string_view rest_;
  bool has_failed_ = false;
};

void put_hashes(std::string& bytes, std::span<const std::uint16_t> hashes) {
  bytes.append(reinterpret_cast<const char*>(hashes.data()), hashes.size_bytes());
}

void read_token(Input& input, TextTokens& text) {
  const std::uint32_t previous_end = text.places.empty() ? 0 : text.places.back().end;
  const std::uint32_t start = previous_end + input.number();
  const std::uint32_t end = start + input.number();
  const std::uint32_t hash_count = input.number();
  if (input.has_failed() || start < previous_end || end < start) {
    input.fail();
    return;
  }
  text.places.push_back({start, end, static_cast<std::uint32_t>(text.hashes.size()), hash_count});
  input.hashes(hash_count, text.hashes);
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
      put_hashes(bytes, text.hashes_of(place));
      end = place.end;
    }
  }
  return bytes;
}

TokenTable decode_token_table(std::string_view bytes) {
  TokenTable table;
  Input input(bytes);
  const std::uint32_t texts = input.number();
  for (std::uint32_t text = 0; text < texts && !input.has_failed(); ++text) {
    const std::uint32_t tokens = input.number();
    if (tokens > input.size()) {
      return {};
    }
    auto& added = table.emplace_back();
    added.places.reserve(tokens);
    added.hashes.reserve(tokens * kUsualHashes);
    for (std::uint32_t i = 0; i < tokens && !input.has_failed(); ++i) {
      read_token(input, added);
    }
  }
  return input.has_failed() || input.size() > 0 ? TokenTable() : table;
}

}  // namespace kiertoon
