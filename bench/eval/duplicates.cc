#include "bench/eval/duplicates.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <iterator>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "analysis/text.h"
#include "base/bounded_cache.h"
#include "base/tsv.h"
#include "bench/eval/collection.h"
#include "bench/eval/word_editor.h"
#include "search/index/deed_fields.h"
#include "search/resources.h"
#include "search/similar/text_sketch.h"

namespace kiertoon {
namespace {

constexpr std::size_t kEditedDeeds = 100;
constexpr std::array<double, 3> kEditedShares = {0.1, 0.3, 0.5};

// Order of PairKind in the report; the kinds of the file of pairs come first.
enum KindNumber : std::size_t { kResubmitted, kRewritten, kSameIdea, kFirstEdited };
constexpr std::array<std::string_view, kFirstEdited> kKnownKinds = {
    "resubmitted", "rewritten", "same_idea"};

struct Text {
  std::string id;
  // Texts of one family are the same deed, in whatever words.
  std::size_t family = 0;
  TextSketch sketch;
};

struct LabelledPair {
  std::size_t first = 0;
  std::size_t second = 0;
  std::size_t kind = 0;
};

// All that is compared. The deeds come first in `texts`, with their words beside them.
struct Material {
  std::vector<Text> texts;
  std::vector<std::vector<std::string>> words;
  std::vector<LabelledPair> pairs;
};

TextSketch sketch_of(const std::vector<std::string>& words) {
  std::vector<WordHash> hashes;
  hashes.reserve(words.size());
  for (const std::string& word : words) {
    hashes.push_back(word_hash(fold(normalise(word))));
  }
  return TextSketch(std::move(hashes));
}

std::vector<std::string> words_of(const Deed& deed, Analyzer& analyzer) {
  std::vector<std::string> words;
  for (const FieldText& field : running_texts(deed)) {
    for (const Token& token : analyzer.analyze(field.text, deed.language)) {
      words.emplace_back(field.text.substr(token.start, token.end - token.start));
    }
  }
  return words;
}

Expected<Material> load_texts(const DuplicatesEvaluation& evaluation) {
  const auto tools = load_indexing_tools(evaluation.data);
  if (!tools) {
    return tl::unexpected(tools.error());
  }
  Material material;
  for (const auto& path : evaluation.deeds) {
    const auto deeds = load_deeds(path, *tools->analyzer);
    if (!deeds) {
      return tl::unexpected(deeds.error());
    }
    for (const Deed& deed : *deeds) {
      material.words.push_back(words_of(deed, *tools->analyzer));
      material.texts.push_back({.id = deed.id,
                                .family = material.texts.size(),
                                .sketch = sketch_of(material.words.back())});
    }
  }
  return material;
}

Expected<StringMap<std::size_t>> number_by_id(const std::vector<Text>& texts) {
  StringMap<std::size_t> numbers;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (!numbers.emplace(texts[i].id, i).second) {
      return fail(ErrorCode::kInvalidData, fmt::format("the id \"{}\" is used twice", texts[i].id));
    }
  }
  return numbers;
}

void join_families(std::vector<Text>& texts, const LabelledPair& pair) {
  const std::size_t joined = texts[pair.second].family;
  for (Text& text : texts) {
    if (text.family == joined) {
      text.family = texts[pair.first].family;
    }
  }
}

Expected<void> add_known_pairs(const std::filesystem::path& path, Material& material) {
  const auto numbers = number_by_id(material.texts);
  if (!numbers) {
    return tl::unexpected(numbers.error());
  }
  const auto rows = read_tsv(path);
  if (!rows) {
    return tl::unexpected(rows.error());
  }
  for (const TsvRow& row : *rows) {
    const auto first = numbers->find(row.cell(0));
    const auto second = numbers->find(row.cell(1));
    const auto* const kind = std::find(kKnownKinds.begin(), kKnownKinds.end(), row.cell(2));
    if (first == numbers->end() || second == numbers->end() || kind == kKnownKinds.end()) {
      return fail(ErrorCode::kInvalidData,
                  fmt::format("{}:{}: \"{}\", \"{}\", \"{}\" are not two deeds and a kind of pair",
                              path.string(),
                              row.line,
                              row.cell(0),
                              row.cell(1),
                              row.cell(2)));
    }
    material.pairs.push_back({.first = first->second,
                              .second = second->second,
                              .kind = static_cast<std::size_t>(kind - kKnownKinds.begin())});
    if (material.pairs.back().kind != kSameIdea) {
      join_families(material.texts, material.pairs.back());
    }
  }
  return {};
}

std::string edited_name(double share) {
  return fmt::format("edited {:.0f} %", share * 100);
}

void add_edited(std::uint64_t seed, Material& material) {
  std::vector<std::string> corpus;
  for (const auto& words : material.words) {
    corpus.insert(corpus.end(), words.begin(), words.end());
  }
  if (corpus.empty()) {
    return;
  }
  WordEditor editor(std::move(corpus), seed);
  for (const std::size_t source : editor.choose(kEditedDeeds, material.words.size())) {
    for (std::size_t i = 0; i < kEditedShares.size(); ++i) {
      const double share = kEditedShares[i];
      Text text{.id = material.texts[source].id + ", " + edited_name(share),
                .family = material.texts[source].family,
                .sketch = sketch_of(editor.edit(material.words[source], share))};
      material.pairs.push_back(
          {.first = source, .second = material.texts.size(), .kind = kFirstEdited + i});
      material.texts.push_back(std::move(text));
    }
  }
}

std::vector<PairKind> count_kinds(const Material& material) {
  std::vector<PairKind> kinds;
  kinds.reserve(kKnownKinds.size() + kEditedShares.size());
  for (const std::string_view name : kKnownKinds) {
    kinds.push_back({.name = std::string(name)});
  }
  for (const double share : kEditedShares) {
    kinds.push_back({.name = edited_name(share)});
  }
  for (const LabelledPair& pair : material.pairs) {
    PairKind& kind = kinds[pair.kind];
    ++kind.pairs;
    kind.recognised += static_cast<std::size_t>(
        is_near_duplicate(material.texts[pair.first].sketch, material.texts[pair.second].sketch));
  }
  return kinds;
}

void compare_all(const std::vector<Text>& texts, DuplicatesReport& report) {
  const auto began = std::chrono::steady_clock::now();
  for (auto a = texts.begin(); a != texts.end(); ++a) {
    for (auto b = std::next(a); b != texts.end(); ++b) {
      if (is_near_duplicate(a->sketch, b->sketch) && a->family != b->family) {
        report.false_pairs.push_back({a->id, b->id, resemblance(a->sketch, b->sketch)});
      }
    }
    report.comparisons += static_cast<std::size_t>(texts.end() - std::next(a));
  }
  report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
}

double precision_of(const DuplicatesReport& report) {
  std::size_t right = report.kinds[kResubmitted].recognised;
  for (std::size_t kind = kFirstEdited; kind < report.kinds.size(); ++kind) {
    right += report.kinds[kind].recognised;
  }
  const std::size_t all = right + report.false_pairs.size();
  return all == 0 ? 0 : static_cast<double>(right) / static_cast<double>(all);
}

}  // namespace

Expected<DuplicatesReport> run(const DuplicatesEvaluation& evaluation) {
  auto material = load_texts(evaluation);
  if (!material) {
    return tl::unexpected(material.error());
  }
  if (auto added = add_known_pairs(evaluation.pairs, *material); !added) {
    return tl::unexpected(added.error());
  }
  add_edited(evaluation.seed, *material);
  DuplicatesReport report;
  report.deeds = material->words.size();
  report.edited = material->texts.size() - report.deeds;
  report.kinds = count_kinds(*material);
  compare_all(material->texts, report);
  report.precision = precision_of(report);
  return report;
}

}  // namespace kiertoon
