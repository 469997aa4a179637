// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/configuration/local_configurations.h"

#include "core/control/configuration/local_configuration.h"
#include "core/workspace/checks/local_host_probe.h"

#include <QDir>
#include <QFileInfo>

namespace mediahelm::control {

using base::Error;
using base::ErrorKind;
using base::Result;
using Opened = std::shared_ptr<Configuration>;

LocalConfigurations::LocalConfigurations(Settings settings, const base::Clock &clock)
    : m_settings(std::move(settings))
    , m_clock(clock)
{
}

QFuture<Result<Opened>> LocalConfigurations::open(const QString &folder)
{
    const QFileInfo info(folder);
    if (!info.isDir())
        return base::finishedWith<Opened>(
            Error{ErrorKind::notFound, QStringLiteral("there is no folder %1").arg(folder), {}});
    const ConfigurationDesk::Place place{info.canonicalFilePath(), m_settings.drafts, m_settings.process};
    LocalChecks::Sources checks;
    if (m_settings.asksHost) {
        workspace::LocalHostProbe::Places places;
        places.home = QDir::homePath();
        checks.host = std::make_shared<workspace::LocalHostProbe>(place.folder, places);
        checks.engineFacts = m_settings.engineFacts;
    }
    checks.compose = m_settings.compose;
    std::shared_ptr<LocalConfiguration> opened(new LocalConfiguration(place, m_clock, m_settings.draftDelay, checks),
                                               &LocalConfiguration::end);
    auto pending = std::make_shared<base::Pending<Opened>>();
    QFuture<Result<Opened>> future = pending->future();
    LocalConfiguration *context = opened.get();
    context->start().then(context, [opened, pending](const base::Status &status) mutable {
        pending->finish(status ? Result<Opened>(opened) : Result<Opened>(status.error()));
        opened.reset();
    });
    return future;
}

} // namespace mediahelm::control
