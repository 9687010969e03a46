#include "search/search_service.h"

#include <utility>

#include "analysis/translation/dictionaries.h"
#include "search/index/deed_fields.h"
#include "search/index/snapshot.h"
#include "search/index/snapshot_provider.h"
#include "search/index/xapian_guard.h"
#include "search/query/search_helper.h"
#include "search/resources.h"
#include "search/search_session.h"

namespace kiertoon {

struct SearchService::Data {
  Resources resources;
  Understanding understanding;
  std::shared_ptr<const Dictionaries> dictionaries;
};

namespace {

class Service final : public SearchService {
 public:
  Service(const SearchServiceOptions& options,
          std::shared_ptr<const Data> data,
          std::shared_ptr<const Snapshot> snapshot,
          std::vector<std::unique_ptr<Session>> sessions)
      : data_(std::move(data)),
        vocabulary_(data_->resources.vocabulary),
        names_(*vocabulary_),
        sessions_(std::move(sessions)),
        snapshots_(options.index, std::move(snapshot)) {}

  Expected<SearchResult> search(const SearchRequest& request) override {
    const auto session = sessions_.borrow();
    auto searcher = searcher_of(*session);
    if (!searcher) {
      return tl::unexpected(searcher.error());
    }
    auto result = session->corrected_search->search(request);
    if (!result || result->total > 0 || request.text.empty() ||
        request.detail == HitDetail::kIdentity) {
      return result;
    }
    const auto similar_deeds = similar_deeds_of(*session);
    if (!similar_deeds) {
      return tl::unexpected(similar_deeds.error());
    }
    return SearchHelper(*session->snapshot, **searcher, **similar_deeds, *session->analyzer)
        .help(request, *result)
        .map([&](SearchHelp&& help) {
          result->help = std::move(help);
          return std::move(*result);
        });
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

  Expected<SuggestResult> suggest(const SuggestRequest& request) override {
    const auto session = sessions_.borrow();
    const auto suggester = suggester_of(*session);
    return suggester ? (*suggester)->suggest(request) : tl::unexpected(suggester.error());
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

  [[nodiscard]] SearchTools tools_of(const Session& session) const {
    return {.analyzer = *session.analyzer,
            .vocabulary = *vocabulary_,
            .thesaurus = data_->understanding.thesaurus,
            .translator = session.translator.get(),
            .recogniser = data_->understanding.recogniser};
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

  Expected<Suggester*> suggester_of(Session& session) {
    if (auto searcher = searcher_of(session); !searcher) {
      return tl::unexpected(searcher.error());
    }
    return guard_xapian("cannot open the index " + session.snapshot->generation(), [&] {
      if (!session.suggester) {
        session.suggester = std::make_unique<Suggester>(*session.snapshot, tools_of(session));
      }
      return session.suggester.get();
    });
  }

  Expected<Searcher*> open_searcher(Session& session, std::shared_ptr<const Snapshot> snapshot) {
    return guard_xapian("cannot open the index " + snapshot->generation(), [&] {
      session.similar_deeds.reset();
      session.suggester.reset();
      session.corrected_search.reset();
      session.searcher = std::make_unique<Searcher>(*snapshot, tools_of(session));
      session.corrected_search = std::make_unique<CorrectedSearch>(
          *snapshot, *session.searcher, names_, *session.analyzer);
      session.snapshot = std::move(snapshot);
      return session.searcher.get();
    });
  }

  std::shared_ptr<const Data> data_;
  std::shared_ptr<const Vocabulary> vocabulary_;
  KnownWords names_;
  SessionPool sessions_;
  SnapshotProvider snapshots_;
};

}  // namespace

Expected<std::shared_ptr<const SearchService::Data>> SearchService::load_data(
    const SearchServiceOptions& options) {
  auto resources = load_resources(options.data);
  if (!resources) {
    return tl::unexpected(resources.error());
  }
  auto understanding = load_understanding(options.thesauri, *resources);
  if (!understanding) {
    return tl::unexpected(understanding.error());
  }
  auto dictionaries = Dictionaries::load(options.dictionaries);
  if (!dictionaries) {
    return tl::unexpected(dictionaries.error());
  }
  return std::make_shared<const Data>(
      Data{std::move(*resources), std::move(*understanding), std::move(*dictionaries)});
}

Expected<std::unique_ptr<SearchService>> SearchService::open(const SearchServiceOptions& options) {
  const auto data = load_data(options);
  return data ? open(options, *data) : tl::unexpected(data.error());
}

Expected<std::unique_ptr<SearchService>> SearchService::open(
    const SearchServiceOptions& options, const std::shared_ptr<const Data>& data) {
  auto snapshot = Snapshot::open(options.index);
  if (!snapshot) {
    return tl::unexpected(snapshot.error());
  }
  auto sessions = make_sessions(options.parallelism, data->resources, data->dictionaries);
  if (!sessions) {
    return tl::unexpected(sessions.error());
  }
  return std::make_unique<Service>(options, data, std::move(*snapshot), std::move(*sessions));
}

}  // namespace kiertoon
