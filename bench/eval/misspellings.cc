#include "bench/eval/misspellings.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "analysis/text.h"
#include "base/utf8.h"
#include "bench/eval/collection.h"
#include "bench/eval/misspeller.h"
#include "bench/eval/temporary_index.h"
#include "search/index/deed_fields.h"

namespace kiertoon {
namespace {

constexpr std::size_t kTop = 10;
constexpr std::size_t kLeastWords = 100;
constexpr std::size_t kMostDraws = 1000;  // for one misspelling
constexpr std::size_t kExamples = 20;
constexpr std::size_t kHeldOut = 10;      // every tenth deed
constexpr std::size_t kLetterErrors = 5;  // the first kinds of errors, those within a word

bool has_letters_only(std::string_view word) {
  return std::all_of(
      word.begin(), word.end(), [](unsigned char c) { return c >= 0x80 || std::isalpha(c) != 0; });
}

// What is drawn from.
struct Words {
  std::set<std::string> all;        // folded
  std::vector<std::string> single;  // distinct, in lower case unless no deed writes them so
  std::vector<std::string> pairs;   // neighbours with a space between them, distinct
};

void add_words(const Deed& deed, Analyzer& analyzer, Words& words) {
  for (const FieldText& field : running_texts(deed)) {
    const auto tokens = analyzer.analyze(field.text, deed.language);
    std::string before;
    std::uint32_t end_before = 0;
    for (const Token& token : tokens) {
      std::string word(field.text.substr(token.start, token.end - token.start));
      words.all.insert(fold(normalise(word)));
      const bool is_drawn = has_letters_only(word) && begins_in_lower_case(word) &&
                            count_code_points(word) >= kShortestMisspelt &&
                            !analyzer.is_stop_word(word, deed.language);
      if (is_drawn) {
        words.single.push_back(word);
        if (!before.empty() && token.start == end_before + 1 && field.text[end_before] == ' ') {
          words.pairs.push_back(fmt::format("{} {}", before, word));
        }
      }
      before = is_drawn ? std::move(word) : std::string();
      end_before = token.end;
    }
  }
}

void keep_distinct(std::vector<std::string>& texts) {
  std::sort(texts.begin(), texts.end());
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
}

Words words_of(const std::vector<Deed>& deeds, Analyzer& analyzer) {
  Words words;
  for (const Deed& deed : deeds) {
    add_words(deed, analyzer, words);
  }
  keep_distinct(words.single);
  keep_distinct(words.pairs);
  return words;
}

struct Misspelling {
  std::string right;
  std::string typed;
};

// Whether every word of the text is a word of the deeds.
bool is_of_known_words(std::string_view text, const Words& words) {
  const std::size_t space = text.find(' ');
  const auto is_known = [&](std::string_view word) {
    return words.all.contains(fold(normalise(word)));
  };
  return space == std::string_view::npos
             ? is_known(text)
             : is_known(text.substr(0, space)) && is_known(text.substr(space + 1));
}

Expected<Misspelling> draw(SpellingError error, const Words& words, Misspeller& misspeller) {
  const auto& texts = error == SpellingError::kSpaceLeftOut ? words.pairs : words.single;
  for (std::size_t i = 0; i < kMostDraws && texts.size() > kLeastWords; ++i) {
    const std::string& right = texts[misspeller.draw(texts.size())];
    auto typed = misspeller.misspell(right, error);
    if (typed && !is_of_known_words(*typed, words)) {
      return Misspelling{right, std::move(*typed)};
    }
  }
  return fail(ErrorCode::kInvalidData,
              "the deeds have too few words for the error \"" + std::string(name_of(error)) + "\"");
}

class Asker {
 public:
  explicit Asker(SearchService& service) : service_(service) {}

  [[nodiscard]] Expected<SearchResult> ask(const std::string& text) {
    return service_.search({.text = text, .limit = kTop, .detail = HitDetail::kIdentity});
  }

 private:
  SearchService& service_;
};

bool are_nearly_the_same(const std::vector<Hit>& a, const std::vector<Hit>& b) {
  std::set<std::string_view> ids;
  for (const auto& hit : a) {
    ids.insert(hit.id);
  }
  const auto in_both =
      std::count_if(b.begin(), b.end(), [&](const Hit& hit) { return ids.contains(hit.id); });
  const std::size_t longer = std::max(a.size(), b.size());
  return static_cast<double>(in_both) >= kNearlyTheSame * static_cast<double>(longer);
}

std::string applied_correction(const SearchResult& result) {
  const auto& correction = result.reading.correction;
  return correction && correction->state == CorrectionState::kApplied ? correction->text
                                                                      : std::string();
}

void count_right(const std::string& word, const SearchResult& result, RightWords& words) {
  ++words.asked;
  if (const std::string changed = applied_correction(result); !changed.empty()) {
    ++words.changed;
    if (words.examples.size() < kExamples) {
      words.examples.push_back(word + " -> " + changed);
    }
  }
}

// Whether the misspelling finds nearly what the right words find.
Expected<bool> leads_to(const Misspelling& misspelling,
                        const SearchResult& right,
                        std::size_t kind,
                        Asker& asker,
                        MisspellingsReport& report) {
  const auto typed = asker.ask(misspelling.typed);
  if (!typed) {
    return tl::unexpected(typed.error());
  }
  const bool is_same = are_nearly_the_same(right.hits, typed->hits);
  if (!is_same) {
    report.failures.push_back(
        {misspelling.right, misspelling.typed, applied_correction(*typed), kind});
  }
  return is_same;
}

void count(bool is_same, MisspellingKind& kind) {
  ++kind.asked;
  kind.same += is_same ? 1 : 0;
}

Expected<void> ask_misspelling(const Misspelling& misspelling,
                               std::size_t kind,
                               Asker& asker,
                               MisspellingsReport& report) {
  const auto right = asker.ask(misspelling.right);
  if (!right) {
    return tl::unexpected(right.error());
  }
  count_right(misspelling.right, *right, report.known);
  return leads_to(misspelling, *right, kind, asker, report).map([&](bool is_same) {
    count(is_same, report.kinds[kind]);
    count(is_same, report.all);
  });
}

Expected<void> ask_misspellings(const MisspellingsEvaluation& evaluation,
                                const Words& words,
                                Asker asker,
                                MisspellingsReport& report) {
  Misspeller misspeller(evaluation.seed);
  report.all.name = "all";
  report.inflected.name = "forms not there";
  for (const SpellingError error : kSpellingErrors) {
    report.kinds.push_back({.name = std::string(name_of(error))});
  }
  for (std::size_t i = 0; i < evaluation.count; ++i) {
    const std::size_t kind = i % kSpellingErrors.size();
    const auto misspelling = draw(kSpellingErrors.at(kind), words, misspeller);
    if (!misspelling) {
      return tl::unexpected(misspelling.error());
    }
    if (auto asked = ask_misspelling(*misspelling, kind, asker, report); !asked) {
      return asked;
    }
  }
  return {};
}

// Words of every tenth deed that the others do not have, asked of an index of the others.
Expected<void> ask_held_out(const std::vector<Deed>& deeds,
                            std::uint64_t seed,
                            const IndexingTools& tools,
                            MisspellingsReport& report) {
  std::vector<Deed> held_out;
  std::vector<Deed> others;
  for (std::size_t i = 0; i < deeds.size(); ++i) {
    (i % kHeldOut == 0 ? held_out : others).push_back(deeds[i]);
  }
  const Words known = words_of(others, *tools.analyzer);
  const auto index = TemporaryIndex::create(std::move(others), tools);
  if (!index) {
    return tl::unexpected(index.error());
  }
  Asker asker((*index)->service());
  Misspeller misspeller(seed);
  std::size_t asked = 0;
  for (const auto& word : words_of(held_out, *tools.analyzer).single) {
    if (is_of_known_words(word, known)) {
      continue;
    }
    const auto right = asker.ask(word);
    if (!right) {
      return tl::unexpected(right.error());
    }
    count_right(word, *right, report.unknown);
    const std::size_t kind = asked++ % kLetterErrors;
    auto typed = misspeller.misspell(word, kSpellingErrors.at(kind));
    if (right->hits.empty() || !typed || is_of_known_words(*typed, known)) {
      continue;
    }
    const auto is_same = leads_to({word, std::move(*typed)}, *right, kind, asker, report);
    if (!is_same) {
      return tl::unexpected(is_same.error());
    }
    count(*is_same, report.inflected);
  }
  return {};
}

}  // namespace

Expected<MisspellingsReport> run(const MisspellingsEvaluation& evaluation) {
  const auto tools = load_indexing_tools(evaluation.data);
  if (!tools) {
    return tl::unexpected(tools.error());
  }
  std::vector<Deed> deeds;
  for (const auto& path : evaluation.deeds) {
    auto loaded = load_deeds(path, *tools->analyzer);
    if (!loaded) {
      return tl::unexpected(loaded.error());
    }
    std::move(loaded->begin(), loaded->end(), std::back_inserter(deeds));
  }
  const auto index = TemporaryIndex::create(deeds, *tools);
  if (!index) {
    return tl::unexpected(index.error());
  }
  MisspellingsReport report;
  const Words words = words_of(deeds, *tools->analyzer);
  if (auto asked = ask_misspellings(evaluation, words, Asker((*index)->service()), report);
      !asked) {
    return tl::unexpected(asked.error());
  }
  if (auto asked = ask_held_out(deeds, evaluation.seed, *tools, report); !asked) {
    return tl::unexpected(asked.error());
  }
  return report;
}

}  // namespace kiertoon
