// SPDX-License-Identifier: GPL-3.0-or-later
//
// SystemScheme beside a desktop portal: a bus of the test's own, and a portal out of a few lines on it.
#include "ui/style/system_scheme.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace mediahelm::ui;

namespace {

const QString portalName = QStringLiteral("org.freedesktop.portal.Desktop");
const QString portalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString appearance = QStringLiteral("org.freedesktop.appearance");
const QString colorScheme = QStringLiteral("color-scheme");

enum class Answer { plain, wrappedTwice, error, never };

} // namespace

// What the specification of org.freedesktop.portal.Settings asks of a portal, as far as it is used.
class Portal : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    explicit Portal(const QString &bus)
        : m_bus(QDBusConnection::connectToBus(bus, QStringLiteral("portal")))
    {
        m_bus.registerObject(portalPath, this, QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
        m_bus.registerService(portalName);
    }
    ~Portal() override
    {
        m_bus.unregisterService(portalName);
        QDBusConnection::disconnectFromBus(QStringLiteral("portal"));
    }

    void set(const QString &group, const QString &key, uint value)
    {
        m_value = value;
        Q_EMIT SettingChanged(group, key, QDBusVariant(value));
    }

    Answer answer = Answer::plain;
    uint m_value = 0;
    int asked = 0;

public Q_SLOTS:
    QDBusVariant Read(const QString &group, const QString &key)
    {
        ++asked;
        if (answer == Answer::never)
            setDelayedReply(true);
        else if (answer == Answer::error || group != appearance || key != colorScheme)
            sendErrorReply(QStringLiteral("org.freedesktop.portal.Error.NotFound"), QStringLiteral("no such setting"));
        return answer == Answer::wrappedTwice ? QDBusVariant(QVariant::fromValue(QDBusVariant(m_value)))
                                              : QDBusVariant(m_value);
    }

Q_SIGNALS:
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    QDBusConnection m_bus;
};

class StyleSchemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void withoutABusThePlatformCounts();
    void withoutAPortalThePlatformCounts();
    void thePortalsPreferenceIsTaken_data();
    void thePortalsPreferenceIsTaken();
    void aPortalThatNeverAnswersHoldsNothing();
    void D25_aChangeIsFollowedLive();
    void otherSettingsAreNoChange();
    void theUsersChoiceStandsAgainstTheSystem();
    void cleanupTestCase();

private:
    QTemporaryDir m_folder;
    QProcess m_daemon;
    QString m_bus;
};

void StyleSchemeTest::initTestCase()
{
    qRegisterMetaType<QDBusVariant>("QDBusVariant");
    const QString program = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
    if (program.isEmpty())
        QSKIP("SKIPPED: dbus-daemon is not installed");
    m_daemon.start(program,
                   {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address"),
                    QStringLiteral("--address=unix:path=") + m_folder.filePath(QStringLiteral("bus"))});
    QVERIFY(QTest::qWaitFor([this] { return m_daemon.canReadLine(); }, 20'000));
    m_bus = QString::fromLatin1(m_daemon.readLine()).trimmed();
    qputenv("XDG_RUNTIME_DIR", m_folder.path().toLocal8Bit() + "/none");
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
}

void StyleSchemeTest::cleanupTestCase()
{
    m_daemon.terminate();
    QVERIFY(QTest::qWaitFor([this] { return m_daemon.state() == QProcess::NotRunning; }, 20'000));
}

// First: the process' own connection to the bus is made once and kept.
void StyleSchemeTest::withoutABusThePlatformCounts()
{
    const SystemScheme scheme;
    QCOMPARE(scheme.dark(), QGuiApplication::palette().color(QPalette::Window).lightness() < 128);
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.toLatin1());
}

void StyleSchemeTest::withoutAPortalThePlatformCounts()
{
    SystemScheme scheme;
    QSignalSpy changed(&scheme, &SystemScheme::changed);
    QVERIFY(QDBusConnection::sessionBus().isConnected());
    QVERIFY(!scheme.dark());
    Portal late(m_bus); // a portal that comes after us is heard too
    // Qt learns on its own thread whose signals these are: what is sent in the same instant may go unheard.
    QTRY_VERIFY((late.set(appearance, colorScheme, 1), scheme.dark()));
    QCOMPARE(changed.count(), 1);
}

void StyleSchemeTest::thePortalsPreferenceIsTaken_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<uint>("value");
    QTest::addColumn<bool>("dark");
    QTest::newRow("dark") << Answer::plain << 1U << true;
    QTest::newRow("dark, wrapped as older portals do") << Answer::wrappedTwice << 1U << true;
    QTest::newRow("light") << Answer::plain << 2U << false;
    QTest::newRow("no preference") << Answer::plain << 0U << false;
    QTest::newRow("a value of the future") << Answer::plain << 17U << false;
    QTest::newRow("an error") << Answer::error << 1U << false;
}

void StyleSchemeTest::thePortalsPreferenceIsTaken()
{
    QFETCH(Answer, answer);
    QFETCH(uint, value);
    QFETCH(bool, dark);
    Portal portal(m_bus);
    portal.answer = answer;
    portal.m_value = value;
    SystemScheme scheme;
    QSignalSpy changed(&scheme, &SystemScheme::changed);
    QTRY_COMPARE(portal.asked, 1);
    if (dark)
        QTRY_VERIFY(scheme.dark());
    portal.set(appearance, colorScheme, 2); // heard after the answer: what comes is in order
    portal.set(appearance, colorScheme, 1);
    QTRY_VERIFY(scheme.dark());
    QTRY_COMPARE(changed.count(), dark ? 3 : 1);
}

void StyleSchemeTest::aPortalThatNeverAnswersHoldsNothing()
{
    Portal portal(m_bus);
    portal.answer = Answer::never;
    QElapsedTimer timer;
    timer.start();
    const Theme theme;
    QVERIFY2(timer.elapsed() < 1500, "the start waited for the portal");
    QVERIFY(!theme.dark());
    QTRY_COMPARE(portal.asked, 1);
}

void StyleSchemeTest::D25_aChangeIsFollowedLive()
{
    Portal portal(m_bus);
    portal.m_value = 2;
    Theme theme;
    QSignalSpy changed(&theme, &Theme::changed);
    QTRY_COMPARE(portal.asked, 1);
    portal.set(appearance, colorScheme, 1);
    QTRY_VERIFY(theme.dark());
    QVERIFY(QApplication::palette().color(QPalette::Window).lightness() < 128);
    portal.set(appearance, colorScheme, 2);
    QTRY_VERIFY(!theme.dark());
    QCOMPARE(changed.count(), 2);
}

void StyleSchemeTest::otherSettingsAreNoChange()
{
    Portal portal(m_bus);
    SystemScheme scheme;
    QSignalSpy changed(&scheme, &SystemScheme::changed);
    QTRY_COMPARE(portal.asked, 1);
    portal.set(appearance, QStringLiteral("contrast"), 1);
    portal.set(QStringLiteral("org.gnome.desktop.interface"), colorScheme, 1);
    portal.set(appearance, colorScheme, 1);
    QTRY_VERIFY(scheme.dark());
    QCOMPARE(changed.count(), 1);
}

void StyleSchemeTest::theUsersChoiceStandsAgainstTheSystem()
{
    Portal portal(m_bus);
    Theme theme;
    theme.setMode(ThemeMode::light);
    QTRY_COMPARE(portal.asked, 1);
    SystemScheme witness;
    portal.set(appearance, colorScheme, 1);
    QTRY_VERIFY(witness.dark());
    QVERIFY(!theme.dark());
    theme.setMode(ThemeMode::automatic);
    QVERIFY(theme.dark());
}

QTEST_MAIN(StyleSchemeTest)
#include "style_scheme_test.moc"
