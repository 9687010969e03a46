#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "bench/eval/misspellings.h"

namespace kiertoon {
namespace {

double share_of(std::size_t part, std::size_t all) {
  return all == 0 ? 0 : static_cast<double>(part) / static_cast<double>(all);
}

std::string line_of(const MisspellingKind& kind) {
  return fmt::format(
      "{:<16} {:>5}  {:>4}  {:.4f}\n", kind.name, kind.asked, kind.same, kind.share());
}

std::string line_of(const RightWords& words, std::string_view name) {
  std::string line =
      fmt::format("{}: {}, changed: {} ({:.4f})", name, words.asked, words.changed, words.share());
  for (const auto& example : words.examples) {
    line += "\n  " + example;
  }
  return line + "\n";
}

nlohmann::ordered_json json_of(const MisspellingKind& kind) {
  return {{"asked", kind.asked}, {"same", kind.same}, {"share", kind.share()}};
}

nlohmann::ordered_json json_of(const RightWords& words) {
  return {{"asked", words.asked}, {"changed", words.changed}, {"share", words.share()}};
}

}  // namespace

double MisspellingKind::share() const {
  return share_of(same, asked);
}

double RightWords::share() const {
  return share_of(changed, asked);
}

void write_text(const MisspellingsReport& report, std::ostream& out) {
  out << "error            asked  same  share\n";
  for (const auto& kind : report.kinds) {
    out << line_of(kind);
  }
  out << line_of(report.all);
  out << line_of(report.inflected);
  out << line_of(report.known, "right words");
  out << line_of(report.unknown, "right words that no deed of the index has");
  for (const auto& failure : report.failures) {
    out << fmt::format("{}: {} for {}, corrected: {}\n",
                       report.kinds[failure.kind].name,
                       failure.typed,
                       failure.right,
                       failure.corrected.empty() ? "-" : failure.corrected);
  }
}

void write_json(const MisspellingsReport& report, std::ostream& out) {
  nlohmann::ordered_json json{{"all", json_of(report.all)},
                              {"kinds", nlohmann::ordered_json::object()},
                              {"forms_not_in_the_index", json_of(report.inflected)},
                              {"right_words", json_of(report.known)},
                              {"right_words_not_in_the_index", json_of(report.unknown)},
                              {"failures", nlohmann::ordered_json::array()}};
  for (const auto& kind : report.kinds) {
    json["kinds"][kind.name] = json_of(kind);
  }
  for (const auto& failure : report.failures) {
    json["failures"].push_back({{"error", report.kinds[failure.kind].name},
                                {"right", failure.right},
                                {"typed", failure.typed},
                                {"corrected", failure.corrected}});
  }
  out << json.dump() << '\n';
}

}  // namespace kiertoon
