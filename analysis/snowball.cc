#include "analysis/snowball.h"

#include <xapian.h>

namespace kiertoon {

struct Snowball::Stemmer {
  Xapian::Stem stem;
};

Snowball::Snowball(Language language)
    : stemmer_(
          std::make_unique<Stemmer>(Stemmer{Xapian::Stem(std::string(language_code(language)))})) {}

Snowball::~Snowball() = default;

std::string Snowball::stem(std::string_view lower_case_word) const {
  return stemmer_->stem(std::string(lower_case_word));
}

}  // namespace kiertoon
