#include "search/index/deed_fields.h"

#include <algorithm>
#include <utility>

#include "analysis/text.h"

namespace kiertoon {
namespace {

void add_once(std::vector<std::string>& values, std::string value) {
  if (!value.empty() && std::find(values.begin(), values.end(), value) == values.end()) {
    values.push_back(std::move(value));
  }
}

void add_label(std::vector<NameText>& names, TextField field, const Label& label) {
  names.push_back({field, label.fi, Language::kFinnish});
  if (!label.sv.empty() && label.sv != label.fi) {
    names.push_back({field, label.sv, Language::kSwedish});
  }
  if (!label.en.empty() && label.en != label.fi && label.en != label.sv) {
    names.push_back({field, label.en, Language::kEnglish});
  }
}

Label labels_of(const Vocabulary& vocabulary, Facet facet, std::string_view slug) {
  return {.fi = vocabulary.label(facet, slug, Language::kFinnish),
          .sv = vocabulary.label(facet, slug, Language::kSwedish),
          .en = vocabulary.label(facet, slug, Language::kEnglish)};
}

void add_organisation_names(std::vector<NameText>& names,
                            const Organisation& organisation,
                            const Vocabulary& vocabulary,
                            Language language) {
  names.push_back({TextField::kOrganisations, organisation.name, language});
  if (const auto* known = vocabulary.find_organisation(organisation.name)) {
    add_label(names, TextField::kOrganisations, known->label);
    if (!known->official_sv.empty()) {
      names.push_back({TextField::kOrganisations, known->official_sv, Language::kSwedish});
    }
  }
}

}  // namespace

std::vector<FieldText> running_texts(const Deed& deed) {
  std::vector<FieldText> texts{{TextField::kTitle, deed.title},
                               {TextField::kSummary, deed.summary}};
  for (const auto& section : deed.sections) {
    texts.push_back({TextField::kSections, section.text});
  }
  return texts;
}

std::vector<NameText> name_texts(const Deed& deed, const Vocabulary& vocabulary) {
  std::vector<NameText> names;
  for (const auto& organisation : deed.organisations) {
    add_organisation_names(names, organisation, vocabulary, deed.language);
  }
  for (const auto& keyword : deed.keywords) {
    names.push_back({TextField::kKeywords, keyword, deed.language});
  }
  for (const auto& theme : deed.themes) {
    add_label(names, TextField::kThemes, labels_of(vocabulary, Facet::kTheme, theme));
  }
  for (const auto& sector : deed.sectors) {
    add_label(names, TextField::kSectors, labels_of(vocabulary, Facet::kSector, sector));
  }
  return names;
}

std::string keyword_value(std::string_view keyword) {
  return to_lower(normalise(keyword));
}

FacetValues facet_values(const Deed& deed, const Vocabulary& vocabulary) {
  FacetValues values;
  const auto add = [&](Facet facet, std::string value) {
    add_once(values.at(index_of(facet)), std::move(value));
  };
  for (const auto& theme : deed.themes) {
    add(Facet::kTheme, theme);
  }
  for (const auto& sector : deed.sectors) {
    add(Facet::kSector, sector);
  }
  for (const auto& organisation : deed.organisations) {
    add(Facet::kOrganisation, vocabulary.organisation_slug(organisation.name));
    add(Facet::kOrganisationType, std::string(name_of(organisation.type)));
  }
  add(Facet::kLanguage, std::string(language_code(deed.language)));
  for (const auto& award : deed.awards) {
    add(Facet::kAward, std::string(name_of(award.kind)));
  }
  for (const auto& keyword : deed.keywords) {
    add(Facet::kKeyword, keyword_value(keyword));
  }
  if (deed.published) {
    const int year = static_cast<int>(deed.published->year());
    add(Facet::kYear, std::to_string(year));
    add(Facet::kProgramme, vocabulary.programme_of(year));
  }
  return values;
}

}  // namespace kiertoon
