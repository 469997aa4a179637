// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/compose/compose_command.h"
#include "core/revision/compose/posix_quote.h"

#include <QProcess>
#include <QTest>

using namespace mediahelm::revision;
using mediahelm::base::ErrorKind;
using Parts = ComposeCommand::Parts;

namespace {

Parts goodParts()
{
    return {QStringLiteral("/srv/media"),
            QStringLiteral("media"),
            {QStringLiteral("defaults/base.env"), QStringLiteral("local.env")},
            {QStringLiteral("services/a.yaml"), QStringLiteral("services/b c.yaml")},
            {QStringLiteral("extra")}};
}

} // namespace

class ComposeCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void argumentsNameTheProject();
    void lineCanBePastedIntoAShell();
    void inAMirrorItIsTheSameElsewhere();
    void badPartIsRefused_data();
    void badPartIsRefused();
    void S09_quotedWordIsReadBackByEveryShell_data();
    void S09_quotedWordIsReadBackByEveryShell();
};

void ComposeCommandTest::argumentsNameTheProject()
{
    const auto command = ComposeCommand::make(goodParts());
    QVERIFY(command.ok());
    QCOMPARE(
        command->arguments().join(u'|'),
        QStringLiteral("--project-directory|.|--project-name|media|--env-file|defaults/base.env|--env-file|local.env|"
                       "-f|services/a.yaml|-f|services/b c.yaml|--profile|extra"));
    QVERIFY(command->argumentsForInput().join(u'|').contains(QStringLiteral("local.env|-f|-|--profile")));
}

void ComposeCommandTest::lineCanBePastedIntoAShell()
{
    const auto command = ComposeCommand::make(goodParts());
    QVERIFY(command.ok());
    QCOMPARE(command->line({QStringLiteral("up"), QStringLiteral("-d")}),
             QStringLiteral("docker compose --project-directory . --project-name media --env-file defaults/base.env "
                            "--env-file local.env -f services/a.yaml -f 'services/b c.yaml' --profile extra up -d"));
}

void ComposeCommandTest::inAMirrorItIsTheSameElsewhere()
{
    Parts parts = goodParts();
    const auto original = ComposeCommand::make(parts);
    parts.mirror = QStringLiteral("/tmp/x");
    const auto mirrored = ComposeCommand::make(parts);
    QVERIFY(original && mirrored);
    QCOMPARE(mirrored->arguments(), original->arguments());
    QCOMPARE(mirrored->folder(), original->folder());
    QCOMPARE(original->place(), original->folder());
    QCOMPARE(mirrored->place(), QStringLiteral("/tmp/x") + original->folder());
    QVERIFY(!(*mirrored == *original));
}

void ComposeCommandTest::badPartIsRefused_data()
{
    QTest::addColumn<QString>("part");
    QTest::addColumn<QString>("value");
    QTest::newRow("relative folder") << "folder"
                                     << "srv/media";
    QTest::newRow("empty folder") << "folder"
                                  << "";
    QTest::newRow("folder with a line's end") << "folder"
                                              << "/srv/a\nb";
    QTest::newRow("relative mirror") << "mirror"
                                     << "tmp/x";
    QTest::newRow("name in capitals") << "name"
                                      << "Media";
    QTest::newRow("name as an option") << "name"
                                       << "-media";
    QTest::newRow("empty name") << "name"
                                << "";
    QTest::newRow("name with a slash") << "name"
                                       << "a/b";
    QTest::newRow("file as an option") << "file"
                                       << "--env-file=/etc/passwd";
    QTest::newRow("standard input as a file") << "file"
                                              << "-";
    QTest::newRow("empty file") << "file"
                                << "";
    QTest::newRow("file with NUL") << "file" << QStringLiteral("a") + QChar(0);
    QTest::newRow("no file") << "files"
                             << "";
    QTest::newRow("env file as an option") << "env"
                                           << "-x";
    QTest::newRow("profile with a space") << "profile"
                                          << "a b";
    QTest::newRow("profile as an option") << "profile"
                                          << "-a";
}

void ComposeCommandTest::badPartIsRefused()
{
    QFETCH(QString, part);
    QFETCH(QString, value);
    Parts parts = goodParts();
    if (part == QLatin1String("folder"))
        parts.folder = value;
    else if (part == QLatin1String("mirror"))
        parts.mirror = value;
    else if (part == QLatin1String("name"))
        parts.projectName = value;
    else if (part == QLatin1String("file"))
        parts.files.append(value);
    else if (part == QLatin1String("files"))
        parts.files.clear();
    else if (part == QLatin1String("env"))
        parts.environmentFiles.append(value);
    else
        parts.profiles.append(value);
    const auto command = ComposeCommand::make(parts);
    QVERIFY(!command.ok());
    QCOMPARE(command.error().kind, ErrorKind::invalid);
    QVERIFY(!command.error().message.isEmpty());
}

void ComposeCommandTest::S09_quotedWordIsReadBackByEveryShell_data()
{
    QTest::addColumn<QString>("word");
    for (const char *word : {"plain", "",   "a b", "it's", "$(id)", "`id`", "a;b&c|d", "*",  "~",    "a\\b",  "\"x\"",
                             "$HOME", "!x", "#no", "a=b",  "ä ö",   "-n",   "'",       "''", "[ab]", "{a,b}", "a\tb"})
        QTest::newRow(word) << QString::fromUtf8(word);
}

void ComposeCommandTest::S09_quotedWordIsReadBackByEveryShell()
{
    QFETCH(QString, word);
    for (const char *shell : {"sh", "bash"}) {
        QProcess process;
        process.start(QString::fromLatin1(shell),
                      {QStringLiteral("-c"), QStringLiteral("printf '%s' ") + posixLine({QStringLiteral("--"), word})});
        QVERIFY(process.waitForFinished());
        const QString read = QString::fromUtf8(process.readAllStandardOutput());
        // printf repeats its format for each word.
        QVERIFY2(read == QStringLiteral("--") + word || read == word, qPrintable(read));
    }
}

QTEST_GUILESS_MAIN(ComposeCommandTest)
#include "compose_command_test.moc"
