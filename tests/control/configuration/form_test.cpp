// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/configuration/sample_workspace.h"
#include "core/base/clock.h"
#include "core/control/configuration/configuration_desk.h"
#include "core/control/configuration/form_rows.h"

#include <QTest>

#include <algorithm>

using namespace mediahelm;
using namespace mediahelm::control;

namespace {

const QString path = QStringLiteral("services/sonarr.yaml");

FormEdit set(const char *pointer, const char *text, int column = -1)
{
    return {FormEdit::Action::set, QString::fromLatin1(pointer), column, {QString::fromUtf8(text)}};
}

FormEdit drop(const char *pointer)
{
    return {FormEdit::Action::remove, QString::fromLatin1(pointer), -1, {}};
}

FormEdit add(const char *pointer, const char *cells)
{
    return {FormEdit::Action::add, QString::fromLatin1(pointer), -1, QString::fromUtf8(cells).split(u'|')};
}

} // namespace

// Compose files as forms, over a workspace on the disk.
class FormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void fieldsComeFromTheSchema();
    void valuesAreAsWrittenAndAsResolved();
    void S11_aSecretIsNotResolved();
    void tellsWhereAValueComesFrom();
    void bothSpellingsOfARowHaveColumns();
    void whatHasNoColumnsIsLocked();
    void edits_data();
    void edits();
    void refusesWhatCannotBeWritten_data();
    void refusesWhatCannotBeWritten();
    void aTextThatIsBeingTypedSaysWhy();
    void cellsAndTextsAreTheSame_data();
    void cellsAndTextsAreTheSame();

private:
    const FormField *field(const ComposeForm &form, const char *pointer) const;
    ComposeForm formOf(const QByteArray &text) const;

    test::SampleWorkspace m_workspace;
    base::SystemClock m_clock;
    std::unique_ptr<ConfigurationDesk> m_desk;
};

void FormTest::initTestCase()
{
    m_desk = std::make_unique<ConfigurationDesk>(ConfigurationDesk::Place{m_workspace.folder(), {}, {}}, m_clock);
    QVERIFY(m_desk->look());
}

const FormField *FormTest::field(const ComposeForm &form, const char *pointer) const
{
    for (const ServiceForm &service : form.services) {
        const auto found = std::ranges::find(service.fields, QString::fromLatin1(pointer), &FormField::pointer);
        if (found != service.fields.cend())
            return &*found;
    }
    return nullptr;
}

ComposeForm FormTest::formOf(const QByteArray &text) const
{
    const auto form = m_desk->form(path, text);
    return form ? *form : ComposeForm();
}

void FormTest::fieldsComeFromTheSchema()
{
    const ComposeForm form = formOf("services:\n  a:\n    image: b\n  c: {}\n");
    QCOMPARE(form.services.size(), 2);
    QCOMPARE(form.services.at(1).name, QStringLiteral("c"));
    QCOMPARE(form.services.at(0).span, (model::Span{12, 27}));
    const FormField *restart = field(form, "/services/a/restart");
    QVERIFY(restart);
    QCOMPARE(restart->kind, FieldKind::choice);
    QVERIFY(restart->values.contains(QStringLiteral("unless-stopped")) && restart->isOpen);
    QVERIFY(!restart->documentation.isEmpty() && !restart->title.isEmpty());
    QCOMPARE(restart->origin.kind, FieldOrigin::Kind::nowhere);
    QCOMPARE(field(form, "/services/a/healthcheck/retries")->kind, FieldKind::number);
    QCOMPARE(field(form, "/services/a/healthcheck/disable")->kind, FieldKind::boolean);
    QCOMPARE(field(form, "/services/a/mem_limit")->kind, FieldKind::text); // 512m
    QCOMPARE(field(form, "/services/a/cpus")->kind, FieldKind::number);
    QCOMPARE(field(form, "/services/a/ports")->kind, FieldKind::ports);
    const FormField *category = field(form, "/services/a/x-mediahelm/category");
    QCOMPARE(category->kind, FieldKind::choice);
    QVERIFY(!category->isOpen && category->values.contains(QStringLiteral("downloads")));
    const FormField *port = field(form, "/services/a/x-mediahelm/web/port");
    QCOMPARE(port->kind, FieldKind::number);
    QCOMPARE(port->most, 65535.0);
    QVERIFY(!field(form, "/services/a/shm_size")); // seldom wanted
    QVERIFY(field(formOf("services:\n  a:\n    shm_size: 1g\n"), "/services/a/shm_size"));
    for (const FormField &each : form.services.at(0).fields)
        QVERIFY2(!each.title.isEmpty(), qPrintable(each.pointer));
}

void FormTest::valuesAreAsWrittenAndAsResolved()
{
    const ComposeForm form =
        formOf("services:\n  a:\n    image: \"b:${TAG:-1}\"\n    volumes:\n      - ${MEDIA}:/data:ro\n");
    const FormField *image = field(form, "/services/a/image");
    QCOMPARE(image->value.text, QStringLiteral("b:${TAG:-1}"));
    QCOMPARE(image->value.resolved, QStringLiteral("b:1"));
    const FormField *volumes = field(form, "/services/a/volumes");
    QCOMPARE(volumes->rows.size(), 1);
    const QList<FormCell> &cells = volumes->rows.first().cells;
    QCOMPARE(cells.at(0).text, QStringLiteral("${MEDIA}"));
    QCOMPARE(cells.at(0).resolved, QStringLiteral("/srv/data/media"));
    QCOMPARE(cells.at(1).text, QStringLiteral("/data"));
    QCOMPARE(cells.at(1).resolved, QString());
    QCOMPARE(cells.at(2).text, QStringLiteral("true"));
}

void FormTest::S11_aSecretIsNotResolved()
{
    const ComposeForm form = formOf("services:\n  a:\n    environment:\n      KEY: ${SONARR_API_KEY}\n      NONE:\n");
    const FormField *environment = field(form, "/services/a/environment");
    const FormCell &key = environment->rows.at(0).cells.at(1);
    QVERIFY(key.hidden);
    QCOMPARE(key.resolved, QString());
    QVERIFY(!environment->rows.at(1).cells.at(1).isSet);
}

void FormTest::tellsWhereAValueComesFrom()
{
    const QByteArray text = "x-base: &base\n  restart: always\n  environment: &env\n    TZ: UTC\n"
                            "services:\n"
                            "  a:\n    <<: *base\n    image: &img b\n"
                            "  c:\n    image: *img\n    environment: *env\n"
                            "  d:\n    extends: a\n"
                            "  e:\n    environment:\n      <<: *env\n      OWN: 1\n";
    const ComposeForm form = formOf(text);
    const FormField *restart = field(form, "/services/a/restart");
    QCOMPARE(restart->origin.kind, FieldOrigin::Kind::merged);
    QCOMPARE(restart->origin.place.line, 2);
    QCOMPARE(restart->lock, FormLock::none); // another value here counts before it
    QCOMPARE(field(form, "/services/a/environment")->lock, FormLock::merged);
    QCOMPARE(field(form, "/services/a/image")->places, 1);
    const FormField *image = field(form, "/services/c/image");
    QCOMPARE(image->origin.kind, FieldOrigin::Kind::alias);
    QCOMPARE(image->origin.name, QStringLiteral("img"));
    QCOMPARE(image->value.text, QStringLiteral("b"));
    QCOMPARE(field(form, "/services/c/environment")->lock, FormLock::alias);
    QCOMPARE(field(form, "/services/c/environment")->rows.size(), 1);
    const FormField *extended = field(form, "/services/d/image");
    QCOMPARE(extended->origin.kind, FieldOrigin::Kind::extended);
    QCOMPARE(extended->origin.name, QStringLiteral("a"));
    QCOMPARE(extended->value.text, QStringLiteral("b"));
    QVERIFY(!extended->value.isSet);
    const FormField *mixed = field(form, "/services/e/environment");
    QCOMPARE(mixed->lock, FormLock::none);
    QCOMPARE(mixed->rows.at(0).lock, FormLock::none);
    QCOMPARE(mixed->rows.at(1).lock, FormLock::merged);
}

void FormTest::bothSpellingsOfARowHaveColumns()
{
    const ComposeForm form = formOf("services:\n  a:\n    ports:\n      - 80\n      - \"[::1]:8080:80/udp\"\n"
                                    "      - target: 80\n        published: \"8080\"\n"
                                    "    labels: [a=b, 'c=d=e']\n");
    const FormField *ports = field(form, "/services/a/ports");
    const auto texts = [](const FormRow &row) {
        QStringList all;
        for (const FormCell &cell : row.cells)
            all.append(cell.text);
        return all.join(u'|');
    };
    QCOMPARE(texts(ports->rows.at(0)), QStringLiteral("||80|"));
    QCOMPARE(texts(ports->rows.at(1)), QStringLiteral("[::1]|8080|80|udp"));
    QCOMPARE(texts(ports->rows.at(2)), QStringLiteral("|8080|80|"));
    QCOMPARE(texts(field(form, "/services/a/labels")->rows.at(1)), QStringLiteral("c|d=e"));
}

void FormTest::whatHasNoColumnsIsLocked()
{
    const ComposeForm form =
        formOf("services:\n  a:\n    image: [b]\n    depends_on: {c: {condition: service_healthy}}\n"
               "    volumes: [C:/a:/b:ro:x, /c]\n    healthcheck:\n      test: [CMD, true]\n");
    QCOMPARE(field(form, "/services/a/image")->lock, FormLock::shape);
    QCOMPARE(field(form, "/services/a/depends_on")->lock, FormLock::shape);
    QCOMPARE(field(form, "/services/a/depends_on")->rows.at(0).cells.at(0).text, QStringLiteral("c"));
    QCOMPARE(field(form, "/services/a/volumes")->lock, FormLock::none);
    QCOMPARE(field(form, "/services/a/volumes")->rows.at(0).lock, FormLock::shape);
    QCOMPARE(field(form, "/services/a/volumes")->rows.at(1).lock, FormLock::none);
    QCOMPARE(field(form, "/services/a/healthcheck/test")->kind, FieldKind::texts);
}

void FormTest::edits_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<FormEdit>("edit");
    QTest::addColumn<QByteArray>("after");

    const auto row = [](const char *name, const char *before, const FormEdit &edit, const char *after) {
        QTest::newRow(name) << QByteArray(before) << edit << QByteArray(after);
    };
    row("a value keeps its quotes", "services:\n  a:\n    image: 'b:1' # mine\n", set("/services/a/image", "c:2"),
        "services:\n  a:\n    image: 'c:2' # mine\n");
    row("a word that YAML would misread", "services:\n  a:\n    restart: always\n", set("/services/a/restart", "no"),
        "services:\n  a:\n    restart: no\n");
    row("line ends stay", "\xef\xbb\xbfservices:\r\n  a:\r\n    image: b", set("/services/a/restart", "always"),
        "\xef\xbb\xbfservices:\r\n  a:\r\n    image: b\r\n    restart: always");
    row("what is around it is made", "services:\n  a:\n    image: b\n", set("/services/a/healthcheck/retries", "5"),
        "services:\n  a:\n    image: b\n    healthcheck:\n      retries: 5\n");
    row("in brackets", "services: {a: {image: b}}\n", set("/services/a/mem_limit", "1g"),
        "services: {a: {image: b, mem_limit: 1g}}\n");
    row("a number in quotes stays in quotes", "services:\n  a:\n    healthcheck: {retries: \"3\"}\n",
        set("/services/a/healthcheck/retries", "5"), "services:\n  a:\n    healthcheck: {retries: \"5\"}\n");
    row("a port in short form",
        "services:\n  a:\n    ports:\n      # web\n      - \"8080:80\" # here\n      - 443:443\n",
        set("/services/a/ports/0", "9090", 1),
        "services:\n  a:\n    ports:\n      # web\n      - \"9090:80\" # here\n      - 443:443\n");
    row("a port in long form", "services:\n  a:\n    ports:\n      - target: 80\n        published: \"8080\"\n",
        set("/services/a/ports/0", "9090", 1),
        "services:\n  a:\n    ports:\n      - target: 80\n        published: \"9090\"\n");
    row("an address is added in long form", "services:\n  a:\n    ports:\n      - target: 80\n",
        set("/services/a/ports/0", "127.0.0.1", 0),
        "services:\n  a:\n    ports:\n      - target: 80\n        host_ip: 127.0.0.1\n");
    row("a port with a variable", "services:\n  a:\n    ports: [\"${P:-80}:80\"]\n",
        set("/services/a/ports/0", "udp", 3), "services:\n  a:\n    ports: [\"${P:-80}:80/udp\"]\n");
    row("a port is added in quotes", "services:\n  a:\n    image: b\n", add("/services/a/ports", "|8080|80|"),
        "services:\n  a:\n    image: b\n    ports:\n      - \"8080:80\"\n");
    row("a port goes with its comment", "services:\n  a:\n    ports:\n      # web\n      - 80:80 # x\n      - 81:81\n",
        drop("/services/a/ports/0"), "services:\n  a:\n    ports:\n      - 81:81\n");
    row("read only", "services:\n  a:\n    volumes:\n      - ./a:/b:z\n", set("/services/a/volumes/0", "true", 2),
        "services:\n  a:\n    volumes:\n      - ./a:/b:ro,z\n");
    row("no more read only", "services:\n  a:\n    volumes:\n      - ./a:/b:ro\n", set("/services/a/volumes/0", "", 2),
        "services:\n  a:\n    volumes:\n      - ./a:/b\n");
    row("no more read only, in long form",
        "services:\n  a:\n    volumes:\n      - {type: bind, source: /a, target: /b, read_only: true}\n",
        set("/services/a/volumes/0", "", 2),
        "services:\n  a:\n    volumes:\n      - {type: bind, source: /a, target: /b, read_only: false}\n");
    row("a variable in a mapping", "services:\n  a:\n    environment:\n      PUID: 1000\n",
        set("/services/a/environment/PUID", "1001", 1), "services:\n  a:\n    environment:\n      PUID: 1001\n");
    row("a variable that only looks like a number", "services:\n  a:\n    environment:\n      V: 1\n",
        set("/services/a/environment/V", "1.10", 1), "services:\n  a:\n    environment:\n      V: \"1.10\"\n");
    row("a variable in a list", "services:\n  a:\n    environment:\n      - PUID=1000\n",
        set("/services/a/environment/0", "1001", 1), "services:\n  a:\n    environment:\n      - PUID=1001\n");
    row("a variable is renamed", "services:\n  a:\n    environment:\n      # id\n      \"PUID\": 1 # x\n",
        set("/services/a/environment/PUID", "UID", 0),
        "services:\n  a:\n    environment:\n      # id\n      \"UID\": 1 # x\n");
    row("a name without a value is renamed", "services:\n  a:\n    environment: [TOKEN]\n",
        set("/services/a/environment/0", "KEY", 0), "services:\n  a:\n    environment: [KEY]\n");
    row("a variable is added to a list", "services:\n  a:\n    environment:\n    - A=1\n",
        add("/services/a/environment", "B|x y"), "services:\n  a:\n    environment:\n    - A=1\n    - B=x y\n");
    row("a variable is added to a mapping", "services:\n  a:\n    environment:\n      A: '1'\n",
        add("/services/a/environment", "B|2"), "services:\n  a:\n    environment:\n      A: '1'\n      B: \"2\"\n");
    row("a label with a dot and a slash", "services:\n  a: {}\n", add("/services/a/labels", "x.y/z|v"),
        "services:\n  a: {labels: {x.y/z: v}}\n");
    row("a merged value is written out here", "x: &x {restart: always}\nservices:\n  a:\n    <<: *x\n",
        set("/services/a/restart", "on-failure"),
        "x: &x {restart: always}\nservices:\n  a:\n    <<: *x\n    restart: on-failure\n");
}

void FormTest::edits()
{
    QFETCH(QByteArray, before);
    QFETCH(FormEdit, edit);
    QFETCH(QByteArray, after);
    const auto text = m_desk->withField(path, before, edit);
    QVERIFY2(text, qPrintable(text ? QString() : text.error().message));
    QCOMPARE(*text, after);
}

void FormTest::refusesWhatCannotBeWritten_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<FormEdit>("edit");
    QTest::addColumn<base::ErrorKind>("kind");

    using base::ErrorKind;
    const QByteArray merged = "x: &x {environment: {A: 1}, healthcheck: {retries: 1}}\nservices:\n  a:\n    <<: *x\n";
    QTest::newRow("a row of what is merged") << merged << add("/services/a/environment", "B|1") << ErrorKind::conflict;
    QTest::newRow("a part of what is merged")
        << merged << set("/services/a/healthcheck/retries", "2") << ErrorKind::conflict;
    QTest::newRow("a part of what is merged, not there")
        << merged << set("/services/a/healthcheck/interval", "2s") << ErrorKind::conflict;
    QTest::newRow("no field") << QByteArray("services: {a: {}}") << set("/services/a/nothing", "x")
                              << ErrorKind::invalid;
    QTest::newRow("no service") << QByteArray("services: {a: {}}") << set("/services/b/image", "x")
                                << ErrorKind::invalid;
    QTest::newRow("no row") << QByteArray("services: {a: {ports: [80]}}") << drop("/services/a/ports/7")
                            << ErrorKind::notFound;
    QTest::newRow("a port of nothing") << QByteArray("services: {a: {ports: ['80:80']}}")
                                       << set("/services/a/ports/0", "", 2) << ErrorKind::invalid;
    QTest::newRow("a row of nothing") << QByteArray("services: {a: {}}") << add("/services/a/volumes", "/a||")
                                      << ErrorKind::invalid;
    QTest::newRow("twice") << QByteArray("services: {a: {environment: {A: 1}}}")
                           << add("/services/a/environment", "A|2") << ErrorKind::conflict;
    QTest::newRow("a name that is there") << QByteArray("services: {a: {environment: {A: 1, B: 2}}}")
                                          << set("/services/a/environment/A", "B", 0) << ErrorKind::conflict;
    QTest::newRow("half typed") << QByteArray("services: {a") << set("/services/a/image", "x") << ErrorKind::invalid;
}

void FormTest::refusesWhatCannotBeWritten()
{
    QFETCH(QByteArray, text);
    QFETCH(FormEdit, edit);
    QFETCH(base::ErrorKind, kind);
    const auto written = m_desk->withField(path, text, edit);
    QVERIFY(!written);
    QCOMPARE(written.error().kind, kind);
    QVERIFY(!written.error().message.isEmpty());
}

void FormTest::aTextThatIsBeingTypedSaysWhy()
{
    const auto form = m_desk->form(path, "services:\n  a:\n    image: \"b\n");
    QVERIFY(!form);
    QCOMPARE(form.error().kind, base::ErrorKind::invalid);
    QVERIFY(form.error().message.contains(u':'));
    QVERIFY(!m_desk->form(QStringLiteral("local.env"), "A=1\n"));
    QVERIFY(m_desk->form(path, {})->services.isEmpty());
    QVERIFY(m_desk->form(path, "services:\n")->services.isEmpty());
}

void FormTest::cellsAndTextsAreTheSame_data()
{
    QTest::addColumn<FieldKind>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("cells"); // empty: it has none
    const auto row = [](FieldKind kind, const char *text, const char *cells) {
        QTest::newRow(text) << kind << QString::fromLatin1(text) << QString::fromLatin1(cells);
    };
    row(FieldKind::ports, "80", "||80|");
    row(FieldKind::ports, "8080-8090:80-90/udp", "|8080-8090|80-90|udp");
    row(FieldKind::ports, "127.0.0.1::80", "127.0.0.1||80|");
    row(FieldKind::ports, "[::1]:8080:80", "[::1]|8080|80|");
    row(FieldKind::ports, "${A:-1:2}:${B:?a/b}/${C:-tcp}", "|${A:-1:2}|${B:?a/b}|${C:-tcp}");
    row(FieldKind::ports, "${ALL}", "||${ALL}|");
    row(FieldKind::ports, "1:2:3:4", "");
    row(FieldKind::ports, "80/tcp/udp", "");
    row(FieldKind::mounts, "/data", "|/data|");
    row(FieldKind::mounts, "${A:?}/x:/config", "${A:?}/x|/config|");
    row(FieldKind::mounts, "a:/b:ro,z", "a|/b|true");
    row(FieldKind::mounts, "a:/b:rw", "a|/b|");
    row(FieldKind::mounts, "C:/a:/b:ro:x", "");
    row(FieldKind::devices, "/dev/dri", "/dev/dri||");
    row(FieldKind::devices, "/dev/a:/dev/b:rwm", "/dev/a|/dev/b|rwm");
    row(FieldKind::pairs, "A=b=c", "A|b=c");
    row(FieldKind::texts, "a:b", "a:b");
}

void FormTest::cellsAndTextsAreTheSame()
{
    QFETCH(FieldKind, kind);
    QFETCH(QString, text);
    QFETCH(QString, cells);
    const std::optional<QStringList> found = cellsOfText(kind, text);
    QCOMPARE(found.has_value(), !cells.isEmpty());
    if (!found)
        return;
    QCOMPARE(found->join(u'|'), cells);
    QCOMPARE(found->size(), columnsOf(kind));
    QCOMPARE(textOfCells(kind, *found, text), std::optional(text));
}

QTEST_GUILESS_MAIN(FormTest)
#include "form_test.moc"
