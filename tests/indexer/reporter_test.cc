#include "indexer/reporter.h"

#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kiertoon {
namespace {

using std::chrono::milliseconds;
using testing::HasSubstr;
using testing::Not;

// A reporter with a clock that goes when it is told to.
struct Desk {
  explicit Desk(ProgressStyle style)
      : reporter({results, messages}, style, [this] { return now; }) {}

  std::chrono::steady_clock::time_point now;
  std::ostringstream results;
  std::ostringstream messages;
  Reporter reporter;
};

TEST(Reporter, NamesPlaceFieldAndValueOfAProblem) {
  Desk desk(ProgressStyle::kNone);
  desk.reporter.problem({"deeds.jsonl", 17}, {"themes[0]", "x", "is not a theme"});
  EXPECT_EQ(desk.messages.str(), "deeds.jsonl:17: themes[0]: \"x\" is not a theme\n");
}

TEST(Reporter, WritesALineEveryTwoSeconds) {
  Desk desk(ProgressStyle::kLines);
  for (std::size_t done = 0; done <= 50; ++done) {
    desk.reporter.progress("Indexing", done, 200);
    desk.now += milliseconds(100);
  }
  EXPECT_EQ(desk.messages.str(),
            "Indexing 20 of 200 (10 %), 10/s\n"
            "Indexing 40 of 200 (20 %), 10/s\n");
}

TEST(Reporter, WritesNoShareWhileTheTotalIsUnknown) {
  Desk desk(ProgressStyle::kLines);
  desk.reporter.progress("Reading", 0, 0);
  desk.now += milliseconds(2'000);
  desk.reporter.progress("Reading", 500, 0);
  EXPECT_EQ(desk.messages.str(), "Reading 500, 250/s\n");
}

TEST(Reporter, DrawsABarAndClearsItForAProblem) {
  Desk desk(ProgressStyle::kBar);
  desk.reporter.progress("Indexing", 0, 4);
  desk.now += milliseconds(500);
  desk.reporter.progress("Indexing", 1, 4);
  EXPECT_EQ(desk.messages.str(), "\r\033[KIndexing [######                  ] 1/4  25 %  2/s");
  desk.messages.str("");
  desk.reporter.error({ErrorCode::kBusy, "the index is busy", ""});
  EXPECT_EQ(desk.messages.str(), "\r\033[Kkiertoon-indexer: the index is busy\n");
}

TEST(Reporter, DrawsABarTenTimesASecondAtMost) {
  Desk desk(ProgressStyle::kBar);
  desk.reporter.progress("Indexing", 0, 1'000);
  for (std::size_t done = 1; done <= 100; ++done) {
    desk.now += milliseconds(10);
    desk.reporter.progress("Indexing", done, 1'000);
  }
  const std::string drawn = desk.messages.str();
  EXPECT_EQ(std::count(drawn.begin(), drawn.end(), '\r'), 10);
}

TEST(Reporter, IsQuietWhenToldSo) {
  Desk desk(ProgressStyle::kNone);
  desk.reporter.progress("Indexing", 0, 10);
  desk.now += milliseconds(60'000);
  desk.reporter.progress("Indexing", 5, 10);
  desk.reporter.result("deeds: 5");
  EXPECT_EQ(desk.messages.str(), "");
  EXPECT_EQ(desk.results.str(), "");
  desk.reporter.error({ErrorCode::kBusy, "the index is busy", "wait"});
  EXPECT_THAT(desk.messages.str(), HasSubstr("the index is busy (wait)"));
}

TEST(Reporter, KeepsResultsApartFromMessages) {
  Desk desk(ProgressStyle::kLines);
  desk.reporter.result("deeds: 5");
  EXPECT_EQ(desk.results.str(), "deeds: 5\n");
  EXPECT_THAT(desk.messages.str(), Not(HasSubstr("deeds")));
}

}  // namespace
}  // namespace kiertoon
