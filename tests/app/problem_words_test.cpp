// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/gathering.h"

#include <QTest>

using namespace mediahelm;
using model::ConnectionProblem;

class ProblemWordsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void B08_aChangedKeyIsToldWithItsFingerprintAndItsPlace();
    void S29_theOtherSidesWordsStandInOneLine();
};

namespace {

QStringList wordsOf(ConnectionProblem problem, const QString &detail)
{
    control::HostStatus host;
    host.profile = {*base::HostId::parse(u"nas"), *model::EngineAddress::parse(u"ssh://me@nas:2222"), {}};
    host.connection.problem = problem;
    host.connection.detail = detail;
    return app::problemWords(host).split(u'\n');
}

} // namespace

void ProblemWordsTest::B08_aChangedKeyIsToldWithItsFingerprintAndItsPlace()
{
    const QStringList words =
        wordsOf(ConnectionProblem::hostKeyChanged,
                QStringLiteral("The fingerprint for the ED25519 key sent by the remote host is\nSHA256:abc.\n"
                               "Offending ED25519 key in /home/me/.ssh/known_hosts:7"));
    QCOMPARE(words.size(), 2);
    QVERIFY(words.first().contains(QStringLiteral("host is SHA256:abc.")));
    QVERIFY(words.first().contains(QStringLiteral("known_hosts:7")));
    QVERIFY(words.last().contains(QStringLiteral("ssh-keygen -R \"[nas]:2222\"")));
}

void ProblemWordsTest::S29_theOtherSidesWordsStandInOneLine()
{
    const QStringList words = wordsOf(ConnectionProblem::unreachable, QStringLiteral("a\x1b[2J\nmediahelm: fine\tb"));
    QCOMPARE(words.size(), 2);
    QVERIFY2(words.first().endsWith(QStringLiteral("(a mediahelm: fine b)")), qPrintable(words.first()));
}

QTEST_GUILESS_MAIN(ProblemWordsTest)
#include "problem_words_test.moc"
