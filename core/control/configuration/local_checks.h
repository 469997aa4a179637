// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/control/check_desk.h"
#include "core/revision/compose/compose_command.h"
#include "core/workspace/checks/patient_probe.h"

#include <functional>

namespace mediahelm::revision {
class ComposeProcess;
class ComposeQuestion;
} // namespace mediahelm::revision

namespace mediahelm::control {

// Asks the host and Compose about one workspace, each one question at a time. Owned by its configuration; main thread.
class LocalChecks final : public QObject
{
    Q_OBJECT

public:
    // What can be asked; each may miss. Borrowed but the probe.
    struct Sources {
        std::shared_ptr<const workspace::HostProbe> host;
        // Of the containers here; nullopt where no engine of this machine has told.
        std::function<std::optional<workspace::EngineFacts>()> engineFacts;
        revision::ComposeProcess *compose = nullptr;
        std::chrono::milliseconds patience = std::chrono::seconds(5); // with the host's disks
    };

    LocalChecks(Sources sources, const base::Clock &clock, QObject *parent = nullptr);
    ~LocalChecks() override;

    const CheckState &state() const { return m_state; }
    void askHost(const workspace::HostQuestions &questions, const QString &project);
    void askCompose(const revision::ComposeCommand &command, const QStringList &secrets);
    void setComposeOlder(bool older); // than what stands in the editor

Q_SIGNALS:
    void hostAnswered(const mediahelm::workspace::HostFacts &facts);
    void composeAnswered(const QByteArray &words);
    void changed(); // state()

private:
    void takeFacts(workspace::HostFacts facts, const QString &project);
    static void note(CheckState::Answer &answer, const QDateTime &at, const base::Error *error);

    const Sources m_sources;
    const base::Clock &m_clock;
    CheckState m_state;
    std::unique_ptr<workspace::PatientProbe> m_probe; // null where the host is not asked
    std::unique_ptr<revision::ComposeQuestion> m_question; // likewise
    int m_composeAsked = 0; // the newest answer counts
};

} // namespace mediahelm::control
