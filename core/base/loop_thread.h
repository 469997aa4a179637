// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/mailbox.h"

#include <QString>

#include <memory>
#include <thread>
#include <utility>

class QEventLoop; // may block: the thread's own

namespace mediahelm::base {

// A thread with an event loop, for work that would keep the main thread from its own. Owned by an object of the main
// thread. Must do nothing that blocks for long: the destructor waits for what runs there. It is no QThread, whose
// wait() returns while the thread still frees what libraries keep for it, which the end of the program then frees as
// well.
class LoopThread final
{
public:
    // `name` is shown by debuggers and top; the kernel keeps 15 characters.
    explicit LoopThread(const QString &name);
    // Runs what was posted before, then ends the thread.
    ~LoopThread();
    LoopThread(const LoopThread &) = delete;
    LoopThread &operator=(const LoopThread &) = delete;

    // Any thread: runs there, in order.
    void post(Mailbox::Call call) { m_mailbox.post(std::move(call)); }
    bool isCurrent() const { return std::this_thread::get_id() == m_thread.get_id(); }

private:
    void run(const QString &name);

    Mailbox m_mailbox;
    QEventLoop *m_loop = nullptr; // may block: the thread's own; touched there alone
    std::thread m_thread;
};

// A T that is made, called and destroyed on a thread of its own. Owned as the thread is.
template<typename T>
class Threaded
{
public:
    using Call = std::function<void(T &)>;

    // `make` runs there.
    Threaded(const QString &name, std::function<std::unique_ptr<T>()> make)
        : m_thread(name)
    {
        m_thread.post([this, make = std::move(make)] { m_object = make(); });
    }
    ~Threaded()
    {
        m_thread.post([this] { m_object.reset(); });
    }
    Threaded(const Threaded &) = delete;
    Threaded &operator=(const Threaded &) = delete;

    void post(Call call)
    {
        m_thread.post([this, call = std::move(call)] { call(*m_object); });
    }
    bool isCurrent() const { return m_thread.isCurrent(); }

private:
    std::unique_ptr<T> m_object; // touched on the thread alone; outlives it
    LoopThread m_thread;
};

} // namespace mediahelm::base
