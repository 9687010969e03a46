#include "search/index_builder.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <deque>
#include <future>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <unistd.h>
#include <xapian.h>

#include "base/files.h"
#include "base/task_threads.h"
#include "search/document_builder.h"
#include "search/generations.h"
#include "search/index_metadata.h"
#include "search/xapian_guard.h"

namespace kiertoon {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kDeedsAheadPerThread = 32;  // analysed or waiting while the writer catches up
constexpr std::size_t kCachedWords = 300'000;

// "generation-20261122T093000Z-4711": sorts by time; two builders in one second differ by process.
std::string new_generation_name() {
  const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  return fmt::format("generation-{:%Y%m%dT%H%M%SZ}-{}", fmt::gmtime(now), ::getpid());
}

std::size_t size_on_disk(const fs::path& folder) {
  std::size_t bytes = 0;
  std::error_code ignored;
  for (const auto& entry : fs::recursive_directory_iterator(folder, ignored)) {
    if (entry.is_regular_file(ignored)) {
      bytes += entry.file_size(ignored);
    }
  }
  return bytes;
}

// The current generation's name; empty when there is none yet.
std::string previous_generation(const fs::path& index) {
  return current_generation(index).value_or(std::string());
}

class Builder final : public IndexBuilder {
 public:
  Builder(const IndexBuilderOptions& options,
          std::unique_ptr<IndexLock> lock,
          std::vector<std::unique_ptr<Analyzer>> analyzers,
          std::shared_ptr<const Vocabulary> vocabulary)
      : index_(options.index),
        generation_(new_generation_name()),
        folder_(generation_path(options.index, generation_)),
        lock_(std::move(lock)),
        vocabulary_(std::move(vocabulary)),
        analyzers_(std::move(analyzers)),
        threads_(analyzers_.size()) {}

  ~Builder() override {
    threads_.stop();
    if (!is_published_) {
      database_.reset();
      std::error_code ignored;
      fs::remove_all(folder_, ignored);
    }
  }
  Builder(const Builder&) = delete;
  Builder& operator=(const Builder&) = delete;
  Builder(Builder&&) = delete;
  Builder& operator=(Builder&&) = delete;

  [[nodiscard]] Expected<void> open() {
    return guard_xapian("cannot write the index " + folder_.string(), [&] {
      database_ = std::make_unique<Xapian::WritableDatabase>(
          folder_.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
    });
  }

  Expected<void> add(Deed deed) override {
    pending_.push_back(threads_.run([this, deed = std::move(deed)](std::size_t thread) {
      return DocumentBuilder(*analyzers_[thread], *vocabulary_).build(deed);
    }));
    if (pending_.size() < analyzers_.size() * kDeedsAheadPerThread) {
      return {};
    }
    return write_next();
  }

  [[nodiscard]] std::size_t indexed() const override { return indexed_; }

  Expected<PublishedIndex> publish() override {
    while (!pending_.empty()) {
      if (auto written = write_next(); !written) {
        return tl::unexpected(written.error());
      }
    }
    if (auto finished = finish_database(); !finished) {
      return tl::unexpected(finished.error());
    }
    const std::string previous = previous_generation(index_);
    if (auto current = make_current(index_, generation_); !current) {
      return tl::unexpected(current.error());
    }
    is_published_ = true;
    remove_old_generations(index_, generation_, previous);
    return PublishedIndex{
        .generation = generation_, .deeds = indexed_, .bytes = size_on_disk(folder_)};
  }

 private:
  Expected<void> write_next() {
    auto next = std::move(pending_.front());
    pending_.pop_front();
    return guard_xapian("cannot write a deed to the index " + folder_.string(), [&] {
      database_->add_document(next.get());
      ++indexed_;
    });
  }

  // Commits, syncs, and reads back what was written.
  Expected<void> finish_database() {
    auto written = guard_xapian("cannot finish the index " + folder_.string(), [&] {
      write_index_metadata(*database_);
      database_->commit();
      database_.reset();
      const Xapian::Database written_database(folder_.string());
      return written_database.get_doccount() == indexed_;
    });
    if (!written) {
      return tl::unexpected(written.error());
    }
    if (!*written) {
      return fail(ErrorCode::kInternal,
                  "the new index " + folder_.string() + " does not hold what was written to it");
    }
    return sync_files();
  }

  Expected<void> sync_files() {
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder_, ignored)) {
      if (auto synced = sync_file(entry.path()); !synced) {
        return synced;
      }
    }
    auto synced = sync_directory(folder_);
    return synced ? sync_directory(index_) : synced;
  }

  fs::path index_;
  std::string generation_;
  fs::path folder_;
  std::unique_ptr<IndexLock> lock_;
  std::shared_ptr<const Vocabulary> vocabulary_;
  std::vector<std::unique_ptr<Analyzer>> analyzers_;
  std::unique_ptr<Xapian::WritableDatabase> database_;
  std::deque<std::future<Xapian::Document>> pending_;
  std::size_t indexed_ = 0;
  bool is_published_ = false;
  TaskThreads threads_;  // last: its threads use the members above
};

}  // namespace

Expected<std::unique_ptr<IndexBuilder>> IndexBuilder::create(
    const IndexBuilderOptions& options,
    const std::shared_ptr<const AnalysisData>& analysis_data,
    std::shared_ptr<const Vocabulary> vocabulary) {
  auto lock = IndexLock::acquire(options.index);
  if (!lock) {
    return tl::unexpected(lock.error());
  }
  // What a killed builder left behind.
  const std::string current = previous_generation(options.index);
  remove_old_generations(options.index, current, current);
  std::vector<std::unique_ptr<Analyzer>> analyzers;
  const auto cache = std::make_shared<TermCache>(kCachedWords);
  for (std::size_t i = 0; i < std::max<std::size_t>(options.threads, 1); ++i) {
    auto analyzer = Analyzer::create(analysis_data, cache);
    if (!analyzer) {
      return tl::unexpected(analyzer.error());
    }
    analyzers.push_back(std::move(*analyzer));
  }
  auto builder = std::make_unique<Builder>(
      options, std::move(*lock), std::move(analyzers), std::move(vocabulary));
  if (auto opened = builder->open(); !opened) {
    return tl::unexpected(opened.error());
  }
  return builder;
}

}  // namespace kiertoon
