#include "server/statistics_view.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "server/csv_writer.h"
#include "server/json_writer.h"
#include "server/statistics_texts.h"

namespace kiertoon {

namespace {

namespace words = statistics_words;

constexpr std::size_t kExpectedBytes = 32'768;

// How the values of a table are named for people.
enum class ValueNames { kFacet, kCategory, kAsTheyAre };

struct NamedTotal {
  std::string_view name;
  std::optional<Figure> figure;
};

struct NamedTable {
  std::string_view name;
  const Breakdown* breakdown = nullptr;  // null: none for this period
  ValueNames names = ValueNames::kAsTheyAre;
  Facet facet = Facet::kTheme;
};

std::vector<NamedTotal> totals_of(const Statistics& all) {
  return {{"deeds", all.deeds},
          {"joint_deeds", all.joint_deeds},
          {"undated", Figure{.now = all.undated, .before = std::nullopt}},
          {"organisations", all.organisations},
          {"participations", all.participations},
          {"partners", all.partners},
          {"contradicting_types", all.contradicting_types},
          {"awarded_deeds", all.awarded_deeds},
          {"awards", all.awards},
          {"finalists", all.finalists},
          {"awards_of_other_years", all.awards_of_other_years},
          {"awards_outside", all.awards_outside}};
}

std::vector<NamedTable> tables_of(const Statistics& all) {
  const auto by_facet = [](std::string_view name, const Breakdown& breakdown, Facet facet) {
    return NamedTable{name, &breakdown, ValueNames::kFacet, facet};
  };
  return {
      {"deeds_by_year", &all.deeds_by_year},
      {"deeds_by_month", all.deeds_by_month ? &*all.deeds_by_month : nullptr},
      by_facet("deeds_by_programme", all.deeds_by_programme, Facet::kProgramme),
      by_facet(
          "deeds_by_organisation_type", all.deeds_by_organisation_type, Facet::kOrganisationType),
      by_facet("organisations_by_type", all.organisations_by_type, Facet::kOrganisationType),
      by_facet("deeds_by_theme", all.deeds_by_theme, Facet::kTheme),
      by_facet("deeds_by_sector", all.deeds_by_sector, Facet::kSector),
      by_facet("deeds_by_language", all.deeds_by_language, Facet::kLanguage),
      by_facet("awards_by_kind", all.awards_by_kind, Facet::kAward),
      {"awards_by_category", &all.awards_by_category, ValueNames::kCategory},
      by_facet("awards_by_theme", all.awards_by_theme, Facet::kTheme)};
}

class Namer {
 public:
  Namer(const Vocabulary& vocabulary, Language language)
      : vocabulary_(vocabulary), language_(language) {}

  [[nodiscard]] std::string_view operator()(const Translated& text) const {
    return text.in(language_);
  }

  [[nodiscard]] std::string value(const NamedTable& table, const std::string& value) const {
    switch (table.names) {
      case ValueNames::kFacet:
        return vocabulary_.label(table.facet, value, language_);
      case ValueNames::kCategory:
        // Awards are given in a theme or a sector; others are named as the source does.
        return vocabulary_.label(
            vocabulary_.has_theme(value) ? Facet::kTheme : Facet::kSector, value, language_);
      case ValueNames::kAsTheyAre:
        break;
    }
    return value;
  }

  [[nodiscard]] std::string organisation(const ActiveOrganisation& organisation) const {
    return vocabulary_.find_organisation(organisation.name) == nullptr
               ? organisation.name
               : vocabulary_.label(Facet::kOrganisation, organisation.slug, language_);
  }

  [[nodiscard]] std::string period(const Period& period) const {
    switch (period.kind) {
      case PeriodKind::kYears:
        return years(period);
      case PeriodKind::kProgramme:
        return vocabulary_.label(Facet::kProgramme, period.programme, language_);
      case PeriodKind::kDates:
        return day(*period.first) + "–" + day(*period.last);
      case PeriodKind::kAll:
        break;
    }
    return std::string(words::kAllTime.in(language_));
  }

 private:
  static std::string day(std::chrono::year_month_day day) {
    return fmt::format("{}.{}.{}",
                       static_cast<unsigned>(day.day()),
                       static_cast<unsigned>(day.month()),
                       static_cast<int>(day.year()));
  }

  static std::string years(const Period& period) {
    const auto year = [](const auto& day) {
      return day ? std::to_string(static_cast<int>(day->year())) : std::string();
    };
    const std::string first = year(period.first);
    const std::string last = year(period.last);
    return first == last ? first : first + "–" + last;
  }

  const Vocabulary& vocabulary_;
  Language language_;
};

class JsonView {
 public:
  JsonView(const Statistics& statistics, const Namer& namer)
      : statistics_(statistics), namer_(namer) {}

  std::string write() && {
    json_.object([&] {
      period("period", statistics_.period);
      period("before", statistics_.before);
      json_.key("totals");
      json_.object([&] {
        for (const NamedTotal& one : totals_of(statistics_)) {
          total(one);
        }
      });
      json_.key("tables");
      json_.object([&] {
        for (const NamedTable& one : tables_of(statistics_)) {
          table(one);
        }
      });
      most_active();
    });
    return std::move(json_).take();
  }

 private:
  void count(const Figure& figure) {
    json_.field("count", static_cast<std::uint64_t>(figure.now));
    json_.key("before");
    if (figure.before) {
      json_.number(static_cast<std::uint64_t>(*figure.before));
    } else {
      json_.null();
    }
  }

  void counts(std::string_view name, const Figure& figure) {
    json_.key(name);
    json_.object([&] { count(figure); });
  }

  void period(std::string_view name, const std::optional<Period>& period) {
    json_.key(name);
    if (!period) {
      json_.null();
      return;
    }
    const auto day = [](const auto& end) { return end ? to_iso(*end) : std::string(); };
    json_.object([&] {
      json_.field("kind", name_of(period->kind));
      json_.field("label", namer_.period(*period));
      json_.field_or_null("from", day(period->first));
      json_.field_or_null("to", day(period->last));
      json_.field_or_null("programme", period->programme);
    });
  }

  void title_and_rule(std::string_view name) {
    const StatisticsText& text = statistics_text(name);
    json_.field("title", namer_(text.title));
    json_.field("rule", namer_(text.rule));
  }

  void total(const NamedTotal& total) {
    json_.key(total.name);
    if (!total.figure) {
      json_.null();
      return;
    }
    json_.object([&] {
      title_and_rule(total.name);
      count(*total.figure);
    });
  }

  void table(const NamedTable& table) {
    json_.key(table.name);
    if (table.breakdown == nullptr) {
      json_.null();
      return;
    }
    const Breakdown& breakdown = *table.breakdown;
    json_.object([&] {
      title_and_rule(table.name);
      json_.list("rows", breakdown.rows, [&](const StatisticsRow& row) {
        json_.object([&] {
          json_.field("value", row.value);
          json_.field("label", namer_.value(table, row.value));
          count(row.count);
        });
      });
      json_.key("without");
      json_.object([&] {
        json_.field("label", namer_(statistics_text(table.name).none));
        count(breakdown.without);
      });
      counts("several", breakdown.several);
      counts("counted_again", breakdown.counted_again);
      counts("total", breakdown.total);
    });
  }

  void most_active() {
    json_.key("most_active");
    json_.object([&] {
      title_and_rule("most_active");
      json_.list("rows", statistics_.most_active, [&](const ActiveOrganisation& row) {
        json_.object([&] {
          json_.field("rank", static_cast<std::uint64_t>(row.rank));
          json_.field("value", row.slug);
          json_.field("label", namer_.organisation(row));
          json_.field("type", name_of(row.type));
          count(row.deeds);
        });
      });
      json_.field("left_out", static_cast<std::uint64_t>(statistics_.as_active_left_out));
    });
  }

  const Statistics& statistics_;
  const Namer& namer_;
  JsonWriter json_{kExpectedBytes};
};

// One table after the other, each number in a line of its own with what it belongs to, so that a
// spreadsheet can filter. In each table the lines before the last add up to the last.
class CsvView {
 public:
  CsvView(const Statistics& statistics, const Namer& namer)
      : statistics_(statistics), namer_(namer) {}

  std::string write() && {
    header();
    for (const NamedTotal& one : totals_of(statistics_)) {
      if (one.figure) {
        const StatisticsText& text = statistics_text(one.name);
        line({namer_(words::kTotals), one.name, namer_(text.title), namer_(text.rule)},
             *one.figure);
      }
    }
    for (const NamedTable& one : tables_of(statistics_)) {
      if (one.breakdown != nullptr) {
        table(one);
      }
    }
    most_active();
    return std::move(csv_).take();
  }

 private:
  struct Cells {
    std::string_view table;
    std::string_view value;
    std::string_view name;
    std::string_view rule = {};
  };

  enum class Sign { kPlus, kMinus };

  void header() {
    const std::string now =
        fmt::format("{} ({})", namer_(words::kCount), namer_.period(statistics_.period));
    const std::string before =
        fmt::format("{} ({})",
                    namer_(words::kBefore),
                    statistics_.before ? namer_.period(*statistics_.before)
                                       : std::string(namer_(words::kNoBefore)));
    csv_.line({namer_(words::kTable),
               namer_(words::kValue),
               namer_(words::kName),
               now,
               before,
               namer_(words::kRule)});
  }

  void number(std::size_t value, Sign sign) {
    const auto number = static_cast<std::int64_t>(value);
    csv_.number(sign == Sign::kMinus ? -number : number);
  }

  void line(const Cells& cells, const Figure& figure, Sign sign = Sign::kPlus) {
    csv_.text(cells.table);
    csv_.text(cells.value);
    csv_.text(cells.name);
    number(figure.now, sign);
    if (figure.before) {
      number(*figure.before, sign);
    } else {
      csv_.empty();
    }
    csv_.text(cells.rule);
    csv_.end_line();
  }

  void table(const NamedTable& table) {
    const Breakdown& breakdown = *table.breakdown;
    const StatisticsText& text = statistics_text(table.name);
    const std::string_view title = namer_(text.title);
    for (const StatisticsRow& row : breakdown.rows) {
      line({title, row.value, namer_.value(table, row.value)}, row.count);
    }
    line({title, "", namer_(text.none)}, breakdown.without);
    line({title, "", namer_(words::kCountedAgain)}, breakdown.counted_again, Sign::kMinus);
    line({title, "", namer_(words::kTotals), namer_(text.rule)}, breakdown.total);
  }

  void most_active() {
    const StatisticsText& text = statistics_text("most_active");
    const std::string_view title = namer_(text.title);
    for (const ActiveOrganisation& row : statistics_.most_active) {
      line({title, row.slug, namer_.organisation(row)}, row.deeds);
    }
    line({title, "", namer_(words::kLeftOut), namer_(text.rule)},
         {.now = statistics_.as_active_left_out, .before = std::nullopt});
  }

  const Statistics& statistics_;
  const Namer& namer_;
  CsvWriter csv_{kExpectedBytes};
};

}  // namespace

std::string statistics_json(const Statistics& statistics,
                            const Vocabulary& vocabulary,
                            Language labels) {
  const Namer namer(vocabulary, labels);
  return JsonView(statistics, namer).write();
}

std::string statistics_csv(const Statistics& statistics,
                           const Vocabulary& vocabulary,
                           Language labels) {
  const Namer namer(vocabulary, labels);
  return CsvView(statistics, namer).write();
}

}  // namespace kiertoon
