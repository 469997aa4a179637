// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/checks/local_host_probe.h"

#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QSet>

#include <algorithm>

#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/xattr.h>

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestTable = 8 * 1024 * 1024;

QByteArray textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(largestTable) : QByteArray();
}

// "0100007F:1F90" or the same with 32 digits, each group of 8 in the byte order of the machine.
std::optional<HostListener> localAddress(const QByteArray &text)
{
    const qsizetype colon = text.indexOf(':');
    const QByteArray bytes = QByteArray::fromHex(text.left(colon));
    bool good = false;
    const int port = text.mid(colon + 1).toInt(&good, 16);
    if (!good || (bytes.size() != 4 && bytes.size() != 16))
        return std::nullopt;
    QByteArray ordered = bytes;
    for (qsizetype group = 0; group < ordered.size(); group += 4)
        std::reverse(ordered.begin() + group, ordered.begin() + group + 4);
    HostListener listener;
    listener.port = port;
    if (ordered.count('\0') == ordered.size())
        return listener; // of all addresses; "::" takes IPv4's too, as systems are set up
    if (ordered.size() == 4) {
        const auto *b = reinterpret_cast<const uchar *>(ordered.constData());
        listener.address =
            QHostAddress(quint32(b[0]) << 24 | quint32(b[1]) << 16 | quint32(b[2]) << 8 | b[3]).toString();
    } else {
        QHostAddress address(reinterpret_cast<const quint8 *>(ordered.constData()));
        bool fourth = false;
        const quint32 mapped = address.toIPv4Address(&fourth);
        listener.address = fourth ? QHostAddress(mapped).toString() : address.toString();
    }
    return listener;
}

// "\040" is a blank.
QString unescaped(const QByteArray &field)
{
    QByteArray text;
    for (qsizetype i = 0; i < field.size(); ++i) {
        bool good = false;
        const int code = field[i] == '\\' ? field.mid(i + 1, 3).toInt(&good, 8) : 0;
        if (good && i + 3 < field.size()) {
            text += char(code);
            i += 3;
        } else {
            text += field[i];
        }
    }
    return QString::fromUtf8(text);
}

PathFacts factsOfPath(const QString &path, const QStringList &unmounted)
{
    PathFacts facts;
    const QByteArray name = QFile::encodeName(path);
    for (const QString &point : unmounted) {
        if (path == point || path.startsWith(point + u'/'))
            facts.unmounted = point;
    }
    struct stat status {
    };
    if (::stat(name.constData(), &status) != 0) {
        facts.kind = errno == ENOENT || errno == ENOTDIR ? PathFacts::Kind::missing : PathFacts::Kind::unknown;
        return facts;
    }
    facts.kind = S_ISDIR(status.st_mode)                     ? PathFacts::Kind::folder
        : S_ISBLK(status.st_mode) || S_ISCHR(status.st_mode) ? PathFacts::Kind::device
                                                             : PathFacts::Kind::file;
    facts.fileSystem = status.st_dev;
    facts.user = status.st_uid;
    facts.group = status.st_gid;
    facts.mode = status.st_mode & 07777;
    struct statvfs system {
    };
    facts.readOnly = ::statvfs(name.constData(), &system) == 0 && (system.f_flag & ST_RDONLY) != 0;
    facts.hasAccessList = ::getxattr(name.constData(), "system.posix_acl_access", nullptr, 0) > 0;
    return facts;
}

} // namespace

QList<HostListener> listenersIn(const QByteArray &table, const QString &protocol)
{
    QList<HostListener> found;
    const QByteArrayList lines = table.split('\n');
    for (const QByteArray &line : lines) {
        const QByteArrayList fields = line.simplified().split(' ');
        if (fields.size() < 4 || !fields[0].endsWith(':'))
            continue;
        const bool waits = protocol == u"tcp" ? fields[3] == "0A" : fields[2].endsWith(":0000");
        std::optional<HostListener> listener = waits ? localAddress(fields[1]) : std::nullopt;
        if (!listener)
            continue;
        listener->protocol = protocol;
        found.append(*listener);
    }
    return found;
}

QStringList unmountedPoints(const QByteArray &fstab, const QByteArray &mountinfo)
{
    QSet<QString> mounted;
    const QByteArrayList mounts = mountinfo.split('\n');
    for (const QByteArray &line : mounts)
        mounted.insert(unescaped(line.split(' ').value(4)));
    QStringList missing;
    const QByteArrayList wanted = fstab.split('\n');
    for (const QByteArray &line : wanted) {
        const QByteArrayList fields = line.simplified().split(' ');
        if (fields.size() < 3 || fields[0].startsWith('#') || fields[2] == "swap")
            continue;
        QString point = QDir::cleanPath(unescaped(fields[1]));
        if (point.startsWith(u'/') && point != u"/" && !mounted.contains(point))
            missing.append(point);
    }
    return missing;
}

LocalHostProbe::LocalHostProbe(const QString &folder, const Places &places)
    : m_folder(folder)
    , m_places(places)
{
}

QString LocalHostProbe::absolute(const QString &path) const
{
    if (path.startsWith(u'/'))
        return QDir::cleanPath(path);
    if (path == u"~" || path.startsWith("~/"_L1))
        return m_places.home.isEmpty() ? QString() : QDir::cleanPath(m_places.home + path.mid(1));
    if (path.startsWith(u'~') || path.contains(u'\\') || path.mid(1, 1) == u":")
        return {};
    return QDir::cleanPath(m_folder + u'/' + path);
}

base::Result<HostFacts> LocalHostProbe::facts(const HostQuestions &questions) const
{
    HostFacts facts;
    const QStringList unmounted = unmountedPoints(textOf(m_places.fstab), textOf(m_places.proc + u"/self/mountinfo"_s));
    for (const QString &path : questions.paths) {
        const QString place = absolute(path);
        if (!place.isEmpty())
            facts.paths.insert(path, factsOfPath(place, unmounted));
    }
    if (!questions.ports)
        return facts;
    facts.listeners.emplace();
    for (const QString &protocol : {u"tcp"_s, u"udp"_s}) {
        for (const QString &kind : {QString(), u"6"_s})
            *facts.listeners += listenersIn(textOf(m_places.proc + u"/net/"_s + protocol + kind), protocol);
    }
    return facts;
}

} // namespace mediahelm::workspace
