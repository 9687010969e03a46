#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "analysis/language.h"

namespace kiertoon {

// A Snowball stemmer (Porter, 2001; Xapian's implementation). Not thread-safe.
class Snowball {
 public:
  explicit Snowball(Language language);
  ~Snowball();
  Snowball(const Snowball&) = delete;
  Snowball& operator=(const Snowball&) = delete;
  Snowball(Snowball&&) = delete;
  Snowball& operator=(Snowball&&) = delete;

  // Expects a word in lower case; returns its stem, accents as they are.
  [[nodiscard]] std::string stem(std::string_view lower_case_word) const;

 private:
  struct Stemmer;
  std::unique_ptr<Stemmer> stemmer_;
};

}  // namespace kiertoon
