// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QTimer>

namespace mediahelm::settings {

// What the desktop remembers of its own looks: geometry, columns, theme, page, filter. Kept apart from the settings
// because it may be lost: a file that cannot be read or written is no error. Written a second after the last change,
// and at the end. Owned by the settings store; main thread.
//
// Keys in use: "theme" ("auto", "light", "dark"), "language" ("en", "de", none: the system's), "startPage",
// "window.geometry" and "window.state" (base64), "page", "services.host", "services.columns" (an object),
// "services.panel.isBelow", and the shares of splitters: "services.panel.beside" and ".below", "services.live.below";
// of the Configuration page, in recent_workspaces.h, the folders "configuration.open" and "configuration.recent" (an
// array), "configuration.file", and "configuration.form" (false: the form is not shown).
class UiState final : public QObject
{
    Q_OBJECT

public:
    explicit UiState(QString file, QObject *parent = nullptr); // empty: kept in memory alone
    ~UiState() override;

    QJsonValue value(const QString &key) const { return m_values.value(key); } // Undefined: none
    QString text(const QString &key, const QString &fallback = {}) const;
    QByteArray bytes(const QString &key) const; // of what setBytes() kept

    void setValue(const QString &key, const QJsonValue &value); // Undefined takes it out
    void setBytes(const QString &key, const QByteArray &bytes);

    void flush(); // writes now, if anything has changed

Q_SIGNALS:
    void changed(const QString &key);

private:
    const QString m_file;
    QJsonObject m_values;
    bool m_unsaved = false;
    QTimer m_saveTimer;
};

} // namespace mediahelm::settings
