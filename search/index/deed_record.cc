#include "search/index/deed_record.h"

#include <utility>

#include "base/byte_stream.h"
#include "search/index/deed_bytes.h"

namespace kiertoon {

// The deed, then the token table.
std::string encode_deed_record(const Deed& deed, const TokenTable& tokens) {
  ByteWriter writer;
  writer.text(encode_deed(deed));
  writer.text(encode_token_table(tokens));
  return writer.take();
}

Expected<Deed> decode_deed_of_record(std::string_view bytes) {
  const auto deed_bytes = ByteReader(bytes).text();
  auto deed = deed_bytes ? decode_deed(*deed_bytes) : std::nullopt;
  return deed ? Expected<Deed>(std::move(*deed))
              : fail(ErrorCode::kInvalidData,
                     "a stored deed is damaged",
                     "build the index anew: kiertoon-indexer build");
}

Expected<DeedRecord> decode_deed_record(std::string_view bytes) {
  return decode_deed_of_record(bytes).map([bytes](Deed&& deed) {
    ByteReader reader(bytes);
    static_cast<void>(reader.text());
    const auto tokens = reader.text();
    return DeedRecord{.deed = std::move(deed),
                      .tokens = tokens ? decode_token_table(*tokens) : TokenTable()};
  });
}

}  // namespace kiertoon
