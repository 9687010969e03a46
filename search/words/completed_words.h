#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analyzer.h"
#include "search/words/completion_table.h"
#include "search/words/word_list.h"

namespace kiertoon {

// Which words the forms of a list are completed to: base forms, of several the form itself or the
// one that most deeds have; nouns in -minen for their forms ("johtamisessa": not "johtaa"); forms
// that have none of these. "asiakirjojen" may be of "asiakirja" and of "asiakirjo", which nobody
// means and nobody is shown. Both must outlive the object.
class CompletedWords {
 public:
  CompletedWords(const WordList& words, Analyzer& analyzer);

  // The words, some several times. Function words, words with digits and single letters are left
  // out. Their tags are languages.
  [[nodiscard]] std::vector<CompletionText> texts() const;

  // What the form is completed to; empty when deeds do not write it.
  [[nodiscard]] std::string_view of(WordList::Number form) const { return texts_[form]; }

 private:
  [[nodiscard]] bool has_twin_with_base(WordList::Number form) const;
  [[nodiscard]] std::optional<WordList::Number> base_of(WordList::Number form) const;
  [[nodiscard]] std::string text_of(WordList::Number form);
  [[nodiscard]] std::string action_noun_of(WordList::Number form, WordList::Number base);

  const WordList& words_;
  Analyzer& analyzer_;
  std::vector<std::string> texts_;              // by form
  std::map<std::string, std::uint32_t> nouns_;  // in -minen, with about the deeds that have them
};

}  // namespace kiertoon
