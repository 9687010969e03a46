#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/language.h"
#include "base/error.h"
#include "search/deed/deed.h"
#include "search/deed/facet.h"

namespace kiertoon {

// A name in the three languages; an empty one reads as the Finnish.
struct Label {
  std::string fi;
  std::string sv;
  std::string en;

  [[nodiscard]] std::string_view in(Language language) const;
};

struct VocabularyEntry {
  std::string slug;
  Label label;
};

struct OtherName {
  std::string text;
  Language language = Language::kFinnish;
};

struct KnownOrganisation {
  std::string slug;
  OrganisationType type = OrganisationType::kOther;
  Label label;
  std::string official_fi;  // "Limingan kunta"
  std::string official_sv;  // "Limingo kommun"; may be empty
  std::string county;       // slug of the wellbeing services county it belongs to; may be empty
  // What else people call it, by which queries are understood: "Pirha".
  std::vector<OtherName> other_names = {};
};

struct Programme {
  std::string slug;
  int first_year = 0;
  std::optional<int> last_year;
  Label label;
};

// The controlled words of the domain, from data/vocabulary. Immutable, so thread-safe.
class Vocabulary {
 public:
  // Fails with file and line when an entry is not what it should be.
  [[nodiscard]] static Expected<Vocabulary> load(const std::filesystem::path& folder);

  [[nodiscard]] const std::vector<VocabularyEntry>& themes() const { return themes_; }
  [[nodiscard]] const std::vector<VocabularyEntry>& sectors() const { return sectors_; }
  [[nodiscard]] const std::vector<VocabularyEntry>& organisation_types() const {
    return organisation_types_;
  }
  [[nodiscard]] const std::vector<Programme>& programmes() const { return programmes_; }
  [[nodiscard]] const std::vector<KnownOrganisation>& organisations() const {
    return organisations_;
  }

  // The name of a facet's value for people; the value itself when the vocabulary has none.
  [[nodiscard]] std::string label(Facet facet, std::string_view value, Language language) const;

  // The known organisation that carries `name` (any of its names, letter case aside), or none.
  [[nodiscard]] const KnownOrganisation* find_organisation(std::string_view name) const;

  // Slug of an organisation: the vocabulary's, or one made from the name ("Koski Oy" ->
  // "koski-oy").
  [[nodiscard]] std::string organisation_slug(std::string_view name) const;

  [[nodiscard]] bool has_theme(std::string_view slug) const;
  [[nodiscard]] bool has_sector(std::string_view slug) const;

  // The programme a deed of that year belongs to; empty before the first one.
  [[nodiscard]] std::string programme_of(int year) const;

 private:
  std::vector<VocabularyEntry> themes_;
  std::vector<VocabularyEntry> sectors_;
  std::vector<VocabularyEntry> organisation_types_;
  std::vector<Programme> programmes_;
  std::vector<KnownOrganisation> organisations_;
  std::unordered_map<std::string, std::size_t> organisation_by_name_;  // folded name -> index
  std::unordered_map<std::string, std::size_t> organisation_by_slug_;

  [[nodiscard]] Expected<void> load_organisations(const std::filesystem::path& path);
  [[nodiscard]] Expected<void> load_other_names(const std::filesystem::path& path);
};

// A lower-case ASCII slug of a name: "Koskiseudun Tukipalvelut Oy" ->
// "koskiseudun-tukipalvelut-oy". A name with letters of another script, or without any, carries a
// hash, so that no two fall together: "Хельсинки" -> "helsinki-b9e42107". Empty for a blank name.
[[nodiscard]] std::string slug_of(std::string_view name);

}  // namespace kiertoon
