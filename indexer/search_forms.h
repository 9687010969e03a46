#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/analyzer.h"
#include "analysis/language.h"

namespace kiertoon {

// How people ask for what a vocabulary labels. Not thread-safe.
class SearchForms {
 public:
  // `analyzer` outlives it.
  explicit SearchForms(Analyzer& analyzer) : analyzer_(analyzer) {}

  // Forms of a label beside the label itself: without a qualifier ("kuusi (puut)" -> "kuusi"), and
  // in Finnish with each word in its base form where there is but one ("sähköiset palvelut" ->
  // "sähköinen palvelu"; "johtaminen" -> "johtaa", as every form of it is analysed).
  [[nodiscard]] std::vector<std::string> of(std::string_view label, Language language) const;

 private:
  [[nodiscard]] std::string in_base_form(std::string_view label) const;

  Analyzer& analyzer_;
};

}  // namespace kiertoon
