// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/configuration/sample_workspace.h"
#include "core/control/configuration/configuration_desk.h"

#include <QTest>

#include <algorithm>

using namespace mediahelm;
using namespace mediahelm::control;

// What is answered about texts with '^' where the cursor is.
class TextHelpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void completes_data();
    void completes();
    void keysCarryTheirDocumentation();
    void variablesCarryTheirValues();
    void S11_secretsAreNeverShown();
    void explainsTheChainOfAValue();
    void explainsWhatTheWholeValueComesTo();
    void explainsKeys();
    void leadsToTheDefinition_data();
    void leadsToTheDefinition();
    void findsInAllFiles();
    void listsVariables();
    void variablesHaveTypesAndDefaults();
    void valuesThatDoNotFitAreRefused_data();
    void valuesThatDoNotFitAreRefused();
    void aValueIsChangedInItsOwnLineAlone();
    void readsWhatIsThere();
    void aHalfTypedManifestKeepsTheRest();

private:
    Completions complete(const QString &path, QByteArray text) const
    {
        const qsizetype at = text.indexOf('^');
        return m_desk->complete(path, text.remove(at, 1), at);
    }

    static const Completion *item(const Completions &all, const QString &text)
    {
        for (const Completion &one : all.items) {
            if (one.text == text)
                return &one;
        }
        return nullptr;
    }

    test::SampleWorkspace m_workspace;
    base::SystemClock m_clock;
    std::unique_ptr<ConfigurationDesk> m_desk;
    const QString m_sonarr = QStringLiteral("services/sonarr.yaml");
    const QString m_local = QStringLiteral("local.env");
};

void TextHelpTest::initTestCase()
{
    m_desk = std::make_unique<ConfigurationDesk>(ConfigurationDesk::Place{m_workspace.folder(), {}, {}}, m_clock);
    const auto look = m_desk->look();
    QVERIFY2(look, qPrintable(look ? QString() : look.error().message));
}

void TextHelpTest::completes_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("offered"); // among others; the first of them first
    QTest::addColumn<QStringList>("not_offered");

    const QString yaml = m_sonarr;
    const auto list = [](const char *texts) { return QString::fromLatin1(texts).split(u'|', Qt::SkipEmptyParts); };
    QTest::newRow("top keys") << yaml << QByteArray("^") << list("services:") << list("image: ");
    QTest::newRow("keys of a service") << yaml << QByteArray("services:\n  a:\n    im^") << list("image: ")
                                       << list("services:");
    QTest::newRow("not twice") << yaml << QByteArray("services:\n  a:\n    image: x\n    ^") << list("")
                               << list("image: ");
    QTest::newRow("keys of a health check")
        << yaml << QByteArray("services:\n  a:\n    healthcheck:\n      inter^") << list("interval: ") << list("");
    QTest::newRow("keys of x-mediahelm") << yaml << QByteArray("services:\n  a:\n    x-mediahelm:\n      cate^")
                                         << list("category: ") << list("");
    QTest::newRow("values") << yaml << QByteArray("services:\n  a:\n    restart: un^") << list("unless-stopped")
                            << list("always");
    QTest::newRow("a value that YAML would misread")
        << yaml << QByteArray("services:\n  a:\n    restart: ^") << list("\"no\"") << list("no");
    QTest::newRow("truths") << yaml << QByteArray("services:\n  a:\n    init: ^") << list("true|false") << list("");
    QTest::newRow("services") << yaml << QByteArray("services:\n  a:\n    depends_on:\n      - ^") << list("vpn")
                              << list("a|image: ");
    QTest::newRow("services as keys") << yaml << QByteArray("services:\n  a:\n    depends_on:\n      v^")
                                      << list("vpn:") << list("");
    QTest::newRow("services in brackets")
        << yaml << QByteArray("services:\n  a:\n    depends_on: [v^]") << list("vpn") << list("a|image: |vpn: ");
    QTest::newRow("services as keys in braces")
        << yaml << QByteArray("services:\n  a:\n    depends_on: {v^}") << list("vpn: ") << list("vpn:");
    QTest::newRow("keys in braces") << yaml << QByteArray("services: {a: {image: x, heal^}}") << list("healthcheck: ")
                                    << list("image: |healthcheck:");
    QTest::newRow("values in braces") << yaml << QByteArray("services: {a: {restart: un^}}") << list("unless-stopped")
                                      << list("always");
    QTest::newRow("network of a service")
        << yaml << QByteArray("services:\n  a:\n    network_mode: serv^") << list("service:vpn") << list("");
    QTest::newRow("networks") << yaml << QByteArray("services:\n  a:\n    networks:\n      - ^") << list("proxy")
                              << list("");
    QTest::newRow("volumes") << yaml << QByteArray("services:\n  a:\n    volumes:\n      - lib^") << list("library")
                             << list("");
    QTest::newRow("variables") << yaml << QByteArray("services:\n  a:\n    image: ${T^") << list("TZ}") << list("");
    QTest::newRow("variables, closed already")
        << yaml << QByteArray("services:\n  a:\n    image: ${T^}") << list("TZ") << list("TZ}");
    QTest::newRow("manifest") << QStringLiteral("mediahelm.yaml") << QByteArray("sec^") << list("secrets:") << list("");
    QTest::newRow("names in an env file") << m_local << QByteArray("TZ=a\nMED^") << list("MEDIA=") << list("");
    QTest::newRow("variables in an env file") << m_local << QByteArray("A=${DATA^") << list("DATA_PATH}") << list("");
    QTest::newRow("nothing in a comment") << yaml << QByteArray("# im^") << list("") << list("image: |services:");
    QTest::newRow("nothing in a block scalar")
        << yaml << QByteArray("services:\n  a:\n    command: |\n      im^") << list("") << list("image: ");
}

void TextHelpTest::completes()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, text);
    QFETCH(QStringList, offered);
    QFETCH(QStringList, not_offered);
    const Completions found = complete(path, text);
    if (!offered.isEmpty())
        QVERIFY(!found.items.isEmpty());
    for (const QString &wanted : std::as_const(offered))
        QVERIFY2(item(found, wanted), qPrintable(wanted));
    for (const QString &unwanted : std::as_const(not_offered))
        QVERIFY2(!item(found, unwanted), qPrintable(unwanted));
}

void TextHelpTest::keysCarryTheirDocumentation()
{
    const Completions found = complete(m_sonarr, "services:\n  a:\n    resta^");
    const Completion *key = item(found, QStringLiteral("restart: "));
    QVERIFY(key);
    QCOMPARE(key->kind, CompletionKind::key);
    QVERIFY(key->documentation.contains(QLatin1String("unless-stopped")));
    QCOMPARE(found.replaces.length(), 5);
}

void TextHelpTest::variablesCarryTheirValues()
{
    const Completions found = complete(m_sonarr, "services:\n  a:\n    image: ${^");
    const Completion *media = item(found, QStringLiteral("MEDIA}"));
    QVERIFY(media);
    QCOMPARE(media->detail, QStringLiteral("/srv/data/media"));
    const Completion *zone = item(found, QStringLiteral("TZ}"));
    QVERIFY(zone);
    QCOMPARE(zone->detail, QStringLiteral("Europe/Berlin"));
}

void TextHelpTest::S11_secretsAreNeverShown()
{
    const Completions found = complete(m_sonarr, "services:\n  a:\n    image: ${SON^");
    const Completion *key = item(found, QStringLiteral("SONARR_API_KEY}"));
    QVERIFY(key);
    QVERIFY(key->hidden);
    QVERIFY(key->detail.isEmpty());
    const QByteArray text = test::SampleWorkspace::sonarr();
    const Explanation explanation = m_desk->explain(m_sonarr, text, text.indexOf("SONARR_API"));
    QVERIFY(explanation.hidden);
    QVERIFY(explanation.isSet);
    QVERIFY(explanation.value.isEmpty());
    QVERIFY(!explanation.origins.isEmpty());
    for (const ValueOrigin &origin : explanation.origins)
        QVERIFY(origin.value.isEmpty());
}

void TextHelpTest::explainsTheChainOfAValue()
{
    const QByteArray text = test::SampleWorkspace::sonarr();
    const Explanation found = m_desk->explain(m_sonarr, text, text.indexOf("{TZ}") + 1);
    QCOMPARE(found.name, QStringLiteral("TZ"));
    QVERIFY(found.isVariable && found.isSet);
    QCOMPARE(found.value, QStringLiteral("Europe/Berlin"));
    QCOMPARE(found.origins.size(), 2);
    QCOMPARE(found.origins.at(0).file, QStringLiteral("defaults/base.env"));
    QCOMPARE(found.origins.at(0).value, QStringLiteral("Etc/UTC"));
    QCOMPARE(found.origins.at(1).file, m_local);
    QCOMPARE(found.origins.at(1).place.line, 1);
}

void TextHelpTest::explainsWhatTheWholeValueComesTo()
{
    const auto resolved = [this](const QByteArray &text, const char *name) {
        return m_desk->explain(m_sonarr, text, text.indexOf(name)).resolved;
    };
    const QByteArray begin = "services:\n  a:\n    image: ";
    QCOMPARE(resolved(begin + "app:${NO_TAG:-4}", "NO_TAG"), QStringLiteral("app:4"));
    QCOMPARE(resolved(begin + "app/${TZ}:${NO_TAG:-4}", "TZ"), QStringLiteral("app/Europe/Berlin:4"));
    QCOMPARE(resolved(begin + "${TZ}", "TZ"), QString()); // its value says it
    QCOMPARE(resolved(begin + "app:${TZ}-${SONARR_API_KEY}", "TZ"), QString()); // and that would tell a secret
    QCOMPARE(resolved(begin + "app:${NO_TAG:?say it}", "NO_TAG"), QString());
}

void TextHelpTest::explainsKeys()
{
    const QByteArray text = test::SampleWorkspace::sonarr();
    const Explanation found = m_desk->explain(m_sonarr, text, text.indexOf("restart") + 2);
    QCOMPARE(found.name, QStringLiteral("restart"));
    QCOMPARE(found.title, QStringLiteral("Restart"));
    QVERIFY(found.examples.contains(QStringLiteral("unless-stopped")));
    QVERIFY(m_desk->explain(m_sonarr, text, text.size()).name.isEmpty());
}

void TextHelpTest::leadsToTheDefinition_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("there"); // what stands there
    const QByteArray head = "x: &common {a: b}\nservices:\n  a:\n";
    QTest::newRow("variable") << head + "    image: ${ME^DIA}\n" << m_local << QByteArray("MEDIA");
    QTest::newRow("service") << head + "    depends_on:\n      - v^pn\n"
                             << QStringLiteral("services/vpn.yaml") << QByteArray("vpn");
    QTest::newRow("service of a network mode") << head + "    network_mode: service:v^pn\n"
                                               << QStringLiteral("services/vpn.yaml") << QByteArray("vpn");
    QTest::newRow("service as a key") << head + "    depends_on:\n      vp^n:\n"
                                      << QStringLiteral("services/vpn.yaml") << QByteArray("vpn");
    QTest::newRow("volume") << head + "    volumes:\n      - lib^rary:/x\n"
                            << QStringLiteral("services/vpn.yaml") << QByteArray("library");
    QTest::newRow("network") << head + "    networks:\n      - pro^xy\n"
                             << QStringLiteral("services/vpn.yaml") << QByteArray("proxy");
    QTest::newRow("alias") << head + "    <<: *com^mon\n" << m_sonarr << QByteArray("&common");
    QTest::newRow("a service of the same text") << head + "    links: []\n  b:\n    depends_on:\n      - a^\n"
                                                << m_sonarr << QByteArray("a");
    QTest::newRow("nothing") << head + "    image: a^b\n" << QString() << QByteArray();
}

void TextHelpTest::leadsToTheDefinition()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, file);
    QFETCH(QByteArray, there);
    const qsizetype at = text.indexOf('^');
    text.remove(at, 1);
    const base::Result<TextTarget> target = m_desk->definition(m_sonarr, text, at);
    QCOMPARE(target.ok(), !file.isEmpty());
    if (file.isEmpty()) {
        QCOMPARE(target.error().kind, base::ErrorKind::notFound);
        return;
    }
    QCOMPARE(target->file, file);
    const QByteArray bytes = file == m_sonarr ? text : m_workspace.read(file);
    QCOMPARE(bytes.sliced(target->span.begin, target->span.length()), there);
}

void TextHelpTest::findsInAllFiles()
{
    const FoundTexts found = m_desk->find({QStringLiteral("media"), false, false});
    QStringList files;
    for (const FoundText &one : found.found) {
        QCOMPARE(one.line.mid(one.column, one.length).toLower(), QStringLiteral("media"));
        files.append(one.file);
    }
    QVERIFY(files.contains(QStringLiteral("mediahelm.yaml")));
    QVERIFY(files.contains(m_local));
    QVERIFY(files.contains(m_sonarr));
    QVERIFY(m_desk->find({QStringLiteral("media"), true, true}).found.size() < found.found.size());
    QVERIFY(m_desk->find({QString(), false, false}).found.isEmpty());
}

void TextHelpTest::listsVariables()
{
    const QList<WorkspaceVariable> all = m_desk->variables();
    QStringList names;
    for (const WorkspaceVariable &variable : all)
        names.append(variable.name);
    QCOMPARE(names,
             (QStringList{QStringLiteral("DATA_PATH"), QStringLiteral("MEDIA"), QStringLiteral("SONARR_API_KEY"),
                          QStringLiteral("TZ")}));
    QCOMPARE(all.at(1).text, QStringLiteral("${DATA_PATH}/media"));
    QCOMPARE(all.at(1).value, QStringLiteral("/srv/data/media"));
    QVERIFY(all.at(2).hidden && all.at(2).value.isEmpty() && all.at(2).text.isEmpty());
    QVERIFY(all.at(2).origins.constLast().value.isEmpty());
    QCOMPARE(all.at(3).origins.size(), 2);
    QVERIFY(!all.at(0).isUsed && all.at(3).isUsed);
}

void TextHelpTest::variablesHaveTypesAndDefaults()
{
    const QString compose = QStringLiteral("services/vpn.yaml");
    const QByteArray before = m_workspace.read(compose);
    m_desk->setText(compose,
                    "services:\n  vpn:\n    image: a:${VPN_TAG:-1}\n    ports: ['${VPN_PORT:-8000}:1']\n"
                    "    x-mediahelm:\n      variables:\n"
                    "        VPN_KIND: {description: Which., values: [a, b], default: a}\n"
                    "        VPN_ON: {description: Whether., type: boolean, default: true}\n"
                    "        VPN_USER: {description: Who., type: id, default: 7}\n");
    m_desk->setText(m_local, m_workspace.read(m_local) + "VPN_KIND=b\nVPN_ON=true\nVPN_USER=1\nVPN_PORT=1\n");
    QVERIFY(m_desk->look());
    const QList<WorkspaceVariable> all = m_desk->variables();
    const auto find = [&all](const char *name) {
        const auto found = std::ranges::find(all, QString::fromLatin1(name), &WorkspaceVariable::name);
        return found == all.cend() ? WorkspaceVariable() : *found;
    };
    QCOMPARE(find("TZ").type, VariableType::timeZone);
    QCOMPARE(find("TZ").fallback, QStringLiteral("Etc/UTC")); // of the weaker layer
    QVERIFY(find("TZ").hasFallback);
    QCOMPARE(find("DATA_PATH").type, VariableType::path);
    QVERIFY(!find("DATA_PATH").hasFallback);
    QCOMPARE(find("VPN_PORT").type, VariableType::port);
    QCOMPARE(find("VPN_PORT").fallback, QStringLiteral("8000"));
    QCOMPARE(find("VPN_TAG").fallback, QStringLiteral("1"));
    QCOMPARE(find("VPN_KIND").type, VariableType::choice);
    QCOMPARE(find("VPN_KIND").documentation, QStringLiteral("Which."));
    QCOMPARE(find("VPN_ON").type, VariableType::boolean);
    QCOMPARE(find("VPN_USER").type, VariableType::number);
    QVERIFY(find("SONARR_API_KEY").fallback.isEmpty());
    // What does not fit is refused, by what the service file says too.
    for (const auto &[name, value] : {std::pair("VPN_KIND", "c"), std::pair("VPN_ON", "maybe"),
                                      std::pair("VPN_USER", "-1"), std::pair("VPN_USER", "me")}) {
        const auto text = m_desk->withValue({}, QString::fromLatin1(name), QString::fromLatin1(value));
        QVERIFY2(!text, name);
        QCOMPARE(text.error().kind, base::ErrorKind::invalid);
    }
    m_desk->dropText(m_local);
    m_desk->setText(compose, before);
    QVERIFY(m_desk->look());
}

void TextHelpTest::valuesThatDoNotFitAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("fits");
    const auto row = [](const char *name, const char *value, bool fits) {
        QTest::addRow("%s=%s", name, value) << QString::fromLatin1(name) << QString::fromLatin1(value) << fits;
    };
    row("JELLYFIN_PORT", "8096", true);
    row("JELLYFIN_PORT", "127.0.0.1:8096", true);
    row("JELLYFIN_PORT", "6881-6889", true);
    row("JELLYFIN_PORT", "70000", false);
    row("JELLYFIN_PORT", "web", false);
    row("JELLYFIN_PORT", "${OTHER_PORT}", true);
    row("JELLYFIN_PORT", "", true);
    row("MEDIA_PATH", "/srv/media", true);
    row("MEDIA_PATH", "./media", true);
    row("MEDIA_PATH", "media", false);
    row("PUID", "1000", true);
    row("PUID", "-1", false);
    row("PUID", "me", false);
    row("TZ", "Europe/Berlin", true);
    row("TZ", "no zone!", false);
    row("FORCE_SSL", "true", true);
    row("FORCE_SSL", "perhaps", false);
    row("ANYTHING", "at all", true);
}

void TextHelpTest::valuesThatDoNotFitAreRefused()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    QFETCH(bool, fits);
    const auto text = m_desk->withValue("A=1\n", name, value);
    QCOMPARE(text.ok(), fits);
    if (!fits) {
        QCOMPARE(text.error().kind, base::ErrorKind::invalid);
        QVERIFY(!text.error().message.isEmpty());
    }
}

void TextHelpTest::aValueIsChangedInItsOwnLineAlone()
{
    const QByteArray layer = "# head\r\nTZ='Etc/UTC' # zone\r\nB=${TZ}";
    const auto changed = m_desk->withValue(layer, QStringLiteral("TZ"), QStringLiteral("Europe/Berlin"));
    QVERIFY(changed);
    QCOMPARE(*changed, QByteArray("# head\r\nTZ='Europe/Berlin' # zone\r\nB=${TZ}"));
    const auto secret = m_desk->withValue(layer, QStringLiteral("SONARR_API_KEY"), QStringLiteral("x"));
    QVERIFY(!secret);
    QCOMPARE(secret.error().kind, base::ErrorKind::refused);
    QVERIFY(!m_desk->withValue(layer, QStringLiteral("1 no name"), QStringLiteral("x")));
}

void TextHelpTest::readsWhatIsThere()
{
    const auto look = m_desk->look();
    QVERIFY(look);
    QCOMPARE(look->facts.name, QStringLiteral("media"));
    QVERIFY2(look->facts.command.startsWith(QLatin1String("docker compose --project-directory . --project-name media")),
             qPrintable(look->facts.command));
    QStringList paths;
    for (const ConfigurationFile &file : look->facts.files)
        paths.append(file.path);
    QCOMPARE(paths,
             (QStringList{QStringLiteral("mediahelm.yaml"), QStringLiteral("defaults/base.env"), m_local, m_sonarr,
                          QStringLiteral("services/vpn.yaml"), QStringLiteral("templates/readme.txt")}));
    QVERIFY(!m_desk->read(QStringLiteral("../outside")).ok());
}

void TextHelpTest::aHalfTypedManifestKeepsTheRest()
{
    const QString manifest = QStringLiteral("mediahelm.yaml");
    m_desk->setText(manifest, "name: media\nsecrets: [\n");
    const auto look = m_desk->look();
    QVERIFY(look);
    QCOMPARE(look->facts.files.size(), 6);
    QVERIFY(
        std::ranges::any_of(look->diagnostics, [&](const model::Diagnostic &found) { return found.file == manifest; }));
    m_desk->dropText(manifest);
    QVERIFY(m_desk->look());
}

QTEST_GUILESS_MAIN(TextHelpTest)
#include "text_help_test.moc"
