#include "search/index/index_builder.h"

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
#include "search/index/document_builder.h"
#include "search/index/generations.h"
#include "search/index/index_metadata.h"
#include "search/index/schema.h"
#include "search/index/xapian_guard.h"

namespace kiertoon {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kDeedsAheadPerShard = 32;  // waiting in memory
constexpr std::size_t kCachedWords = 300'000;

// "generation-20261122T093000Z-4711-1": sorts by time; builders of one second differ by process and
// number. A name is never used twice, for readers know a new generation by its name.
std::string new_generation_name(const fs::path& index) {
  static std::atomic<unsigned> builders = 0;
  const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  const std::string begin =
      fmt::format("generation-{:%Y%m%dT%H%M%SZ}-{}", fmt::gmtime(now), ::getpid());
  std::string name;
  do {
    name = fmt::format("{}-{}", begin, ++builders);
  } while (fs::exists(generation_path(index, name)));
  return name;
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

// A part of the index with a thread of its own, which analyses deeds and writes them: nothing but
// the deeds passes between threads.
class Shard {
 public:
  Shard(fs::path folder,
        std::unique_ptr<Analyzer> analyzer,
        std::shared_ptr<const Vocabulary> vocabulary)
      : folder_(std::move(folder)),
        vocabulary_(std::move(vocabulary)),
        analyzer_(std::move(analyzer)),
        documents_(*analyzer_, *vocabulary_) {}

  [[nodiscard]] Expected<void> open() {
    return guard_xapian("cannot write the index " + folder_.string(), [&] {
      database_ = std::make_unique<Xapian::WritableDatabase>(
          folder_.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
    });
  }

  // `number`: the document's in the whole index, from 1.
  [[nodiscard]] std::future<Expected<void>> add(Deed deed, std::uint32_t number) {
    return thread_.run([this, deed = std::move(deed), number](std::size_t) {
      return guard_xapian("cannot write a deed to the index " + folder_.string(), [&] {
        Xapian::Document document = documents_.build(deed);
        document.add_value(static_cast<std::uint32_t>(Slot::kNumber), number_value(number));
        database_->add_document(document);
      });
    });
  }

  [[nodiscard]] std::future<Expected<void>> finish() {
    return thread_.run([this](std::size_t) { return close(); });
  }

  void stop() {
    thread_.stop();
    database_.reset();
  }

 private:
  // Commits, reads back what was written, and makes it durable.
  Expected<void> close() {
    const auto is_complete = guard_xapian("cannot finish the index " + folder_.string(), [&] {
      write_index_metadata(*database_);
      const Xapian::doccount expected = database_->get_doccount();
      database_->commit();
      database_.reset();
      return Xapian::Database(folder_.string()).get_doccount() == expected;
    });
    if (!is_complete) {
      return tl::unexpected(is_complete.error());
    }
    if (!*is_complete) {
      return fail(ErrorCode::kInternal,
                  "the new index " + folder_.string() + " does not hold what was written to it");
    }
    return sync_files();
  }

  [[nodiscard]] Expected<void> sync_files() const {
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder_, ignored)) {
      if (auto synced = sync_file(entry.path()); !synced) {
        return synced;
      }
    }
    return sync_directory(folder_);
  }

  fs::path folder_;
  std::shared_ptr<const Vocabulary> vocabulary_;
  std::unique_ptr<Analyzer> analyzer_;
  DocumentBuilder documents_;
  std::unique_ptr<Xapian::WritableDatabase> database_;
  TaskThreads thread_{1};  // last: its thread uses the members above
};

class Builder final : public IndexBuilder {
 public:
  Builder(fs::path index,
          std::string generation,
          std::unique_ptr<IndexLock> lock,
          std::vector<std::unique_ptr<Shard>> shards)
      : index_(std::move(index)),
        generation_(std::move(generation)),
        folder_(generation_path(index_, generation_)),
        lock_(std::move(lock)),
        shards_(std::move(shards)) {}

  ~Builder() override {
    for (auto& shard : shards_) {
      shard->stop();
    }
    if (!is_published_) {
      std::error_code ignored;
      fs::remove_all(folder_, ignored);
    }
  }
  Builder(const Builder&) = delete;
  Builder& operator=(const Builder&) = delete;
  Builder(Builder&&) = delete;
  Builder& operator=(Builder&&) = delete;

  // Deeds go to the shards in turn: then Xapian, which numbers the documents of several databases
  // in turn, numbers them in the order in which they came.
  Expected<void> add(Deed deed) override {
    auto& shard = shards_[added_ % shards_.size()];
    ++added_;
    pending_.push_back(shard->add(std::move(deed), static_cast<std::uint32_t>(added_)));
    return pending_.size() < shards_.size() * kDeedsAheadPerShard ? Expected<void>() : await_next();
  }

  [[nodiscard]] std::size_t indexed() const override { return added_ - pending_.size(); }

  Expected<PublishedIndex> publish() override {
    for (auto& shard : shards_) {
      pending_.push_back(shard->finish());
    }
    while (!pending_.empty()) {
      if (auto written = await_next(); !written) {
        return tl::unexpected(written.error());
      }
    }
    if (auto synced = sync_directory(folder_); !synced) {
      return tl::unexpected(synced.error());
    }
    const std::string previous = previous_generation(index_);
    if (auto current = make_current(index_, generation_); !current) {
      return tl::unexpected(current.error());
    }
    is_published_ = true;
    remove_old_generations(index_, generation_, previous);
    return PublishedIndex{
        .generation = generation_, .deeds = added_, .bytes = size_on_disk(folder_)};
  }

 private:
  Expected<void> await_next() {
    auto next = std::move(pending_.front());
    pending_.pop_front();
    return next.get();
  }

  fs::path index_;
  std::string generation_;
  fs::path folder_;
  std::unique_ptr<IndexLock> lock_;
  std::vector<std::unique_ptr<Shard>> shards_;
  std::deque<std::future<Expected<void>>> pending_;
  std::size_t added_ = 0;
  bool is_published_ = false;
};

// Opens `count` shards in a new generation's folder.
Expected<std::vector<std::unique_ptr<Shard>>> make_shards(
    const fs::path& folder,
    std::size_t count,
    const std::shared_ptr<const AnalysisData>& analysis_data,
    const std::shared_ptr<const Vocabulary>& vocabulary) {
  const auto cache = std::make_shared<TermCache>(kCachedWords);
  std::vector<std::unique_ptr<Shard>> shards;
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) {
    return fail(ErrorCode::kUnavailable,
                "cannot make the folder " + folder.string() + ": " + error.message());
  }
  for (std::size_t i = 0; i < count; ++i) {
    auto analyzer = Analyzer::create(analysis_data, cache);
    if (!analyzer) {
      return tl::unexpected(analyzer.error());
    }
    shards.push_back(
        std::make_unique<Shard>(shard_path(folder, i), std::move(*analyzer), vocabulary));
    if (auto opened = shards.back()->open(); !opened) {
      return tl::unexpected(opened.error());
    }
  }
  return shards;
}

}  // namespace

Expected<std::unique_ptr<IndexBuilder>> IndexBuilder::create(
    const IndexBuilderOptions& options,
    const std::shared_ptr<const AnalysisData>& analysis_data,
    const std::shared_ptr<const Vocabulary>& vocabulary) {
  auto lock = IndexLock::acquire(options.index);
  if (!lock) {
    return tl::unexpected(lock.error());
  }
  // What a killed builder left behind.
  const std::string current = previous_generation(options.index);
  remove_old_generations(options.index, current, current);
  std::string generation = new_generation_name(options.index);
  auto shards = make_shards(generation_path(options.index, generation),
                            std::max<std::size_t>(options.threads, 1),
                            analysis_data,
                            vocabulary);
  if (!shards) {
    return tl::unexpected(shards.error());
  }
  return std::make_unique<Builder>(
      options.index, std::move(generation), std::move(*lock), std::move(*shards));
}

}  // namespace kiertoon
