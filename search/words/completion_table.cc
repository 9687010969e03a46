#include "search/words/completion_table.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "search/words/completion_key.h"

namespace kiertoon {
namespace {

constexpr std::size_t kShortestWord = 2;  // bytes of a word that is a start of its own

bool is_border(char c) {
  return c == ' ' || c == '-';
}

unsigned char byte(char c) {
  return static_cast<unsigned char>(c);
}

// Sorts ranges and joins those that overlap or touch.
void join(std::vector<CompletionTable::Range>& ranges) {
  std::sort(ranges.begin(), ranges.end(), [](const auto& a, const auto& b) {
    return std::pair(a.first, a.last) < std::pair(b.first, b.last);
  });
  std::vector<CompletionTable::Range> joined;
  for (const auto& range : ranges) {
    if (!joined.empty() && range.first <= joined.back().last) {
      joined.back().last = std::max(joined.back().last, range.last);
    } else {
      joined.push_back(range);
    }
  }
  ranges = std::move(joined);
}

}  // namespace

CompletionTable::CompletionTable(const std::vector<CompletionText>& texts,
                                 CompletionStarts starts) {
  for (const auto& text : texts) {
    const std::string key = completion_key(text.text);
    if (key.empty()) {
      continue;
    }
    const auto entry = static_cast<std::uint32_t>(entries_.size());
    entries_.push_back({.key = static_cast<std::uint32_t>(keys_.size()),
                        .text = static_cast<std::uint32_t>(texts_.size()),
                        .weight = text.weight,
                        .tag = text.tag});
    keys_ += key;
    keys_ += '\0';
    texts_ += text.text;
    add_starts(entry, starts);
  }
  sort_starts();
}

void CompletionTable::add_starts(std::uint32_t entry, CompletionStarts starts) {
  const std::uint32_t begin = entries_[entry].key;
  starts_.push_back({begin, entry});
  if (starts == CompletionStarts::kFirstWord) {
    return;
  }
  const std::string_view key = this->key(entry);
  for (std::size_t i = 1; i + kShortestWord <= key.size(); ++i) {
    if (is_border(key[i - 1]) && !is_border(key[i]) && !is_border(key[i + 1])) {
      starts_.push_back({static_cast<std::uint32_t>(begin + i), entry});
    }
  }
}

void CompletionTable::sort_starts() {
  std::sort(starts_.begin(), starts_.end(), [this](const Start& a, const Start& b) {
    const int order = std::strcmp(keys_.c_str() + a.key, keys_.c_str() + b.key);
    return order != 0 ? order < 0 : a.key < b.key;
  });
}

std::size_t CompletionTable::bytes() const {
  return keys_.size() + texts_.size() + entries_.size() * sizeof(Entry) +
         starts_.size() * sizeof(Start);
}

std::string_view CompletionTable::text(std::uint32_t entry) const {
  const std::size_t begin = entries_[entry].text;
  const std::size_t end = entry + 1 < entries_.size() ? entries_[entry + 1].text : texts_.size();
  return std::string_view(texts_).substr(begin, end - begin);
}

std::string_view CompletionTable::key(std::uint32_t entry) const {
  return {keys_.c_str() + entries_[entry].key};
}

bool CompletionTable::is_in_key_order() const {
  for (std::uint32_t start = 0; start < starts_.size(); ++start) {
    if (starts_[start].entry != start) {
      return false;
    }
  }
  return starts_.size() == entries_.size();
}

CompletionTable::Range CompletionTable::narrow(Range range, std::size_t depth, char c) const {
  const auto begin = starts_.begin() + range.first;
  const auto end = starts_.begin() + range.last;
  const auto first = std::lower_bound(begin, end, c, [&](const Start& start, char wanted) {
    return byte(keys_[start.key + depth]) < byte(wanted);
  });
  const auto last = std::upper_bound(first, end, c, [&](char wanted, const Start& start) {
    return byte(wanted) < byte(keys_[start.key + depth]);
  });
  return {static_cast<std::uint32_t>(first - starts_.begin()),
          static_cast<std::uint32_t>(last - starts_.begin())};
}

CompletionTable::Range CompletionTable::narrow(Range range,
                                               std::size_t depth,
                                               std::string_view rest) const {
  for (std::size_t i = 0; i < rest.size() && !range.empty(); ++i) {
    range = narrow(range, depth + i, rest[i]);
  }
  return range;
}

CompletionTable::Range CompletionTable::find(std::string_view prefix) const {
  if (prefix.find('\0') != std::string_view::npos) {
    return {};
  }
  return narrow(all(), 0, prefix);
}

// Just this key comes before those that begin with it.
std::optional<std::uint32_t> CompletionTable::find_key(std::string_view key) const {
  const Range range = find(key);
  const bool is_there = !range.empty() && key_at(range.first)[key.size()] == '\0';
  return is_there ? std::optional(entry_at(range.first)) : std::nullopt;
}

std::optional<std::uint32_t> CompletionTable::find_text(std::string_view text) const {
  const std::string key = completion_key(text);
  const Range range = find(key);
  for (std::uint32_t start = range.first; start < range.last && key_at(start)[key.size()] == '\0';
       ++start) {
    if (this->text(entry_at(start)) == text) {
      return entry_at(start);
    }
  }
  return std::nullopt;
}

std::vector<CompletionTable::Range> CompletionTable::find_near(std::string_view prefix) const {
  std::vector<Range> found;
  Range range = all();
  for (std::size_t depth = 0; depth < prefix.size() && !range.empty(); ++depth) {
    find_near_here(range, depth, prefix.substr(depth), found);
    range = narrow(range, depth, prefix[depth]);
  }
  join(found);
  return found;
}

// `range` has what is typed before `rest`; the error is in its first letter, or before it.
void CompletionTable::find_near_here(Range range,
                                     std::size_t depth,
                                     std::string_view rest,
                                     std::vector<Range>& found) const {
  const auto add = [&](Range part) {
    if (!part.empty()) {
      found.push_back(part);
    }
  };
  if (rest.size() > 1) {
    add(narrow(range, depth, rest.substr(1)));  // a letter too many
    const std::string swapped{rest[1], rest[0]};
    add(narrow(narrow(range, depth, swapped), depth + 2, rest.substr(2)));
  }
  for (std::uint32_t next = range.first; next < range.last;) {
    const char c = key_at(next)[depth];
    const Range part = narrow({next, range.last}, depth, c);
    next = part.last;
    if (c == '\0' || c == rest.front()) {
      continue;
    }
    add(narrow(part, depth + 1, rest.substr(1)));  // another letter
    add(narrow(part, depth + 1, rest));            // a letter too few
  }
}

void CompletionTable::write(ByteWriter& writer) const {
  writer.text(keys_);
  writer.text(texts_);
  writer.values(std::span(entries_));
  writer.values(std::span(starts_));
}

std::optional<CompletionTable> CompletionTable::read(ByteReader& reader) {
  const auto keys = reader.text();
  const auto texts = reader.text();
  auto entries = reader.values<Entry>();
  auto starts = reader.values<Start>();
  if (!keys || !texts || !entries || !starts) {
    return std::nullopt;
  }
  CompletionTable table;
  table.keys_ = *keys;
  table.texts_ = *texts;
  table.entries_ = std::move(*entries);
  table.starts_ = std::move(*starts);
  return table.is_whole() ? std::optional(std::move(table)) : std::nullopt;
}

// Places must lie within the texts, in their order, and the starts be sorted.
bool CompletionTable::is_whole() const {
  if (keys_.empty() ? !entries_.empty() : keys_.back() != '\0') {
    return false;
  }
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const Entry& entry = entries_[i];
    if (entry.key >= keys_.size() || entry.text > texts_.size()) {
      return false;
    }
    const bool follows = i == 0 ? entry.key == 0 && entry.text == 0
                                : entry.key > entries_[i - 1].key && keys_[entry.key - 1] == '\0' &&
                                      entry.text >= entries_[i - 1].text;
    if (!follows) {
      return false;
    }
  }
  const auto is_lost = [&](const Start& start) {
    return start.entry >= entries_.size() || start.key < entries_[start.entry].key ||
           start.key >= entries_[start.entry].key + key(start.entry).size();
  };
  return std::none_of(starts_.begin(), starts_.end(), is_lost) &&
         std::is_sorted(starts_.begin(), starts_.end(), [this](const Start& a, const Start& b) {
           return std::strcmp(keys_.c_str() + a.key, keys_.c_str() + b.key) < 0;
         });
}

}  // namespace kiertoon
