#include "server/briefing_csv.h"

#include <map>
#include <utility>

#include <fmt/format.h>

#include "server/briefing_texts.h"
#include "server/csv_writer.h"

namespace kiertoon {

namespace {

namespace texts = briefing_texts;

constexpr std::size_t kExpectedBytesEach = 2'500;

// A list within one cell.
template <typename Items, typename TextOf>
std::string listed(const Items& items, TextOf text_of) {
  std::string result;
  for (const auto& item : items) {
    result += result.empty() ? "" : "; ";
    result += text_of(item);
  }
  return result;
}

class CsvView {
 public:
  CsvView(const Briefing& briefing, const BriefingCounts& counts, const BriefingSentences& say)
      : briefing_(briefing),
        counts_(counts),
        say_(say),
        csv_(kExpectedBytesEach * (briefing.candidates.size() + 1)) {
    for (const StoryCluster& cluster : briefing.clusters) {
      for (const std::size_t candidate : cluster.candidates) {
        clusters_.emplace(candidate, &cluster);
      }
    }
    for (const BriefingWarning& warning : briefing.warnings) {
      for (const auto& place : {warning.candidate, warning.other}) {
        if (place) {
          warnings_[*place].push_back(say.warning(warning));
        }
      }
    }
  }

  std::string write() && {
    header();
    for (std::size_t i = 0; i < briefing_.candidates.size(); ++i) {
      facts(i);
      surroundings(i);
      csv_.end_line();
    }
    csv_.end_line();
    csv_.line({say_(texts::kGeneration), briefing_.generation});
    csv_.line({say_(texts::kDate), say_.date()});
    csv_.line({say_(texts::kRequest), say_.request()});
    csv_.end_line();
    numbers();
    return std::move(csv_).take();
  }

 private:
  void header() {
    for (const Translated* column : {&texts::kNumber,
                                     &texts::kId,
                                     &texts::kDeedTitle,
                                     &texts::kOrganisationNames,
                                     &texts::kTypes,
                                     &texts::kThemes,
                                     &texts::kSectors,
                                     &texts::kLanguage,
                                     &texts::kPublished,
                                     &texts::kAwards,
                                     &texts::kSummary,
                                     &texts::kNovelty,
                                     &texts::kNoveltyInWords,
                                     &texts::kNewWords,
                                     &texts::kEarlierWinners,
                                     &texts::kVersions,
                                     &texts::kChain,
                                     &texts::kSameStory,
                                     &texts::kWarnings}) {
      csv_.text(say_(*column));
    }
    for (std::size_t i = 1; i <= briefing_.request.neighbours; ++i) {
      csv_.text(fmt::format("{} {}", say_(texts::kNeighbours), i));
      csv_.text(fmt::format("{} {} %", say_(texts::kSimilarity), i));
    }
    csv_.text(say_(texts::kAddress));
    csv_.end_line();
  }

  void facts(std::size_t place) {
    const BriefedDeed& candidate = briefing_.candidates[place];
    const DeedFacts& deed = *candidate.deed;
    csv_.number(place + 1);
    csv_.text(deed.id);
    csv_.text(deed.title);
    csv_.text(say_.organisations(deed));
    csv_.text(listed(deed.organisations, [this](const HitOrganisation& one) {
      return say_.label(Facet::kOrganisationType, name_of(one.type));
    }));
    csv_.text(say_.themes(deed.themes));
    csv_.text(say_.sectors(deed));
    csv_.text(say_.label(Facet::kLanguage, language_code(deed.language)));
    csv_.text(deed.published ? say_.day(*deed.published) : std::string());
    csv_.text(say_.awards(deed));
    csv_.text(candidate.summary);
    if (candidate.novelty.kind == NoveltyKind::kMeasured) {
      csv_.number(BriefingSentences::whole_percent(candidate.novelty.share));
    } else {
      csv_.empty();
    }
    csv_.text(say_.novelty(candidate));
    csv_.text(listed(candidate.new_words, [](const std::string& word) { return word; }));
  }

  void surroundings(std::size_t place) {
    const BriefedDeed& candidate = briefing_.candidates[place];
    csv_.text(winners(candidate));
    csv_.text(listed(candidate.versions, [this](const BriefedVersion& version) {
      return fmt::format(
          "{}: {} {}", say_.version(version.kind), version.deed->id, say_.deed(*version.deed));
    }));
    csv_.text(listed(candidate.chain, [this](const ChainDeed& one) {
      return fmt::format("{} {}", one.deed->id, say_.deed(*one.deed));
    }));
    csv_.text(same_story(place));
    csv_.text(listed(warnings_[place], [](const std::string& warning) { return warning; }));
    for (std::size_t i = 0; i < briefing_.request.neighbours; ++i) {
      if (i < candidate.neighbours.size()) {
        const BriefedNeighbour& neighbour = candidate.neighbours[i];
        csv_.text(fmt::format("{} {}", neighbour.deed->id, say_.deed(*neighbour.deed)));
        csv_.number(BriefingSentences::whole_percent(neighbour.similarity));
      } else {
        csv_.empty();
        csv_.empty();
      }
    }
    csv_.text(candidate.deed->url);
  }

  [[nodiscard]] std::string winners(const BriefedDeed& candidate) const {
    std::string result;
    for (const BriefedNeighbour& neighbour : candidate.neighbours) {
      if (neighbour.is_earlier_winner) {
        result += result.empty() ? "" : "; ";
        result += fmt::format("{} {}", neighbour.deed->id, say_.deed(*neighbour.deed));
      }
    }
    return result;
  }

  // Numbers of the others of its cluster; with semicolons, for "12, 15" could be read as a number.
  [[nodiscard]] std::string same_story(std::size_t place) const {
    const auto cluster = clusters_.find(place);
    std::string result;
    if (cluster != clusters_.end()) {
      for (const std::size_t other : cluster->second->candidates) {
        if (other != place) {
          result += result.empty() ? "" : "; ";
          result += std::to_string(other + 1);
        }
      }
    }
    return result;
  }

  // In each table the lines before the last add up to the last.
  void numbers() {
    csv_.line({say_(texts::kTable), say_(texts::kName), say_(texts::kCount), say_(texts::kRule)});
    for (const CountedTotal& total : counts_.totals) {
      number(say_(texts::kTotal), total.title, static_cast<std::int64_t>(total.count), total.rule);
    }
    for (const CountedTable& table : counts_.tables) {
      for (const CountedRow& row : table.rows) {
        number(table.title, row.label, static_cast<std::int64_t>(row.count));
      }
      number(table.title, table.without_label, static_cast<std::int64_t>(table.without));
      number(
          table.title, say_(texts::kCountedAgain), -static_cast<std::int64_t>(table.counted_again));
      number(table.title, say_(texts::kTotal), static_cast<std::int64_t>(table.total), table.rule);
    }
  }

  void number(std::string_view table,
              std::string_view name,
              std::int64_t count,
              std::string_view rule = {}) {
    csv_.text(table);
    csv_.text(name);
    csv_.number(count);
    csv_.text(rule);
    csv_.end_line();
  }

  const Briefing& briefing_;
  const BriefingCounts& counts_;
  const BriefingSentences& say_;
  CsvWriter csv_;
  std::map<std::size_t, const StoryCluster*> clusters_;
  std::map<std::size_t, std::vector<std::string>> warnings_;
};

}  // namespace

std::string briefing_csv(const Briefing& briefing,
                         const BriefingCounts& counts,
                         const BriefingSentences& say) {
  return CsvView(briefing, counts, say).write();
}

}  // namespace kiertoon
