#include "tests/server/test_server_index.h"

#include <chrono>
#include <fstream>
#include <stdexcept>
#include <thread>
#include <utility>
#include <vector>

#include "search/index/generations.h"
#include "tests/search/test_index.h"

namespace kiertoon {
namespace {

using std::chrono::steady_clock;

constexpr std::chrono::seconds kPatience{5};

Deed deed_with_everything() {
  Deed deed;
  deed.id = "2021-0042";
  deed.url = "https://example.org/2021-0042?a=1&b=2";
  deed.title = "Mallia työhyvinvointiin <script>alert(\"1\")</script>";
  deed.summary = "Työ\"ryhmä\" <b> & 'hymy'\ntukee.";
  deed.sections = {{.kind = SectionKind::kResults, .text = "Poissaolot vähenivät."}};
  deed.organisations = {{.name = "Kuusarannan kaupunki", .type = OrganisationType::kMunicipality}};
  deed.themes = {"tyohyvinvointi"};
  deed.published = std::chrono::year(2021) / 9 / 14;
  deed.awards = {{.year = 2021, .kind = AwardKind::kWinner, .category = {}}};
  deed.contacts = {{.name = "Maija Esimerkki", .email = "maija@example.org", .phone = ""}};
  return deed;
}

Deed other_deed(std::string id, std::string title, std::chrono::year_month_day published) {
  Deed deed = deed_of({.id = std::move(id),
                       .title = std::move(title),
                       .summary = "Kehittämisteko koulun arkeen.",
                       .body = ""});
  deed.published = published;
  return deed;
}

}  // namespace

std::vector<Deed> server_test_deeds() {
  std::vector<Deed> deeds{
      deed_with_everything(),
      other_deed("2021-0043", "Neuvontaa verkossa", std::chrono::year(2021) / 10 / 1),
      other_deed("2024-0001", "Työhyvinvointia kouluun", std::chrono::year(2024) / 5 / 2)};
  deeds.back().themes = {"tyohyvinvointi"};
  return deeds;
}

ServerTestIndex::ServerTestIndex() {
  publish();
}

std::unique_ptr<SearchService> ServerTestIndex::open(std::size_t parallelism) const {
  auto service =
      SearchService::open({.index = path(), .data = test_data_folder(), .parallelism = parallelism},
                          test_search_data());
  if (!service) {
    throw std::runtime_error(service.error().to_string());
  }
  return std::move(*service);
}

void ServerTestIndex::publish() {
  generation_ = publish_deeds(path(), server_test_deeds()).generation;
}

void ServerTestIndex::corrupt() const {
  const auto generation = generation_path(path(), generation_);
  std::vector<std::filesystem::path> files{deeds_path(generation)};
  for (const auto& file : std::filesystem::directory_iterator(database_path(generation))) {
    if (file.path().extension() == ".glass") {
      files.push_back(file.path());
    }
  }
  for (const auto& file : files) {
    const std::string rubbish(std::filesystem::file_size(file), '\xAA');
    std::ofstream(file, std::ios::binary) << rubbish;
  }
}

SearchService& server_test_service() {
  static const ServerTestIndex index;
  static const auto service = index.open();
  return *service;
}

bool comes_to_answer_from(const SearchService& service, std::string_view generation) {
  const auto deadline = steady_clock::now() + kPatience;
  while (service.generation() != generation && steady_clock::now() < deadline) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return service.generation() == generation;
}

}  // namespace kiertoon
