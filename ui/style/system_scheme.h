// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <optional>

class QDBusVariant;

namespace mediahelm::ui {

// Whether the system wants dark windows. The desktop portal's setting org.freedesktop.appearance color-scheme counts
// (XDG Desktop Portal, org.freedesktop.portal.Settings); where there is no portal or no preference, the platform's own
// palette. Asks without blocking, and never starts a session bus. Owned by Theme; main thread; to be made before the
// application gets a palette of ours.
class SystemScheme : public QObject
{
    Q_OBJECT

public:
    SystemScheme();

    bool dark() const;

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private Q_SLOTS:
    void onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void askPortal();
    void readPlatform();
    void setPortal(uint preference);

    std::optional<bool> m_portal; // nullopt: none, or no preference
    bool m_platform = false;
    bool m_reading = false;
};

} // namespace mediahelm::ui
