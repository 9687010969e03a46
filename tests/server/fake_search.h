#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "search/search_service.h"

namespace kiertoon::fake {

// The project's own vocabulary.
inline const Vocabulary& real_vocabulary() {
  static const Vocabulary vocabulary =
      Vocabulary::load(std::string(KIERTOON_SOURCE_DIR) + "/data/vocabulary").value();
  return vocabulary;
}

// Answers without an index, and remembers what it was asked.
class FakeSearch final : public SearchService {
 public:
  Expected<SearchResult> search(const SearchRequest& request) override {
    std::this_thread::sleep_for(delay);
    const std::lock_guard lock(mutex_);
    ++searches;
    last = request;
    if (throwing) {
      throw std::runtime_error("secret of the library");
    }
    if (failure) {
      return tl::unexpected<Error>(*failure);
    }
    SearchResult answer = result;
    answer.generation = answering_generation.empty() ? generation_name : answering_generation;
    return answer;
  }

  Expected<std::optional<StoredDeed>> deed(std::string_view id) override {
    return stored.deed.id == id ? std::optional(stored) : std::nullopt;
  }

  std::vector<Token> analyze(std::string_view text, Language /*language*/) override {
    const auto terms = std::make_shared<const TermList>(
        TermList{{.text = "työ", .kind = TermKind::kBaseForm, .begin = 0, .end = 4}});
    return {{.start = 0, .end = static_cast<std::uint32_t>(text.size()), .terms = terms}};
  }

  Language detect_language(std::string_view /*text*/) override { return Language::kSwedish; }
  [[nodiscard]] const Vocabulary& vocabulary() const override { return real_vocabulary(); }
  [[nodiscard]] std::shared_ptr<const FacetTable> counts() const override {
    return std::make_shared<const FacetTable>(table);
  }
  [[nodiscard]] std::string generation() const override { return generation_name; }
  [[nodiscard]] std::size_t deed_count() const override { return 212; }

  SearchResult result;
  StoredDeed stored;
  FacetTable table;
  std::optional<Error> failure;
  bool throwing = false;
  std::chrono::milliseconds delay{0};
  std::string generation_name = "g1";
  std::string answering_generation;  // of a search; empty: the same
  std::optional<SearchRequest> last;
  int searches = 0;

 private:
  std::mutex mutex_;
};

// A hit with a bit of everything.
inline Hit example_hit(const std::string& id) {
  return {.id = id,
          .score = 12.345678,
          .url = "https://example.org/" + id,
          .title = {{.text = "Mallia "}, {.text = "työhyvinvointiin", .match = true}},
          .snippet = {{.text = "Työ\"ryhmä\" <b>\n"}, {.text = "tukee", .match = true}},
          .organisations = {{.slug = "kuusaranta",
                             .name = "Kuusarannan kaupunki",
                             .type = OrganisationType::kMunicipality,
                             .role = OrganisationRole::kLead}},
          .themes = {"tyohyvinvointi"},
          .sectors = {},
          .published = std::chrono::year(2021) / 9 / 14,
          .awards = {{.year = 2021, .kind = AwardKind::kWinner, .category = {}}},
          .matched = {{.word = "työhyvinvoinnin", .as = "työhyvinvointi"}}};
}

inline StoredDeed example_deed() {
  StoredDeed stored;
  stored.deed.id = "2021-0042";
  stored.deed.title = "Mallia työhyvinvointiin";
  stored.deed.summary = "Lyhyesti.";
  stored.deed.sections = {{.kind = SectionKind::kResults, .text = "Poissaolot vähenivät."}};
  stored.deed.organisations = {
      {.name = "Kuusarannan kaupunki", .type = OrganisationType::kMunicipality}};
  stored.deed.themes = {"tyohyvinvointi"};
  stored.deed.published = std::chrono::year(2021) / 9 / 14;
  stored.deed.contacts = {{.name = "Maija Esimerkki", .email = "maija@example.org", .phone = ""}};
  stored.organisation_slugs = {"kuusaranta"};
  return stored;
}

}  // namespace kiertoon::fake
