// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/input/local_author.h"

#include <QSysInfo>

#include <pwd.h>
#include <unistd.h>

namespace mediahelm::revision {

namespace {

// Neither part of a name may hold what git takes for the frame of an address.
QString plain(QString text)
{
    text.removeIf([](QChar c) { return c == u'<' || c == u'>' || c.category() == QChar::Other_Control; });
    return text.trimmed();
}

} // namespace

model::Author localAuthor()
{
    const passwd *user = ::getpwuid(::getuid());
    const QString login = user ? plain(QString::fromLocal8Bit(user->pw_name)) : QString::number(::getuid());
    const QString name = user ? plain(QString::fromLocal8Bit(user->pw_gecos).section(u',', 0, 0)) : QString();
    return {name.isEmpty() ? login : name, login + u'@' + plain(QSysInfo::machineHostName())};
}

} // namespace mediahelm::revision
