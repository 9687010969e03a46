#include "analysis/translation/bilingual_dictionary.h"

#include <algorithm>
#include <bit>
#include <cctype>
#include <limits>
#include <memory>
#include <numeric>
#include <set>
#include <utility>

#include "analysis/snowball.h"
#include "analysis/text.h"

namespace kiertoon {
namespace {

// An entry in text_: the headword, kEndOfWord, a letter for the part of speech, and for each sense
// kSense, a digit for its glosses, and its translations with kEndOfWord after each; then
// kEndOfEntry. The parser of entries leaves no control characters.
constexpr char kEndOfWord = '\n';
constexpr char kSense = '\x01';
constexpr char kEndOfEntry = '\0';
constexpr char kFirstPartOfSpeech = 'a';
constexpr char kFirstCount = '0';
constexpr std::size_t kMostGlosses = 9;
constexpr std::size_t kBytesOfSlot = 8;
constexpr std::size_t kSlotsOfBucket = 4;  // about

// FNV-1a (Fowler, Noll, Vo), 32 bits.
std::uint32_t hash_of(std::string_view key) {
  constexpr std::uint32_t kOffsetBasis = 2166136261U;
  constexpr std::uint32_t kPrime = 16777619U;
  std::uint32_t hash = kOffsetBasis;
  for (const char c : key) {
    hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
  }
  return hash;
}

bool is_one_word(std::string_view text) {
  return text.find(' ') == std::string_view::npos;
}

// Whether two spellings differ in no more than case, accents, and punctuation, which indexes of
// dictd leave out.
bool same_letters(std::string_view a, std::string_view b) {
  const auto letters = [](std::string_view text) {
    std::string folded = fold(text);
    std::erase_if(folded, [](char c) {
      const auto byte = static_cast<unsigned char>(c);
      return byte < 0x80 && std::isalnum(byte) == 0;
    });
    return folded;
  };
  return letters(a) == letters(b);
}

std::unique_ptr<Snowball> stemmer_of(Language language) {
  return language == Language::kFinnish ? nullptr : std::make_unique<Snowball>(language);
}

}  // namespace

void BilingualDictionary::Index::add(std::string_view key, std::size_t place) {
  slots_.push_back({.hash = hash_of(key), .place = static_cast<std::uint32_t>(place)});
}

void BilingualDictionary::Index::finish() {
  std::sort(slots_.begin(), slots_.end(), [](const Slot& a, const Slot& b) {
    return std::pair(a.hash, a.place) < std::pair(b.hash, b.place);
  });
  slots_.shrink_to_fit();
  const auto bits = static_cast<unsigned>(std::bit_width(slots_.size() / kSlotsOfBucket + 1));
  shift_ = std::numeric_limits<std::uint32_t>::digits - bits;
  buckets_.assign((std::size_t{1} << bits) + 1, 0);
  for (const auto& slot : slots_) {
    ++buckets_[bucket_of(slot.hash) + 1];
  }
  std::partial_sum(buckets_.begin(), buckets_.end(), buckets_.begin());
}

std::size_t BilingualDictionary::Index::memory_bytes() const {
  return slots_.size() * sizeof(Slot) + buckets_.size() * sizeof(std::uint32_t);
}

template <typename Visitor>
void BilingualDictionary::Index::find(std::string_view key, Visitor visit) const {
  const std::uint32_t hash = hash_of(key);
  const std::size_t bucket = bucket_of(hash);
  for (std::size_t i = buckets_[bucket]; i < buckets_[bucket + 1]; ++i) {
    if (slots_[i].hash == hash && !visit(std::size_t{slots_[i].place})) {
      return;
    }
  }
}

// Appends entries to a dictionary and indexes them.
class BilingualDictionary::Loader {
 public:
  explicit Loader(BilingualDictionary& dictionary)
      : dictionary_(dictionary),
        from_stemmer_(stemmer_of(dictionary.languages_.from)),
        to_stemmer_(stemmer_of(dictionary.languages_.to)) {}

  void add(std::string_view headword, std::string_view text) {
    DictionaryEntry entry = parse_dictionary_entry(text);
    if (!same_letters(entry.headword, headword)) {
      entry.headword = normalise(headword);
    }
    if (!entry.senses.empty() && entry.headword.find_first_not_of(' ') != std::string::npos) {
      append(entry);
    }
  }

  [[nodiscard]] std::size_t bytes() const {
    return dictionary_.text_.size() + slots_ * kBytesOfSlot;
  }

  void finish() {
    dictionary_.text_.shrink_to_fit();
    for (Index* index : {&dictionary_.headwords_,
                         &dictionary_.translations_,
                         &dictionary_.headword_stems_,
                         &dictionary_.translation_stems_}) {
      index->finish();
    }
  }

 private:
  void append(const DictionaryEntry& entry) {
    std::string& text = dictionary_.text_;
    const std::size_t start = text.size();
    add_key(dictionary_.headwords_, fold(entry.headword), start);
    add_stem(dictionary_.headword_stems_, from_stemmer_.get(), entry.headword, start);
    text += entry.headword;
    text += kEndOfWord;
    text += static_cast<char>(kFirstPartOfSpeech + static_cast<char>(entry.part_of_speech));
    std::set<std::string> seen;
    for (const auto& sense : entry.senses) {
      text += kSense;
      text +=
          static_cast<char>(kFirstCount + static_cast<char>(std::min(sense.glosses, kMostGlosses)));
      for (const auto& translation : sense.translations) {
        std::string folded = fold(translation);
        if (!seen.contains(folded)) {
          add_key(dictionary_.translations_, folded, start);
          add_stem(dictionary_.translation_stems_, to_stemmer_.get(), translation, text.size());
          seen.insert(std::move(folded));
        }
        text += translation;
        text += kEndOfWord;
      }
    }
    text += kEndOfEntry;
  }

  void add_key(Index& index, std::string_view key, std::size_t place) {
    index.add(key, place);
    ++slots_;
  }

  void add_stem(Index& index, const Snowball* stemmer, std::string_view word, std::size_t place) {
    if (stemmer != nullptr && is_one_word(word)) {
      add_key(index, fold(stemmer->stem(to_lower(word))), place);
    }
  }

  BilingualDictionary& dictionary_;
  std::unique_ptr<Snowball> from_stemmer_;
  std::unique_ptr<Snowball> to_stemmer_;
  std::size_t slots_ = 0;
};

Expected<BilingualDictionary> BilingualDictionary::load(const DictdFiles& files,
                                                        LanguagePair languages,
                                                        std::size_t most_bytes) {
  BilingualDictionary dictionary(languages);
  Loader loader(dictionary);
  const auto add_within_bounds = [&](std::string_view headword, std::string_view text) {
    if (loader.bytes() <= most_bytes) {
      loader.add(headword, text);
    }
  };
  if (auto read = read_dictd(files, add_within_bounds); !read) {
    return tl::unexpected(read.error());
  }
  if (loader.bytes() > most_bytes) {
    return fail(ErrorCode::kInvalidData,
                "the dictionary of " + files.index.string() + " takes more than " +
                    std::to_string(most_bytes) + " bytes in memory");
  }
  loader.finish();
  return dictionary;
}

std::string_view BilingualDictionary::word_at(std::size_t place) const {
  const std::string_view text = std::string_view(text_).substr(place);
  return text.substr(0, text.find(kEndOfWord));
}

BilingualDictionary::Entry BilingualDictionary::entry_at(std::size_t place) const {
  Entry entry;
  entry.headword = word_at(place);
  place += entry.headword.size() + 1;
  entry.part_of_speech = static_cast<PartOfSpeech>(text_[place] - kFirstPartOfSpeech);
  ++place;
  for (std::uint16_t sense = 0; text_[place] == kSense; ++sense) {
    const auto glosses = static_cast<std::uint16_t>(text_[place + 1] - kFirstCount);
    place += 2;
    for (std::uint16_t rank = 0; text_[place] != kSense && text_[place] != kEndOfEntry; ++rank) {
      const std::string_view text = word_at(place);
      entry.translations.push_back(
          {.text = text, .sense = sense, .rank = rank, .glosses = glosses});
      place += text.size() + 1;
    }
  }
  return entry;
}

bool BilingualDictionary::has_headword(std::string_view folded) const {
  bool found = false;
  headwords_.find(folded, [&](std::size_t place) {
    found = fold(word_at(place)) == folded;
    return !found;
  });
  return found;
}

bool BilingualDictionary::has_translation(std::string_view folded) const {
  return !entries_translated_as(folded).empty();
}

std::vector<BilingualDictionary::Entry> BilingualDictionary::entries(
    std::string_view folded) const {
  std::vector<Entry> found;
  headwords_.find(folded, [&](std::size_t place) {
    if (fold(word_at(place)) == folded) {
      found.push_back(entry_at(place));
    }
    return true;
  });
  return found;
}

std::vector<BilingualDictionary::Entry> BilingualDictionary::entries_translated_as(
    std::string_view folded) const {
  std::vector<Entry> found;
  translations_.find(folded, [&](std::size_t place) {
    Entry entry = entry_at(place);
    const auto is_word = [&](const Translation& translation) {
      return fold(translation.text) == folded;
    };
    if (std::any_of(entry.translations.begin(), entry.translations.end(), is_word)) {
      found.push_back(std::move(entry));
    }
    return true;
  });
  return found;
}

std::vector<std::string_view> BilingualDictionary::words(const Index& index,
                                                         std::string_view key) const {
  std::vector<std::string_view> found;
  index.find(key, [&](std::size_t place) {
    const std::string_view word = word_at(place);
    if (std::find(found.begin(), found.end(), word) == found.end()) {
      found.push_back(word);
    }
    return true;
  });
  return found;
}

std::vector<std::string_view> BilingualDictionary::headwords_of_stem(std::string_view stem) const {
  return words(headword_stems_, stem);
}

std::vector<std::string_view> BilingualDictionary::translations_of_stem(
    std::string_view stem) const {
  return words(translation_stems_, stem);
}

std::size_t BilingualDictionary::memory_bytes() const {
  return text_.capacity() + headwords_.memory_bytes() + translations_.memory_bytes() +
         headword_stems_.memory_bytes() + translation_stems_.memory_bytes();
}

}  // namespace kiertoon
