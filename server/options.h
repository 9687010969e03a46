#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "search/search_service.h"
#include "server/connections.h"
#include "server/http_server.h"
#include "server/service_context.h"

namespace kiertoon {

// How the program ends; --help and docs/http-api.md name them too.
enum class ExitCode : int {
  kStopped = 0,  // by SIGINT or SIGTERM, or after --help and --version
  kFailed = 1,   // while serving
  kUsage = 2,    // wrong option, configuration file or environment
  kIndex = 3,    // no index, not an index, or one of another version
  kData = 4,     // the data folder is missing or broken
  kAddress = 5,  // host or port cannot be had
};

struct ServerOptions {
  std::filesystem::path index = {};
  std::filesystem::path data = {};                   // empty: see find_data_directory()
  std::vector<std::filesystem::path> thesauri = {};  // beside those of the data folder
  std::filesystem::path dictionaries = kDefaultDictionaryFolder;
  Endpoint endpoint;
  ConnectionSettings connections;
  Contacts contacts = Contacts::kHidden;
  std::vector<std::string> allowed_origins{"*"};
  std::optional<std::string> public_url;  // "https://teot.example.org"
  SiteOperator site_operator;
  std::string log_level = "info";
};

// What to print (help, version or what is wrong) instead of serving, and how to end.
struct EndWith {
  ExitCode code = ExitCode::kStopped;
  std::string text = {};
};

// From the command line, then the environment (KIERTOON_PORT, ...), then the file of --config: the
// first that names a value decides.
[[nodiscard]] std::variant<ServerOptions, EndWith> parse_options(int argc, const char* const* argv);

}  // namespace kiertoon
