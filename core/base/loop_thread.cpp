// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/loop_thread.h"

#include <QCoreApplication>
#include <QEvent>
#include <QEventLoop> // may block: as below

#include <pthread.h>

namespace mediahelm::base {

namespace {

constexpr qsizetype longestName = 15; // characters that the kernel keeps

} // namespace

LoopThread::LoopThread(const QString &name)
    : m_thread([this, name] { run(name); })
{
}

LoopThread::~LoopThread()
{
    post([this] { m_loop->quit(); });
    m_thread.join();
}

void LoopThread::run(const QString &name)
{
    ::pthread_setname_np(::pthread_self(), name.left(longestName).toLatin1().constData());
    QEventLoop loop; // may block: this thread's own loop; made before what is served by it
    m_loop = &loop;
    const std::unique_ptr<QObject> served = m_mailbox.serve();
    loop.exec();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

} // namespace mediahelm::base
