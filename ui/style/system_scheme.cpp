// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/system_scheme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QEvent>
#include <QFile>
#include <QPalette>

namespace mediahelm::ui {

namespace {

constexpr QLatin1String service("org.freedesktop.portal.Desktop");
constexpr QLatin1String path("/org/freedesktop/portal/desktop");
constexpr QLatin1String settings("org.freedesktop.portal.Settings");
constexpr QLatin1String group("org.freedesktop.appearance");
constexpr QLatin1String key("color-scheme");

// libdbus would start a bus of its own where there is none.
bool sessionBusExists()
{
    if (qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS"))
        return true;
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtime.isEmpty() && QFile::exists(runtime + QStringLiteral("/bus"));
}

// Older portals wrap the value twice.
uint preferenceOf(QVariant value)
{
    while (value.metaType() == QMetaType::fromType<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value.toUInt();
}

} // namespace

SystemScheme::SystemScheme()
{
    readPlatform();
    qApp->installEventFilter(this);
    if (sessionBusExists())
        askPortal();
}

bool SystemScheme::dark() const
{
    return m_portal.value_or(m_platform);
}

void SystemScheme::askPortal()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    // clang-format off
    bus.connect(service, path, settings, QStringLiteral("SettingChanged"), this,
                SLOT(onSettingChanged(QString,QString,QDBusVariant)));
    // clang-format on
    QDBusMessage read = QDBusMessage::createMethodCall(service, path, settings, QStringLiteral("Read"));
    read.setArguments({group, key});
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(read, 2000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *call) {
        const QDBusPendingReply<QDBusVariant> reply = *call;
        if (!reply.isError())
            setPortal(preferenceOf(reply.value().variant()));
        call->deleteLater();
    });
}

void SystemScheme::onSettingChanged(const QString &changedGroup, const QString &changedKey, const QDBusVariant &value)
{
    if (changedGroup == group && changedKey == key)
        setPortal(preferenceOf(value.variant()));
}

// 0: no preference, 1: dark, 2: light.
void SystemScheme::setPortal(uint preference)
{
    const bool before = dark();
    m_portal = preference == 1 ? std::optional(true) : (preference == 2 ? std::optional(false) : std::nullopt);
    if (dark() != before)
        Q_EMIT changed();
}

// The platform's palette shows only while the application has none of its own.
void SystemScheme::readPlatform()
{
    m_reading = true;
    const QPalette own = QGuiApplication::palette();
    const bool dressed = own.resolveMask() != 0;
    if (dressed)
        QGuiApplication::setPalette(QPalette());
    m_platform = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    if (dressed)
        QGuiApplication::setPalette(own);
    m_reading = false;
}

bool SystemScheme::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ThemeChange && !m_reading) {
        const bool before = dark();
        readPlatform();
        if (dark() != before)
            Q_EMIT changed();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace mediahelm::ui
