#include <csignal>
#include <cstdio>
#include <ctime>
#include <memory>
#include <thread>
#include <utility>
#include <variant>

#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "base/files.h"
#include "search/search_service.h"
#include "server/application.h"
#include "server/http_server.h"
#include "server/options.h"
#include "server/pages/web_files.h"
#include "server/routes.h"

namespace kiertoon {

namespace {

int end(ExitCode code) {
  return static_cast<int>(code);
}

int end_with_error(ExitCode code, const Error& error) {
  spdlog::error("{}", error.to_string());
  return end(code);
}

void set_up_log(const std::string& level) {
  spdlog::set_default_logger(spdlog::stderr_logger_mt("kiertoon-server"));
  spdlog::set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");
  spdlog::set_level(spdlog::level::from_str(level));
}

// The signals that end the program. Blocked in all threads, so that only await_end() gets them.
sigset_t block_end_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return signals;
}

// Serves until a signal comes; false when serving ended by itself.
bool serve_until_signal(HttpServer& server, const sigset_t& signals) {
  std::atomic<bool> serving{true};
  std::jthread listener([&] {
    server.run();
    serving = false;
  });
  constexpr timespec kLookInterval{.tv_sec = 0, .tv_nsec = 500'000'000};
  bool signalled = false;
  while (serving && !signalled) {
    signalled = sigtimedwait(&signals, nullptr, &kLookInterval) > 0;
  }
  server.stop();
  return signalled;
}

int serve(const ServerOptions& options, const sigset_t& signals) {
  const auto data = find_data_directory(options.data);
  if (!data) {
    return end_with_error(ExitCode::kData, data.error());
  }
  const auto web = WebFiles::load(*data / "web");
  if (!web) {
    return end_with_error(ExitCode::kData, web.error());
  }
  const SearchServiceOptions search_options{.index = options.index,
                                            .data = *data,
                                            .thesauri = options.thesauri,
                                            .dictionaries = options.dictionaries,
                                            .parallelism = options.connections.workers};
  const auto search_data = SearchService::load_data(search_options);
  if (!search_data) {
    return end_with_error(ExitCode::kData, search_data.error());
  }
  const auto search = SearchService::open(search_options, *search_data);
  if (!search) {
    return end_with_error(ExitCode::kIndex, search.error());
  }
  ServiceContext context = make_service_context(**search, options.contacts, options.public_url);
  context.site_operator = options.site_operator;
  const Routes routes(context, *web);
  const Application application(routes.router(), CorsPolicy(options.allowed_origins));
  HttpServer server(application, options.connections);
  const auto port = server.bind(options.endpoint);
  if (!port) {
    return end_with_error(ExitCode::kAddress, port.error());
  }
  fmt::print("kiertoon serves http://{}:{} ({} deeds, generation {})\n",
             options.endpoint.host,
             *port,
             (*search)->deed_count(),
             (*search)->generation());
  std::fflush(stdout);
  if (!serve_until_signal(server, signals)) {
    spdlog::error("the listening socket broke");
    return end(ExitCode::kFailed);
  }
  return end(ExitCode::kStopped);
}

int run(int argc, const char* const* argv) {
  const auto parsed = parse_options(argc, argv);
  if (const auto* ending = std::get_if<EndWith>(&parsed)) {
    fmt::print(ending->code == ExitCode::kStopped ? stdout : stderr, "{}", ending->text);
    return end(ending->code);
  }
  const auto& options = std::get<ServerOptions>(parsed);
  set_up_log(options.log_level);
  return serve(options, block_end_signals());
}

}  // namespace

}  // namespace kiertoon

int main(int argc, char** argv) {
  try {
    return kiertoon::run(argc, argv);
  } catch (const std::exception& error) {
    spdlog::critical("{}", error.what());
    return static_cast<int>(kiertoon::ExitCode::kFailed);
  }
}
