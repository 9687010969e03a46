#include "server/briefing_html.h"

#include <string_view>

#include <fmt/format.h>

#include "server/asset.h"
#include "server/briefing_texts.h"
#include "server/html_writer.h"

namespace kiertoon {

namespace {

namespace texts = briefing_texts;

constexpr std::size_t kExpectedBytesEach = 7'000;

// Half a page of A4: is not worth breaking.
constexpr std::size_t kRowsOfAShortTable = 20;

std::string anchor_of(std::size_t candidate) {
  return fmt::format("ehdokas-{}", candidate + 1);
}

class HtmlView {
 public:
  HtmlView(const Briefing& briefing, const BriefingCounts& counts, const BriefingSentences& say)
      : briefing_(briefing),
        counts_(counts),
        say_(say),
        html_(kExpectedBytesEach * (briefing.candidates.size() + 2)) {}

  std::string write() && {
    const std::string running =
        fmt::format("{} · {} · {}", say_(texts::kTitle), say_.request(), say_.date());
    html_.doctype();
    html_.element("html",
                  {{"lang", language_code(say_.language())},
                   {"data-running", running},
                   {"data-page", say_(texts::kPage)}},
                  [&] {
                    head();
                    html_.element("body", [&] { body(); });
                  });
    return std::move(html_).take();
  }

 private:
  void head() {
    html_.element("head", [&] {
      html_.void_element("meta", {{"charset", "utf-8"}});
      html_.void_element(
          "meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
      html_.element("title", fmt::format("{} – {}", say_(texts::kTitle), say_.request()));
      html_.style_sheet(asset("briefing-print.css").content);
    });
  }

  void body() {
    cover();
    contents();
    html_.element("main", [&] {
      section("tarkistettavaa", texts::kWarnings, [&] { warnings(); });
      section("luvut", texts::kCounts, [&] { counts(); });
      section("samat-tarinat", texts::kClusters, [&] { clusters(); });
      for (std::size_t i = 0; i < briefing_.groups.size(); ++i) {
        group(i);
      }
    });
  }

  void cover() {
    html_.element("header", [&] {
      html_.element("h1", say_(texts::kTitle));
      html_.element("dl", [&] {
        fact(texts::kRequest, say_.request());
        fact(texts::kCandidates, std::to_string(briefing_.candidates.size()));
        fact(texts::kDate, say_.date());
        fact(texts::kGeneration, briefing_.generation);
      });
      html_.element("h2", say_(texts::kHowToRead));
      html_.element("ul", [&] {
        for (const Translated& text : texts::kInstructions) {
          html_.element("li", say_(text));
        }
      });
    });
  }

  void fact(const Translated& name, std::string_view value) {
    html_.element("div", [&] {
      html_.element("dt", say_(name));
      html_.element("dd", value);
    });
  }

  template <typename Body>
  void section(std::string_view id, const Translated& title, Body body) {
    html_.element("section", {{"id", id}}, [&] {
      html_.element("h2", say_(title));
      body();
    });
  }

  void contents() {
    html_.element("nav", {{"id", "sisallys"}, {"aria-labelledby", "sisallys-otsikko"}}, [&] {
      html_.element("h2", {{"id", "sisallys-otsikko"}}, say_(texts::kContents));
      html_.element("ul", [&] {
        entry("#tarkistettavaa", say_(texts::kWarnings));
        entry("#luvut", say_(texts::kCounts));
        entry("#samat-tarinat", say_(texts::kClusters));
        for (std::size_t i = 0; i < briefing_.groups.size(); ++i) {
          html_.element("li", {{"class", "theme"}}, [&] {
            html_.link(fmt::format("#teema-{}", i + 1), say_.theme(briefing_.groups[i]));
            html_.element("ul", [&] {
              for (const std::size_t candidate : briefing_.groups[i].told) {
                html_.element("li", [&] { reference(candidate); });
              }
            });
          });
        }
      });
    });
  }

  void entry(std::string_view address, std::string_view text) {
    html_.element("li", {{"class", "theme"}}, [&] { html_.link(address, text); });
  }

  // "12. Title", as a link to it.
  void reference(std::size_t candidate) {
    html_.link("#" + anchor_of(candidate),
               fmt::format("{}. {}", candidate + 1, briefing_.candidates[candidate].deed->title));
  }

  void warnings() {
    if (briefing_.warnings.empty()) {
      html_.element("p", say_(texts::kNoWarnings));
      return;
    }
    html_.element("ul", [&] {
      for (const BriefingWarning& warning : briefing_.warnings) {
        html_.element("li", [&] {
          if (warning.candidate) {
            html_.link("#" + anchor_of(*warning.candidate), say_.warning(warning));
          } else {
            html_.text(say_.warning(warning));
          }
        });
      }
    });
  }

  void counts() {
    html_.element("table", {{"class", "totals"}}, [&] {
      for (const CountedTotal& total : counts_.totals) {
        html_.element("tr", [&] {
          html_.element("th", {{"scope", "row"}}, total.title);
          html_.element("td", {{"class", "number"}}, std::to_string(total.count));
          html_.element("td", {{"class", "rule"}}, total.rule);
        });
      }
    });
    for (const CountedTable& table : counts_.tables) {
      counted(table);
    }
  }

  void counted(const CountedTable& table) {
    const bool is_short = table.rows.size() <= kRowsOfAShortTable;
    html_.element("div", {{"class", is_short ? "counted short" : "counted"}}, [&] {
      html_.element("h3", table.title);
      html_.element("p", {{"class", "rule"}}, table.rule);
      html_.element("table", [&] { rows(table); });
    });
  }

  void rows(const CountedTable& table) {
    html_.element("tbody", [&] {
      for (const CountedRow& one : table.rows) {
        row(one.label, std::to_string(one.count));
      }
      if (table.without > 0) {
        row(table.without_label, std::to_string(table.without));
      }
      if (table.counted_again > 0) {
        row(say_(texts::kCountedAgain), fmt::format("−{}", table.counted_again));
      }
    });
    html_.element("tfoot", [&] { row(say_(texts::kTotal), std::to_string(table.total)); });
  }

  void row(std::string_view label, std::string_view number) {
    html_.element("tr", [&] {
      html_.element("th", {{"scope", "row"}}, label);
      html_.element("td", {{"class", "number"}}, number);
    });
  }

  void clusters() {
    if (briefing_.clusters.empty()) {
      html_.element("p", say_(texts::kNoClusters));
    }
    for (const StoryCluster& cluster : briefing_.clusters) {
      html_.element("div", {{"class", "cluster"}}, [&] {
        html_.element("p", {{"class", "name"}}, listed(cluster.words));
        html_.element("ul", [&] {
          for (const std::size_t candidate : cluster.candidates) {
            html_.element("li", [&] {
              reference(candidate);
              const DeedFacts& deed = *briefing_.candidates[candidate].deed;
              html_.element("span",
                            {{"class", "facts"}},
                            fmt::format(" {}, {}", say_.organisations(deed), say_.year(deed)));
            });
          }
        });
        html_.element(
            "p",
            {{"class", "facts"}},
            fmt::format("{}: {}", say_(texts::kMeanSimilarity), say_.percent(cluster.similarity)));
      });
    }
  }

  void group(std::size_t place) {
    const ThemeGroup& group = briefing_.groups[place];
    html_.element("section", {{"id", fmt::format("teema-{}", place + 1)}, {"class", "group"}}, [&] {
      html_.element("h2", say_.theme(group));
      if (!group.others.empty()) {
        html_.element("p", {{"class", "facts"}}, [&] {
          html_.text(say_(texts::kAlsoOfTheme));
          html_.text(": ");
          for (const std::size_t candidate : group.others) {
            html_.text(candidate == group.others.front() ? "" : ", ");
            html_.link("#" + anchor_of(candidate), std::to_string(candidate + 1));
          }
        });
      }
      for (const std::size_t candidate : group.told) {
        article(candidate);
      }
    });
  }

  void article(std::size_t place) {
    const BriefedDeed& candidate = briefing_.candidates[place];
    html_.element("article", {{"id", anchor_of(place)}}, [&] {
      html_.element("div", {{"class", "opening"}}, [&] { opening(place, candidate); });
      novelty(candidate);
      neighbours(candidate);
      versions(candidate);
      chain(candidate);
    });
  }

  void opening(std::size_t place, const BriefedDeed& candidate) {
    const DeedFacts& deed = *candidate.deed;
    html_.element("h3", [&] {
      html_.element("span", {{"class", "number"}}, fmt::format("{}.", place + 1));
      html_.text(" ");
      html_.text(deed.title);
    });
    html_.element("p", {{"class", "facts"}}, [&] {
      html_.text(fmt::format("{} · {} · ", say_.organisations(deed), say_.published(deed)));
      html_.link(deed.url, deed.id);
    });
    labelled(texts::kThemes, say_.themes(deed.themes));
    labelled(texts::kAwards, say_.awards(deed));
    if (!candidate.summary.empty()) {
      html_.element("p", {{"class", "summary"}}, candidate.summary);
    }
  }

  void labelled(const Translated& label, const std::string& text) {
    if (!text.empty()) {
      html_.element("p", {{"class", "facts"}}, fmt::format("{}: {}", say_(label), text));
    }
  }

  void novelty(const BriefedDeed& candidate) {
    html_.element("div", {{"class", "block"}}, [&] {
      html_.element("h4", say_(texts::kWhatIsNew));
      html_.element("p", say_.novelty(candidate));
      if (!candidate.new_words.empty()) {
        html_.element("p",
                      fmt::format("{}: {}.", say_(texts::kNewWords), listed(candidate.new_words)));
      }
    });
  }

  void neighbours(const BriefedDeed& candidate) {
    html_.element("div", {{"class", "block list"}}, [&] {
      html_.element("h4", say_(texts::kNeighbours));
      if (candidate.neighbours.empty()) {
        html_.element("p", say_(texts::kNoNeighbours));
        return;
      }
      html_.element("ol", [&] {
        for (const BriefedNeighbour& one : candidate.neighbours) {
          html_.element("li", [&] { neighbour(one); });
        }
      });
    });
  }

  void neighbour(const BriefedNeighbour& neighbour) {
    related(*neighbour.deed);
    html_.element(
        "span",
        {{"class", "facts"}},
        fmt::format(
            " {} ({})", say_.percent(neighbour.similarity), say_.closeness(neighbour.closeness)));
    if (neighbour.is_earlier_winner) {
      html_.text(" ");
      html_.element("strong", {{"class", "winner"}}, say_(texts::kEarlierWinner));
    }
    html_.element("div", {{"class", "facts"}}, say_.reasons(neighbour));
  }

  // The title, linked to where it is told, and whose it is.
  void related(const DeedFacts& deed) {
    const auto number = say_.number(deed);
    html_.link(number ? "#" + anchor_of(*number - 1) : deed.url, deed.title);
    html_.text(fmt::format(" ({}, {}{})",
                           say_.organisations(deed),
                           say_.year(deed),
                           number ? fmt::format(", {} {}", say_(texts::kCandidate), *number) : ""));
  }

  void versions(const BriefedDeed& candidate) {
    if (candidate.versions.empty()) {
      return;
    }
    html_.element("div", {{"class", "block"}}, [&] {
      html_.element("h4", say_(texts::kVersions));
      html_.element("ul", [&] {
        for (const BriefedVersion& version : candidate.versions) {
          html_.element("li", [&] {
            related(*version.deed);
            html_.element(
                "span",
                {{"class", "facts"}},
                fmt::format(
                    " {} ({})", say_.percent(version.similarity), say_.version(version.kind)));
          });
        }
      });
    });
  }

  // The candidate stands in its own place among the others.
  void chain(const BriefedDeed& candidate) {
    if (candidate.chain.empty()) {
      return;
    }
    html_.element("div", {{"class", "block"}}, [&] {
      html_.element("h4", say_(texts::kChain));
      html_.element("p", {{"class", "chain"}}, say_.chain(candidate));
    });
  }

  const Briefing& briefing_;
  const BriefingCounts& counts_;
  const BriefingSentences& say_;
  HtmlWriter html_;
};

}  // namespace

std::string briefing_html(const Briefing& briefing,
                          const BriefingCounts& counts,
                          const BriefingSentences& say) {
  return HtmlView(briefing, counts, say).write();
}

}  // namespace kiertoon
