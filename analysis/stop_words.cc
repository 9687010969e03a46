#include "analysis/stop_words.h"

#include "analysis/text.h"
#include "base/tsv.h"

namespace kiertoon {

Expected<StopWords> StopWords::load(const std::filesystem::path& folder) {
  StopWords stop_words;
  for (const Language language : kLanguages) {
    const auto rows = read_tsv(folder / (std::string(language_code(language)) + ".txt"));
    if (!rows) {
      return tl::unexpected(rows.error());
    }
    for (const auto& row : *rows) {
      stop_words.words_.at(static_cast<std::size_t>(language)).insert(fold(normalise(row.cell(0))));
    }
  }
  return stop_words;
}

bool StopWords::contains(std::string_view folded, Language language) const {
  return words_.at(static_cast<std::size_t>(language)).contains(folded);
}

}  // namespace kiertoon
