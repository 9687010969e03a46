#include "search/search_service.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/search/test_index.h"

namespace kiertoon {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using std::chrono::steady_clock;

std::vector<Deed> deeds_of_round(int round, int count = 20) {
  std::vector<Deed> deeds;
  deeds.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) {
    deeds.push_back(deed_of({.id = "d" + std::to_string(1000 + i),
                             .title = "Työhyvinvointi kierroksella " + std::to_string(round),
                             .summary = "Kehittämisteko päivystyskuorman tasaamiseksi.",
                             .body = ""}));
  }
  return deeds;
}

// Asks `service` the whole time from several threads, until stopped.
class Searchers {
 public:
  explicit Searchers(SearchService& service) {
    for (int i = 0; i < 4; ++i) {
      threads_.emplace_back([this, &service](const std::stop_token& stop) {
        while (!stop.stop_requested()) {
          ask(service);
        }
      });
    }
  }
  void stop() { threads_.clear(); }

  [[nodiscard]] int asked() const { return asked_; }
  [[nodiscard]] int failed() const { return failed_; }

 private:
  void ask(SearchService& service) {
    const auto result = service.search({.text = "hyvinvoinnin kuorma", .facets = {Facet::kYear}});
    const auto deed = service.deed("d1001");
    const bool is_right = result && result->total == 20 && result->hits.size() == 20 &&
                          !result->generation.empty() && deed && deed->has_value();
    ++asked_;
    failed_ += is_right ? 0 : 1;
    if (!result) {
      ADD_FAILURE() << result.error().to_string();
    }
  }

  std::atomic<int> asked_ = 0;
  std::atomic<int> failed_ = 0;
  std::vector<std::jthread> threads_;
};

bool answers_from(SearchService& service, const std::string& generation, milliseconds patience) {
  const auto deadline = steady_clock::now() + patience;
  while (steady_clock::now() < deadline) {
    if (service.generation() == generation) {
      return true;
    }
    std::this_thread::sleep_for(milliseconds(10));
  }
  return false;
}

class ServiceOverGenerations : public ::testing::Test {
 protected:
  void SetUp() override {
    publish_deeds(index(), deeds_of_round(0));
    auto service = open_test_service(index());
    ASSERT_TRUE(service) << service.error().to_string();
    service_ = std::move(*service);
  }
  [[nodiscard]] std::filesystem::path index() const { return folder_.path("index"); }

  TestFolder folder_;
  std::unique_ptr<SearchService> service_;
};

TEST_F(ServiceOverGenerations, SeesANewGenerationWithinTwoSeconds) {
  const auto published = publish_deeds(index(), deeds_of_round(1, 7));
  EXPECT_TRUE(answers_from(*service_, published.generation, seconds(2)));
  EXPECT_EQ(service_->deed_count(), 7U);
  const auto result = service_->search({.text = "kierroksella"});
  ASSERT_TRUE(result);
  EXPECT_EQ(result->total, 7U);
  EXPECT_EQ(result->generation, published.generation);
  EXPECT_EQ(plain(result->hits.front().title), "Työhyvinvointi kierroksella 1");
}

TEST_F(ServiceOverGenerations, FailsNoRequestWhileGenerationsArePublished) {
  Searchers searchers(*service_);
  std::string last;
  for (int round = 1; round <= 6; ++round) {
    last = publish_deeds(index(), deeds_of_round(round)).generation;
    // Some follow each other faster than the service looks.
    std::this_thread::sleep_for(milliseconds(round % 2 == 0 ? 700 : 20));
  }
  EXPECT_TRUE(answers_from(*service_, last, seconds(2)));
  searchers.stop();
  EXPECT_EQ(searchers.failed(), 0) << "of " << searchers.asked();
  EXPECT_GT(searchers.asked(), 0);
}

TEST_F(ServiceOverGenerations, OpensItsFirstSearchAfterItsGenerationIsGone) {
  // Two generations within one look of the service: the one it opened with is removed.
  publish_deeds(index(), deeds_of_round(1));
  publish_deeds(index(), deeds_of_round(2));
  const auto result = service_->search({.text = "hyvinvointi"});
  ASSERT_TRUE(result) << result.error().to_string();
  EXPECT_EQ(result->total, 20U);
}

TEST_F(ServiceOverGenerations, GoesOnWhenTheNextGenerationIsBroken) {
  const std::string good = service_->generation();
  folder_.write("index/generation-99999999T000000Z-1/iamglass", "rubbish");
  folder_.write("index/current", "generation-99999999T000000Z-1\n");
  std::this_thread::sleep_for(milliseconds(1200));
  EXPECT_EQ(service_->generation(), good);
  EXPECT_TRUE(service_->search({.text = "hyvinvointi"}));
  folder_.write("index/current", "not a generation");
  std::this_thread::sleep_for(milliseconds(600));
  EXPECT_TRUE(service_->search({.text = "hyvinvointi"}));
}

TEST_F(ServiceOverGenerations, EndsAtOnceWhileNobodyAsks) {
  const auto begun = steady_clock::now();
  service_.reset();
  EXPECT_LT(steady_clock::now() - begun, milliseconds(400));
}

TEST_F(ServiceOverGenerations, AnswersMoreThreadsThanItHasSessions) {
  std::atomic<int> right = 0;
  {
    constexpr std::size_t kThreads = 16;
    std::vector<std::jthread> threads;
    threads.reserve(kThreads);
    for (std::size_t i = 0; i < kThreads; ++i) {
      threads.emplace_back([&] {
        for (int n = 0; n < 5; ++n) {
          const auto result = service_->search({.text = "kehittämisteko"});
          const auto tokens = service_->analyze("kehittämisteko", Language::kFinnish);
          right += result && result->total == 20 && tokens.size() == 1 ? 1 : 0;
        }
      });
    }
  }
  EXPECT_EQ(right, 16 * 5);
}

TEST_F(ServiceOverGenerations, CountsEveryFacetOverTheIndex) {
  const auto counts = service_->counts();
  ASSERT_EQ(counts->size(), kFacetCount);
  const auto& languages = (*counts)[index_of(Facet::kLanguage)];
  ASSERT_EQ(languages.values.size(), 1U);
  EXPECT_EQ(languages.values[0].value, "fi");
  EXPECT_EQ(languages.values[0].count, 20U);
}

TEST_F(ServiceOverGenerations, GivesADeedByItsIdAlone) {
  const auto deed = service_->deed("d1003");
  ASSERT_TRUE(deed && *deed);
  EXPECT_EQ((*deed)->deed.id, "d1003");
  EXPECT_THAT((*deed)->organisation_slugs, ::testing::ElementsAre("koski-oy"));
}

TEST_F(ServiceOverGenerations, HasNoDeedForAnyOtherId) {
  for (const std::string& id : {std::string(""),
                                std::string("d10"),
                                std::string("D1003"),
                                std::string("Q:d1003"),
                                std::string("d1003\0", 6),
                                std::string(300, 'x'),
                                std::string(300, '\0'),
                                std::string("\xFF")}) {
    const auto deed = service_->deed(id);
    ASSERT_TRUE(deed) << deed.error().to_string();
    EXPECT_FALSE(*deed) << id;
  }
}

TEST(SearchService, DoesNotOpenWithoutAnIndex) {
  const TestFolder folder;
  const auto service = open_test_service(folder.path("missing"));
  ASSERT_FALSE(service);
  EXPECT_EQ(service.error().code, ErrorCode::kNotFound);
  EXPECT_FALSE(service.error().hint.empty());
}

TEST(SearchService, DoesNotOpenWithoutItsData) {
  const TestFolder folder;
  publish_deeds(folder.path("index"), deeds_of_round(0, 1));
  EXPECT_FALSE(
      SearchService::open({.index = folder.path("index"), .data = folder.path("missing")}));
}

}  // namespace
}  // namespace kiertoon
