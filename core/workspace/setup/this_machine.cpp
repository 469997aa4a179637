// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/setup/this_machine.h"

#include "core/workspace/checks/local_host_probe.h"

#include <QFile>
#include <QFileInfo>
#include <QNetworkInterface>
#include <QTimeZone>

#include <sys/statvfs.h>
#include <unistd.h>

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const char *path)
{
    QFile file(QString::fromLatin1(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void setUser(MachineFacts &facts)
{
    const auto number = [](const char *variable) { return qEnvironmentVariable(variable).toLongLong(); };
    if (::getuid() != 0) {
        facts.userId = ::getuid();
        facts.groupId = ::getgid();
    } else if (number("SUDO_UID") > 0) {
        facts.userId = number("SUDO_UID");
        facts.groupId = number("SUDO_GID");
    }
}

QString timeZone()
{
    const QString id = QString::fromLatin1(QTimeZone::systemTimeZoneId());
    return id == "UTC"_L1 ? u"Etc/UTC"_s : id;
}

// The interface of the default route (proc(5): /proc/net/route).
QString defaultInterface()
{
    const QList<QByteArray> lines = contentOf("/proc/net/route").split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> fields = line.split('\t');
        if (fields.size() > 7 && fields.at(1) == "00000000" && fields.at(7) == "00000000")
            return QString::fromLocal8Bit(fields.first());
    }
    return {};
}

QString address()
{
    const QNetworkInterface interface = QNetworkInterface::interfaceFromName(defaultInterface());
    const QList<QNetworkAddressEntry> entries = interface.addressEntries();
    for (const QNetworkAddressEntry &entry : entries) {
        if (entry.ip().protocol() == QAbstractSocket::IPv4Protocol && !entry.ip().isLoopback())
            return entry.ip().toString();
    }
    return {};
}

qint64 freeDisk(const QString &folder)
{
    QString there = folder;
    while (!QFileInfo(there).isDir() && there.size() > 1)
        there = QFileInfo(there).absolutePath();
    struct statvfs status {
    };
    if (::statvfs(QFile::encodeName(there).constData(), &status) != 0)
        return 0;
    return static_cast<qint64>(status.f_bavail) * static_cast<qint64>(status.f_frsize);
}

QList<TakenPort> takenPorts(const QString &folder)
{
    QList<TakenPort> ports;
    const base::Result<HostFacts> facts = LocalHostProbe(folder, {}).facts({{}, true});
    if (!facts || !facts->listeners)
        return ports;
    for (const HostListener &listener : *facts->listeners)
        ports.append({listener.port, listener.protocol, u"a program on this machine"_s});
    return ports;
}

} // namespace

MachineFacts thisMachine(const QString &folder)
{
    MachineFacts facts;
    setUser(facts);
    facts.timeZone = timeZone();
    facts.address = address();
    facts.cpus = static_cast<int>(::sysconf(_SC_NPROCESSORS_ONLN));
    facts.memory = static_cast<qint64>(::sysconf(_SC_PHYS_PAGES)) * ::sysconf(_SC_PAGE_SIZE);
    facts.freeDisk = freeDisk(folder);
    facts.takenPorts = takenPorts(folder);
    return facts;
}

} // namespace mediahelm::workspace
