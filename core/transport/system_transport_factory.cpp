// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/system_transport_factory.h"

#include "core/base/folders.h"
#include "core/transport/local_transport.h"
#include "core/transport/questioner.h"

#include <QFileInfo>

namespace mediahelm::transport {

using model::EngineAddress;

SystemTransportFactory::SystemTransportFactory(Questioner &questioner, const base::Clock &clock, const SshSettings &ssh,
                                               const LocalEnvironment &local)
    : m_questioner(questioner)
    , m_clock(clock)
    , m_ssh(ssh)
    , m_local(local)
{
}

SystemTransportFactory::~SystemTransportFactory() = default;

std::unique_ptr<Transport> SystemTransportFactory::create(const model::HostProfile &profile)
{
    model::HostProfile resolved = profile;
    if (profile.address.kind() == EngineAddress::Kind::local) {
        if (const base::Result<EngineAddress> found = findLocalEngine(m_local))
            resolved.address = *found;
    }
    if (resolved.address.kind() != EngineAddress::Kind::ssh) // `local` that was not found says why at its start
        return std::make_unique<LocalTransport>(resolved.address, m_local);

    std::shared_ptr<SshMemory> &memory = m_memories[resolved.address.text() + u' ' + resolved.remoteSocket];
    if (!memory)
        memory = std::make_shared<SshMemory>();
    return std::make_unique<SshTransport>(resolved, m_ssh, m_questioner, m_clock, memory);
}

QString SystemTransportFactory::findAskpass(const QString &applicationFolder)
{
    for (const QString &place :
         {QStringLiteral("/mediahelm-askpass"), QStringLiteral("/../libexec/mediahelm/mediahelm-askpass")}) {
        const QFileInfo file(applicationFolder + place);
        if (file.isFile() && file.isExecutable())
            return file.canonicalFilePath();
    }
    return {};
}

SshSettings SystemTransportFactory::defaultSshSettings(const QString &applicationFolder)
{
    SshSettings settings;
    settings.askpassProgram = findAskpass(applicationFolder);
    settings.socketFolder = base::Folders::fromEnvironment().runtime.value_or(QString()) + QStringLiteral("/ssh");
    settings.environment = QProcessEnvironment::systemEnvironment();
    return settings;
}

} // namespace mediahelm::transport
