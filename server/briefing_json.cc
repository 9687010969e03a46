#include "server/briefing_json.h"

#include <cstdint>
#include <optional>
#include <string_view>

#include "server/briefing_texts.h"
#include "server/json_writer.h"
#include "server/search_view.h"

namespace kiertoon {

namespace {

namespace texts = briefing_texts;

constexpr std::size_t kExpectedBytesEach = 6'000;

class JsonView {
 public:
  JsonView(const Briefing& briefing, const BriefingCounts& counts, const BriefingSentences& say)
      : briefing_(briefing),
        counts_(counts),
        say_(say),
        json_(kExpectedBytesEach * (briefing.candidates.size() + 2)) {}

  std::string write() && {
    json_.object([&] {
      json_.field("title", say_(texts::kTitle));
      json_.field("generation", briefing_.generation);
      write_date(json_, "date", briefing_.date);
      json_.field("lang", language_code(say_.language()));
      request();
      json_.list("instructions", texts::kInstructions, [&](const Translated& text) {
        json_.text(say_(text));
      });
      counts();
      json_.list("warnings", briefing_.warnings, [&](const auto& one) { warning(one); });
      json_.list("clusters", briefing_.clusters, [&](const auto& one) { cluster(one); });
      json_.list("groups", briefing_.groups, [&](const auto& one) { group(one); });
      json_.list("candidates", briefing_.candidates, [&](const auto& one) { candidate(one); });
    });
    return std::move(json_).take();
  }

 private:
  void number(std::string_view name, std::size_t value) {
    json_.field(name, static_cast<std::uint64_t>(value));
  }

  // The number, from 1, of the candidate at a place.
  void number_at(std::size_t place) { json_.number(static_cast<std::uint64_t>(place + 1)); }

  void number_or_null(std::string_view name, std::optional<std::size_t> value) {
    json_.key(name);
    if (value) {
      json_.number(static_cast<std::uint64_t>(*value));
    } else {
      json_.null();
    }
  }

  void request() {
    json_.key("request");
    json_.object([&] {
      json_.texts("ids", briefing_.request.ids);
      json_.key("filters");
      json_.object([&] {
        for (std::size_t i = 0; i < kFacetCount; ++i) {
          const auto facet = static_cast<Facet>(i);
          if (facet != Facet::kYear) {
            json_.texts(name_of(facet), briefing_.request.filters.of(facet));
          }
        }
        json_.list("year", briefing_.request.filters.years, [&](const YearRange& years) {
          json_.text(text_of(years));
        });
      });
      number("neighbours", briefing_.request.neighbours);
      json_.field("text", say_.request());
    });
  }

  void counts() {
    json_.key("totals");
    json_.object([&] {
      for (const CountedTotal& total : counts_.totals) {
        json_.key(total.name);
        json_.object([&] {
          json_.field("title", total.title);
          json_.field("rule", total.rule);
          number("count", total.count);
        });
      }
    });
    json_.key("tables");
    json_.object([&] {
      for (const CountedTable& one : counts_.tables) {
        json_.key(one.name);
        json_.object([&] { table(one); });
      }
    });
  }

  void table(const CountedTable& table) {
    json_.field("title", table.title);
    json_.field("rule", table.rule);
    json_.list("rows", table.rows, [&](const CountedRow& row) {
      json_.object([&] {
        json_.field("value", row.value);
        json_.field("label", row.label);
        number("count", row.count);
      });
    });
    json_.key("without");
    json_.object([&] {
      json_.field("label", table.without_label);
      number("count", table.without);
    });
    number("counted_again", table.counted_again);
    number("total", table.total);
  }

  void warning(const BriefingWarning& warning) {
    json_.object([&] {
      json_.field("kind", name_of(warning.kind));
      json_.field("text", say_.warning(warning));
      json_.key("candidates");
      json_.array([&] {
        if (warning.candidate) {
          number_at(*warning.candidate);
        }
        if (warning.other) {
          number_at(*warning.other);
        }
      });
    });
  }

  void cluster(const StoryCluster& cluster) {
    json_.object([&] {
      numbers("candidates", cluster.candidates);
      json_.field("similarity", cluster.similarity);
      json_.texts("words", cluster.words);
    });
  }

  void group(const ThemeGroup& group) {
    json_.object([&] {
      json_.field_or_null("theme", group.theme);
      json_.field("label", say_.theme(group));
      numbers("candidates", group.told);
      numbers("others", group.others);
    });
  }

  void numbers(std::string_view name, const std::vector<std::size_t>& places) {
    json_.list(name, places, [&](std::size_t place) { number_at(place); });
  }

  void candidate(const BriefedDeed& candidate) {
    json_.object([&] {
      number_or_null("number", say_.number(*candidate.deed));
      json_.key("deed");
      deed(*candidate.deed);
      json_.field("summary", candidate.summary);
      json_.list("neighbours", candidate.neighbours, [&](const auto& one) { neighbour(one); });
      json_.list("versions", candidate.versions, [&](const BriefedVersion& version) {
        json_.object([&] {
          json_.field("kind", name_of(version.kind));
          related(*version.deed, version.similarity);
        });
      });
      json_.list("chain", candidate.chain, [&](const ChainDeed& one) {
        json_.object([&] { related(*one.deed, one.similarity); });
      });
      number("chain_left_out", candidate.chain_left_out);
      json_.texts("new_words", candidate.new_words);
      novelty(candidate);
    });
  }

  void neighbour(const BriefedNeighbour& neighbour) {
    json_.object([&] {
      related(*neighbour.deed, neighbour.similarity);
      json_.field("closeness", name_of(neighbour.closeness));
      json_.key("shared");
      json_.object([&] {
        json_.texts("terms", neighbour.shared_words);
        json_.texts("themes", neighbour.shared_themes);
      });
      json_.flag("earlier_winner", neighbour.is_earlier_winner);
    });
  }

  void related(const DeedFacts& facts, double similarity) {
    json_.key("deed");
    deed(facts);
    number_or_null("number", say_.number(facts));
    json_.field("similarity", similarity);
  }

  void novelty(const BriefedDeed& candidate) {
    const Novelty& novelty = candidate.novelty;
    json_.key("novelty");
    json_.object([&] {
      json_.field("kind", name_of(novelty.kind));
      json_.key("share");
      if (novelty.kind == NoveltyKind::kMeasured) {
        json_.number(novelty.share);
      } else {
        json_.null();
      }
      json_.field_or_null("nearest", novelty.nearest == nullptr ? "" : novelty.nearest->id);
      json_.field("text", say_.novelty(candidate));
    });
  }

  void deed(const DeedFacts& deed) {
    json_.object([&] {
      json_.field("id", deed.id);
      json_.field_or_null("url", deed.url);
      json_.field("language", language_code(deed.language));
      json_.field("title", deed.title);
      write_organisations(json_, deed.organisations);
      json_.texts("themes", deed.themes);
      json_.texts("sectors", deed.sectors);
      write_date(json_, "published", deed.published);
      write_awards(json_, deed.awards);
    });
  }

  const Briefing& briefing_;
  const BriefingCounts& counts_;
  const BriefingSentences& say_;
  JsonWriter json_;
};

}  // namespace

std::string briefing_json(const Briefing& briefing,
                          const BriefingCounts& counts,
                          const BriefingSentences& say) {
  return JsonView(briefing, counts, say).write();
}

}  // namespace kiertoon
