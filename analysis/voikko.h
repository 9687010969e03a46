#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace kiertoon {

// What Voikko says of a word form; texts as Voikko gives them.
struct VoikkoAnalysis {
  std::string base_form;   // BASEFORM
  std::string word_bases;  // WORDBASES: "+työ(työ)+hyvinvointi(hyvin=vointi)"; may be empty
  std::string structure;   // STRUCTURE: "=ppp=ppppppppppp", one letter a letter of the form
};

// Voikko's Finnish morphology. Not thread-safe; about 3 MiB each, 14-40 microseconds a word.
class Voikko {
 public:
  [[nodiscard]] static Expected<std::unique_ptr<Voikko>> create();
  ~Voikko();
  Voikko(const Voikko&) = delete;
  Voikko& operator=(const Voikko&) = delete;
  Voikko(Voikko&&) = delete;
  Voikko& operator=(Voikko&&) = delete;

  // All analyses of a normalised word; empty when Voikko does not know it. Order is Voikko's and
  // differs between systems.
  [[nodiscard]] std::vector<VoikkoAnalysis> analyze(std::string_view word);

  // Whether every analysis of the word is a verb's; false when there is none. Participles are
  // adjectives.
  [[nodiscard]] bool is_verb(std::string_view word);

 private:
  struct Handle;
  explicit Voikko(std::unique_ptr<Handle> handle);
  std::unique_ptr<Handle> handle_;
};

}  // namespace kiertoon
