#include "search/search_service.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

#include "search/index/deed_fields.h"
#include "search/index/generations.h"
#include "search/index/snapshot.h"
#include "search/index/xapian_guard.h"
#include "search/query/searcher.h"
#include "search/resources.h"
#include "search/similar/similar_deeds.h"

namespace kiertoon {
namespace {

constexpr std::chrono::milliseconds kLookForNewGeneration{500};

// Tools of one search at a time: an analyzer, and a searcher over the newest snapshot it has seen.
struct Session {
  std::unique_ptr<Analyzer> analyzer;
  std::shared_ptr<const Snapshot> snapshot;
  std::unique_ptr<Searcher> searcher;
  std::unique_ptr<SimilarDeeds> similar_deeds;  // null until asked for
};

// Lends sessions; who finds none waits. Thread-safe.
class SessionPool {
 public:
  explicit SessionPool(std::vector<std::unique_ptr<Session>> sessions)
      : free_(std::move(sessions)) {}

  // A session for as long as this lives.
  class Loan {
   public:
    Loan(SessionPool& pool, std::unique_ptr<Session> session)
        : pool_(pool), session_(std::move(session)) {}
    ~Loan() { pool_.give_back(std::move(session_)); }
    Loan(const Loan&) = delete;
    Loan& operator=(const Loan&) = delete;
    Loan(Loan&&) = delete;
    Loan& operator=(Loan&&) = delete;
    [[nodiscard]] Session& operator*() const { return *session_; }
    [[nodiscard]] Session* operator->() const { return session_.get(); }

   private:
    SessionPool& pool_;
    std::unique_ptr<Session> session_;
  };

  [[nodiscard]] Loan borrow() {
    std::unique_lock lock(mutex_);
    returned_.wait(lock, [this] { return !free_.empty(); });
    auto session = std::move(free_.back());
    free_.pop_back();
    return {*this, std::move(session)};
  }

 private:
  void give_back(std::unique_ptr<Session> session) {
    {
      const std::lock_guard lock(mutex_);
      free_.push_back(std::move(session));
    }
    returned_.notify_one();
  }

  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<Session>> free_;
};

// The newest snapshot of an index. A thread looks for new generations, so that no request waits for
// one. Thread-safe.
class SnapshotProvider {
 public:
  SnapshotProvider(std::filesystem::path index, std::shared_ptr<const Snapshot> first)
      : index_(std::move(index)),
        newest_(std::move(first)),
        watcher_([this](const std::stop_token& stop) { watch(stop); }) {}

  [[nodiscard]] std::shared_ptr<const Snapshot> newest() const {
    const std::lock_guard lock(mutex_);
    return newest_;
  }

  // The newest on disk, without waiting for the thread to look.
  [[nodiscard]] std::shared_ptr<const Snapshot> look_now() {
    auto found = look();
    const std::lock_guard lock(mutex_);
    if (found) {
      newest_ = std::move(found);
    }
    return newest_;
  }

 private:
  void watch(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (!stop.stop_requested()) {
      wake_.wait_for(lock, stop, kLookForNewGeneration, [] { return false; });
      lock.unlock();
      auto found = look();
      lock.lock();
      if (found) {
        newest_ = std::move(found);
      }
    }
  }

  // A snapshot of a generation that is newer than the one in use. What is missing or broken is left
  // for the next look: the generation in use goes on answering.
  [[nodiscard]] std::shared_ptr<const Snapshot> look() const {
    const auto generation = current_generation(index_);
    if (!generation || *generation == newest()->generation()) {
      return nullptr;
    }
    auto opened = Snapshot::open(index_);
    return opened ? *opened : nullptr;
  }

  std::filesystem::path index_;
  mutable std::mutex mutex_;
  std::condition_variable_any wake_;
  std::shared_ptr<const Snapshot> newest_;
  std::jthread watcher_;  // last: it uses the members above
};

class Service final : public SearchService {
 public:
  Service(const SearchServiceOptions& options,
          std::shared_ptr<const Vocabulary> vocabulary,
          std::shared_ptr<const Snapshot> snapshot,
          std::vector<std::unique_ptr<Session>> sessions)
      : vocabulary_(std::move(vocabulary)),
        sessions_(std::move(sessions)),
        snapshots_(options.index, std::move(snapshot)) {}

  Expected<SearchResult> search(const SearchRequest& request) override {
    const auto session = sessions_.borrow();
    auto searcher = searcher_of(*session);
    return searcher ? (*searcher)->search(request) : tl::unexpected(searcher.error());
  }

  Expected<std::optional<StoredDeed>> deed(std::string_view id) override {
    const auto session = sessions_.borrow();
    auto searcher = searcher_of(*session);
    if (!searcher) {
      return tl::unexpected(searcher.error());
    }
    auto found = (*searcher)->deed(id);
    if (!found) {
      return tl::unexpected(found.error());
    }
    if (!*found) {
      return std::nullopt;
    }
    StoredDeed stored{.deed = std::move(**found), .organisation_slugs = {}, .keyword_values = {}};
    for (const auto& organisation : stored.deed.organisations) {
      stored.organisation_slugs.push_back(vocabulary_->organisation_slug(organisation.name));
    }
    for (const auto& keyword : stored.deed.keywords) {
      stored.keyword_values.push_back(keyword_value(keyword));
    }
    return stored;
  }

  Expected<Statistics> statistics(const StatisticsRequest& request) override {
    auto counted = count(*snapshots_.newest(), request);
    // As in searcher_of(): the generation may be gone by now.
    return counted ? counted : count(*snapshots_.look_now(), request);
  }

  Expected<SimilarResult> similar(const SimilarRequest& request) override {
    const auto session = sessions_.borrow();
    const auto similar_deeds = similar_deeds_of(*session);
    return similar_deeds ? (*similar_deeds)->find(request) : tl::unexpected(similar_deeds.error());
  }

  Expected<Briefing> briefing(const BriefingRequest& request) override {
    const auto session = sessions_.borrow();
    if (auto searcher = searcher_of(*session); !searcher) {
      return tl::unexpected(searcher.error());
    }
    auto briefing =
        guard_xapian("cannot read the deeds of " + session->snapshot->generation(), [&] {
          return compute_briefing(*session->snapshot, *session->analyzer, *vocabulary_, request);
        });
    return briefing ? std::move(*briefing) : tl::unexpected(briefing.error());
  }

  std::vector<Token> analyze(std::string_view text, Language language) override {
    return sessions_.borrow()->analyzer->analyze(text, language);
  }

  Language detect_language(std::string_view text) override {
    return sessions_.borrow()->analyzer->detect_language(text);
  }

  Expected<void> check() override {
    const auto snapshot = snapshots_.look_now();
    return guard_xapian("cannot open the index " + snapshot->generation(),
                        [&] { static_cast<void>(snapshot->open_database()); });
  }

  [[nodiscard]] const Vocabulary& vocabulary() const override { return *vocabulary_; }
  [[nodiscard]] std::shared_ptr<const FacetTable> counts() const override {
    return snapshots_.newest()->counts();
  }
  [[nodiscard]] std::string generation() const override {
    return snapshots_.newest()->generation();
  }
  [[nodiscard]] std::size_t deed_count() const override {
    return snapshots_.newest()->deed_count();
  }

 private:
  Expected<Statistics> count(const Snapshot& snapshot, const StatisticsRequest& request) {
    return guard_xapian("cannot read the deeds of " + snapshot.generation(), [&] {
      const auto catalogue = snapshot.catalogue(*vocabulary_);
      Statistics statistics = compute_statistics(*catalogue, *vocabulary_, request);
      statistics.generation = snapshot.generation();
      return statistics;
    });
  }

  // The session's searcher over the newest snapshot; an older one is let go here.
  Expected<Searcher*> searcher_of(Session& session) {
    auto newest = snapshots_.newest();
    if (session.snapshot == newest) {
      return session.searcher.get();
    }
    auto opened = open_searcher(session, std::move(newest));
    // Generations that follow each other quickly: the one of the last look may be gone by now.
    return opened ? opened : open_searcher(session, snapshots_.look_now());
  }

  Expected<const SimilarDeeds*> similar_deeds_of(Session& session) {
    if (auto searcher = searcher_of(session); !searcher) {
      return tl::unexpected(searcher.error());
    }
    return guard_xapian(
        "cannot read the index " + session.snapshot->generation(), [&]() -> const SimilarDeeds* {
          if (!session.similar_deeds) {
            session.similar_deeds =
                std::make_unique<SimilarDeeds>(*session.snapshot, *session.analyzer, *vocabulary_);
          }
          return session.similar_deeds.get();
        });
  }

  Expected<Searcher*> open_searcher(Session& session, std::shared_ptr<const Snapshot> snapshot) {
    return guard_xapian("cannot open the index " + snapshot->generation(), [&] {
      session.similar_deeds.reset();
      session.searcher = std::make_unique<Searcher>(*snapshot, *session.analyzer, *vocabulary_);
      session.snapshot = std::move(snapshot);
      return session.searcher.get();
    });
  }

  std::shared_ptr<const Vocabulary> vocabulary_;
  SessionPool sessions_;
  SnapshotProvider snapshots_;
};

}  // namespace

Expected<std::unique_ptr<SearchService>> SearchService::open(const SearchServiceOptions& options) {
  auto snapshot = Snapshot::open(options.index);
  if (!snapshot) {
    return tl::unexpected(snapshot.error());
  }
  auto resources = load_resources(options.data);
  if (!resources) {
    return tl::unexpected(resources.error());
  }
  const auto cache = std::make_shared<TermCache>(kDefaultCachedWords);
  std::vector<std::unique_ptr<Session>> sessions;
  for (std::size_t i = 0; i < std::max<std::size_t>(options.parallelism, 1); ++i) {
    auto analyzer = Analyzer::create(resources->analysis_data, cache);
    if (!analyzer) {
      return tl::unexpected(analyzer.error());
    }
    sessions.push_back(std::make_unique<Session>());
    sessions.back()->analyzer = std::move(*analyzer);
  }
  return std::make_unique<Service>(
      options, resources->vocabulary, std::move(*snapshot), std::move(sessions));
}

}  // namespace kiertoon
