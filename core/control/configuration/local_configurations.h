// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/control/configuration.h"
#include "core/workspace/checks/host_facts.h"

#include <QMap>

#include <chrono>
#include <functional>
#include <optional>

namespace mediahelm::revision {
class ComposeProcess;
}

namespace mediahelm::control {

// Opens workspaces of this machine. Owned by a composition root; main thread.
class LocalConfigurations final : public Configurations
{
public:
    struct Settings {
        QString drafts; // the folder for unsaved work; empty: none is kept
        QMap<QString, QString> process; // the environment, which wins over the workspace's layers
        std::chrono::milliseconds draftDelay = std::chrono::seconds(3);
        bool asksHost = false; // whether this machine is looked at: ports, folders, devices
        // See LocalChecks::Sources. Borrowed.
        std::function<std::optional<workspace::EngineFacts>()> engineFacts = {};
        revision::ComposeProcess *compose = nullptr;
        Adoption *adoption = nullptr;
    };

    // The clock is borrowed, also by what is opened.
    LocalConfigurations(Settings settings, const base::Clock &clock);

    QFuture<base::Result<std::shared_ptr<Configuration>>> open(const QString &folder) override;
    Adoption *adoption() override { return m_settings.adoption; }

private:
    const Settings m_settings;
    const base::Clock &m_clock;
};

} // namespace mediahelm::control
