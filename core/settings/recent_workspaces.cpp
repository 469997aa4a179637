// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/recent_workspaces.h"

#include "core/settings/ui_state.h"

#include <QJsonArray>

namespace mediahelm::settings {

QString RecentWorkspaces::openKey()
{
    return QStringLiteral("configuration.open");
}

QString RecentWorkspaces::recentKey()
{
    return QStringLiteral("configuration.recent");
}

QStringList RecentWorkspaces::folders() const
{
    QStringList folders;
    const QJsonArray kept = m_state.value(recentKey()).toArray();
    for (const QJsonValue &folder : kept) {
        if (folder.isString() && folders.size() < most)
            folders.append(folder.toString());
    }
    return folders;
}

QString RecentWorkspaces::open() const
{
    return m_state.text(openKey());
}

void RecentWorkspaces::setOpen(const QString &folder)
{
    QStringList latest = folders();
    latest.removeAll(folder);
    latest.prepend(folder);
    m_state.setValue(recentKey(), QJsonArray::fromStringList(latest.mid(0, most)));
    m_state.setValue(openKey(), folder);
}

void RecentWorkspaces::close()
{
    m_state.setValue(openKey(), QJsonValue(QJsonValue::Undefined));
}

} // namespace mediahelm::settings
