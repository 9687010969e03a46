#include "server/briefing_counts.h"

#include <array>
#include <utility>

#include "server/briefing_texts.h"
#include "server/statistics_texts.h"

namespace kiertoon {

namespace {

class Counts {
 public:
  Counts(const Briefing& briefing, const Vocabulary& vocabulary, Language labels)
      : briefing_(briefing),
        statistics_(briefing.counts),
        vocabulary_(vocabulary),
        labels_(labels) {}

  BriefingCounts take() && {
    add_totals();
    told();
    facet("deeds_by_theme", statistics_.deeds_by_theme, Facet::kTheme);
    facet("deeds_by_sector", statistics_.deeds_by_sector, Facet::kSector);
    organisations();
    facet("deeds_by_organisation_type",
          statistics_.deeds_by_organisation_type,
          Facet::kOrganisationType);
    facet("organisations_by_type", statistics_.organisations_by_type, Facet::kOrganisationType);
    if (statistics_.deeds_by_year.rows.size() > 1) {
      add("deeds_by_year", statistics_.deeds_by_year, [](const std::string& year) { return year; });
    }
    facet("deeds_by_language", statistics_.deeds_by_language, Facet::kLanguage);
    facet("awards_by_kind", statistics_.awards_by_kind, Facet::kAward);
    add("awards_by_category", statistics_.awards_by_category, [this](const std::string& value) {
      return vocabulary_.label(
          vocabulary_.has_theme(value) ? Facet::kTheme : Facet::kSector, value, labels_);
    });
    return std::move(counts_);
  }

 private:
  void add_totals() {
    const std::array<std::pair<std::string_view, std::size_t>, 10> totals{
        {{"deeds", statistics_.deeds.now},
         {"joint_deeds", statistics_.joint_deeds.now},
         {"undated", statistics_.undated},
         {"organisations", statistics_.organisations.now},
         {"participations", statistics_.participations.now},
         {"partners", statistics_.partners.now},
         {"contradicting_types", statistics_.contradicting_types.now},
         {"awarded_deeds", statistics_.awarded_deeds.now},
         {"awards", statistics_.awards.now},
         {"awards_of_other_years", statistics_.awards_of_other_years.now}}};
    for (const auto& [name, count] : totals) {
      const StatisticsText& text = statistics_text(name);
      counts_.totals.push_back({.name = name,
                                .title = text.title.in(labels_),
                                .rule = text.rule.in(labels_),
                                .count = count});
    }
  }

  // Each candidate once, in the theme that tells it.
  void told() {
    CountedTable table = table_of(briefing_texts::kTold);
    for (const ThemeGroup& group : briefing_.groups) {
      if (group.theme.empty()) {
        table.without = group.told.size();
      } else if (!group.told.empty()) {
        table.rows.push_back(
            {.value = group.theme,
             .label = std::string(vocabulary_.label(Facet::kTheme, group.theme, labels_)),
             .count = group.told.size()});
      }
    }
    table.without_label = statistics_text("deeds_by_theme").none.in(labels_);
    table.total = briefing_.candidates.size();
    counts_.tables.push_back(std::move(table));
  }

  void organisations() {
    CountedTable table = table_of(briefing_texts::kOrganisations);
    for (const OrganisationCount& one : briefing_.organisations) {
      table.rows.push_back({.value = one.slug, .label = one.name, .count = one.deeds});
      table.total += one.deeds;
    }
    counts_.tables.push_back(std::move(table));
  }

  [[nodiscard]] CountedTable table_of(const StatisticsText& text) const {
    return {.name = text.name,
            .title = text.title.in(labels_),
            .rule = text.rule.in(labels_),
            .rows = {},
            .without_label = text.none.in(labels_)};
  }

  void facet(std::string_view name, const Breakdown& breakdown, Facet facet) {
    add(name, breakdown, [this, facet](const std::string& value) {
      return vocabulary_.label(facet, value, labels_);
    });
  }

  template <typename LabelOf>
  void add(std::string_view name, const Breakdown& breakdown, LabelOf label_of) {
    CountedTable table = table_of(statistics_text(name));
    table.name = name;
    for (const StatisticsRow& row : breakdown.rows) {
      if (row.count.now > 0) {
        table.rows.push_back(
            {.value = row.value, .label = label_of(row.value), .count = row.count.now});
      }
    }
    table.without = breakdown.without.now;
    table.counted_again = breakdown.counted_again.now;
    table.total = breakdown.total.now;
    counts_.tables.push_back(std::move(table));
  }

  const Briefing& briefing_;
  const Statistics& statistics_;
  const Vocabulary& vocabulary_;
  Language labels_;
  BriefingCounts counts_;
};

}  // namespace

BriefingCounts counts_of(const Briefing& briefing, const Vocabulary& vocabulary, Language labels) {
  return Counts(briefing, vocabulary, labels).take();
}

}  // namespace kiertoon
