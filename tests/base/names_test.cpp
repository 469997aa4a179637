// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/names.h"

#include <QSet>
#include <QTest>

using namespace mediahelm::base;

namespace {

// What must never pass for a name of any kind: it would change the path or the command that the name is put into.
const struct {
    const char *what;
    QString text;
} hostile[] = {
    {"empty", QString()},
    {"folder up", QStringLiteral("../etc/passwd")},
    {"dots", QStringLiteral("..")},
    {"dot", QStringLiteral(".")},
    {"encoded folder up", QStringLiteral("%2e%2e%2f")},
    {"encoded twice", QStringLiteral("%252e%252e")},
    {"a further segment", QStringLiteral("a/../../containers/b")},
    {"absolute", QStringLiteral("/containers/json")},
    {"backslash", QStringLiteral("a\\..\\b")},
    {"a query", QStringLiteral("a?force=1")},
    {"a fragment", QStringLiteral("a#b")},
    {"a second header", QStringLiteral("a\r\nHost: x")},
    {"a line end after it", QStringLiteral("abcdef012345\n")},
    {"a line end before it", QStringLiteral("\nabcdef012345")},
    {"NUL inside", QStringLiteral("abcdef") + QChar(0) + QStringLiteral("012345")},
    {"NUL after it", QStringLiteral("abcdef012345") + QChar(0)},
    {"a space", QStringLiteral("abcdef 012345")},
    {"a space after it", QStringLiteral("abcdef012345 ")},
    {"an option", QStringLiteral("-oProxyCommand=x")},
    {"a shell's words", QStringLiteral("$(x)")},
    {"a shell's end", QStringLiteral("a;b")},
    {"quotes", QStringLiteral("a\"b'c`d")},
    {"digits of another script", QStringLiteral("٠١٢٣٤٥٦٧٨٩٠١")},
    {"full-width letters", QStringLiteral("ａｂｃｄｅｆ")},
    {"a letter with an accent", QStringLiteral("abcdéf012345")},
    {"right-to-left override", QStringLiteral("abc\u202e012345")},
    {"half a surrogate pair", QStringLiteral("abcdef012345") + QChar(0xD800)},
    {"a mebibyte", QString(1 << 20, QLatin1Char('a'))},
};

template<typename Name>
void rejectsAllHostile()
{
    for (const auto &row : hostile)
        QVERIFY2(!Name::parse(row.text).ok(), row.what);
}

template<typename Name>
bool keeps(const QString &text)
{
    const Result<Name> name = Name::parse(text);
    return name.ok() && name->text() == text && !name->isEmpty();
}

} // namespace

class TestNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void S06_hostileTextIsNoNameOfAnyKind()
    {
        rejectsAllHostile<ContainerId>();
        rejectsAllHostile<ContainerName>();
        rejectsAllHostile<HostId>();
    }

    void S06_hostileTextIsNoImage()
    {
        for (const auto &row : hostile) {
            if (!row.text.contains(QLatin1Char('/')) || row.text.startsWith(QLatin1Char('/')))
                QVERIFY2(!ImageName::parse(row.text).ok(), row.what);
        }
    }

    void S06_containerIdIsTwelveToSixtyFourHexadecimalDigits()
    {
        const QString digits = QStringLiteral("0123456789abcdef").repeated(5);
        for (qsizetype length = 0; length <= digits.size(); ++length)
            QCOMPARE(ContainerId::parse(digits.left(length)).ok(), length >= 12 && length <= 64);
        QVERIFY(!ContainerId::parse(u"ABCDEF012345").ok());
        QVERIFY(!ContainerId::parse(u"abcdef01234g").ok());
        QVERIFY(!ContainerId::parse(u"sha256:abcdef012345").ok());
    }

    void S06_everyCharacterIsTakenOrRefusedByItsRule()
    {
        for (char16_t code = 0; code < 0x300; ++code) {
            const QChar c(code);
            const bool digit = c >= u'0' && c <= u'9';
            const bool lower = c >= u'a' && c <= u'z';
            const bool upper = c >= u'A' && c <= u'Z';
            const QString inside = QStringLiteral("a") + c + QStringLiteral("b");
            const QString first = c + QStringLiteral("ab");
            QCOMPARE(HostId::parse(inside).ok(), digit || lower || c == u'-' || c == u'_');
            QCOMPARE(HostId::parse(first).ok(), digit || lower);
            QCOMPARE(ContainerName::parse(inside).ok(), digit || lower || upper || c == u'-' || c == u'_' || c == u'.');
            QCOMPARE(ContainerName::parse(first).ok(), digit || lower || upper);
            QCOMPARE(ContainerId::parse(QString(12, c)).ok(), digit || (c >= u'a' && c <= u'f'));
        }
    }

    void lengthsAreBounded()
    {
        const auto of = [](qsizetype length) { return QString(length, QLatin1Char('a')); };
        QVERIFY(keeps<HostId>(of(1)) && keeps<HostId>(of(63)));
        QVERIFY(!HostId::parse(of(64)).ok());
        QVERIFY(keeps<ContainerName>(of(1)) && keeps<ContainerName>(of(128)));
        QVERIFY(!ContainerName::parse(of(129)).ok());
        QVERIFY(keeps<ImageName>(of(255)));
        QVERIFY(!ImageName::parse(of(256)).ok());
    }

    void namesThatPeopleUsePass()
    {
        QVERIFY(keeps<HostId>(QStringLiteral("local")));
        QVERIFY(keeps<HostId>(QStringLiteral("nas-2_attic")));
        QVERIFY(keeps<ContainerName>(QStringLiteral("media-jellyfin-1")));
        QVERIFY(keeps<ContainerName>(QStringLiteral("Plex_Media.Server")));
        QVERIFY(keeps<ImageName>(QStringLiteral("lscr.io/linuxserver/sonarr:4.0.9@sha256:abc")));
        QVERIFY(keeps<ImageName>(QStringLiteral("localhost:5000/a/b:latest")));
    }

    void errorSaysTheRuleAndQuotesLittle()
    {
        const auto name = HostId::parse(QString(5000, QLatin1Char('!')));
        QCOMPARE(name.error().kind, ErrorKind::invalid);
        QVERIFY(name.error().message.contains(QStringLiteral("63")));
        QCOMPARE(name.error().detail.size(), 80);
    }

    void namesAreOrderedAndHashable()
    {
        const HostId a = *HostId::parse(u"a");
        const HostId b = *HostId::parse(u"b");
        QVERIFY(a < b);
        QVERIFY(!(a == b));
        QVERIFY(HostId().isEmpty());
        QCOMPARE((QSet<HostId>{a, b, *HostId::parse(u"a")}).size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestNames)
#include "names_test.moc"
