// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/secret_name.h"

#include <QTest>

using namespace mediahelm::secrets;

class SecretNameTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nameIsThatOfAnEnvironmentVariable_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("accepted");
        const auto row = [](const QString &text, bool accepted) {
            QTest::newRow(qPrintable(text.isEmpty() ? QStringLiteral("nothing") : text.left(40))) << text << accepted;
        };
        for (const char *good : {"A", "_", "API_KEY", "a1", "_9", "Zz_09"})
            row(QLatin1String(good), true);
        for (const char *bad : {"", "1A", "A-B", "A B", "A=B", "A/B", "A\n", "A.B", "$A", "--json"})
            row(QLatin1String(bad), false);
        row(QStringLiteral("Ä"), false);
        row(QString(128, u'A'), true);
        QTest::newRow("one too long") << QString(129, u'A') << false;
        QTest::newRow("a NUL") << QString(QChar(0)) << false;
    }
    void nameIsThatOfAnEnvironmentVariable()
    {
        QFETCH(QString, text);
        QTEST(SecretName::parse(text).ok(), "accepted");
    }

    void projectIsNamedAsComposeNamesIt_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("accepted");
        for (const char *good : {"media", "0", "a-b_c", "9lives"})
            QTest::newRow(good) << QString::fromLatin1(good) << true;
        for (const char *bad : {"Media", "-a", "_a", "a.b", "a/b", "a b"})
            QTest::newRow(bad) << QString::fromLatin1(bad) << false;
        QTest::newRow("nothing") << QString() << false;
        QTest::newRow("longest") << QString(63, u'a') << true;
        QTest::newRow("too long") << QString(64, u'a') << false;
    }
    void projectIsNamedAsComposeNamesIt()
    {
        QFETCH(QString, text);
        QTEST(ProjectName::parse(text).ok(), "accepted");
    }

    void keyGoesThereAndBack()
    {
        const QString key = workspaceSecretKey(*ProjectName::parse(u"media"), *SecretName::parse(u"API_KEY"));
        QCOMPARE(key, QStringLiteral("workspace/media/API_KEY"));
        QVERIFY(key.startsWith(workspaceSecretPrefix(*ProjectName::parse(u"media"))));
        QVERIFY(!key.startsWith(workspaceSecretPrefix(*ProjectName::parse(u"med"))));
        const auto secret = workspaceSecretOf(key);
        QVERIFY(secret.ok());
        QCOMPARE(secret->project.text(), QStringLiteral("media"));
        QCOMPARE(secret->name.text(), QStringLiteral("API_KEY"));
        for (const char *other : {"", "workspace/", "workspace/media", "workspace/media/A/B", "ssh-password/box/u@box",
                                  "workspace/Media/A", "workspace/media/1"})
            QVERIFY2(!workspaceSecretOf(QString::fromLatin1(other)).ok(), other);
    }
};

QTEST_GUILESS_MAIN(SecretNameTest)
#include "secret_name_test.moc"
