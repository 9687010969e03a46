#pragma once

#include <condition_variable>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

#include "analysis/analyzer.h"
#include "analysis/thesaurus.h"
#include "analysis/translation/dictionaries.h"
#include "analysis/translation/word_translator.h"
#include "base/error.h"
#include "search/index/snapshot.h"
#include "search/query/corrected_search.h"
#include "search/query/name_recogniser.h"
#include "search/query/searcher.h"
#include "search/resources.h"
#include "search/similar/similar_deeds.h"
#include "search/words/suggester.h"

namespace kiertoon {

// What queries are understood by, beside their words; shared by all sessions.
struct Understanding {
  Thesaurus thesaurus;
  NameRecogniser recogniser;
};

// From the data folder and an operator's own `thesauri`; errors name file and place.
[[nodiscard]] Expected<Understanding> load_understanding(
    const std::vector<std::filesystem::path>& thesauri, const Resources& resources);

// Tools of one search at a time: an analyzer, and a searcher over the newest snapshot it has seen.
struct Session {
  std::unique_ptr<Analyzer> analyzer;
  std::unique_ptr<WordTranslator> translator;
  std::shared_ptr<const Snapshot> snapshot;
  std::unique_ptr<Searcher> searcher;
  std::unique_ptr<CorrectedSearch> corrected_search;
  std::unique_ptr<SimilarDeeds> similar_deeds;  // null until asked for
  std::unique_ptr<Suggester> suggester;         // likewise
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

// So many sessions, one at least, that share what they know of words. Fails as Analyzer::create().
[[nodiscard]] Expected<std::vector<std::unique_ptr<Session>>> make_sessions(
    std::size_t count,
    const Resources& resources,
    const std::shared_ptr<const Dictionaries>& dictionaries);

}  // namespace kiertoon
