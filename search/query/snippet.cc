#include "search/query/snippet.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "base/utf8.h"

namespace kiertoon {
namespace {

constexpr std::string_view kEllipsis = "…";
constexpr std::size_t kLeadIn =
    60;  // bytes before the first match that are shown when no sentence begins there

// A stretch of one text and the words of the query it shows.
struct Passage {
  std::size_t text = 0;
  std::size_t start = 0;
  std::size_t end = 0;
  std::set<std::size_t> words;
  std::size_t matches = 0;
};

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

bool ends_sentence(std::string_view text, std::size_t i) {
  return (text[i] == '.' || text[i] == '!' || text[i] == '?' || text[i] == '\n') &&
         i + 1 < text.size() && is_space(text[i + 1]);
}

// Where a passage that shows `match` at the latest may begin: at the sentence's beginning when that
// is near, else at a word.
std::size_t passage_start(std::string_view text, std::size_t match) {
  const std::size_t earliest = match > kLeadIn ? match - kLeadIn : 0;
  if (earliest == 0) {
    return 0;
  }
  for (std::size_t i = match; i-- > earliest;) {
    if (ends_sentence(text, i)) {
      return i + 2;
    }
  }
  for (std::size_t i = earliest; i < match; ++i) {
    if (is_space(text[i])) {
      return i + 1;
    }
  }
  return match;
}

// The last place at which a passage from `start` of at most `max_bytes` can end without cutting a
// word.
std::size_t passage_end(std::string_view text, std::size_t start, std::size_t max_bytes) {
  if (text.size() - start <= max_bytes) {
    return text.size();
  }
  for (std::size_t end = start + max_bytes; end > start + max_bytes / 2; --end) {
    if (is_space(text[end])) {
      return end;
    }
  }
  return start + truncate_utf8(text.substr(start), max_bytes).size();
}

Passage passage_from(std::span<const MarkedText> texts,
                     std::size_t text,
                     std::size_t first_match,
                     std::size_t max_bytes) {
  const MarkedText& marked = texts[text];
  Passage passage{.text = text,
                  .start = passage_start(marked.text, marked.matches[first_match].start),
                  .words = {}};
  passage.end = std::max<std::size_t>(passage_end(marked.text, passage.start, max_bytes),
                                      marked.matches[first_match].end);
  const auto first = std::lower_bound(
      marked.matches.begin(),
      marked.matches.end(),
      passage.start,
      [](const TextMatch& match, std::size_t start) { return match.start < start; });
  for (auto match = first; match != marked.matches.end() && match->start < passage.end; ++match) {
    if (match->end <= passage.end) {
      passage.words.insert(match->word);
      ++passage.matches;
    }
  }
  return passage;
}

// More words of the query first, then more matches; of equals the earlier one.
bool is_better(const Passage& a, const Passage& b) {
  return a.words.size() != b.words.size() ? a.words.size() > b.words.size() : a.matches > b.matches;
}

std::vector<Passage> passages_of(std::span<const MarkedText> texts, std::size_t max_bytes) {
  std::vector<Passage> passages;
  for (std::size_t text = 0; text < texts.size(); ++text) {
    for (std::size_t match = 0; match < texts[text].matches.size(); ++match) {
      passages.push_back(passage_from(texts, text, match, max_bytes));
    }
  }
  return passages;
}

std::optional<Passage> best_of(const std::vector<Passage>& passages) {
  const auto best = std::min_element(passages.begin(), passages.end(), is_better);
  return best == passages.end() ? std::nullopt : std::optional(*best);
}

// The passage that adds most words to those `shown` has, if any does.
std::optional<Passage> best_addition(const std::vector<Passage>& passages, const Passage& shown) {
  std::optional<Passage> best;
  std::size_t most = 0;
  for (const auto& passage : passages) {
    const bool overlaps =
        passage.text == shown.text && passage.start < shown.end && shown.start < passage.end;
    const auto added = static_cast<std::size_t>(
        std::count_if(passage.words.begin(), passage.words.end(), [&](std::size_t word) {
          return !shown.words.contains(word);
        }));
    if (!overlaps && added > most) {
      most = added;
      best = passage;
    }
  }
  return best;
}

void add_segment(std::vector<Segment>& segments, std::string_view text, bool match) {
  if (text.empty()) {
    return;
  }
  if (!segments.empty() && segments.back().match == match) {
    segments.back().text += text;
  } else {
    segments.push_back({std::string(text), match});
  }
}

void add_marked(std::vector<Segment>& segments,
                const MarkedText& marked,
                std::size_t start,
                std::size_t end) {
  std::size_t shown = start;
  for (const auto& match : marked.matches) {
    if (match.start < shown || match.end > end) {
      continue;
    }
    add_segment(segments, marked.text.substr(shown, match.start - shown), false);
    add_segment(segments, marked.text.substr(match.start, match.end - match.start), true);
    shown = match.end;
  }
  add_segment(segments, marked.text.substr(shown, end - shown), false);
}

void add_passage(std::vector<Segment>& segments,
                 std::span<const MarkedText> texts,
                 const Passage& passage) {
  if (!segments.empty()) {
    add_segment(segments, " ", false);
  }
  if (passage.start > 0) {
    add_segment(segments, std::string(kEllipsis) + " ", false);
  }
  add_marked(segments, texts[passage.text], passage.start, passage.end);
  if (passage.end < texts[passage.text].text.size()) {
    add_segment(segments, " " + std::string(kEllipsis), false);
  }
}

std::vector<Segment> opening(std::span<const MarkedText> texts, std::size_t max_bytes) {
  std::vector<Segment> segments;
  for (std::size_t text = 0; text < texts.size() && segments.empty(); ++text) {
    if (!texts[text].text.empty()) {
      add_passage(segments,
                  texts,
                  {.text = text,
                   .start = 0,
                   .end = passage_end(texts[text].text, 0, max_bytes),
                   .words = {}});
    }
  }
  return segments;
}

}  // namespace

std::vector<Segment> mark_matches(std::string_view text, std::span<const TextMatch> matches) {
  std::vector<Segment> segments;
  add_marked(segments, {text, matches}, 0, text.size());
  return segments;
}

std::vector<Segment> make_snippet(std::span<const MarkedText> texts, std::size_t max_bytes) {
  auto passages = passages_of(texts, max_bytes);
  auto best = best_of(passages);
  if (!best) {
    return opening(texts, max_bytes);
  }
  std::vector<Segment> segments;
  if (best_addition(passages, *best)) {
    // Two short passages show more than a long one.
    passages = passages_of(texts, max_bytes / 2);
    best = best_of(passages);
  }
  add_passage(segments, texts, *best);
  if (const auto second = best_addition(passages, *best)) {
    add_passage(segments, texts, *second);
  }
  return segments;
}

}  // namespace kiertoon
