// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/mailbox.h"
#include "core/base/pending.h"
#include "core/workspace/checks/host_facts.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>

namespace mediahelm::workspace {

// Asks a host on a thread that nobody waits for: where a network file system hangs, so does that thread, alone, and
// there is one such at most. Owned by who asks; main thread.
class PatientProbe final : public QObject
{
    Q_OBJECT

public:
    // The probe is shared with the thread, which may outlive this.
    PatientProbe(std::shared_ptr<const HostProbe> probe, std::chrono::milliseconds patience, QObject *parent = nullptr);
    ~PatientProbe() override;

    // Errors: timeout (with the path that does not answer), conflict (an earlier question is not answered yet), those
    // of the probe.
    QFuture<base::Result<HostFacts>> ask(const HostQuestions &questions);

private:
    struct Shared;

    void answered(int question, const base::Result<HostFacts> &facts);
    void giveUp();

    const std::shared_ptr<const HostProbe> m_probe;
    const std::shared_ptr<Shared> m_shared;
    std::unique_ptr<QObject> m_served;
    QTimer m_patience;
    base::Pending<HostFacts> m_pending;
    bool m_hangs = false; // the thread is still out
    int m_question = 0;
};

} // namespace mediahelm::workspace
