// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hosts/connection_stages.h"
#include "ui/hosts/host_form_values.h"

#include <QTest>

using namespace mediahelm;
using namespace mediahelm::ui;
using Kind = model::EngineAddress::Kind;

class HostFormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goodValuesMakeAProfile_data()
    {
        QTest::addColumn<HostFormValues>("values");
        QTest::addColumn<QString>("address");
        HostFormValues ssh;
        ssh.name = QStringLiteral("nas");
        ssh.sshUser = QStringLiteral("admin");
        ssh.sshHost = QStringLiteral("nas.home");
        ssh.sshPort = 2222;
        QTest::newRow("ssh") << ssh << QStringLiteral("ssh://admin@nas.home:2222");
        ssh.sshUser.clear();
        ssh.sshPort = 0;
        QTest::newRow("ssh alias") << ssh << QStringLiteral("ssh://nas.home");
        HostFormValues local = ssh;
        local.kind = Kind::local;
        QTest::newRow("local") << local << QStringLiteral("local");
        HostFormValues socket = ssh;
        socket.kind = Kind::unixSocket;
        socket.socketPath = QStringLiteral("/run/user/1000/podman/podman.sock");
        QTest::newRow("socket") << socket << QStringLiteral("unix:///run/user/1000/podman/podman.sock");
        HostFormValues tcp = ssh;
        tcp.kind = Kind::tcp;
        tcp.tcpHost = QStringLiteral("fd00::7");
        QTest::newRow("tcp over IPv6") << tcp << QStringLiteral("tcp://[fd00::7]:2375");
    }
    void goodValuesMakeAProfile()
    {
        QFETCH(HostFormValues, values);
        const HostFormCheck check = checkHostForm(values, {});
        QVERIFY2(check.profile, qPrintable(check.problem));
        QTEST(check.profile->address.text(), "address");
        QCOMPARE(HostFormValues::of(*check.profile).name, values.name);
        QCOMPARE(checkHostForm(HostFormValues::of(*check.profile), {}).profile, check.profile);
    }

    void S10_badValuesAreRefusedAtTheirField_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("field");
        QTest::addColumn<bool>("told");
        const auto row = [](const char *title, const char *name, const char *user, const char *host, HostField field,
                            bool told) {
            QTest::newRow(title) << QString::fromLatin1(name) << QString::fromLatin1(user) << QString::fromLatin1(host)
                                 << int(field) << told;
        };
        row("nothing yet", "", "", "", HostField::name, false);
        row("option as host", "nas", "", "-oProxyCommand=id", HostField::sshHost, true);
        row("command as host", "nas", "", "a;b", HostField::sshHost, true);
        row("user in host", "nas", "", "root@nas", HostField::sshHost, true);
        row("path in host", "nas", "", "nas/x", HostField::sshHost, true);
        row("option as user", "nas", "-x", "nas", HostField::sshUser, true);
        row("big letters", "Nas", "", "nas", HostField::name, true);
        row("taken", "old", "", "nas", HostField::name, true);
        row("host missing", "nas", "", "", HostField::sshHost, false);
    }
    void S10_badValuesAreRefusedAtTheirField()
    {
        QFETCH(QString, name);
        QFETCH(QString, user);
        QFETCH(QString, host);
        QFETCH(int, field);
        QFETCH(bool, told);
        HostFormValues values;
        values.name = name;
        values.sshUser = user;
        values.sshHost = host;
        const HostFormCheck check = checkHostForm(values, {base::HostId::parse(u"old").value()});
        QVERIFY(!check.profile);
        QCOMPARE(int(check.field.value()), field);
        QCOMPARE(!check.problem.isEmpty(), told);
    }

    void suggestedNamesAreFree()
    {
        const QList<base::HostId> taken{base::HostId::parse(u"nas").value(), base::HostId::parse(u"nas-2").value()};
        QCOMPARE(suggestHostName(QStringLiteral("NAS.home"), taken), QStringLiteral("nas-3"));
        QCOMPARE(suggestHostName(QStringLiteral("Ümlaut"), {}), QStringLiteral("server"));
    }

    void everyProblemFailsAtExactlyOneStage()
    {
        using Result = ConnectionStage::Result;
        for (int i = 1; i <= int(model::ConnectionProblem::disconnectedByUser); ++i) {
            for (const Kind kind : {Kind::local, Kind::unixSocket, Kind::tcp, Kind::ssh}) {
                int failed = 0;
                const QList<ConnectionStage> stages = connectionStages(kind, model::ConnectionProblem(i));
                for (const ConnectionStage &stage : stages)
                    failed += stage.result == Result::failed ? 1 : 0;
                QCOMPARE(failed, 1);
            }
        }
        const QList<ConnectionStage> good = connectionStages(Kind::ssh, model::ConnectionProblem::none);
        QVERIFY(std::all_of(good.begin(), good.end(), [](const auto &s) { return s.result == Result::passed; }));
    }
};

QTEST_MAIN(HostFormTest)
#include "host_form_test.moc"
