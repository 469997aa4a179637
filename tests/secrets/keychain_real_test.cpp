// SPDX-License-Identifier: GPL-3.0-or-later
//
// The keychain's store against a real keyring. Without arguments this program starts session buses of its own, each
// with a gnome-keyring over one private home, and runs itself in them.
#include "core/secrets/keychain_secret_store.h"
#include "core/secrets/qt_keychain_entries.h"

#include "secrets/waiting.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace mediahelm;
using tests::wait;

namespace {

// The store over the real entries.
struct RealStore {
    base::SystemClock clock;
    QTemporaryDir folder;
    secrets::QtKeychainEntries entries;
    secrets::KeychainSecretStore store{entries, folder.filePath(QStringLiteral("run")), clock};
};

const QString kept = QStringLiteral("ssh-password/box/u@box");

} // namespace

class KeychainRealTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesReadsReplacesAndRemoves()
    {
        RealStore real;
        secrets::SecretStore &store = real.store;
        const QString key = QStringLiteral("ssh-passphrase//home/u/.ssh/id");
        QVERIFY(wait(store.read(key)).ok());
        QVERIFY(!wait(store.read(key)).value().has_value());
        const QByteArray secret("s3cr\xe2\x82\xact \0 with bytes", 20);
        const base::Status written = wait(store.write(key, secret));
        QVERIFY2(written.ok(), qPrintable(written.ok() ? QString() : written.error().detail));
        QCOMPARE(wait(store.read(key)).value().value_or(QByteArray()), secret);
        QVERIFY(wait(store.write(key, "other")).ok());
        QCOMPARE(wait(store.read(key)).value().value_or(QByteArray()), QByteArray("other"));
        QVERIFY(wait(store.remove(key)).ok());
        QVERIFY(!wait(store.read(key)).value().has_value());
        QVERIFY(wait(store.remove(key)).ok()); // nothing there is no error
    }

    void listsWhatIsThere()
    {
        RealStore real;
        QVERIFY(wait(real.store.probe()).ok());
        const QString key = QStringLiteral("workspace/media/KEY");
        QVERIFY(wait(real.store.write(key, "value")).ok());
        const auto listed = wait(real.store.list(QStringLiteral("workspace/")));
        QCOMPARE(listed->size(), 1);
        QCOMPARE(listed->at(0).key, key);
        QVERIFY(qAbs(listed->at(0).setAt.secsTo(QDateTime::currentDateTimeUtc())) < 60);
        QVERIFY(wait(real.store.remove(key)).ok());
        QVERIFY(wait(real.store.list(QStringLiteral("workspace/")))->isEmpty());
    }

    void keepsForLater() { QVERIFY(wait(RealStore().store.write(kept, "later")).ok()); }

    void lockedKeyringTellsNothingAndTakesNothing()
    {
        RealStore real;
        secrets::SecretStore &store = real.store;
        const auto read = wait(store.read(kept));
        QVERIFY(!read.ok() || !read.value().has_value());
        const base::Status written = wait(store.write(kept, "overwritten"));
        QVERIFY(!written.ok());
        QVERIFY(!written.error().message.contains(QLatin1String("overwritten")));
        QVERIFY(!written.error().detail.contains(QLatin1String("overwritten")));
        for (const base::ErrorKind kind : {written.error().kind, wait(store.remove(kept)).error().kind,
                                           wait(store.list({})).error().kind, wait(real.store.probe()).error().kind})
            QCOMPARE(kind, base::ErrorKind::refused);
    }

    void whatWasKeptOutlivesTheLockedTime()
    {
        RealStore real;
        QCOMPARE(wait(real.store.read(kept)).value().value_or(QByteArray()), QByteArray("later"));
        QCOMPARE(wait(real.store.list(kept))->size(), 1);
    }

    void withoutABusEveryCallEndsInAnError()
    {
        RealStore real;
        secrets::SecretStore &store = real.store;
        QCOMPARE(wait(store.read(kept)).error().kind, base::ErrorKind::io);
        QCOMPARE(wait(real.store.probe()).error().kind, base::ErrorKind::io);
        QVERIFY(!wait(store.list({})).ok());
        QVERIFY(!wait(store.write(kept, "x")).ok());
        QVERIFY(!wait(store.remove(kept)).ok());
    }

    void storeThatGoesAwayCancelsWhatItWasAsked()
    {
        auto real = std::make_unique<RealStore>();
        const auto future = real->store.read(kept);
        const auto written = real->store.write(kept, "never");
        real.reset();
        QCOMPARE(wait(written).error().kind, base::ErrorKind::cancelled);
        QCOMPARE(wait(future).error().kind, base::ErrorKind::cancelled);
    }
};

namespace {

int runInSession(const QProcessEnvironment &environment, const QStringList &command, const QStringList &functions)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.setProcessEnvironment(environment);
    process.start(command.first(), command.mid(1) + QStringList{QCoreApplication::applicationFilePath()} + functions);
    return process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : 99;
}

int runAll()
{
    for (const char *tool : {"dbus-run-session", "gnome-keyring-daemon"}) {
        if (QStandardPaths::findExecutable(QLatin1String(tool)).isEmpty()) {
            std::printf("SKIPPED: %s is not installed\n", tool);
            return 0;
        }
    }
    QTemporaryDir home;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), home.path());
    for (const QString &name : {QStringLiteral("DISPLAY"), QStringLiteral("WAYLAND_DISPLAY"),
                                QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("XDG_CURRENT_DESKTOP")})
        environment.remove(name);
    for (const QString &name :
         {QStringLiteral("XDG_DATA_HOME"), QStringLiteral("XDG_CONFIG_HOME"), QStringLiteral("XDG_RUNTIME_DIR")}) {
        environment.insert(name, home.filePath(name));
        QDir().mkpath(home.filePath(name));
        QFile::setPermissions(home.filePath(name), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    const auto session = [](const char *daemon) {
        return QStringList{QStringLiteral("dbus-run-session"),
                           QStringLiteral("--"),
                           QStringLiteral("sh"),
                           QStringLiteral("-c"),
                           QLatin1String(daemon) + QStringLiteral(" && exec \"$@\""),
                           QStringLiteral("sh")};
    };
    const QStringList unlocked =
        session("printf 'pw\\n' | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null");
    const QStringList locked = session("gnome-keyring-daemon --start --components=secrets --daemonize >/dev/null");

    int failures = 0;
    failures +=
        runInSession(environment, unlocked,
                     {QStringLiteral("writesReadsReplacesAndRemoves"), QStringLiteral("listsWhatIsThere"),
                      QStringLiteral("keepsForLater"), QStringLiteral("storeThatGoesAwayCancelsWhatItWasAsked")});
    failures += runInSession(environment, locked, {QStringLiteral("lockedKeyringTellsNothingAndTakesNothing")});
    failures += runInSession(environment, unlocked, {QStringLiteral("whatWasKeptOutlivesTheLockedTime")});
    environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nonexistent"));
    failures +=
        runInSession(environment, {QStringLiteral("env")}, {QStringLiteral("withoutABusEveryCallEndsInAnError")});
    return failures;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 1)
        return runAll();
    KeychainRealTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "keychain_real_test.moc"
