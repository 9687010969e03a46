// Whatever moment a build is killed at, the index answers: from the old generation, or from the new
// one in full.

#include <algorithm>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/files.h"
#include "indexer/exit_code.h"
#include "search/search_service.h"
#include "tests/indexer/running_program.h"

namespace kiertoon {
namespace {

constexpr std::size_t kFewDeeds = 40;
constexpr std::size_t kManyDeeds = 400;
constexpr int kKills = 40;

std::string deeds(std::size_t count) {
  std::string lines;
  for (std::size_t i = 0; i < count; ++i) {
    lines += R"({"id":"d)" + std::to_string(i) +
             R"(","language":"fi","title":"Työhyvinvointi paranee kotihoidossa )" +
             std::to_string(i) +
             R"(","sections":[{"kind":"results","text":"Sairauspoissaolot vähenivät, kun )"
             R"(työvuorot suunnitellaan yhdessä. Kuormitus jakautuu tasaisemmin."}],)"
             R"("organisations":[{"name":"Ii","type":"municipality","role":"lead"}]})"
             "\n";
  }
  return lines;
}

class KilledIndexer : public testing::Test {
 protected:
  [[nodiscard]] std::vector<std::string> build_arguments(std::size_t count) const {
    const std::string name = "deeds" + std::to_string(count) + ".jsonl";
    return {"build", "--source", folder_.file(name, deeds(count)), "--index", index().string()};
  }

  [[nodiscard]] std::filesystem::path index() const { return folder_.path("index"); }

  // Deeds that a search for a word of every deed finds.
  [[nodiscard]] std::size_t found() const {
    static const auto data =
        SearchService::load_data({.index = {}, .data = *find_data_directory()});
    const auto service = SearchService::open({.index = index()}, *data);
    EXPECT_TRUE(service) << service.error().to_string();
    if (!service) {
      return 0;
    }
    const auto result = (*service)->search({.text = "sairauspoissaolo"});
    EXPECT_TRUE(result) << result.error().to_string();
    EXPECT_EQ((*service)->deed_count(), result ? result->total : 0);
    return result ? result->total : 0;
  }

  // Builds from as many deeds as the index does not hold, and kills that.
  void kill_a_build_after(std::chrono::microseconds moment) const {
    const std::size_t before = found();
    const std::size_t after = before == kManyDeeds ? kFewDeeds : kManyDeeds;
    RunningProgram program(folder_, build_arguments(after));
    std::this_thread::sleep_for(moment);
    program.send(SIGKILL);
    const bool finished = program.wait() == kExitOk;
    const std::size_t now = found();
    EXPECT_TRUE(now == after || (now == before && !finished))
        << "killed after " << moment.count() << " us: " << now << " deeds";
  }

  void kill_a_waiting_build() const {
    RunningProgram program(folder_, {"build", "--source", "-", "--index", index().string()});
    program.write("[]\n");
    EXPECT_TRUE(program.wait_for_error_output(":1: "));
    program.send(SIGKILL);
    EXPECT_EQ(program.wait(), kExitSignalBase + SIGKILL);
  }

  // Folders of generations in the index.
  [[nodiscard]] std::size_t generations() const {
    const std::filesystem::directory_iterator entries(index());
    return static_cast<std::size_t>(std::count_if(
        begin(entries), end(entries), [](const auto& entry) { return entry.is_directory(); }));
  }

  TemporaryFolder folder_;
};

TEST_F(KilledIndexer, LeavesAnIndexThatWorks) {
  const auto began = std::chrono::steady_clock::now();
  ASSERT_EQ(RunningProgram(folder_, build_arguments(kManyDeeds)).wait(), kExitOk);
  const auto one_build = std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - began);
  ASSERT_EQ(found(), kManyDeeds);

  std::mt19937 random(20'210'914);
  std::uniform_int_distribution<long> moments(0, one_build.count() * 11 / 10);
  for (int i = 0; i < kKills; ++i) {
    kill_a_build_after(std::chrono::microseconds(moments(random)));
  }

  EXPECT_EQ(RunningProgram(folder_, build_arguments(kFewDeeds)).wait(), kExitOk);
  EXPECT_EQ(found(), kFewDeeds);
}

TEST_F(KilledIndexer, LeavesNoGenerationsBehindAfterTheNextBuild) {
  ASSERT_EQ(RunningProgram(folder_, build_arguments(kFewDeeds)).wait(), kExitOk);
  for (int i = 0; i < 3; ++i) {
    kill_a_waiting_build();
  }
  ASSERT_EQ(RunningProgram(folder_, build_arguments(kFewDeeds)).wait(), kExitOk);
  EXPECT_LE(generations(), 2U);
}

}  // namespace
}  // namespace kiertoon
