#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <sys/types.h>

namespace kiertoon {

// A folder of its own, gone with the object.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  TemporaryFolder(TemporaryFolder&&) = delete;
  TemporaryFolder& operator=(TemporaryFolder&&) = delete;

  [[nodiscard]] std::filesystem::path path(std::string_view name) const { return path_ / name; }
  // Writes a file into the folder and returns its path.
  [[nodiscard]] std::string file(std::string_view name, std::string_view content) const;

 private:
  std::filesystem::path path_;
};

// kiertoon-indexer, running: its standard input is a pipe, its outputs are files.
class RunningProgram {
 public:
  RunningProgram(const TemporaryFolder& folder, std::vector<std::string> arguments);
  ~RunningProgram();
  RunningProgram(const RunningProgram&) = delete;
  RunningProgram& operator=(const RunningProgram&) = delete;
  RunningProgram(RunningProgram&&) = delete;
  RunningProgram& operator=(RunningProgram&&) = delete;

  void write(std::string_view input) const;
  void close_input();
  void send(int signal) const;

  // Closes the input and waits for the end: the exit code, or 128 + the number of the signal that
  // ended it.
  int wait();

  [[nodiscard]] std::string out() const;
  [[nodiscard]] std::string err() const;

  // Waits until the output holds `text`; false after ten seconds.
  [[nodiscard]] bool wait_for_output(std::string_view text) const;
  [[nodiscard]] bool wait_for_error_output(std::string_view text) const;

 private:
  std::filesystem::path out_;
  std::filesystem::path err_;
  int input_ = -1;
  pid_t process_ = -1;
};

}  // namespace kiertoon
