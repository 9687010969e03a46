#include "search/query/query_words.h"

#include <algorithm>
#include <utility>

#include "analysis/text.h"
#include "search/query/query_parser.h"

namespace kiertoon {
namespace {

bool has_words(const QueryClause& clause) {
  return clause.kind == QueryClause::Kind::kWords || clause.kind == QueryClause::Kind::kPhrase;
}

bool is_plain(const QueryClause& clause) {
  return clause.kind == QueryClause::Kind::kWords && !clause.field;
}

class Collector {
 public:
  Collector(std::string_view text, Analyzer& analyzer) : text_(text), analyzer_(analyzer) {}

  void add(const QueryClause& clause) {
    // The clause's text stands last in it, after the name of a field and before a quotation mark.
    const std::size_t found =
        text_.substr(clause.start, clause.end - clause.start).rfind(clause.text);
    if (!has_words(clause) || found == std::string_view::npos) {
      may_follow_ = false;
      return;
    }
    may_follow_ = may_follow_ && is_plain(clause);
    const std::size_t base = clause.start + found;
    for (const auto& token :
         analyzer_.analyze(clause.text, Language::kFinnish, TextRole::kDocument)) {
      add_token(base + token.start, base + token.end);
    }
    may_follow_ = may_follow_ && is_plain(clause);
  }

  [[nodiscard]] std::vector<QueryWord> take() { return std::move(words_); }

 private:
  void add_token(std::size_t start, std::size_t end) {
    const std::string_view token = text_.substr(start, end - start);
    const bool is_one = token.find_first_of("-:") == std::string_view::npos;
    const std::string whole = fold(normalise(token));
    const std::size_t stem_end = std::min(token.find(':'), token.size());
    for (std::size_t begin = 0; begin < stem_end;) {
      const std::size_t piece_end = std::min(token.find('-', begin), stem_end);
      if (piece_end > begin) {
        words_.push_back({.start = start + begin,
                          .end = start + piece_end,
                          .folded = fold(normalise(token.substr(begin, piece_end - begin))),
                          .whole = whole,
                          .has_capital = !begins_in_lower_case(token.substr(begin)),
                          .follows_word = is_one && follows(start)});
      }
      begin = piece_end + 1;
    }
    last_end_ = end;
    may_follow_ = is_one;
  }

  // Whether nothing but spaces stands between the word before and this place.
  [[nodiscard]] bool follows(std::size_t start) const {
    return may_follow_ && start > last_end_ &&
           text_.substr(last_end_, start - last_end_).find_first_not_of(' ') ==
               std::string_view::npos;
  }

  std::string_view text_;
  Analyzer& analyzer_;
  std::vector<QueryWord> words_;
  std::size_t last_end_ = 0;
  bool may_follow_ = false;
};

}  // namespace

std::vector<QueryWord> query_words(std::string_view text, Analyzer& analyzer) {
  Collector collector(text, analyzer);
  for (const auto& group : parse_query(text).groups) {
    if (group.is_excluded) {
      continue;
    }
    for (const auto& clause : group.alternatives) {
      collector.add(clause);
    }
  }
  return collector.take();
}

}  // namespace kiertoon
