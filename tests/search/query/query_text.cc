#include "tests/search/query/query_text.h"

#include <utility>

#include "tests/analysis/test_analyzer.h"
#include "tests/test_folder.h"
#include "tests/value_or_throw.h"

namespace kiertoon {

QueryText::QueryText(std::string_view text)
    : clause_{.text = std::string(text)},
      detected_(test_analyzer().detect_language(text)),
      runs_(1) {
  for (auto& token : test_analyzer().analyze(clause_.text, detected_, TextRole::kQuery)) {
    const std::string_view word =
        std::string_view(clause_.text).substr(token.start, token.end - token.start);
    const bool is_stop_word = test_analyzer().is_stop_word(word, detected_);
    runs_.front().push_back({std::move(token), word, &clause_, is_stop_word});
  }
}

Thesaurus thesaurus_of(std::string_view lines) {
  const TestFolder folder;
  return value_or_throw(Thesaurus::load({folder.write("thesaurus.tsv", lines)}));
}

}  // namespace kiertoon
