// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/unique_fd.h"

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

class QObject;

namespace mediahelm::base {

// Calls from any thread to the one that serves them, run there by its event loop in the order of posting, with one
// wake-up for however many. Made before the threads that post to it and destroyed after them; what is not run by then
// is dropped. Queue and wake-up are our own rather than Qt's posted events, so that ThreadSanitizer, for which Qt is
// not built, sees what orders both threads.
class Mailbox
{
public:
    using Call = std::function<void()>;

    Mailbox();
    ~Mailbox();
    Mailbox(const Mailbox &) = delete;
    Mailbox &operator=(const Mailbox &) = delete;

    // Any thread. What the call carries goes to the other thread: values, or what nobody here uses any more.
    void post(Call call);

    // The current thread's event loop runs the calls from now on, until the returned object is destroyed.
    [[nodiscard]] std::unique_ptr<QObject> serve();

private:
    std::vector<Call> take();
    void run();

    std::mutex m_mutex;
    std::vector<Call> m_calls;
    UniqueFd m_wake; // an eventfd
};

} // namespace mediahelm::base
