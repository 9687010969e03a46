#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "bench/eval/duplicates.h"

namespace kiertoon {

double PairKind::share() const {
  return pairs == 0 ? 0 : static_cast<double>(recognised) / static_cast<double>(pairs);
}

void write_text(const DuplicatesReport& report, std::ostream& out) {
  out << fmt::format("{} deeds, {} edited ones: {} comparisons in {:.3f} s\n",
                     report.deeds,
                     report.edited,
                     report.comparisons,
                     report.seconds);
  out << "kind         pairs  recognised  share\n";
  for (const PairKind& kind : report.kinds) {
    out << fmt::format(
        "{:<12} {:>5}  {:>10}  {:.4f}\n", kind.name, kind.pairs, kind.recognised, kind.share());
  }
  out << fmt::format(
      "precision {:.4f}, {} false pairs\n", report.precision, report.false_pairs.size());
  for (const FalsePair& pair : report.false_pairs) {
    out << fmt::format("{:.4f}  {}  {}\n", pair.resemblance, pair.first, pair.second);
  }
}

void write_json(const DuplicatesReport& report, std::ostream& out) {
  using Json = nlohmann::ordered_json;
  Json json{{"deeds", report.deeds},
            {"edited", report.edited},
            {"comparisons", report.comparisons},
            {"seconds", report.seconds},
            {"kinds", Json::object()},
            {"precision", report.precision},
            {"false_pairs", Json::array()}};
  for (const PairKind& kind : report.kinds) {
    json["kinds"][kind.name] = {
        {"pairs", kind.pairs}, {"recognised", kind.recognised}, {"share", kind.share()}};
  }
  for (const FalsePair& pair : report.false_pairs) {
    json["false_pairs"].push_back(
        {{"first", pair.first}, {"second", pair.second}, {"resemblance", pair.resemblance}});
  }
  out << json.dump() << '\n';
}

}  // namespace kiertoon
