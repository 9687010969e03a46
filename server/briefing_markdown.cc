#include "server/briefing_markdown.h"

#include <string_view>

#include <fmt/format.h>

#include "server/briefing_texts.h"
#include "server/markdown_text.h"

namespace kiertoon {

namespace {

namespace texts = briefing_texts;

constexpr std::size_t kExpectedBytesEach = 3'000;

class MarkdownView {
 public:
  MarkdownView(const Briefing& briefing, const BriefingCounts& counts, const BriefingSentences& say)
      : briefing_(briefing), counts_(counts), say_(say) {
    out_.reserve(kExpectedBytesEach * (briefing.candidates.size() + 1));
  }

  std::string write() && {
    heading(1, say_(texts::kTitle));
    fact(texts::kRequest, say_.request());
    fact(texts::kCandidates, std::to_string(briefing_.candidates.size()));
    fact(texts::kDate, say_.date());
    fact(texts::kGeneration, briefing_.generation);
    heading(2, say_(texts::kHowToRead));
    for (const Translated& text : texts::kInstructions) {
      item(say_(text));
    }
    warnings();
    counts();
    clusters();
    for (const ThemeGroup& group : briefing_.groups) {
      this->group(group);
    }
    return std::move(out_);
  }

 private:
  void heading(std::size_t level, std::string_view text) {
    out_ += fmt::format(
        "{}{} {}\n\n", out_.empty() ? "" : "\n", std::string(level, '#'), markdown_text(text));
  }
  void item(std::string_view text) { out_ += fmt::format("- {}\n", markdown_text(text)); }
  void paragraph(std::string_view text) { out_ += markdown_text(text) + "\n\n"; }
  void fact(const Translated& name, std::string_view value) {
    out_ += fmt::format("- **{}**: {}\n", say_(name), markdown_text(value));
  }

  void warnings() {
    heading(2, say_(texts::kWarnings));
    if (briefing_.warnings.empty()) {
      paragraph(say_(texts::kNoWarnings));
    }
    for (const BriefingWarning& warning : briefing_.warnings) {
      item(say_.warning(warning));
    }
  }

  void counts() {
    heading(2, say_(texts::kCounts));
    out_ += fmt::format(
        "| | {} | {} |\n| --- | ---: | --- |\n", say_(texts::kCount), say_(texts::kRule));
    for (const CountedTotal& total : counts_.totals) {
      out_ += fmt::format(
          "| {} | {} | {} |\n", markdown_text(total.title), total.count, markdown_text(total.rule));
    }
    for (const CountedTable& table : counts_.tables) {
      heading(3, table.title);
      paragraph(table.rule);
      out_ += fmt::format("| | {} |\n| --- | ---: |\n", say_(texts::kCount));
      for (const CountedRow& one : table.rows) {
        row(one.label, std::to_string(one.count));
      }
      if (table.without > 0) {
        row(table.without_label, std::to_string(table.without));
      }
      if (table.counted_again > 0) {
        row(say_(texts::kCountedAgain), fmt::format("−{}", table.counted_again));
      }
      row(say_(texts::kTotal), std::to_string(table.total));
    }
  }

  void row(std::string_view label, std::string_view number) {
    out_ += fmt::format("| {} | {} |\n", markdown_text(label), number);
  }

  void clusters() {
    heading(2, say_(texts::kClusters));
    if (briefing_.clusters.empty()) {
      paragraph(say_(texts::kNoClusters));
    }
    for (const StoryCluster& cluster : briefing_.clusters) {
      heading(3, listed(cluster.words));
      for (const std::size_t candidate : cluster.candidates) {
        const DeedFacts& deed = *briefing_.candidates[candidate].deed;
        item(fmt::format("{} {}", candidate + 1, say_.deed(deed)));
      }
      item(fmt::format("{}: {}", say_(texts::kMeanSimilarity), say_.percent(cluster.similarity)));
    }
  }

  void group(const ThemeGroup& group) {
    heading(2, say_.theme(group));
    if (!group.others.empty()) {
      std::vector<std::string> numbers;
      for (const std::size_t candidate : group.others) {
        numbers.push_back(std::to_string(candidate + 1));
      }
      paragraph(fmt::format("{}: {}", say_(texts::kAlsoOfTheme), listed(numbers)));
    }
    for (const std::size_t candidate : group.told) {
      this->candidate(candidate);
    }
  }

  void candidate(std::size_t place) {
    const BriefedDeed& candidate = briefing_.candidates[place];
    const DeedFacts& deed = *candidate.deed;
    heading(3, fmt::format("{}. {}", place + 1, deed.title));
    paragraph(fmt::format("{} · {} · {}", say_.organisations(deed), say_.published(deed), deed.id));
    paragraph(candidate.summary);
    fact_if_any(texts::kThemes, say_.themes(deed.themes));
    fact_if_any(texts::kAwards, say_.awards(deed));
    fact(texts::kWhatIsNew, say_.novelty(candidate));
    fact_if_any(texts::kNewWords, listed(candidate.new_words));
    fact_if_any(texts::kChain, candidate.chain.empty() ? std::string() : say_.chain(candidate));
    for (const BriefedVersion& version : candidate.versions) {
      fact(texts::kVersions,
           fmt::format("{} {} ({})",
                       say_.deed(*version.deed),
                       say_.percent(version.similarity),
                       say_.version(version.kind)));
    }
    neighbours(candidate);
  }

  void fact_if_any(const Translated& name, const std::string& value) {
    if (!value.empty()) {
      fact(name, value);
    }
  }

  void neighbours(const BriefedDeed& candidate) {
    if (candidate.neighbours.empty()) {
      fact(texts::kNeighbours, say_(texts::kNoNeighbours));
      return;
    }
    out_ += fmt::format("- **{}**:\n", say_(texts::kNeighbours));
    for (const BriefedNeighbour& one : candidate.neighbours) {
      out_ += fmt::format(
          "  - {}\n",
          markdown_text(fmt::format(
              "{} {} ({}){}. {}",
              say_.deed(*one.deed),
              say_.percent(one.similarity),
              say_.closeness(one.closeness),
              one.is_earlier_winner ? fmt::format(", {}", say_(texts::kEarlierWinner)) : "",
              say_.reasons(one))));
    }
  }

  const Briefing& briefing_;
  const BriefingCounts& counts_;
  const BriefingSentences& say_;
  std::string out_;
};

}  // namespace

std::string briefing_markdown(const Briefing& briefing,
                              const BriefingCounts& counts,
                              const BriefingSentences& say) {
  return MarkdownView(briefing, counts, say).write();
}

}  // namespace kiertoon
