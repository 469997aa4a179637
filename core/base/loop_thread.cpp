// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/loop_thread.h"

namespace mediahelm::base {

LoopThread::LoopThread(const QString &name)
{
    setObjectName(name);
    start();
}

LoopThread::~LoopThread()
{
    post([this] { quit(); });
    wait();
}

void LoopThread::run()
{
    const std::unique_ptr<QObject> served = m_mailbox.serve();
    exec();
}

} // namespace mediahelm::base
