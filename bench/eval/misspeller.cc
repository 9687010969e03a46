#include "bench/eval/misspeller.h"

#include <utility>
#include <vector>

#include "base/utf8.h"

namespace kiertoon {
namespace {

using Characters = std::vector<std::string>;

Characters characters_of(std::string_view text) {
  Characters characters;
  while (!text.empty()) {
    const std::size_t size = byte_offset(text, 1);
    characters.emplace_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return characters;
}

std::string joined(const Characters& characters) {
  std::string text;
  for (const auto& character : characters) {
    text += character;
  }
  return text;
}

Characters without_dots(Characters characters) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kDotted{
      {{"ä", "a"}, {"ö", "o"}, {"å", "a"}, {"Ä", "A"}, {"Ö", "O"}, {"Å", "A"}}};
  for (auto& character : characters) {
    for (const auto& [dotted, bare] : kDotted) {
      if (character == dotted) {
        character = bare;
      }
    }
  }
  return characters;
}

// Keys to the left and the right, on a Finnish keyboard.
std::vector<std::string> neighbours_of(const std::string& key) {
  const std::array<Characters, 3> rows{
      characters_of("qwertyuiopå"), characters_of("asdfghjklöä"), characters_of("zxcvbnm")};
  std::vector<std::string> neighbours;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (row[i] == key && i > 0) {
        neighbours.push_back(row[i - 1]);
      }
      if (row[i] == key && i + 1 < row.size()) {
        neighbours.push_back(row[i + 1]);
      }
    }
  }
  return neighbours;
}

}  // namespace

std::string_view name_of(SpellingError error) {
  switch (error) {
    case SpellingError::kDotsDropped:
      return "dots dropped";
    case SpellingError::kLetterDropped:
      return "letter dropped";
    case SpellingError::kLetterDoubled:
      return "letter doubled";
    case SpellingError::kLettersSwapped:
      return "letters swapped";
    case SpellingError::kNeighbourHit:
      return "neighbour hit";
    case SpellingError::kSpacePutIn:
      return "space put in";
    case SpellingError::kSpaceLeftOut:
      return "space left out";
  }
  return "";
}

std::size_t Misspeller::draw(std::size_t below) {
  return static_cast<std::size_t>(random_() % below);
}

std::optional<std::string> Misspeller::misspell(std::string_view text, SpellingError error) {
  Characters characters = characters_of(text);
  if (characters.size() < 2 * kShortestPiece) {
    return std::nullopt;
  }
  const std::size_t place = draw(characters.size());
  const auto at = characters.begin() + static_cast<std::ptrdiff_t>(place);
  switch (error) {
    case SpellingError::kDotsDropped:
      characters = without_dots(std::move(characters));
      break;
    case SpellingError::kLetterDropped:
      characters.erase(at);
      break;
    case SpellingError::kLetterDoubled:
      characters.insert(at, characters[place]);
      break;
    case SpellingError::kLettersSwapped:
      std::swap(characters[place], characters[place == 0 ? 1 : place - 1]);
      break;
    case SpellingError::kNeighbourHit: {
      const auto neighbours = neighbours_of(*at);
      if (neighbours.empty()) {
        return std::nullopt;
      }
      *at = neighbours[draw(neighbours.size())];
      break;
    }
    case SpellingError::kSpacePutIn: {
      const std::size_t places = characters.size() - 2 * kShortestPiece + 1;
      characters.insert(
          characters.begin() + static_cast<std::ptrdiff_t>(kShortestPiece + draw(places)), " ");
      break;
    }
    case SpellingError::kSpaceLeftOut:
      std::erase(characters, " ");
      break;
  }
  std::string misspelt = joined(characters);
  return misspelt == text ? std::nullopt : std::optional(std::move(misspelt));
}

}  // namespace kiertoon
