#include "server/options.h"

#include <algorithm>
#include <map>
#include <sstream>
#include <thread>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "server/public_address.h"
#include "server/text.h"

namespace kiertoon {

namespace {

constexpr const char* kFooter = R"(
Times take a unit: 500ms, 5s, 1min. Every option can also be set by the environment variable beside it, or in the file of
--config, one `name = value` a line (TOML); the command line goes before the file, and that before the environment.

Examples:
  kiertoon-server --index var/index
  kiertoon-server --index var/index --host 0.0.0.0 --port 80 --allow-origin https://www.example.org
  KIERTOON_INDEX=var/index kiertoon-server --config /etc/kiertoon/server.toml

Exit codes: 0 stopped by SIGINT or SIGTERM, 1 failed while serving, 2 wrong options, 3 no usable index, 4 no usable data
folder, thesaurus or dictionary, 5 the address cannot be had.
)";

// An hour; what anybody means by more is a mistake.
constexpr std::int64_t kLongestTime = 3'600'000;

// An option's values in milliseconds; CLI11 fills plain numbers.
struct Times {
  std::int64_t read = limits::kReadTimeout.count();
  std::int64_t idle = limits::kIdleTimeout.count();
  std::int64_t write = limits::kWriteTimeout.count();
};

void add_time(CLI::App& app,
              const std::string& name,
              std::int64_t& milliseconds,
              const std::string& help) {
  static const std::map<std::string, std::int64_t> units{{"ms", 1}, {"s", 1'000}, {"min", 60'000}};
  std::string variable = "KIERTOON_" + name.substr(2);
  std::transform(variable.begin(), variable.end(), variable.begin(), [](char c) {
    return c == '-' ? '_' : static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  });
  app.add_option(name, milliseconds, fmt::format("{} (default {}ms)", help, milliseconds))
      ->transform(CLI::AsNumberWithUnit(units, CLI::AsNumberWithUnit::UNIT_REQUIRED, "TIME"))
      ->check(CLI::Range(std::int64_t{1}, kLongestTime).description("up to an hour"))
      ->type_name("TIME")
      ->envname(variable);
}

void add_index_options(CLI::App& app, ServerOptions& options) {
  app.add_option("--index", options.index, "Folder of the index (made by kiertoon-indexer)")
      ->required()
      ->type_name("DIR")
      ->envname("KIERTOON_INDEX");
  app.add_option("--data",
                 options.data,
                 "Folder with lexicon/ and vocabulary/ (default: found beside the program)")
      ->type_name("DIR")
      ->envname("KIERTOON_DATA");
  app.add_option("--thesaurus",
                 options.thesauri,
                 "File with concepts of your own, beside data/thesaurus/; repeat for more")
      ->type_name("FILE")
      ->envname("KIERTOON_THESAURUS");
  app.add_option("--dictionaries",
                 options.dictionaries,
                 "Folder with FreeDict's dictionaries in the format of dictd; without them, the "
                 "thesaurus alone translates")
      ->capture_default_str()
      ->type_name("DIR")
      ->envname("KIERTOON_DICTIONARIES");
  app.add_flag_callback(
         "--show-contacts",
         [&options] { options.contacts = Contacts::kShown; },
         "Show the names, mail addresses and telephone numbers of a deed in its own answer")
      ->envname("KIERTOON_SHOW_CONTACTS");
}

// An origin as browsers send it has no path, not even "/".
bool is_origin(const std::string& text) {
  const std::size_t scheme = text.find("://");
  return (text.starts_with("https://") || text.starts_with("http://")) &&
         is_host(std::string_view(text).substr(scheme + 3));
}

// What is wrong with an origin; empty: nothing.
std::string check_origin(const std::string& origin) {
  return is_origin(origin) || origin == "*"
             ? std::string()
             : fmt::format("'{}' is not an origin such as https://www.example.org, nor *", origin);
}

std::string check_public_url(const std::string& url) {
  return is_origin(url) ? std::string()
                        : fmt::format(
                              "'{}' is not an address such as https://teot.example.org, "
                              "without a path",
                              url);
}

std::string check_feedback(const std::string& address) {
  const bool is_page =
      address.starts_with("https://") && address.find_first_of(" \t\r\n\"<>") == std::string::npos;
  return is_page || is_mail_address(address) ? std::string()
                                             : fmt::format(
                                                   "'{}' is neither a mail address nor one such as "
                                                   "https://www.example.org/feedback",
                                                   address);
}

void add_operator_options(CLI::App& app, SiteOperator& site) {
  app.add_option("--operator",
                 site.name,
                 "Who runs this server, as the statement of accessibility names it")
      ->type_name("NAME")
      ->envname("KIERTOON_OPERATOR");
  app.add_option("--feedback",
                 site.feedback,
                 "Where feedback on accessibility goes: a mail address, or the https address of a "
                 "form")
      ->check(CLI::Validator(check_feedback, "", "address"))
      ->type_name("ADDRESS")
      ->envname("KIERTOON_FEEDBACK");
}

void add_site_options(CLI::App& app, ServerOptions& options) {
  app.add_option("--allow-origin",
                 options.allowed_origins,
                 "Web site whose scripts may read the answers, as https://www.example.org; repeat "
                 "for more (default: *, all)")
      ->delimiter(',')
      ->check(CLI::Validator(check_origin, "", "origin"))
      ->type_name("ORIGIN")
      ->envname("KIERTOON_ALLOW_ORIGIN");
  app.add_option("--public-url",
                 options.public_url,
                 "Address people know this server by, as https://teot.example.org: what links in "
                 "feeds and to deeds' pages begin with (default: http and the request's Host)")
      ->check(CLI::Validator(check_public_url, "", "address"))
      ->type_name("URL")
      ->envname("KIERTOON_PUBLIC_URL");
}

void add_network_options(CLI::App& app, ServerOptions& options) {
  app.add_option("--host", options.endpoint.host, "Address to listen on")
      ->capture_default_str()
      ->type_name("ADDRESS")
      ->envname("KIERTOON_HOST");
  app.add_option(
         "--port", options.endpoint.port, "Port to listen on; 0: any free one, printed at start")
      ->capture_default_str()
      ->check(CLI::Range(0, 65'535))
      ->type_name("N")
      ->envname("KIERTOON_PORT");
  app.add_option("--threads", options.connections.workers, "Requests answered at the same time")
      ->capture_default_str()
      ->check(CLI::Range(1, 256))
      ->type_name("N")
      ->envname("KIERTOON_THREADS");
  app.add_option(
         "--connections", options.connections.connections, "Connections held open at the same time")
      ->capture_default_str()
      ->check(CLI::Range(1, 1'000'000))
      ->type_name("N")
      ->envname("KIERTOON_CONNECTIONS");
}

void add_time_options(CLI::App& app, Times& times) {
  add_time(
      app, "--read-timeout", times.read, "For a whole request to arrive, from its first byte on");
  add_time(
      app, "--idle-timeout", times.idle, "Silence allowed between two requests of a connection");
  add_time(app, "--write-timeout", times.write, "For a client to take its whole answer");
}

void set_times(const Times& times, ConnectionSettings& settings) {
  settings.read_timeout = std::chrono::milliseconds(times.read);
  settings.idle_timeout = std::chrono::milliseconds(times.idle);
  settings.write_timeout = std::chrono::milliseconds(times.write);
}

EndWith end_with(const CLI::App& app, const CLI::ParseError& error) {
  std::ostringstream out;
  std::ostringstream messages;
  const bool wanted = app.exit(error, out, messages) == 0;  // --help, --version
  return {.code = wanted ? ExitCode::kStopped : ExitCode::kUsage,
          .text = out.str() + messages.str()};
}

}  // namespace

std::variant<ServerOptions, EndWith> parse_options(int argc, const char* const* argv) {
  ServerOptions options;
  options.connections.workers =
      std::max(1U, std::thread::hardware_concurrency()) + limits::kSpareWorkers;
  Times times;
  CLI::App app("Searches deeds of Finnish municipalities over HTTP.", "kiertoon-server");
  app.footer(kFooter);
  app.set_version_flag("--version", fmt::format("kiertoon-server {}", version()));
  app.set_config("--config", "", "File with options (TOML)")->type_name("FILE");
  app.allow_config_extras(CLI::config_extras_mode::error);
  add_index_options(app, options);
  add_network_options(app, options);
  add_site_options(app, options);
  add_operator_options(app, options.site_operator);
  add_time_options(app, times);
  app.add_option(
         "--log-level", options.log_level, "What goes to stderr; debug: a line for each request")
      ->capture_default_str()
      ->check(CLI::IsMember({"debug", "info", "warn", "error", "off"}))
      ->envname("KIERTOON_LOG_LEVEL");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return end_with(app, error);
  }
  set_times(times, options.connections);
  return options;
}

}  // namespace kiertoon
