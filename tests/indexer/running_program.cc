#include "tests/indexer/running_program.h"

#include <array>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iterator>
#include <stdexcept>
#include <system_error>
#include <thread>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace kiertoon {
namespace {

std::string content_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

bool wait_until(const std::function<bool()>& condition) {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  while (!condition()) {
    if (std::chrono::steady_clock::now() > deadline) {
      return false;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return true;
}

pid_t spawn(std::vector<std::string>& arguments, const posix_spawn_file_actions_t& actions) {
  std::vector<char*> argv;
  argv.reserve(arguments.size() + 1);
  for (std::string& argument : arguments) {
    argv.push_back(argument.data());
  }
  argv.push_back(nullptr);
  pid_t process = -1;
  if (::posix_spawn(&process, argv.front(), &actions, nullptr, argv.data(), environ) != 0) {
    throw std::runtime_error("cannot run " + arguments.front());
  }
  return process;
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "kiertoon-test-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) {
    throw std::runtime_error("cannot make " + name);
  }
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string TemporaryFolder::file(std::string_view name, std::string_view content) const {
  std::ofstream(path(name), std::ios::binary) << content;
  return path(name).string();
}

RunningProgram::RunningProgram(const TemporaryFolder& folder, std::vector<std::string> arguments)
    : out_(folder.path("out")), err_(folder.path("err")) {
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) {
    throw std::runtime_error("cannot make a pipe");
  }
  input_ = pipe[1];
  constexpr int kFlags = O_WRONLY | O_CREAT | O_TRUNC;
  constexpr mode_t kMode = S_IRUSR | S_IWUSR;
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, pipe[0], STDIN_FILENO);
  ::posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, out_.c_str(), kFlags, kMode);
  ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, err_.c_str(), kFlags, kMode);
  arguments.insert(arguments.begin(), KIERTOON_INDEXER);
  process_ = spawn(arguments, actions);
  ::posix_spawn_file_actions_destroy(&actions);
  ::close(pipe[0]);
}

RunningProgram::~RunningProgram() {
  if (process_ > 0) {
    send(SIGKILL);
    wait();
  }
}

void RunningProgram::write(std::string_view input) const {
  while (!input.empty()) {
    const ssize_t written = ::write(input_, input.data(), input.size());
    if (written < 0) {
      throw std::runtime_error("the program does not read its input");
    }
    input.remove_prefix(static_cast<std::size_t>(written));
  }
}

void RunningProgram::close_input() {
  if (input_ >= 0) {
    ::close(input_);
    input_ = -1;
  }
}

void RunningProgram::send(int signal) const {
  ::kill(process_, signal);
}

int RunningProgram::wait() {
  close_input();
  int status = 0;
  ::waitpid(process_, &status, 0);
  process_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

std::string RunningProgram::out() const {
  return content_of(out_);
}

std::string RunningProgram::err() const {
  return content_of(err_);
}

bool RunningProgram::wait_for_output(std::string_view text) const {
  return wait_until([&] { return out().find(text) != std::string::npos; });
}

bool RunningProgram::wait_for_error_output(std::string_view text) const {
  return wait_until([&] { return err().find(text) != std::string::npos; });
}

}  // namespace kiertoon
