// Speed of SearchService on one thread, over the documents of kirjastonhoitaja-subjects, or the
// shipped deeds when there are no collections.

#include <memory>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "bench/eval/collection.h"
#include "bench/eval/temporary_index.h"
#include "bench/micro/texts.h"

namespace kiertoon {
namespace {

std::vector<Deed> deeds_of(const std::vector<std::string>& texts, Analyzer& analyzer) {
  std::vector<Deed> deeds;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const Document document{"d" + std::to_string(i), "", texts[i]};
    deeds.push_back(deed_from(document, Language::kFinnish, analyzer));
  }
  return deeds;
}

// The index all benchmarks ask; nullptr when it cannot be made.
SearchService* service() {
  static const auto index = []() -> std::unique_ptr<TemporaryIndex> {
    const auto tools = load_indexing_tools({});
    if (!tools) {
      return nullptr;
    }
    std::vector<std::string> texts = collection_texts();
    if (texts.empty()) {
      texts = shipped_texts();
    }
    auto created = TemporaryIndex::create(deeds_of(texts, *tools->analyzer), *tools);
    return created ? std::move(*created) : nullptr;
  }();
  return index == nullptr ? nullptr : &index->service();
}

void search(benchmark::State& state, const SearchRequest& request) {
  if (service() == nullptr) {
    state.SkipWithError("the index cannot be made");
    return;
  }
  for ([[maybe_unused]] auto iteration : state) {
    const auto result = service()->search(request);
    if (!result) {
      state.SkipWithError(result.error().message.c_str());
      return;
    }
    benchmark::DoNotOptimize(result->total);
  }
}

SearchRequest request(std::string text, HitDetail detail, std::vector<Facet> facets = {}) {
  SearchRequest request;
  request.text = std::move(text);
  request.limit = 10;
  request.facets = std::move(facets);
  request.detail = detail;
  return request;
}

constexpr const char* kParagraph =
    "Meillä kotihoidossa sairauspoissaolot ovat kasvaneet koko vuoden. Työntekijät kertovat, että "
    "työvuorot tulevat liian myöhään ja että esihenkilöä ei tavoita. Olemme etsineet tapaa, jolla "
    "työyhteisö voisi itse suunnitella työvuoronsa.";

BENCHMARK_CAPTURE(search, one_word, request("kehitysvammaiset", HitDetail::kIdentity));
BENCHMARK_CAPTURE(search, three_words, request("kirjaston uusi kokoelma", HitDetail::kIdentity));
BENCHMARK_CAPTURE(search,
                  three_words_snippets_facet,
                  request("kirjaston uusi kokoelma", HitDetail::kFull, {Facet::kLanguage}));
BENCHMARK_CAPTURE(search, phrase, request("\"kirjaston kokoelma\"", HitDetail::kIdentity));
BENCHMARK_CAPTURE(search, prefix, request("kirj*", HitDetail::kIdentity));
BENCHMARK_CAPTURE(search, paragraph, request(kParagraph, HitDetail::kFull));
BENCHMARK_CAPTURE(search, everything, request("", HitDetail::kFull, {Facet::kLanguage}));

}  // namespace
}  // namespace kiertoon
