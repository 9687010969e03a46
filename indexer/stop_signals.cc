#include "indexer/stop_signals.h"

#include <array>
#include <csignal>

#include <pthread.h>

namespace kiertoon {
namespace {

constexpr std::array kSignals{SIGINT, SIGTERM};

// A signal handler reaches nothing but this.
volatile std::sig_atomic_t received_signal = 0;

extern "C" void note_signal(int signal) {
  received_signal = signal;
}

void change_mask(int how) {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : kSignals) {
    sigaddset(&signals, signal);
  }
  pthread_sigmask(how, &signals, nullptr);
}

}  // namespace

StopSignals::StopSignals() {
  received_signal = 0;
  struct sigaction action {};
  action.sa_handler = note_signal;
  action.sa_flags = static_cast<int>(SA_RESETHAND);  // no SA_RESTART: reads are to be interrupted
  for (const int signal : kSignals) {
    sigaction(signal, &action, nullptr);
  }
}

StopSignals::~StopSignals() {
  stop_noting();
}

std::optional<int> StopSignals::received() const {
  const int signal = received_signal;
  return signal == 0 ? std::nullopt : std::optional(signal);
}

void StopSignals::stop_noting() {
  for (const int signal : kSignals) {
    std::signal(signal, SIG_DFL);
  }
}

SignalBlock::SignalBlock() {
  change_mask(SIG_BLOCK);
}

SignalBlock::~SignalBlock() {
  change_mask(SIG_UNBLOCK);
}

}  // namespace kiertoon
