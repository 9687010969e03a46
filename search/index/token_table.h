#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "search/index/schema.h"

namespace kiertoon {

// Where one token of a text stands, and which terms it may have.
struct TokenPlace {
  std::uint32_t start = 0;  // bytes into its text
  std::uint32_t end = 0;
  std::uint32_t first_hash = 0;  // into TextTokens::hashes
  std::uint32_t hash_count = 0;
};

struct TextTokens {
  std::vector<TokenPlace> places;
  std::vector<std::uint16_t> hashes;  // term_hash() of the terms of each token

  [[nodiscard]] std::span<const std::uint16_t> hashes_of(const TokenPlace& place) const {
    return std::span(hashes).subspan(place.first_hash, place.hash_count);
  }
};

// The tokens of each running text of a deed (see running_texts()): a snippet is cut from them
// without analysing the text again. A token whose hash is wanted has the wanted term very likely;
// analysing that one token makes it sure.
using TokenTable = std::vector<TextTokens>;

// 16 bits that tell terms of the index apart well enough to look at few tokens in vain. Part of the
// index's format.
[[nodiscard]] std::uint16_t term_hash(TermClass term_class, std::string_view text);

// Compact bytes: variable-length differences and the hashes. Reading bytes that
// encode_token_table() did not write yields an empty table.
[[nodiscard]] std::string encode_token_table(const TokenTable& table);
[[nodiscard]] TokenTable decode_token_table(std::string_view bytes);

}  // namespace kiertoon
