// Asks the queries of a file over and over in process, from several threads, and prints the CPU
// time of a search: what bench/http/run.sh compares the server's with.

#include <atomic>
#include <chrono>
#include <cstddef>
#include <ctime>
#include <exception>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/files.h"
#include "search/search_service.h"

namespace kiertoon {
namespace {

struct Load {
  std::string index;
  std::string data;
  std::string queries;
  std::size_t per_page = 10;
  std::vector<std::string> facets;
  std::size_t threads = 2;
  double seconds = 10.0;
};

// A query a line, or JSON Lines with a field "text".
std::vector<std::string> read_queries(const std::string& path) {
  std::vector<std::string> queries;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const auto json = nlohmann::json::parse(line, nullptr, false);
    queries.push_back(json.is_object() ? json.value("text", std::string()) : line);
  }
  return queries;
}

double process_cpu_seconds() {
  timespec time{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

std::vector<SearchRequest> requests_of(const Load& load) {
  std::vector<SearchRequest> requests;
  for (auto& text : read_queries(load.queries)) {
    requests.push_back({.text = std::move(text), .filters = {}, .limit = load.per_page});
    for (const auto& name : load.facets) {
      if (const auto facet = facet_from(name)) {
        requests.back().facets.push_back(*facet);
      }
    }
  }
  return requests;
}

// Searches that were done in the time.
std::size_t run_for(double seconds,
                    SearchService& service,
                    const std::vector<SearchRequest>& requests,
                    std::size_t threads) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>(seconds);
  std::atomic<std::size_t> done = 0;
  std::vector<std::jthread> workers;
  for (std::size_t i = 0; i < threads; ++i) {
    workers.emplace_back([&] {
      while (std::chrono::steady_clock::now() < end) {
        done += service.search(requests[done % requests.size()]) ? 1 : 0;
      }
    });
  }
  workers.clear();
  return done;
}

int run(const Load& load) {
  const auto data = find_data_directory(load.data);
  const auto requests = requests_of(load);
  if (!data || requests.empty()) {
    fmt::print(stderr, "search_load: no data folder, or no queries in {}\n", load.queries);
    return 1;
  }
  const auto service =
      SearchService::open({.index = load.index, .data = *data, .parallelism = load.threads});
  if (!service) {
    fmt::print(stderr, "search_load: {}\n", service.error().to_string());
    return 1;
  }
  run_for(2.0, **service, requests, load.threads);
  const double before = process_cpu_seconds();
  const std::size_t done = run_for(load.seconds, **service, requests, load.threads);
  fmt::print("in process: {:.0f} searches/s, CPU ms/search: {:.3f}\n",
             static_cast<double>(done) / load.seconds,
             (process_cpu_seconds() - before) * 1e3 / static_cast<double>(done));
  return 0;
}

}  // namespace
}  // namespace kiertoon

int main(int argc, char** argv) {
  try {
    kiertoon::Load load;
    CLI::App app("Asks the queries of a file in process, and prints what a search costs.");
    app.add_option("--index", load.index, "folder of the index")->required();
    app.add_option("--queries", load.queries, "a query a line, or JSON Lines")->required();
    app.add_option("--data", load.data, "folder with lexicon/, vocabulary/, ...");
    app.add_option("--per-page", load.per_page, "hits of a search")->capture_default_str();
    app.add_option("--facets", load.facets, "facets to count")->delimiter(',');
    app.add_option("--threads", load.threads)->capture_default_str();
    app.add_option("--seconds", load.seconds, "after two to warm up")->capture_default_str();
    CLI11_PARSE(app, argc, argv);
    return kiertoon::run(load);
  } catch (const std::exception& error) {
    fmt::print(stderr, "search_load: {}\n", error.what());
    return 1;
  }
}
