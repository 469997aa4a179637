// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/names.h"

#include <QTest>

using namespace mediahelm::base;

class TestSshTarget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatSshReads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("port");
        QTest::addColumn<QString>("url");
        const auto row = [](const char *text, const char *user, const char *host, int port, const char *url) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(user) << QString::fromLatin1(host)
                                << port << QString::fromLatin1(url);
        };
        row("ssh://me@nas:2222", "me", "nas", 2222, "ssh://me@nas:2222");
        row("ssh://me@nas/", "me", "nas", 0, "ssh://me@nas");
        row("me@nas", "me", "nas", 0, "ssh://me@nas");
        row("nas", "", "nas", 0, "ssh://nas");
        row("nas:22", "", "nas", 22, "ssh://nas:22");
        row("nas:65535", "", "nas", 65535, "ssh://nas:65535");
        row("_svc@my-alias_2", "_svc", "my-alias_2", 0, "ssh://_svc@my-alias_2");
        row("first.last@192.168.1.20", "first.last", "192.168.1.20", 0, "ssh://first.last@192.168.1.20");
        row("ssh://[::1]", "", "::1", 0, "ssh://[::1]");
        row("ssh://me@[2001:db8::7]:22", "me", "2001:db8::7", 22, "ssh://me@[2001:db8::7]:22");
        row("[::ffff:192.0.2.1]", "", "::ffff:192.0.2.1", 0, "ssh://[::ffff:192.0.2.1]");
    }
    void readsWhatSshReads()
    {
        QFETCH(QString, text);
        QFETCH(QString, user);
        QFETCH(QString, host);
        QFETCH(int, port);
        QFETCH(QString, url);
        const auto target = SshTarget::parse(text);
        QVERIFY2(target.ok(), qPrintable(target.ok() ? QString() : target.error().message));
        QCOMPARE(target->user(), user);
        QCOMPARE(target->host(), host);
        QCOMPARE(target->port(), port);
        QCOMPARE(target->url(), url);
        QCOMPARE(*SshTarget::parse(target->url()), *target);
    }

    void S10_refusesWhatSshOrAShellCouldMisread_data()
    {
        QTest::addColumn<QString>("text");
        const auto row = [](const char *text) { QTest::newRow(text) << QString::fromUtf8(text); };
        QTest::newRow("empty") << QString();
        row("ssh://");
        row("ssh:///");
        row("-oProxyCommand=touch /tmp/x");
        row("-oProxyCommand=touch");
        row("-v");
        row("ssh://-oProxyCommand=x");
        row("user@-oProxyCommand=x");
        row("-lroot@nas");
        row("ssh://-x@nas");
        row("a;b");
        row("a|b");
        row("a&b");
        row("a b");
        row("a\tb");
        row("a\nb");
        row("nas\n");
        row("$(x)");
        row("${HOME}");
        row("`x`");
        row("a'b");
        row("a\"b");
        row("a\\b");
        row("a*b");
        row("a>b");
        row("~root");
        row("a%20b");
        row("%2doProxyCommand");
        row("user%40x@nas");
        row("%h");
        row("nas%1");
        row("ssh://me:secret@nas");
        row("me:secret@nas");
        row("ssh://nas/var/run/docker.sock");
        row("ssh://nas//");
        row("ssh://nas?x=1");
        row("ssh://nas#x");
        row("http://nas");
        row("a@b@c");
        row("@nas");
        row("me@");
        row("1me@nas");
        row(".nas");
        row("_nas");
        row("nas:");
        row("nas:0");
        row("nas:65536");
        row("nas:000022");
        row("nas:-1");
        row("nas:22a");
        row("nas:+22");
        row("nas::22");
        row("::1");
        row("[]");
        row("[");
        row("[::1");
        row("[::1]x");
        row("[::1]:");
        row("[::1]22");
        row("[-oProxyCommand]");
        row("[localhost]");
        row("[fe80::1%eth0]");
        row("nas]");
        row("na[s");
        row("näs");
        row("nas\u2215x");
        row("ｎas");
        QTest::newRow("NUL") << QStringLiteral("nas") + QChar(0) + QStringLiteral("x");
        QTest::newRow("a host too long") << QString(254, QLatin1Char('a'));
        QTest::newRow("a user too long") << QString(33, QLatin1Char('a')) + QStringLiteral("@nas");
        QTest::newRow("a mebibyte") << QString(1 << 20, QLatin1Char('a'));
    }
    void S10_refusesWhatSshOrAShellCouldMisread()
    {
        QFETCH(QString, text);
        const auto target = SshTarget::parse(text);
        QVERIFY2(!target.ok(), qPrintable(target.ok() ? target->url() : QString()));
        QCOMPARE(target.error().kind, ErrorKind::invalid);
        QVERIFY(!target.error().message.isEmpty());
        QVERIFY(!target.error().message.contains(QStringLiteral("secret")));
        QVERIFY(!target.error().detail.contains(QStringLiteral("secret")));
    }

    void S10_everyCharacterOutsideTheRuleIsRefused()
    {
        for (char16_t code = 0; code < 0x2030; ++code) {
            const QChar c(code);
            const bool plain = (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z')
                || c == u'.' || c == u'_' || c == u'-';
            const bool structure = c == u'@' || c == u':' || c == u'[' || c == u']';
            if (!structure)
                QCOMPARE(SshTarget::parse(QStringLiteral("na%1s").arg(c)).ok(), plain);
        }
    }

    void longestOfEachPartPasses()
    {
        QVERIFY(SshTarget::parse(QString(32, QLatin1Char('u')) + QLatin1Char('@') + QString(253, QLatin1Char('h'))
                                 + QStringLiteral(":65535"))
                    .ok());
        QVERIFY(SshTarget().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSshTarget)
#include "ssh_target_test.moc"
