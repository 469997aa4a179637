// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options/command_line.h"
#include "app/options/help_text.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

using namespace mediahelm::app;

namespace {

std::variant<CommandLine, UsageError> parse(const QString &words, Verb standing = Verb::desktop)
{
    return parseCommandLine(words.split(u' ', Qt::SkipEmptyParts), standing);
}

} // namespace

Q_DECLARE_METATYPE(mediahelm::app::Verb)

class CommandLineTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verbsAndTheirArguments_data();
    void verbsAndTheirArguments();
    void optionsStandAnywhere_data();
    void optionsStandAnywhere();
    void lettersMayBeJoined();
    void dashesEndTheOptions();
    void valuesAreKeptAsTheyAre();
    void repeatedOptionsGather();
    void mistakesNameTheNearest_data();
    void mistakesNameTheNearest();
    void helpForgivesMissingArguments();
    void everyVerbTakesItsOptionsAndNoOthers();
    void tablesAreInTheOrderOfTheirEnums();
    void noWordsAreTooOdd();
};

void CommandLineTest::verbsAndTheirArguments_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<Verb>("verb");
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char *words, Verb verb, const QStringList &arguments = {}) {
        QTest::newRow(*words ? words : "nothing") << QString::fromLatin1(words) << verb << arguments;
    };
    row("", Verb::desktop);
    row("--server", Verb::server);
    row("server", Verb::server);
    row("server --server", Verb::server);
    row("status", Verb::status);
    row("logs a", Verb::logs, {QStringLiteral("a")});
    row("start a b c", Verb::start, {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
    row("stop media/a", Verb::stop, {QStringLiteral("media/a")});
    row("restart status", Verb::restart, {QStringLiteral("status")});
    row("hosts", Verb::hostsList);
    row("hosts list", Verb::hostsList);
    row("hosts add n local", Verb::hostsAdd, {QStringLiteral("n"), QStringLiteral("local")});
    row("hosts remove list", Verb::hostsRemove, {QStringLiteral("list")});
    row("secrets", Verb::secretsList);
    row("secrets list -w dir", Verb::secretsList);
    row("secrets set KEY", Verb::secretsSet, {QStringLiteral("KEY")});
    row("secrets remove KEY -y --workspace=dir", Verb::secretsRemove, {QStringLiteral("KEY")});
    row("secrets import dir KEY --yes --json", Verb::secretsImport, {QStringLiteral("dir"), QStringLiteral("KEY")});
    row("hosts test ssh://a", Verb::hostsTest, {QStringLiteral("ssh://a")});
}

void CommandLineTest::verbsAndTheirArguments()
{
    QFETCH(const QString, words);
    const auto parsed = parse(words);
    const auto *line = std::get_if<CommandLine>(&parsed);
    QVERIFY2(line, line ? "" : qPrintable(std::get<UsageError>(parsed).message));
    QTEST(line->verb, "verb");
    QTEST(line->arguments, "arguments");
}

void CommandLineTest::optionsStandAnywhere_data()
{
    QTest::addColumn<QString>("words");
    for (const char *words : {"--host nas logs a --tail 5", "logs --host=nas --tail=5 a", "logs a -H nas -n 5",
                              "-Hnas logs -n5 a", "logs a --tail 5 --host nas", "--tail 5 -H nas -- logs a"})
        QTest::newRow(words) << QString::fromLatin1(words);
}

void CommandLineTest::optionsStandAnywhere()
{
    QFETCH(const QString, words);
    const auto parsed = parse(words);
    const auto *line = std::get_if<CommandLine>(&parsed);
    QVERIFY(line);
    QCOMPARE(line->verb, Verb::logs);
    QCOMPARE(line->arguments, QStringList{QStringLiteral("a")});
    QCOMPARE(line->value(Option::host), QStringLiteral("nas"));
    QCOMPARE(line->value(Option::tail), QStringLiteral("5"));
    QVERIFY(!line->has(Option::follow));
}

void CommandLineTest::lettersMayBeJoined()
{
    const auto parsed = parse(QStringLiteral("logs -ftn5 a"));
    const auto *line = std::get_if<CommandLine>(&parsed);
    QVERIFY(line && line->has(Option::follow) && line->has(Option::timestamps));
    QCOMPARE(line->value(Option::tail), QStringLiteral("5"));
}

void CommandLineTest::dashesEndTheOptions()
{
    const auto parsed = parse(QStringLiteral("stop -- --json -q --"));
    const auto *line = std::get_if<CommandLine>(&parsed);
    QVERIFY(line);
    QCOMPARE(line->arguments, QStringList({QStringLiteral("--json"), QStringLiteral("-q"), QStringLiteral("--")}));
    QVERIFY(!line->has(Option::json) && !line->has(Option::quiet));
    const auto dash = parse(QStringLiteral("stop -"));
    QCOMPARE(std::get<CommandLine>(dash).arguments, QStringList{QStringLiteral("-")});
}

void CommandLineTest::valuesAreKeptAsTheyAre()
{
    const auto value = [](const QStringList &words) {
        const auto parsed = parseCommandLine(words, Verb::desktop);
        const auto *line = std::get_if<CommandLine>(&parsed);
        return line ? line->value(Option::config) : QString();
    };
    const QString config = QStringLiteral("--config");
    QCOMPARE(value({config, QStringLiteral("a b=c --json")}), QStringLiteral("a b=c --json"));
    QCOMPARE(value({QStringLiteral("--config=a=b")}), QStringLiteral("a=b"));
    QCOMPARE(value({config, QStringLiteral("-x")}), QStringLiteral("-x"));
}

void CommandLineTest::repeatedOptionsGather()
{
    const auto parsed = parse(QStringLiteral("server --allow-host a --allow-host=b -q -q"));
    const auto *line = std::get_if<CommandLine>(&parsed);
    QVERIFY(line);
    QCOMPARE(line->values.value(Option::allowHost), QStringList({QStringLiteral("a"), QStringLiteral("b")}));
}

void CommandLineTest::mistakesNameTheNearest_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("suggestion");
    const auto row = [](const char *words, const char *message, const char *suggestion = "") {
        QTest::newRow(words) << QString::fromLatin1(words) << QString::fromLatin1(message)
                             << QString::fromLatin1(suggestion);
    };
    row("stauts", "unknown verb \"stauts\"", "status");
    row("Status", "unknown verb \"Status\"", "status");
    row("help", "unknown verb \"help\"", "--help");
    row("version", "unknown verb \"version\"", "--version");
    row("qwertz", "unknown verb \"qwertz\"");
    row("hosts ad x local", "unknown verb \"hosts ad\"", "hosts add");
    row("host list", "unknown verb \"host\"", "hosts");
    row("status --jason", "unknown option --jason", "--json");
    row("status --x", "unknown option --x");
    row("status -j", "unknown option -j");
    row("status -qx", "unknown option -x");
    row("status extra", "status does not take \"extra\"");
    row("logs", "logs needs SERVICE");
    row("stop", "stop needs SERVICE...");
    row("hosts add n", "hosts add needs NAME ADDRESS");
    row("hosts add n local x", "hosts add does not take \"x\"");
    row("hosts remove", "hosts remove needs NAME");
    row("secrets set", "secrets set needs NAME");
    row("secrets set KEY value", "secrets set does not take \"value\"");
    row("secrets ste KEY", "unknown verb \"secrets ste\"", "secrets set");
    row("secrets list --yes", "--yes means nothing to the verb secrets list");
    row("status --host", "--host needs a value: HOST");
    row("status --host=", "--host needs a value: HOST");
    row("status -H", "--host needs a value: HOST");
    row("status --json=yes", "--json takes no value");
    row("status --host a --host b", "--host is given twice");
    row("status --follow", "--follow means nothing to the verb status");
    row("hosts list --host a", "--host means nothing to the verb hosts list");
    row("--json", "--json needs a verb");
    row("--listen :1", "--listen needs a verb");
    row("--server status", "--server and the verb status exclude each other");
}

void CommandLineTest::mistakesNameTheNearest()
{
    QFETCH(const QString, words);
    const auto parsed = parse(words);
    const auto *error = std::get_if<UsageError>(&parsed);
    QVERIFY(error);
    QTEST(error->message, "message");
    QTEST(error->suggestion, "suggestion");
}

void CommandLineTest::helpForgivesMissingArguments()
{
    for (const char *words : {"logs --help", "--help logs", "hosts add --help", "stop -h", "hosts remove --version"}) {
        const auto parsed = parse(QString::fromLatin1(words));
        QVERIFY2(std::holds_alternative<CommandLine>(parsed), words);
    }
    QVERIFY(std::holds_alternative<UsageError>(parse(QStringLiteral("lgos --help"))));
}

void CommandLineTest::everyVerbTakesItsOptionsAndNoOthers()
{
    for (const VerbRow &verb : verbRows()) {
        QStringList words = verbWords(verb);
        for (int i = 0; i < verb.least; ++i)
            words.append(QStringLiteral("x"));
        for (const OptionRow &option : optionRows()) {
            if (option.option == Option::server)
                continue;
            QStringList all = words;
            all.append(QStringLiteral("--") + QString::fromLatin1(option.name));
            if (*option.value)
                all.append(QStringLiteral("v"));
            const auto parsed = parseCommandLine(all, Verb::desktop);
            const bool takes = (option.verbs & bit(verb.verb)) != 0;
            QVERIFY2(std::holds_alternative<CommandLine>(parsed) == takes, qPrintable(all.join(u' ')));
            QCOMPARE(optionsOf(verb.verb).contains(&option) || globalOptions().contains(&option), takes);
        }
    }
}

void CommandLineTest::tablesAreInTheOrderOfTheirEnums()
{
    for (std::size_t i = 0; i < verbRows().size(); ++i)
        QCOMPARE(verbRows()[i].verb, Verb(i));
    QSet<QString> names;
    QSet<char> letters;
    for (std::size_t i = 0; i < optionRows().size(); ++i) {
        const OptionRow &row = optionRows()[i];
        QCOMPARE(row.option, Option(i));
        QVERIFY(!names.contains(QString::fromLatin1(row.name)));
        QVERIFY(!row.letter || !letters.contains(row.letter));
        names.insert(QString::fromLatin1(row.name));
        letters.insert(row.letter);
        QCOMPARE(row.offers == Offer::choices, *row.choices != '\0');
    }
}

void CommandLineTest::noWordsAreTooOdd()
{
    QRandomGenerator random(5);
    const QStringList parts{QStringLiteral("status"),
                            QStringLiteral("hosts"),
                            QStringLiteral("add"),
                            QStringLiteral("-"),
                            QStringLiteral("--"),
                            QStringLiteral("---"),
                            QStringLiteral("--="),
                            QStringLiteral("-n"),
                            QStringLiteral("--tail="),
                            QStringLiteral("--host"),
                            QString(),
                            QStringLiteral("="),
                            QString(QChar(0)),
                            QStringLiteral("ä"),
                            QString(5000, u'x'),
                            QStringLiteral("-qqqh")};
    for (int round = 0; round < 5000; ++round) {
        QStringList words;
        for (int i = random.bounded(6); i > 0; --i)
            words.append(parts.at(random.bounded(int(parts.size()))));
        const auto parsed = parseCommandLine(words, random.bounded(2) == 0 ? Verb::desktop : Verb::server);
        if (const auto *error = std::get_if<UsageError>(&parsed))
            QVERIFY(!error->message.isEmpty());
    }
}

QTEST_GUILESS_MAIN(CommandLineTest)
#include "command_line_test.moc"
