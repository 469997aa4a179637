// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <csignal>

namespace mediahelm::base {

// Around QProcess::start() where there is a child process modifier: Qt starts the child in the memory of this program
// and on a stack of 4 KiB, which is less than a handler of ours that runs there may need. The thread's signals come
// when this goes. The modifier must end with restoreChildSignals(): the child inherits that they are held back.
class SignalsHeldBack
{
public:
    SignalsHeldBack();
    ~SignalsHeldBack();
    SignalsHeldBack(const SignalsHeldBack &) = delete;
    SignalsHeldBack &operator=(const SignalsHeldBack &) = delete;

private:
    sigset_t m_before;
};

// In the child, before its program runs: signals that ask for its end do end it, even where this program was started
// with them ignored (by a shell, in the background), and none is held back.
void restoreChildSignals();

} // namespace mediahelm::base
