#include "bench/eval/misspellings.h"

#include <sstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace kiertoon {
namespace {

const std::filesystem::path kExamples = KIERTOON_SOURCE_DIR "/data/deeds/examples.jsonl";

TEST(Misspellings, AreCountedByKindAndSumUp) {
  const auto report = run(MisspellingsEvaluation{.deeds = {kExamples}, .count = 70});
  ASSERT_TRUE(report) << report.error().to_string();
  ASSERT_EQ(report->kinds.size(), 7U);
  std::size_t asked = 0;
  std::size_t same = 0;
  for (const auto& kind : report->kinds) {
    EXPECT_EQ(kind.asked, 10U) << kind.name;
    asked += kind.asked;
    same += kind.same;
  }
  EXPECT_EQ(report->all.asked, asked);
  EXPECT_EQ(report->all.same, same);
  EXPECT_EQ(report->known.asked, 70U);
  EXPECT_EQ(report->all.asked - report->all.same + report->inflected.asked - report->inflected.same,
            report->failures.size());
  std::ostringstream out;
  write_json(*report, out);
  const auto json = nlohmann::json::parse(out.str());
  EXPECT_EQ(json["all"]["asked"], 70);
  EXPECT_EQ(json["kinds"]["dots dropped"]["asked"], 10);
}

TEST(Misspellings, NeedEnoughWords) {
  EXPECT_FALSE(run(MisspellingsEvaluation{.deeds = {}}));
  EXPECT_FALSE(run(MisspellingsEvaluation{.deeds = {"missing.jsonl"}}));
}

}  // namespace
}  // namespace kiertoon
