#include "search/index/index_builder.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <deque>
#include <future>
#include <iterator>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <unistd.h>
#include <xapian.h>

#include "base/files.h"
#include "base/task_threads.h"
#include "search/index/deed_store.h"
#include "search/index/document_builder.h"
#include "search/index/generations.h"
#include "search/index/index_metadata.h"
#include "search/index/schema.h"
#include "search/index/xapian_guard.h"
#include "search/similar/similarity_corpus.h"
#include "search/words/completions_builder.h"

namespace kiertoon {
namespace {

namespace fs = std::filesystem;

// Xapian holds what it has not yet committed in trees that a small part keeps within the
// processor's cache: parts of 128 deeds are written a sixth faster than one of 3,000, and merging
// them costs 4 % of that.
constexpr std::size_t kDeedsOfFirstParts = 128;
constexpr std::size_t kPartsOfOneSize = 16;
constexpr std::size_t kPartsAheadPerThread = 2;  // waiting in memory

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

// The corpus of the current generation, when its latent space is to be kept.
Expected<std::optional<SimilarityCorpus>> earlier_corpus(const IndexBuilderOptions& options) {
  if (options.latent_space == LatentSpaceSource::kFitted) {
    return std::nullopt;
  }
  const auto current = current_generation(options.index);
  if (!current) {
    return tl::unexpected(current.error());
  }
  const auto bytes = read_file(similarity_path(generation_path(options.index, *current)));
  if (!bytes) {
    return tl::unexpected(bytes.error());
  }
  auto corpus = SimilarityCorpus::parse(*bytes);
  if (!corpus) {
    return tl::unexpected(corpus.error());
  }
  return std::move(*corpus);
}

// What one thread analyses deeds with.
struct Tools {
  Tools(std::unique_ptr<Analyzer> own_analyzer, const Vocabulary& vocabulary)
      : analyzer(std::move(own_analyzer)), documents(*analyzer, vocabulary) {}

  std::unique_ptr<Analyzer> analyzer;
  DocumentBuilder documents;
};

// What a part has to give to the whole beside its database, deed by deed.
struct WrittenPart {
  std::vector<DeedProfile> profiles;
  std::vector<std::string> ids;
  std::vector<std::string> records;
};

// Writes a part of the index: deeds that follow each other, as a database of their own. Counts them
// in `indexed` one by one.
Expected<WrittenPart> write_part(const fs::path& folder,
                                 const std::vector<Deed>& deeds,
                                 DocumentBuilder& documents,
                                 std::atomic<std::size_t>& indexed) {
  return guard_xapian("cannot write the index " + folder.string(), [&] {
    Xapian::WritableDatabase database(
        folder.string(),
        Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC | Xapian::DB_NO_TERMLIST);
    WrittenPart part;
    for (const Deed& deed : deeds) {
      auto indexed_deed = documents.build(deed);
      database.add_document(indexed_deed.document);
      part.profiles.push_back(std::move(indexed_deed.profile));
      part.ids.push_back(deed.id);
      part.records.push_back(std::move(indexed_deed.record));
      ++indexed;
    }
    write_index_metadata(database);
    database.commit();
    return part;
  });
}

Expected<void> sync_files_in(const fs::path& folder) {
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored)) {
    if (auto synced = sync_file(entry.path()); !synced) {
      return synced;
    }
  }
  return sync_directory(folder);
}

// Makes one compact database of the parts, in their order, and reads back what was written.
Expected<void> merge_parts(const std::vector<fs::path>& parts,
                           const fs::path& folder,
                           std::size_t deeds) {
  const auto is_whole = guard_xapian("cannot finish the index " + folder.string(), [&] {
    Xapian::Database all;
    for (const auto& part : parts) {
      all.add_database(Xapian::Database(part.string()));
    }
    all.compact(folder.string());
    return Xapian::Database(folder.string()).get_doccount() == deeds;
  });
  if (!is_whole) {
    return tl::unexpected(is_whole.error());
  }
  if (!*is_whole) {
    return fail(ErrorCode::kInternal,
                "the new index " + folder.string() + " does not hold what was written to it");
  }
  return sync_files_in(folder);
}

// What a builder works with.
struct Materials {
  std::unique_ptr<IndexLock> lock;
  DeedStoreWriter records;
  std::vector<std::unique_ptr<Tools>> tools;  // one a thread
  std::shared_ptr<const Vocabulary> vocabulary;
  std::optional<SimilarityCorpus> earlier_corpus;  // whose latent space is kept
};

class Builder final : public IndexBuilder {
 public:
  Builder(fs::path index, std::string generation, Materials materials)
      : index_(std::move(index)),
        generation_(std::move(generation)),
        folder_(generation_path(index_, generation_)),
        lock_(std::move(materials.lock)),
        vocabulary_(std::move(materials.vocabulary)),
        tools_(std::move(materials.tools)),
        earlier_corpus_(std::move(materials.earlier_corpus)),
        records_(std::move(materials.records)),
        threads_(tools_.size()) {}

  ~Builder() override {
    threads_.stop();
    if (!is_published_) {
      std::error_code ignored;
      fs::remove_all(folder_, ignored);
    }
  }
  Builder(const Builder&) = delete;
  Builder& operator=(const Builder&) = delete;
  Builder(Builder&&) = delete;
  Builder& operator=(Builder&&) = delete;

  Expected<void> add(Deed deed) override {
    completions_.add(deed, *vocabulary_);
    next_part_.push_back(std::move(deed));
    ++added_;
    if (next_part_.size() < part_size()) {
      return {};
    }
    begin_part();
    return being_written_.size() < kPartsAheadPerThread * tools_.size() ? Expected<void>()
                                                                        : await_part();
  }

  [[nodiscard]] std::size_t indexed() const override { return indexed_; }

  Expected<PublishedIndex> publish() override {
    if (!next_part_.empty() || parts_.empty()) {
      begin_part();
    }
    while (!being_written_.empty()) {
      if (auto written = await_part(); !written) {
        return tl::unexpected(written.error());
      }
    }
    auto merged = threads_.run(
        [this](std::size_t) { return merge_parts(parts_, database_path(folder_), added_); });
    auto listed = threads_.run([this](std::size_t thread) { return write_words(thread); });
    const auto modelled = write_model();
    const auto has_merged = merged.get();
    const auto has_listed = listed.get();
    if (!has_merged || !has_listed || !modelled) {
      return tl::unexpected(!has_merged   ? has_merged.error()
                            : !has_listed ? has_listed.error()
                                          : modelled.error());
    }
    std::error_code ignored;
    for (const auto& part : parts_) {
      fs::remove_all(part, ignored);
    }
    if (auto stored = records_.finish().and_then([&] { return sync_directory(folder_); });
        !stored) {
      return tl::unexpected(stored.error());
    }
    const std::string previous = previous_generation(index_);
    if (auto current = make_current(index_, generation_); !current) {
      return tl::unexpected(current.error());
    }
    is_published_ = true;
    remove_old_generations(index_, generation_, previous);
    return PublishedIndex{.generation = generation_,
                          .deeds = added_,
                          .bytes = size_on_disk(folder_),
                          .latent_space = *modelled};
  }

 private:
  // Deeds of the part that is filled now: so many more in later parts that a large index has not
  // more parts than files may be open.
  [[nodiscard]] std::size_t part_size() const {
    return kDeedsOfFirstParts << (parts_.size() / kPartsOfOneSize);
  }

  void begin_part() {
    parts_.push_back(folder_ / ("part-" + std::to_string(parts_.size())));
    being_written_.push_back(threads_.run(
        [this, folder = parts_.back(), deeds = std::exchange(next_part_, {}), end = added_ + 1](
            std::size_t thread) {
          tools_[thread]->documents.begin_part(static_cast<std::uint32_t>(end - deeds.size()));
          return write_part(folder, deeds, tools_[thread]->documents, indexed_);
        }));
  }

  Expected<void> await_part() {
    auto written = std::move(being_written_.front());
    being_written_.pop_front();
    auto part = written.get();
    if (!part) {
      return tl::unexpected(part.error());
    }
    for (std::size_t i = 0; i < part->records.size(); ++i) {
      records_.add(part->ids[i], part->records[i]);
    }
    std::move(part->profiles.begin(), part->profiles.end(), std::back_inserter(profiles_));
    return {};
  }

  [[nodiscard]] Expected<void> write_words(std::size_t thread) const {
    std::vector<WordCounter> counters;
    PhraseSequence texts;
    for (const auto& tools : tools_) {
      counters.push_back(tools->documents.take_words());
      texts.add(tools->documents.take_phrases(), counters.back().names());
    }
    const WordList words = WordCounter::merge(counters);
    if (auto written = write_file_atomically(words_path(folder_), words.serialise()); !written) {
      return written;
    }
    const auto completions = completions_.build(words, texts.in(words), *tools_[thread]->analyzer);
    return write_file_atomically(completions_path(folder_), completions.serialise());
  }

  [[nodiscard]] Expected<LatentSpaceState> write_model() const {
    const auto corpus = SimilarityCorpus::fit(
        profiles_,
        {.threads = tools_.size(), .space_of = earlier_corpus_ ? &*earlier_corpus_ : nullptr});
    if (auto written = write_file_atomically(similarity_path(folder_), corpus.serialise());
        !written) {
      return tl::unexpected(written.error());
    }
    const auto& space = corpus.space();
    return LatentSpaceState{
        .source = earlier_corpus_ ? LatentSpaceSource::kKept : LatentSpaceSource::kFitted,
        .dimensions = space ? space->dimensions() : 0,
        .fitted_deeds = space ? space->fitted_rows() : 0,
        .folded_in = corpus.folded_in().size(),
        .refit_is_due = corpus.refit_is_due()};
  }

  fs::path index_;
  std::string generation_;
  fs::path folder_;
  std::unique_ptr<IndexLock> lock_;
  std::shared_ptr<const Vocabulary> vocabulary_;
  std::vector<std::unique_ptr<Tools>> tools_;  // one a thread
  std::optional<SimilarityCorpus> earlier_corpus_;
  std::vector<Deed> next_part_;
  std::vector<fs::path> parts_;
  std::deque<std::future<Expected<WrittenPart>>> being_written_;
  DeedStoreWriter records_;
  std::vector<DeedProfile> profiles_;
  CompletionsBuilder completions_;
  std::size_t added_ = 0;
  std::atomic<std::size_t> indexed_ = 0;
  bool is_published_ = false;
  TaskThreads threads_;  // last: its threads use the members above
};

Expected<std::vector<std::unique_ptr<Tools>>> make_tools(std::size_t count,
                                                         const Resources& resources,
                                                         const std::shared_ptr<TermCache>& cache) {
  std::vector<std::unique_ptr<Tools>> tools;
  for (std::size_t i = 0; i < count; ++i) {
    auto analyzer = Analyzer::create(resources.analysis_data, cache);
    if (!analyzer) {
      return tl::unexpected(analyzer.error());
    }
    tools.push_back(std::make_unique<Tools>(std::move(*analyzer), *resources.vocabulary));
  }
  return tools;
}

Expected<void> make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  return error ? fail(ErrorCode::kUnavailable,
                      "cannot make the folder " + folder.string() + ": " + error.message())
               : Expected<void>();
}

}  // namespace

Expected<std::unique_ptr<IndexBuilder>> IndexBuilder::create(
    const IndexBuilderOptions& options,
    const Resources& resources,
    const std::shared_ptr<TermCache>& cache) {
  auto lock = IndexLock::acquire(options.index);
  if (!lock) {
    return tl::unexpected(lock.error());
  }
  auto earlier = earlier_corpus(options);
  if (!earlier) {
    return tl::unexpected(earlier.error());
  }
  // What a killed builder left behind.
  const std::string current = previous_generation(options.index);
  remove_old_generations(options.index, current, current);
  std::string generation = new_generation_name(options.index);
  auto tools = make_tools(std::max<std::size_t>(options.threads, 1), resources, cache);
  if (!tools) {
    return tl::unexpected(tools.error());
  }
  if (auto made = make_folder(generation_path(options.index, generation)); !made) {
    return tl::unexpected(made.error());
  }
  auto records = DeedStoreWriter::create(deeds_path(generation_path(options.index, generation)));
  if (!records) {
    return tl::unexpected(records.error());
  }
  return std::make_unique<Builder>(options.index,
                                   std::move(generation),
                                   Materials{.lock = std::move(*lock),
                                             .records = std::move(*records),
                                             .tools = std::move(*tools),
                                             .vocabulary = resources.vocabulary,
                                             .earlier_corpus = std::move(*earlier)});
}

}  // namespace kiertoon
