// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/mailbox.h"

#include <QThread>

#include <memory>
#include <utility>

namespace mediahelm::base {

// A thread with an event loop, for work that would keep the main thread from its own. Owned by an object of the main
// thread. Must do nothing that blocks for long: the destructor waits for what runs there.
class LoopThread final : private QThread
{
public:
    // `name` is shown by debuggers and top; the kernel keeps 15 characters.
    explicit LoopThread(const QString &name);
    // Runs what was posted before, then ends the thread.
    ~LoopThread() override;

    // Any thread: runs there, in order.
    void post(Mailbox::Call call) { m_mailbox.post(std::move(call)); }
    bool isCurrent() const { return QThread::currentThread() == this; }

private:
    void run() override;

    Mailbox m_mailbox;
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
