#include "search/index/snapshot.h"

#include <array>
#include <utility>

#include <xapian.h>

#include "base/files.h"
#include "search/index/generations.h"
#include "search/index/index_metadata.h"
#include "search/index/schema.h"
#include "search/index/xapian_guard.h"
#include "search/query/facet_decider.h"

namespace kiertoon {
namespace {

// Counts every facet over all documents.
std::vector<FacetCounts> count_all(const FacetColumns& columns, const Xapian::Database& database) {
  std::vector<Facet> facets;
  for (std::size_t i = 0; i < kFacetCount; ++i) {
    facets.push_back(static_cast<Facet>(i));
  }
  const FacetDecider decider(columns, {}, facets);
  Xapian::Enquire enquire(database);
  enquire.set_query(Xapian::Query(std::string()));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const Xapian::MSet ignored = enquire.get_mset(0, 0, database.get_doccount(), nullptr, &decider);
  return decider.counts();
}

constexpr const char* kHint = "build the index anew: kiertoon-indexer build";

tl::unexpected<Error> of_another_index(const std::filesystem::path& path) {
  return fail(ErrorCode::kInvalidData,
              path.string() + " is of another index than the database beside it",
              kHint);
}

Expected<DeedStore> read_deeds(const std::filesystem::path& path, std::size_t deeds) {
  auto store = DeedStore::open(path);
  if (!store) {
    return fail(store.error().code, store.error().message, kHint);
  }
  return store->deed_count() == deeds ? std::move(store) : of_another_index(path);
}

Expected<WordList> read_words(const std::filesystem::path& path, std::size_t deeds) {
  const auto bytes = read_file(path);
  if (!bytes) {
    return fail(bytes.error().code, bytes.error().message, kHint);
  }
  auto words = WordList::parse(*bytes);
  if (!words) {
    return fail(words.error().code, path.string() + ": " + words.error().message, kHint);
  }
  return words->deed_count() == deeds ? std::move(words) : of_another_index(path);
}

Expected<Completions> read_completions(const std::filesystem::path& path, std::size_t deeds) {
  const auto bytes = read_file(path);
  if (!bytes) {
    return fail(bytes.error().code, bytes.error().message, kHint);
  }
  auto completions = Completions::parse(*bytes);
  if (!completions) {
    return fail(
        completions.error().code, path.string() + ": " + completions.error().message, kHint);
  }
  return completions->deed_count == deeds ? std::move(completions) : of_another_index(path);
}

Expected<SimilarityModel> read_similarity(const std::filesystem::path& path, std::size_t deeds) {
  const auto bytes = read_file(path);
  if (!bytes) {
    return fail(bytes.error().code, bytes.error().message, kHint);
  }
  auto corpus = SimilarityCorpus::parse(*bytes);
  if (!corpus) {
    return tl::unexpected(corpus.error());
  }
  if (corpus->document_count() != deeds) {
    return of_another_index(path);
  }
  return SimilarityModel(std::move(*corpus));
}

}  // namespace

Expected<std::shared_ptr<const Snapshot>> Snapshot::open(const std::filesystem::path& index) {
  auto generation = current_generation(index);
  if (!generation) {
    return tl::unexpected(generation.error());
  }
  const std::shared_ptr<Snapshot> snapshot(new Snapshot());
  const std::filesystem::path folder = generation_path(index, *generation);
  snapshot->database_ = database_path(folder);
  snapshot->generation_ = std::move(*generation);
  const std::string place = folder.string();
  auto opened = guard_xapian("cannot open the index " + place, [&]() -> Expected<void> {
    const Xapian::Database database = snapshot->open_database();
    if (auto checked = check_index_metadata(database, place); !checked) {
      return checked;
    }
    auto deeds = read_deeds(deeds_path(folder), database.get_doccount());
    if (!deeds) {
      return tl::unexpected(deeds.error());
    }
    snapshot->deeds_.emplace(std::move(*deeds));
    snapshot->columns_ = FacetColumns::load(database);
    snapshot->common_terms_ = CommonTerms::load(database);
    snapshot->counts_ =
        std::make_shared<const std::vector<FacetCounts>>(count_all(snapshot->columns_, database));
    return {};
  });
  if (!opened) {
    return tl::unexpected(opened.error());
  }
  if (!*opened) {
    return tl::unexpected(opened->error());
  }
  auto similarity = read_similarity(similarity_path(folder), snapshot->deed_count());
  if (!similarity) {
    return tl::unexpected(similarity.error());
  }
  snapshot->similarity_ = std::move(*similarity);
  auto words = read_words(words_path(folder), snapshot->deed_count());
  if (!words) {
    return tl::unexpected(words.error());
  }
  auto completions = read_completions(completions_path(folder), snapshot->deed_count());
  if (!completions) {
    return tl::unexpected(completions.error());
  }
  snapshot->completions_ = std::move(*completions);
  snapshot->spelling_ = std::make_unique<const SpellingIndex>(std::move(*words));
  return snapshot;
}

std::shared_ptr<const Catalogue> Snapshot::catalogue(const Vocabulary& vocabulary) const {
  const std::lock_guard lock(catalogue_mutex_);
  if (!catalogue_) {
    catalogue_ = std::make_shared<const Catalogue>(Catalogue::load(*deeds_, vocabulary));
  }
  return catalogue_;
}

Xapian::Database Snapshot::open_database() const {
  return Xapian::Database(database_.string());
}

}  // namespace kiertoon
