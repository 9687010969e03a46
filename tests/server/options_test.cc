#include "server/options.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kiertoon {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::variant<ServerOptions, EndWith> parse(std::vector<const char*> arguments) {
  arguments.insert(arguments.begin(), "kiertoon-server");
  return parse_options(static_cast<int>(arguments.size()), arguments.data());
}

// A variable of the environment for the length of a test.
class Environment {
 public:
  // These tests have one thread.
  Environment(const char* name, const char* value) : name_(name) {
    setenv(name, value, 1);  // NOLINT(concurrency-mt-unsafe)
  }
  ~Environment() { unsetenv(name_); }  // NOLINT(concurrency-mt-unsafe)
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;
  Environment(Environment&&) = delete;
  Environment& operator=(Environment&&) = delete;

 private:
  const char* name_;
};

TEST(Options, HaveDefaults) {
  const auto options = std::get<ServerOptions>(parse({"--index", "i"}));
  EXPECT_EQ(options.index, "i");
  EXPECT_EQ(options.endpoint.host, "127.0.0.1");
  EXPECT_EQ(options.endpoint.port, 8080);
  EXPECT_EQ(options.contacts, Contacts::kHidden);
  EXPECT_THAT(options.allowed_origins, ElementsAre("*"));
  EXPECT_EQ(options.connections.read_timeout, limits::kReadTimeout);
  EXPECT_GT(options.connections.workers, 1U);
}

TEST(Options, ComeFromTheCommandLine) {
  const auto options = std::get<ServerOptions>(parse({"--index=i",
                                                      "--port=0",
                                                      "--threads",
                                                      "8",
                                                      "--show-contacts",
                                                      "--allow-origin",
                                                      "https://a.example",
                                                      "--allow-origin",
                                                      "https://b.example",
                                                      "--read-timeout",
                                                      "500ms",
                                                      "--idle-timeout",
                                                      "2min",
                                                      "--write-timeout=3s"}));
  EXPECT_EQ(options.endpoint.port, 0);
  EXPECT_EQ(options.connections.workers, 8U);
  EXPECT_EQ(options.contacts, Contacts::kShown);
  EXPECT_THAT(options.allowed_origins, ElementsAre("https://a.example", "https://b.example"));
  EXPECT_EQ(options.connections.read_timeout, std::chrono::milliseconds(500));
  EXPECT_EQ(options.connections.idle_timeout, std::chrono::minutes(2));
  EXPECT_EQ(options.connections.write_timeout, std::chrono::seconds(3));
}

TEST(Options, TheCommandLineGoesBeforeTheFileAndThatBeforeTheEnvironment) {
  const auto path = std::filesystem::temp_directory_path() /
                    ("kiertoon-options-" + std::to_string(getpid()) + ".toml");
  std::ofstream(path)
      << "index = \"from-file\"\nport = 1\nhost = \"h\"\nthreads = 3\nread-timeout = \"7s\"\n"
         "show-contacts = true\nallow-origin = [\"https://a.example\", \"https://b.example\"]\n";
  const Environment port("KIERTOON_PORT", "2");
  const Environment connections("KIERTOON_CONNECTIONS", "4");
  const auto parsed = parse({"--config", path.c_str(), "--threads", "5"});
  std::filesystem::remove(path);
  const auto options = std::get<ServerOptions>(parsed);
  EXPECT_EQ(options.index, "from-file");
  EXPECT_EQ(options.endpoint.host, "h");
  EXPECT_EQ(options.endpoint.port, 1);
  EXPECT_EQ(options.connections.connections, 4U);
  EXPECT_EQ(options.connections.workers, 5U);
  EXPECT_EQ(options.connections.read_timeout, std::chrono::seconds(7));
  EXPECT_EQ(options.contacts, Contacts::kShown);
  EXPECT_THAT(options.allowed_origins, ElementsAre("https://a.example", "https://b.example"));
}

TEST(Options, ContactsStayHiddenUnlessTheSwitchIsOn) {
  for (const char* off : {"false", "0", "off"}) {
    const Environment hidden("KIERTOON_SHOW_CONTACTS", off);
    EXPECT_EQ(std::get<ServerOptions>(parse({"--index=i"})).contacts, Contacts::kHidden) << off;
  }
  const Environment shown("KIERTOON_SHOW_CONTACTS", "true");
  EXPECT_EQ(std::get<ServerOptions>(parse({"--index=i"})).contacts, Contacts::kShown);
}

TEST(Options, TheEnvironmentMayNameSeveralOrigins) {
  const Environment origins("KIERTOON_ALLOW_ORIGIN", "https://a.example,https://b.example");
  EXPECT_THAT(std::get<ServerOptions>(parse({"--index=i"})).allowed_origins,
              ElementsAre("https://a.example", "https://b.example"));
}

TEST(Options, NameThePublicAddress) {
  const auto public_url = [](std::vector<const char*> arguments) {
    return std::get<ServerOptions>(parse(std::move(arguments))).public_url;
  };
  EXPECT_EQ(public_url({"--index=i"}), std::nullopt);
  EXPECT_EQ(public_url({"--index=i", "--public-url=https://teot.example:8443"}),
            "https://teot.example:8443");
  const Environment url("KIERTOON_PUBLIC_URL", "https://teot.example");
  EXPECT_EQ(public_url({"--index=i"}), "https://teot.example");
}

TEST(Options, NameTheOperatorAndWhereFeedbackGoes) {
  const auto site = [](std::vector<const char*> arguments) {
    return std::get<ServerOptions>(parse(std::move(arguments))).site_operator;
  };
  EXPECT_EQ(site({"--index=i"}).name, "");
  EXPECT_EQ(site({"--index=i", "--operator=Kuusarannan kaupunki"}).name, "Kuusarannan kaupunki");
  for (const char* address : {"palaute@kuusaranta.example", "https://kuusaranta.example/palaute"}) {
    EXPECT_EQ(site({"--index=i", "--feedback", address}).feedback, address);
  }
  const Environment feedback("KIERTOON_FEEDBACK", "palaute@kuusaranta.example");
  EXPECT_EQ(site({"--index=i"}).feedback, "palaute@kuusaranta.example");
}

TEST(Options, HelpAndVersionEndWell) {
  const auto help = std::get<EndWith>(parse({"--help"}));
  EXPECT_EQ(help.code, ExitCode::kStopped);
  EXPECT_THAT(help.text, HasSubstr("Exit codes: 0"));
  EXPECT_THAT(help.text, HasSubstr("KIERTOON_READ_TIMEOUT"));
  const auto version_text = std::get<EndWith>(parse({"--version"}));
  EXPECT_EQ(version_text.code, ExitCode::kStopped);
  EXPECT_EQ(version_text.text, "kiertoon-server " + std::string(version()) + "\n");
}

class BadOption : public testing::TestWithParam<std::vector<const char*>> {};

TEST_P(BadOption, EndsWithAMessage) {
  const auto parsed = parse(GetParam());
  ASSERT_TRUE(std::holds_alternative<EndWith>(parsed));
  EXPECT_EQ(std::get<EndWith>(parsed).code, ExitCode::kUsage);
  EXPECT_FALSE(std::get<EndWith>(parsed).text.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Options,
    BadOption,
    testing::Values(std::vector<const char*>{},
                    std::vector<const char*>{"--index"},
                    std::vector<const char*>{"--index=i", "--port=65536"},
                    std::vector<const char*>{"--index=i", "--port=http"},
                    std::vector<const char*>{"--index=i", "--prot=80"},
                    std::vector<const char*>{"--index=i", "--threads=0"},
                    std::vector<const char*>{"--index=i", "--read-timeout=5"},
                    std::vector<const char*>{"--index=i", "--read-timeout=5h"},
                    std::vector<const char*>{"--index=i", "--read-timeout=-5s"},
                    std::vector<const char*>{"--index=i", "--log-level=loud"},
                    std::vector<const char*>{"--index=i", "--config=/no/such/file"},
                    std::vector<const char*>{"--index=i", "--allow-origin=a.example"},
                    std::vector<const char*>{"--index=i", "--allow-origin=https://a.example/"},
                    std::vector<const char*>{"--index=i", "--allow-origin=https://"},
                    std::vector<const char*>{"--index=i", "--public-url=teot.example"},
                    std::vector<const char*>{"--index=i", "--public-url=https://teot.example/"},
                    std::vector<const char*>{"--index=i", "--public-url=https://a b"},
                    std::vector<const char*>{"--index=i", "--public-url=*"},
                    std::vector<const char*>{"--index=i", "--feedback=kuusaranta.example"},
                    std::vector<const char*>{"--index=i", "--feedback=javascript:alert(1)"},
                    std::vector<const char*>{"--index=i", "--feedback=https://a.example/ b"},
                    std::vector<const char*>{"--index=i", "stray"}));

}  // namespace
}  // namespace kiertoon
