// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/mailbox.h"

#include <QSocketNotifier>

#include <cerrno>
#include <cstring>
#include <sys/eventfd.h>
#include <utility>

namespace mediahelm::base {

Mailbox::Mailbox()
    : m_wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    if (!m_wake.valid()) // mailboxes are made when a program starts
        qFatal("no descriptor for an event: %s", std::strerror(errno));
}

Mailbox::~Mailbox()
{
    take(); // under the lock: after all that was done by the calls
}

void Mailbox::post(Call call)
{
    const std::lock_guard lock(m_mutex);
    m_calls.push_back(std::move(call));
    if (m_calls.size() == 1)
        ::eventfd_write(m_wake.get(), 1);
}

std::unique_ptr<QObject> Mailbox::serve()
{
    auto notifier = std::make_unique<QSocketNotifier>(m_wake.get(), QSocketNotifier::Read);
    QObject::connect(notifier.get(), &QSocketNotifier::activated, notifier.get(), [this] { run(); });
    return notifier;
}

std::vector<Mailbox::Call> Mailbox::take()
{
    const std::lock_guard lock(m_mutex);
    eventfd_t count = 0;
    ::eventfd_read(m_wake.get(), &count);
    return std::exchange(m_calls, {});
}

void Mailbox::run()
{
    // Those that are posted meanwhile have a wake-up of their own: others on this thread have their turn.
    for (Call &call : take())
        std::exchange(call, {})();
    const std::lock_guard done(m_mutex); // whoever destroys the mailbox then sees what the calls did
}

} // namespace mediahelm::base
