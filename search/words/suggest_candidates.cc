#include "search/words/suggest_candidates.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "search/words/completion_key.h"

namespace kiertoon {
namespace {

constexpr std::size_t kForgivingFrom = 4;  // letters

using Range = CompletionTable::Range;

// Keeps the heaviest few of many starts.
class Heaviest {
 public:
  explicit Heaviest(std::size_t most) : most_(most) {}

  void add(std::uint32_t start, std::uint32_t weight) {
    if (weight == 0 || (heap_.size() == most_ && weight <= heap_.front().weight)) {
      return;
    }
    heap_.push_back({weight, start});
    std::push_heap(heap_.begin(), heap_.end(), before);
    if (heap_.size() > most_) {
      std::pop_heap(heap_.begin(), heap_.end(), before);
      heap_.pop_back();
    }
  }

  struct Item {
    std::uint32_t weight = 0;
    std::uint32_t start = 0;
  };

  // The heaviest first.
  [[nodiscard]] std::vector<Item> take() {
    std::sort_heap(heap_.begin(), heap_.end(), before);
    return std::move(heap_);
  }

 private:
  [[nodiscard]] static bool before(const Item& a, const Item& b) {
    return std::pair(b.weight, a.start) < std::pair(a.weight, b.start);
  }

  std::size_t most_;
  std::vector<Item> heap_;  // the lightest in front
};

class CandidateFinder {
 public:
  CandidateFinder(const CompletionTable& table,
                  const TypedText& typed,
                  const CandidateRules& rules,
                  const WeightOf& weight_of)
      : table_(table), typed_(typed), rules_(rules), weight_of_(weight_of) {}

  [[nodiscard]] std::vector<SuggestCandidate> find() {
    if (typed_.tails.empty()) {
      add_ranges({table_.all()}, 0);
    }
    for (std::size_t tail = 0; tail < typed_.tails.size(); ++tail) {
      if (rules_.takes_long_tails || typed_.tails[tail].is_one_word) {
        add_tail(tail);
      }
    }
    return std::move(found_);
  }

 private:
  void add_tail(std::size_t tail) {
    const std::string& key = typed_.tails[tail].key;
    if (rules_.errors == TypingErrors::kNone) {
      add_ranges({table_.find(key)}, tail);
    } else if (count_code_points(key) >= kForgivingFrom && !key.ends_with(' ')) {
      add_ranges(table_.find_near(key), tail);
    }
  }

  void add_ranges(const std::vector<Range>& ranges, std::size_t tail) {
    // An entry may begin in several places.
    Heaviest heaviest(2 * rules_.most);
    for (const Range& range : ranges) {
      for (std::uint32_t start = range.first; start < range.last; ++start) {
        const std::uint32_t entry = table_.entry_at(start);
        heaviest.add(start, weight_of_ ? weight_of_(entry) : table_.weight(entry));
      }
    }
    for (const auto& [weight, start] : heaviest.take()) {
      const std::uint32_t entry = table_.entry_at(start);
      const bool is_known = std::any_of(
          found_.begin(), found_.end(), [&](const auto& it) { return it.entry == entry; });
      if (!is_known && found_.size() < rules_.most) {
        found_.push_back({.entry = entry,
                          .key_offset = table_.key_offset(start),
                          .tail = tail,
                          .is_exact = rules_.errors == TypingErrors::kNone,
                          .weight = weight});
      }
    }
  }

  const CompletionTable& table_;
  const TypedText& typed_;
  const CandidateRules& rules_;
  const WeightOf& weight_of_;
  std::vector<SuggestCandidate> found_;
};

// Whether one error at most makes one word of the other (Damerau).
bool differ_by_one(std::string_view a, std::string_view b) {
  while (!a.empty() && !b.empty() && a.front() == b.front()) {
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
  const bool is_swap = a.size() == 2 && b.size() == 2 && a[0] == b[1] && a[1] == b[0];
  return (a.size() <= 1 && b.size() <= 1) || is_swap;
}

// How much of `key` is what was typed as `typed`; where more than one error is between them, what
// they begin with alike.
std::size_t matched_size(std::string_view key, std::string_view typed) {
  for (const std::size_t size : std::array{typed.size(), typed.size() - 1, typed.size() + 1}) {
    if (size <= key.size() && differ_by_one(key.substr(0, size), typed)) {
      return size;
    }
  }
  const auto [end, ignored] = std::mismatch(key.begin(), key.end(), typed.begin(), typed.end());
  return static_cast<std::size_t>(end - key.begin());
}

}  // namespace

std::vector<SuggestCandidate> find_candidates(const CompletionTable& table,
                                              const TypedText& typed,
                                              const CandidateRules& rules,
                                              const WeightOf& weight_of) {
  return CandidateFinder(table, typed, rules, weight_of).find();
}

std::vector<SuggestCandidate> find_candidates_of_forms(const CompletionTable& table,
                                                       const TypedText& typed,
                                                       const std::vector<std::string>& words) {
  std::vector<SuggestCandidate> found;
  for (const auto& word : words) {
    const auto entry = table.find_text(word);
    const bool is_known =
        std::any_of(found.begin(), found.end(), [&](const auto& it) { return it.entry == entry; });
    if (entry && !is_known) {
      found.push_back({.entry = *entry, .tail = typed.tails.size() - 1, .is_exact = false});
    }
  }
  return found;
}

std::vector<Segment> mark_typed(const CompletionTable& table,
                                const SuggestCandidate& candidate,
                                const TypedText& typed) {
  const std::string_view text = table.text(candidate.entry);
  if (typed.tails.empty()) {
    return {{.text = std::string(text)}};
  }
  std::string_view tail = typed.tails[candidate.tail].key;
  tail.remove_suffix(tail.ends_with(' ') ? 1 : 0);
  const std::string_view key = table.key(candidate.entry).substr(candidate.key_offset);
  const std::size_t size = candidate.is_exact ? tail.size() : matched_size(key, tail);
  const auto [begin, end] = part_of_key(text, candidate.key_offset, candidate.key_offset + size);
  std::vector<Segment> segments;
  const auto add = [&](std::string_view part, bool match) {
    if (!part.empty()) {
      segments.push_back({.text = std::string(part), .match = match});
    }
  };
  add(text.substr(0, begin), false);
  add(text.substr(begin, end - begin), true);
  add(text.substr(end), false);
  return segments;
}

}  // namespace kiertoon
