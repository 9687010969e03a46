#include "analysis/thesaurus_names.h"

#include <algorithm>
#include <utility>

#include "analysis/text.h"
#include "base/utf8.h"

namespace kiertoon {
namespace {

constexpr std::size_t kMostConceptsOfName = 2;

}  // namespace

Expected<std::unique_ptr<ThesaurusNames>> ThesaurusNames::create() {
  auto names = NameTableBuilder::create();
  if (!names) {
    return tl::unexpected(names.error());
  }
  return std::unique_ptr<ThesaurusNames>(new ThesaurusNames(std::move(*names)));
}

NameVerdict ThesaurusNames::add(std::string_view name,
                                Language language,
                                std::uint32_t concept_number) {
  if (name.empty()) {
    return NameVerdict::kEmpty;
  }
  if (name.size() > kLongestThesaurusName) {
    return NameVerdict::kTooLong;
  }
  if (!is_valid_utf8(name)) {
    return NameVerdict::kNotUtf8;
  }
  auto& carriers = concepts_of_name_.at(static_cast<std::size_t>(language))[fold(normalise(name))];
  if (std::find(carriers.begin(), carriers.end(), concept_number) != carriers.end()) {
    return NameVerdict::kKnown;
  }
  if (carriers.size() == kMostConceptsOfName) {
    return NameVerdict::kTooManyConcepts;
  }
  if (!names_->add(name, language, concept_number)) {
    return NameVerdict::kNoWordOrTooMany;
  }
  carriers.push_back(concept_number);
  return NameVerdict::kTaken;
}

}  // namespace kiertoon
