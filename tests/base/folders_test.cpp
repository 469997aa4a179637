// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/folders.h"

#include <QHash>
#include <QTest>

#include <pwd.h>
#include <unistd.h>

using mediahelm::base::Folders;

namespace {

constexpr const char *variables[] = {"HOME",
                                     "XDG_CONFIG_HOME",
                                     "XDG_STATE_HOME",
                                     "XDG_RUNTIME_DIR",
                                     "STATE_DIRECTORY",
                                     "RUNTIME_DIRECTORY",
                                     "CONFIGURATION_DIRECTORY"};
using Environment = QHash<QString, QString>;

QString passwdHome()
{
    return QString::fromLocal8Bit(::getpwuid(::geteuid())->pw_dir);
}

QString privateRuntime()
{
    return QStringLiteral("/tmp/mediahelm-%1").arg(::geteuid());
}

} // namespace

class TestFolders : public QObject
{
    Q_OBJECT

    Environment m_before;

private Q_SLOTS:
    void init()
    {
        for (const char *name : variables) {
            if (qEnvironmentVariableIsSet(name))
                m_before.insert(QLatin1String(name), qEnvironmentVariable(name));
            qunsetenv(name);
        }
    }
    void cleanup()
    {
        for (const char *name : variables)
            qunsetenv(name);
        for (auto it = m_before.cbegin(); it != m_before.cend(); ++it)
            qputenv(it.key().toLatin1().constData(), it->toLocal8Bit());
    }

    void B34_foldersComeFromTheEnvironmentOrThePasswdEntry_data()
    {
        QTest::addColumn<Environment>("environment");
        QTest::addColumn<QString>("config");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("runtime");
        const auto set = [](std::initializer_list<std::pair<const char *, const char *>> values) {
            Environment environment;
            for (const auto &[name, value] : values)
                environment.insert(QLatin1String(name), QLatin1String(value));
            return environment;
        };
        const QString home = passwdHome();
        const QString none = privateRuntime();

        QTest::newRow("nothing set at all") << set({}) << home + QStringLiteral("/.config/mediahelm")
                                            << home + QStringLiteral("/.local/state/mediahelm") << none;
        QTest::newRow("a home") << set({{"HOME", "/h"}}) << QStringLiteral("/h/.config/mediahelm")
                                << QStringLiteral("/h/.local/state/mediahelm") << none;
        QTest::newRow("an empty home counts as none")
            << set({{"HOME", ""}}) << home + QStringLiteral("/.config/mediahelm")
            << home + QStringLiteral("/.local/state/mediahelm") << none;
        QTest::newRow("a relative home counts as none")
            << set({{"HOME", "h"}}) << home + QStringLiteral("/.config/mediahelm")
            << home + QStringLiteral("/.local/state/mediahelm") << none;
        QTest::newRow("XDG wins over home")
            << set({{"HOME", "/h"}, {"XDG_CONFIG_HOME", "/c"}, {"XDG_STATE_HOME", "/s"}, {"XDG_RUNTIME_DIR", "/r"}})
            << QStringLiteral("/c/mediahelm") << QStringLiteral("/s/mediahelm") << QStringLiteral("/r/mediahelm");
        QTest::newRow("relative XDG is ignored")
            << set({{"HOME", "/h"}, {"XDG_CONFIG_HOME", "c"}, {"XDG_STATE_HOME", "./s"}, {"XDG_RUNTIME_DIR", "r"}})
            << QStringLiteral("/h/.config/mediahelm") << QStringLiteral("/h/.local/state/mediahelm") << none;
        QTest::newRow("systemd wins over XDG")
            << set({{"HOME", "/h"},
                    {"XDG_CONFIG_HOME", "/c"},
                    {"CONFIGURATION_DIRECTORY", "/etc/mediahelm"},
                    {"STATE_DIRECTORY", "/var/lib/mediahelm:/var/lib/other"},
                    {"RUNTIME_DIRECTORY", "/run/mediahelm"}})
            << QStringLiteral("/etc/mediahelm") << QStringLiteral("/var/lib/mediahelm")
            << QStringLiteral("/run/mediahelm");
        QTest::newRow("paths are cleaned")
            << set({{"HOME", "/h/../h//"}, {"XDG_RUNTIME_DIR", "/r//./x"}}) << QStringLiteral("/h/.config/mediahelm")
            << QStringLiteral("/h/.local/state/mediahelm") << QStringLiteral("/r/x/mediahelm");
    }
    void B34_foldersComeFromTheEnvironmentOrThePasswdEntry()
    {
        QFETCH(Environment, environment);
        for (auto it = environment.cbegin(); it != environment.cend(); ++it)
            qputenv(it.key().toLatin1().constData(), it->toLocal8Bit());
        const Folders folders = Folders::fromEnvironment();
        QTEST(folders.config.value_or(QString()), "config");
        QTEST(folders.state.value_or(QString()), "state");
        QTEST(folders.runtime.value_or(QString()), "runtime");
    }
};

QTEST_GUILESS_MAIN(TestFolders)
#include "folders_test.moc"
