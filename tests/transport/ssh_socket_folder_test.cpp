// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/ssh_socket_folder.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace mediahelm;

class SshSocketFolderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void folderIsMadePrivate()
    {
        QTemporaryDir root;
        const QString folder = root.filePath(QStringLiteral("a/b"));
        QVERIFY(transport::preparePrivateSocketFolder(folder).ok());
        struct stat status {
        };
        QCOMPARE(::stat(QFile::encodeName(folder).constData(), &status), 0);
        QCOMPARE(status.st_mode & 07777, 0700u);
    }

    void openFolderOfOursIsClosed()
    {
        QTemporaryDir root;
        QVERIFY(::chmod(QFile::encodeName(root.path()).constData(), 0755) == 0);
        QVERIFY(transport::preparePrivateSocketFolder(root.path()).ok());
        struct stat status {
        };
        QCOMPARE(::stat(QFile::encodeName(root.path()).constData(), &status), 0);
        QCOMPARE(status.st_mode & 0777, 0700u);
    }

    void folderOfSomebodyElseIsRefused()
    {
        if (::geteuid() != 0)
            QSKIP("only root can give a folder away");
        QTemporaryDir root;
        const QString folder = root.filePath(QStringLiteral("theirs"));
        QCOMPARE(::mkdir(QFile::encodeName(folder).constData(), 0777), 0);
        QCOMPARE(::chown(QFile::encodeName(folder).constData(), 65534, 65534), 0);
        QCOMPARE(transport::preparePrivateSocketFolder(folder).error().kind, base::ErrorKind::refused);
        // Nor one below it, that they could replace.
        QVERIFY(::mkdir(QFile::encodeName(folder + QStringLiteral("/ours")).constData(), 0700) == 0);
        QCOMPARE(transport::preparePrivateSocketFolder(folder + QStringLiteral("/ours")).error().kind,
                 base::ErrorKind::refused);
    }

    void folderThatEverybodyCanRenameInIsRefused()
    {
        QTemporaryDir root;
        const QString shared = root.filePath(QStringLiteral("shared"));
        QCOMPARE(::mkdir(QFile::encodeName(shared).constData(), 0700), 0);
        QCOMPARE(::chmod(QFile::encodeName(shared).constData(), 0777), 0);
        QVERIFY(!transport::preparePrivateSocketFolder(shared + QStringLiteral("/ours")).ok());
        QCOMPARE(::chmod(QFile::encodeName(shared).constData(), 01777), 0);
        QVERIFY(transport::preparePrivateSocketFolder(shared + QStringLiteral("/ours")).ok());
    }

    void linkInsteadOfAFolderIsRefused()
    {
        QTemporaryDir root;
        const QString target = root.filePath(QStringLiteral("target"));
        const QString link = root.filePath(QStringLiteral("link"));
        QCOMPARE(::mkdir(QFile::encodeName(target).constData(), 0700), 0);
        QVERIFY(QFile::link(target, link));
        QVERIFY(!transport::preparePrivateSocketFolder(link).ok());
    }

    void onlySocketsOfDeadProcessesAreRemoved()
    {
        QTemporaryDir root;
        // Larger than any pid_max of Linux (2^22).
        const QStringList names{QStringLiteral("999999999-dead"), QStringLiteral("%1-live").arg(::getppid()),
                                QStringLiteral("%1-own").arg(::getpid()), QStringLiteral("other")};
        for (const QString &name : names) {
            QFile file(root.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        QVERIFY(transport::preparePrivateSocketFolder(root.path()).ok());
        QVERIFY(!QFileInfo::exists(root.filePath(names.at(0))));
        for (int i = 1; i < 4; ++i)
            QVERIFY2(QFileInfo::exists(root.filePath(names.at(i))), qPrintable(names.at(i)));
    }

    void pathsAreShortFreshAndBounded()
    {
        const QString folder = QStringLiteral("/run/user/1000/mediahelm");
        const QString one = transport::newSocketPath(folder, QStringLiteral("ssh://u@box")).value();
        QVERIFY(one != transport::newSocketPath(folder, QStringLiteral("ssh://u@box")).value());
        QVERIFY(one.size() <= folder.size() + 22);
        QVERIFY(!one.contains(QLatin1String("box")));
        QCOMPARE(transport::newSocketPath(QString(100, u'a'), {}).error().kind, base::ErrorKind::invalid);
    }
};

QTEST_GUILESS_MAIN(SshSocketFolderTest)
#include "ssh_socket_folder_test.moc"
