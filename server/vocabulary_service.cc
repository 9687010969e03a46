#include "server/vocabulary_service.h"

#include <array>
#include <cstdint>
#include <map>
#include <unordered_set>
#include <utility>

#include "server/etag.h"
#include "server/json_writer.h"

namespace kiertoon {

namespace {

constexpr std::size_t kExpectedBytes = 131'072;

// Deeds of the index by facet and value.
class Counts {
 public:
  explicit Counts(const FacetTable& table) {
    for (const FacetCounts& facet : table) {
      for (const FacetValue& value : facet.values) {
        counts_.at(index_of(facet.facet)).emplace(value.value, value.count);
      }
    }
  }

  [[nodiscard]] std::uint64_t of(Facet facet, std::string_view value) const {
    const auto& values = all(facet);
    const auto found = values.find(value);
    return found == values.end() ? 0 : found->second;
  }

  [[nodiscard]] const std::map<std::string, std::uint64_t, std::less<>>& all(Facet facet) const {
    return counts_.at(index_of(facet));
  }

 private:
  std::array<std::map<std::string, std::uint64_t, std::less<>>, kFacetCount> counts_;
};

class VocabularyView {
 public:
  VocabularyView(const Vocabulary& vocabulary, const Counts& counts)
      : vocabulary_(vocabulary), counts_(counts) {}

  std::string json() && {
    json_.object([&] {
      entries("themes", vocabulary_.themes(), Facet::kTheme);
      entries("sectors", vocabulary_.sectors(), Facet::kSector);
      entries("organisation_types", vocabulary_.organisation_types(), Facet::kOrganisationType);
      programmes();
      organisations();
      years();
    });
    return std::move(json_).take();
  }

 private:
  void names(const Label& label) {
    json_.key("names");
    json_.object([&] {
      for (const Language language : kLanguages) {
        json_.field(language_code(language), label.in(language));
      }
    });
  }

  void entries(std::string_view key, const std::vector<VocabularyEntry>& items, Facet facet) {
    json_.list(key, items, [&](const VocabularyEntry& entry) {
      json_.object([&] {
        json_.field("slug", entry.slug);
        names(entry.label);
        json_.field("count", counts_.of(facet, entry.slug));
      });
    });
  }

  void programmes() {
    json_.list("programmes", vocabulary_.programmes(), [&](const Programme& programme) {
      json_.object([&] {
        json_.field("slug", programme.slug);
        names(programme.label);
        json_.field("first_year", static_cast<std::uint64_t>(programme.first_year));
        json_.key("last_year");
        if (programme.last_year) {
          json_.number(static_cast<std::uint64_t>(*programme.last_year));
        } else {
          json_.null();
        }
        json_.field("count", counts_.of(Facet::kProgramme, programme.slug));
      });
    });
  }

  // Those of the vocabulary, then those that only the deeds name.
  void organisations() {
    std::unordered_set<std::string_view> known;
    json_.key("organisations");
    json_.array([&] {
      for (const KnownOrganisation& organisation : vocabulary_.organisations()) {
        known.insert(organisation.slug);
        write_known(organisation);
      }
      for (const auto& [slug, count] : counts_.all(Facet::kOrganisation)) {
        if (!known.contains(slug)) {
          write_unknown(slug, count);
        }
      }
    });
  }

  void write_known(const KnownOrganisation& organisation) {
    json_.object([&] {
      json_.field("slug", organisation.slug);
      json_.field("type", name_of(organisation.type));
      names(organisation.label);
      json_.field_or_null("official_fi", organisation.official_fi);
      json_.field_or_null("official_sv", organisation.official_sv);
      json_.field_or_null("county", organisation.county);
      json_.field("count", counts_.of(Facet::kOrganisation, organisation.slug));
    });
  }

  void write_unknown(const std::string& slug, std::uint64_t count) {
    json_.object([&] {
      json_.field("slug", slug);
      json_.field_or_null("type", "");
      const std::string name(vocabulary_.label(Facet::kOrganisation, slug, Language::kFinnish));
      names({.fi = name, .sv = {}, .en = {}});
      json_.field_or_null("official_fi", "");
      json_.field_or_null("official_sv", "");
      json_.field_or_null("county", "");
      json_.field("count", count);
    });
  }

  void years() {
    json_.list("years", counts_.all(Facet::kYear), [&](const auto& year) {
      json_.object([&] {
        json_.field("year", year.first);
        json_.field("count", year.second);
      });
    });
  }

  const Vocabulary& vocabulary_;
  const Counts& counts_;
  JsonWriter json_{kExpectedBytes};
};

}  // namespace

Reply VocabularyService::answer(const Call& call) {
  if (const auto checked = call.parameters.only({}); !checked) {
    return reply_of(checked.error());
  }
  const std::string etag =
      make_etag({"vocabulary", context_.edition, context_.search.generation()});
  return answer_unless_known(call, {.etag = etag}, [&]() -> Reply {
    const auto table = context_.search.counts();
    const Counts counts(*table);
    return {.body = VocabularyView(context_.search.vocabulary(), counts).json()};
  });
}

}  // namespace kiertoon
