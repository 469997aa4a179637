// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/single_start.h"

#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace mediahelm::app;
using namespace std::chrono_literals;

class SingleStartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void B25_aSecondStartShowsTheFirstWindow()
    {
        SingleStart first(folder(), name());
        QVERIFY(first.claim());
        const QSignalSpy shown(&first, &SingleStart::showAsked);
        SingleStart second(folder(), name());
        QVERIFY(!second.claim());
        const QSignalSpy handed(&second, &SingleStart::handedOver);
        second.handOver("kwin-42_TIME7", 20s);
        QTRY_COMPARE(handed.size(), 1);
        QCOMPARE(shown.size(), 1);
        QCOMPARE(shown.first().first().toByteArray(), QByteArray("kwin-42_TIME7"));
    }

    void anotherSettingsFileHasAWindowOfItsOwn()
    {
        SingleStart first(folder(), SingleStart::nameFor(QStringLiteral("/home/a/settings.json")));
        SingleStart second(folder(), SingleStart::nameFor(QStringLiteral("/home/b/settings.json")));
        QVERIFY(first.claim());
        QVERIFY(second.claim());
    }

    void B25_whatADeadProcessLeftIsTakenOver()
    {
        // A lock whose process does not exist any more, and a socket on which nobody listens.
        QFile lock(folder() + QStringLiteral("/window.lock"));
        QVERIFY(lock.open(QIODevice::WriteOnly));
        lock.write("999999999\nmediahelm\n\n\n\n");
        lock.close();
        QFile socket(folder() + QStringLiteral("/window.sock"));
        QVERIFY(socket.open(QIODevice::WriteOnly));
        socket.close();
        SingleStart start(folder(), name());
        QVERIFY(start.claim());
        SingleStart second(folder(), name());
        QVERIFY(!second.claim());
        const QSignalSpy handed(&second, &SingleStart::handedOver);
        second.handOver({}, 20s);
        QTRY_COMPARE(handed.size(), 1);
    }

    void aFirstThatDoesNotAnswerIsGivenUpOnce()
    {
        QLocalServer silent;
        QVERIFY(silent.listen(folder() + QStringLiteral("/window.sock")));
        SingleStart start(folder(), name());
        const QSignalSpy unanswered(&start, &SingleStart::unanswered);
        start.handOver({}, 50ms);
        QTRY_COMPARE(unanswered.size(), 1);
    }

    void aFirstThatIsGoneIsGivenUpAtOnce()
    {
        SingleStart start(folder(), name());
        const QSignalSpy unanswered(&start, &SingleStart::unanswered);
        start.handOver({}, 60s);
        QTRY_COMPARE(unanswered.size(), 1);
    }

    void theLockIsFreeAfterTheFirstEnds()
    {
        auto first = std::make_unique<SingleStart>(folder(), name());
        QVERIFY(first->claim());
        SingleStart second(folder(), name());
        QVERIFY(!second.claim());
        first.reset();
        QVERIFY(second.claim());
    }

    void nonsenseShowsNothing_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::newRow("another word") << QByteArray("quit\n");
        QTest::newRow("a token of two words") << QByteArray("show a b\n");
        QTest::newRow("control characters") << QByteArray("show \x1b[2J\n");
        QTest::newRow("no end") << QByteArray(100000, 'x');
    }

    void nonsenseShowsNothing()
    {
        QFETCH(QByteArray, sent);
        SingleStart first(folder(), name());
        QVERIFY(first.claim());
        const QSignalSpy shown(&first, &SingleStart::showAsked);
        QLocalSocket socket;
        socket.connectToServer(folder() + QStringLiteral("/window.sock"));
        socket.write(sent);
        QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
        QVERIFY(shown.isEmpty());
    }

    void theSocketIsForThisUserAlone()
    {
        SingleStart first(folder(), name());
        QVERIFY(first.claim());
        const QFileDevice::Permissions others =
            QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
        QVERIFY(!(QFile::permissions(folder() + QStringLiteral("/window.sock")) & others));
    }

    void aFolderThatOthersCanWriteToIsNotUsed()
    {
        QVERIFY(QFile::setPermissions(folder(), QFile::permissions(folder()) | QFileDevice::WriteOther));
        SingleStart first(folder(), name());
        SingleStart second(folder(), name());
        QVERIFY(first.claim());
        QVERIFY(second.claim()); // a window matters more
        QVERIFY(QDir(folder()).isEmpty());
    }

private:
    QString folder() const { return m_folder->path(); }
    static QString name() { return QStringLiteral("window"); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(SingleStartTest)
#include "single_start_test.moc"
