#include "analysis/word_bases.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace kiertoon {
namespace {

// What one suffix may make of what stands before it; several spellings, of which some are words.
using Derivation = std::vector<std::string>;

// One compound part of WORDBASES: its root and the suffixes that derive the part from it.
struct Component {
  std::string surface;                  // as it stands in the base form: "kaupungin", "päivystys"
  std::string root;                     // "kaupunki", "päivystää"
  std::vector<Derivation> derivations;  // one a suffix, in their order
  std::size_t pieces = 1;  // parts of STRUCTURE it covers: one more than there are '=' in the root
};

// One item of WORDBASES: "hyvinvointi(hyvin=vointi)", "ys(+ys)", "t", "-".
struct Item {
  std::string_view surface;
  std::string_view base;  // in parentheses; empty when there are none
};

std::string without_boundaries(std::string_view base) {
  std::string text;
  std::copy_if(base.begin(), base.end(), std::back_inserter(text), [](char c) { return c != '='; });
  return text;
}

// Items of "+työ(työ)+hyvinvointi(hyvin=vointi)". The plus sign between them may be missing:
// "vähen(vähetä)ne(+tää)".
std::vector<Item> split_items(std::string_view word_bases) {
  std::vector<Item> items;
  while (!word_bases.empty()) {
    if (word_bases.front() == '+') {
      word_bases.remove_prefix(1);
      continue;
    }
    Item item;
    const std::size_t end = std::min(word_bases.find_first_of("(+"), word_bases.size());
    item.surface = word_bases.substr(0, end);
    word_bases.remove_prefix(end);
    if (word_bases.starts_with('(')) {
      const std::size_t close = std::min(word_bases.find(')'), word_bases.size());
      item.base = word_bases.substr(1, close - 1);
      word_bases.remove_prefix(std::min(close + 1, word_bases.size()));
    }
    items.push_back(item);
  }
  return items;
}

// The suffix in parentheses is its base form, but may lack letters of the joint: "opet" +
// "uksen(+us)" -> opetus, "toimi" + "nta(+ta)" -> toiminta.
void add_suffix(Component& component, const Item& item) {
  const std::string as_written = component.surface + std::string(item.surface);
  Derivation derivation{as_written};
  if (!item.base.empty()) {
    const std::string in_base_form = component.surface + std::string(item.base.substr(1));
    if (in_base_form != as_written) {
      derivation.push_back(in_base_form);
    }
  }
  component.derivations.push_back(std::move(derivation));
  component.surface = as_written;
}

// Whether the item begins a new part of the compound; a suffix, or a bare letter between suffixes,
// does not.
bool begins_component(const Item& item, bool is_first, const WordKnowledge& words) {
  constexpr std::size_t kShortestBareRoot = 4;
  if (!item.base.empty()) {
    return item.base.front() != '+';
  }
  return is_first || (item.surface.size() >= kShortestBareRoot && words.is_base_form(item.surface));
}

std::vector<Component> parse_components(std::string_view word_bases, const WordKnowledge& words) {
  std::vector<Component> components;
  for (const Item& item : split_items(word_bases)) {
    if (item.surface == "-") {
      continue;
    }
    if (!begins_component(item, components.empty(), words)) {
      if (!components.empty()) {
        add_suffix(components.back(), item);
      }
      continue;
    }
    const std::string_view base = item.base.empty() ? item.surface : item.base;
    components.push_back(
        {.surface = std::string(item.surface),
         .root = without_boundaries(base),
         .derivations = {},
         .pieces = 1 + static_cast<std::size_t>(std::count(base.begin(), base.end(), '='))});
  }
  return components;
}

struct CharacterRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// Where each piece of "=ppp=pppp" lies in the word form.
std::vector<CharacterRange> parse_structure(std::string_view structure) {
  std::vector<CharacterRange> pieces;
  std::uint32_t position = 0;
  for (const char c : structure) {
    if (c == '=') {
      pieces.push_back({position, position});
    } else {
      ++position;
      if (!pieces.empty() && c != '-') {
        pieces.back().end = position;
      }
    }
  }
  return pieces;
}

// The character ranges of the components; the whole word for each when the structure does not tell.
std::vector<CharacterRange> locate(const std::vector<Component>& components,
                                   std::string_view structure) {
  const auto pieces = parse_structure(structure);
  std::size_t expected = 0;
  for (const auto& component : components) {
    expected += component.pieces;
  }
  const CharacterRange whole{0, pieces.empty() ? 0 : pieces.back().end};
  std::vector<CharacterRange> ranges(components.size(), whole);
  if (expected != pieces.size()) {
    return ranges;
  }
  std::size_t piece = 0;
  for (std::size_t i = 0; i < components.size(); ++i) {
    ranges[i] = {pieces[piece].begin, pieces[piece + components[i].pieces - 1].end};
    piece += components[i].pieces;
  }
  return ranges;
}

// What components `first` to `last` may be called taken together.
std::vector<std::string> joined_bases(const std::vector<Component>& components,
                                      std::size_t first,
                                      std::size_t last) {
  std::string head;
  for (std::size_t i = first; i < last; ++i) {
    head += components[i].surface;
  }
  const Component& tail = components[last];
  std::vector<std::string> bases{head + tail.root};
  if (!tail.derivations.empty()) {
    for (const auto& word : tail.derivations.back()) {
      bases.push_back(head + word);
    }
  }
  return bases;
}

class PartCollector {
 public:
  PartCollector(const std::vector<Component>& components,
                const std::vector<CharacterRange>& ranges,
                const WordKnowledge& words)
      : components_(components), ranges_(ranges), words_(words) {}

  [[nodiscard]] std::vector<WordPart> collect(std::string_view base) {
    for (std::size_t i = 0; i < components_.size();) {
      i = add_longest_whole_word(i);
    }
    std::erase_if(parts_, [&](const WordPart& part) { return part.text == base; });
    return std::move(parts_);
  }

 private:
  // Adds the longest run of components from `first` that makes a never-split word, or the component
  // alone; returns the next component.
  std::size_t add_longest_whole_word(std::size_t first) {
    for (std::size_t last = components_.size() - 1; last + 1 > first; --last) {
      for (const auto& base : joined_bases(components_, first, last)) {
        if (const auto* parts = words_.whole_word(base)) {
          add(base, TermKind::kWordPart, first, last);
          for (const auto& part : *parts) {
            add(part, TermKind::kWordPart, first, last);
          }
          return last + 1;
        }
      }
    }
    add_component(first);
    return first + 1;
  }

  void add_component(std::size_t i) {
    const Component& component = components_[i];
    if (component.derivations.empty()) {
      add(component.root, components_.size() == 1 ? TermKind::kRoot : TermKind::kWordPart, i, i);
      return;
    }
    add(component.root, TermKind::kRoot, i, i);
    for (const auto& derivation : component.derivations) {
      const bool is_last = &derivation == &component.derivations.back();
      add_derivation(derivation, is_last ? TermKind::kWordPart : TermKind::kRoot, i);
    }
  }

  // Spellings that are words; when Voikko knows none, a single spelling is believed.
  void add_derivation(const Derivation& derivation, TermKind kind, std::size_t i) {
    if (derivation.size() == 1 && kind == TermKind::kWordPart) {
      add(derivation.front(), kind, i, i);
      return;
    }
    for (const auto& word : derivation) {
      if (words_.is_base_form(word)) {
        add(word, kind, i, i);
      }
    }
  }

  void add(std::string text, TermKind kind, std::size_t first, std::size_t last) {
    parts_.push_back({std::move(text), kind, ranges_[first].begin, ranges_[last].end});
  }

  const std::vector<Component>& components_;
  const std::vector<CharacterRange>& ranges_;
  const WordKnowledge& words_;
  std::vector<WordPart> parts_;
};

}  // namespace

WordReading read_word_bases(const VoikkoAnalysis& analysis, const WordKnowledge& words) {
  WordReading reading{.base = analysis.base_form, .parts = {}};
  if (const auto* parts = words.whole_word(reading.base)) {
    const auto pieces = parse_structure(analysis.structure);
    for (const auto& part : *parts) {
      reading.parts.push_back(
          {part, TermKind::kWordPart, 0, pieces.empty() ? 0 : pieces.back().end});
    }
    return reading;
  }
  const auto components = parse_components(analysis.word_bases, words);
  const auto ranges = locate(components, analysis.structure);
  reading.parts = PartCollector(components, ranges, words).collect(reading.base);
  return reading;
}

}  // namespace kiertoon
