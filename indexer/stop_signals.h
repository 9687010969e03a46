#pragma once

#include <optional>

namespace kiertoon {

// While it lives, SIGINT and SIGTERM are noted instead of ending the program, the first time: a
// second one ends it. Reads that wait are interrupted. Signals reach only threads that do not block
// them; see SignalBlock. One object a program.
class StopSignals {
 public:
  StopSignals();
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;
  StopSignals(StopSignals&&) = delete;
  StopSignals& operator=(StopSignals&&) = delete;

  // The number of the signal that came, if one did.
  [[nodiscard]] std::optional<int> received() const;

  // From now on such a signal ends the program at once: for work that cannot look for one and is
  // safe to end anywhere.
  void stop_noting();
};

// Threads started while it lives never receive SIGINT and SIGTERM, so that the main thread does.
class SignalBlock {
 public:
  SignalBlock();
  ~SignalBlock();
  SignalBlock(const SignalBlock&) = delete;
  SignalBlock& operator=(const SignalBlock&) = delete;
  SignalBlock(SignalBlock&&) = delete;
  SignalBlock& operator=(SignalBlock&&) = delete;
};

}  // namespace kiertoon
