#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kiertoon {

// Where one token of a text stands.
struct TokenPlace {
  std::uint32_t start = 0;  // bytes into its text
  std::uint32_t end = 0;
  std::uint32_t position = 0;  // in the index; positions grow within a text and from text to text
};

// Places of the tokens of each running text of a deed (see running_texts()), so that a snippet can
// be cut from matching positions without analysing the text again.
using TokenTable = std::vector<std::vector<TokenPlace>>;

// Compact bytes: variable-length differences, about three a token. Reading bytes that
// encode_token_table() did not write yields an empty table.
[[nodiscard]] std::string encode_token_table(const TokenTable& table);
[[nodiscard]] TokenTable decode_token_table(std::string_view bytes);

}  // namespace kiertoon
