// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings_store.h"

#include <QFile>
#include <QTemporaryDir>

namespace mediahelm::tests {

// A private pair of folders with a settings file in it.
class SettingsFolder
{
public:
    QString config() const { return m_folder.filePath(QStringLiteral("config")); }
    QString file() const { return config() + QStringLiteral("/settings.json"); }
    QString lastGood() const { return m_folder.filePath(QStringLiteral("state/settings.last-good.json")); }

    settings::SettingsSources sources() const
    {
        settings::SettingsSources sources;
        sources.file = file();
        sources.lastGoodFile = lastGood();
        sources.stateFile = m_folder.filePath(QStringLiteral("state/state.json"));
        return sources;
    }

    void write(const QByteArray &text) const
    {
        QDir().mkpath(config());
        QFile out(file());
        QVERIFY2(out.open(QIODevice::WriteOnly | QIODevice::Truncate), qPrintable(out.errorString()));
        out.write(text);
    }
    QByteArray read() const { return readAll(file()); }
    static QByteArray readAll(const QString &path)
    {
        QFile in(path);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }

private:
    QTemporaryDir m_folder;
};

inline model::HostProfile host(const QString &id, const QString &address, const QString &socket = {})
{
    return {*base::HostId::parse(id), *model::EngineAddress::parse(address), socket};
}

} // namespace mediahelm::tests
