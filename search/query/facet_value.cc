#include "search/query/facet_value.h"

#include <algorithm>
#include <vector>

#include "analysis/text.h"
#include "search/deed/deed.h"

namespace kiertoon {
namespace {

std::vector<std::string> values_of(const Vocabulary& vocabulary, Facet facet) {
  std::vector<std::string> values;
  if (facet == Facet::kLanguage) {
    for (const Language language : kLanguages) {
      values.emplace_back(language_code(language));
    }
  } else if (facet == Facet::kAward) {
    for (const AwardKind kind :
         {AwardKind::kWinner, AwardKind::kHonourableMention, AwardKind::kFinalist}) {
      values.emplace_back(name_of(kind));
    }
  } else if (facet == Facet::kProgramme) {
    for (const auto& programme : vocabulary.programmes()) {
      values.push_back(programme.slug);
    }
  } else if (facet == Facet::kOrganisationType) {
    for (const auto& type : vocabulary.organisation_types()) {
      values.push_back(type.slug);
    }
  }
  return values;
}

}  // namespace

std::optional<std::string> named_facet_value(const Vocabulary& vocabulary,
                                             Facet facet,
                                             std::string_view text) {
  const std::string wanted = fold(normalise(text));
  for (auto& value : values_of(vocabulary, facet)) {
    const bool is_named = fold(value) == wanted ||
                          std::any_of(kLanguages.begin(), kLanguages.end(), [&](Language language) {
                            return fold(vocabulary.label(facet, value, language)) == wanted;
                          });
    if (is_named) {
      return std::move(value);
    }
  }
  return std::nullopt;
}

}  // namespace kiertoon
