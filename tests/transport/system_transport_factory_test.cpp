// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/system_transport_factory.h"

#include "core/transport/local_transport.h"
#include "transport/scripted_questioner.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace mediahelm;
using namespace mediahelm::tests;
using transport::SshTransport;
using transport::SystemTransportFactory;

class SystemTransportFactoryTest : public QObject
{
    Q_OBJECT

    ScriptedQuestioner m_nobody;
    base::SystemClock m_clock;

    static model::HostProfile profile(const QString &address, const QString &remoteSocket = {})
    {
        model::HostProfile one;
        one.id = base::HostId::parse(u"box").value();
        one.address = model::EngineAddress::parse(address).value();
        one.remoteSocket = remoteSocket;
        return one;
    }

    // A PATH whose only program is an ssh that writes down how it was called.
    static transport::SshSettings recordingSsh(const QTemporaryDir &folder)
    {
        QFile ssh(folder.filePath(QStringLiteral("ssh")));
        if (!ssh.open(QIODevice::WriteOnly))
            qFatal("cannot write the recording ssh");
        ssh.write("#!/bin/sh\nfor a in \"$@\"; do printf '%s\\n' \"$a\"; done >>\"" + folder.path().toUtf8()
                  + "/called\"\nexit 255\n");
        ssh.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        transport::SshSettings settings;
        settings.socketFolder = folder.filePath(QStringLiteral("s"));
        settings.environment.insert(QStringLiteral("PATH"), folder.path());
        return settings;
    }

private Q_SLOTS:
    void addressesBecomeTransports_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("dockerHost");
        QTest::addColumn<bool>("ssh");
        QTest::newRow("socket") << "unix:///run/x.sock"
                                << "" << false;
        QTest::newRow("port") << "tcp://10.0.0.2:2375"
                              << "" << false;
        QTest::newRow("ssh") << "ssh://u@box"
                             << "" << true;
        QTest::newRow("local") << "local"
                               << "" << false;
        QTest::newRow("DOCKER_HOST is a socket") << "local"
                                                 << "unix:///run/x.sock" << false;
        QTest::newRow("DOCKER_HOST is ssh") << "local"
                                            << "ssh://u@box" << true;
        QTest::newRow("DOCKER_HOST is nonsense") << "local"
                                                 << "ssh://-oProxyCommand=x" << false;
        QTest::newRow("an address of its own is not DOCKER_HOST's") << "unix:///run/x.sock"
                                                                    << "ssh://u@box" << false;
    }
    void addressesBecomeTransports()
    {
        QFETCH(QString, address);
        QFETCH(QString, dockerHost);
        QFETCH(bool, ssh);
        transport::LocalEnvironment local;
        if (!dockerHost.isEmpty())
            local.variables.insert(QStringLiteral("DOCKER_HOST"), dockerHost);
        SystemTransportFactory factory(m_nobody, m_clock, {}, local);
        const auto made = factory.create(profile(address));
        QCOMPARE(qobject_cast<SshTransport *>(made.get()) != nullptr, ssh);
        QCOMPARE(qobject_cast<transport::LocalTransport *>(made.get()) != nullptr, !ssh);
    }

    void S10_hostileAddressesAreErrorsBeforeAnythingRuns_data()
    {
        QTest::addColumn<QString>("address");
        for (const char *one : {"ssh://-oProxyCommand=touch /tmp/x",
                                "ssh://-oProxyCommand=touch${IFS}x",
                                "ssh://u@-oProxyCommand=x",
                                "ssh://-l@box",
                                "ssh://box;touch x",
                                "ssh://$(touch x)",
                                "ssh://`touch x`",
                                "ssh://box|sh",
                                "ssh://box&",
                                "ssh://bo x",
                                "ssh://box\n-oProxyCommand=x",
                                "ssh://bo\tx",
                                "ssh://%2doProxyCommand=x",
                                "ssh://u%40-oProxyCommand@box",
                                "ssh://u@box%0a",
                                "ssh://u:secret@box",
                                "ssh://u@box:0",
                                "ssh://u@box:65536",
                                "ssh://u@box:22x",
                                "ssh://u@box:-1",
                                "ssh://",
                                "ssh://@box",
                                "ssh://u@",
                                "ssh://u@@box",
                                "ssh://[::1",
                                "ssh://[::1]x",
                                "ssh://[%eth0]",
                                "ssh://box/../x",
                                "ssh://box?x",
                                "ssh://box#x",
                                "ssh://'box'",
                                "ssh://\"box\"",
                                "ssh://box\\",
                                "ssh://b\xc3\xb6x",
                                "ssh://u@box@-oX"})
            QTest::newRow(one) << QString::fromUtf8(one);
        QTest::newRow("NUL") << QString(QStringLiteral("ssh://box") + QChar(0) + QStringLiteral("x"));
        QTest::newRow("too long") << QString(QStringLiteral("ssh://") + QString(254, u'a'));
    }
    void S10_hostileAddressesAreErrorsBeforeAnythingRuns()
    {
        QFETCH(QString, address);
        const base::Result<model::EngineAddress> parsed = model::EngineAddress::parse(address);
        QVERIFY(!parsed.ok());
        QCOMPARE(parsed.error().kind, base::ErrorKind::invalid);
        // Nor is it taken from the environment.
        QTemporaryDir folder;
        transport::LocalEnvironment local;
        local.variables.insert(QStringLiteral("DOCKER_HOST"), address);
        SystemTransportFactory factory(m_nobody, m_clock, recordingSsh(folder), local);
        const auto made = factory.create(profile(QStringLiteral("local")));
        QSignalSpy failed(made.get(), &transport::Transport::failed);
        made->start();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("ssh")});
    }

    void S10_hostileRemoteSocketsStartNoProcess_data()
    {
        QTest::addColumn<QString>("socket");
        QTest::newRow("relative") << "docker.sock";
        QTest::newRow("option") << "-oProxyCommand=x";
        QTest::newRow("variable") << "/run/${HOME}";
        QTest::newRow("newline") << "/run/x\n1 counters";
        QTest::newRow("too long") << QString(QStringLiteral("/") + QString(120, u'a'));
    }
    void S10_hostileRemoteSocketsStartNoProcess()
    {
        QFETCH(QString, socket);
        QTemporaryDir folder;
        SystemTransportFactory factory(m_nobody, m_clock, recordingSsh(folder), {});
        const auto made = factory.create(profile(QStringLiteral("ssh://u@box"), socket));
        QSignalSpy failed(made.get(), &transport::Transport::failed);
        made->start();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<transport::TransportFailure>().problem,
                 model::ConnectionProblem::invalidAddress);
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("called"))));
    }

    void S10_goodAddressReachesSshBehindTheDashes()
    {
        QTemporaryDir folder;
        SystemTransportFactory factory(m_nobody, m_clock, recordingSsh(folder), {});
        const auto made = factory.create(profile(QStringLiteral("ssh://u@[2001:db8::1]:2222")));
        QSignalSpy failed(made.get(), &transport::Transport::failed);
        made->start();
        QTRY_COMPARE(failed.size(), 1);
        QFile called(folder.filePath(QStringLiteral("called")));
        QVERIFY(called.open(QIODevice::ReadOnly));
        const QByteArray arguments = called.readAll();
        QVERIFY2(arguments.contains("\n-p\n2222\n-l\nu\n--\n2001:db8::1\n"), arguments.constData());
        QVERIFY(arguments.contains("BatchMode=yes"));
    }

    void askpassIsFoundBesideTheProgramOrWhereItIsInstalled()
    {
        QTemporaryDir root;
        QVERIFY(QDir(root.path()).mkpath(QStringLiteral("bin")));
        QVERIFY(QDir(root.path()).mkpath(QStringLiteral("libexec/mediahelm")));
        const QString bin = root.filePath(QStringLiteral("bin"));
        QCOMPARE(SystemTransportFactory::findAskpass(bin), QString());
        const auto install = [](const QString &path) { return QFile::copy(QStringLiteral(MEDIAHELM_ASKPASS), path); };
        const QString installed = root.filePath(QStringLiteral("libexec/mediahelm/mediahelm-askpass"));
        QVERIFY(install(installed));
        QCOMPARE(SystemTransportFactory::findAskpass(bin), QFileInfo(installed).canonicalFilePath());
        QVERIFY(install(bin + QStringLiteral("/mediahelm-askpass")));
        QCOMPARE(SystemTransportFactory::findAskpass(bin),
                 QFileInfo(bin + QStringLiteral("/mediahelm-askpass")).canonicalFilePath());
    }
};

QTEST_GUILESS_MAIN(SystemTransportFactoryTest)
#include "system_transport_factory_test.moc"
