// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/configuration/sample_workspace.h"
#include "core/base/clock.h"
#include "core/control/configuration/configuration_desk.h"

#include <QTest>

#include <algorithm>

using namespace mediahelm;
using namespace mediahelm::control;

// What an open workspace knows of files that its own include and extend.
class IncludedFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theyAreFilesOfTheWorkspace();
    void theirTextsInTheEditorCount();
    void theyHaveVariablesOfTheirOwn();
    void theirNamesAreKnown();
    void theyAreWatchedWhereverTheyLie();
    void whatLiesOutsideIsNotOpened();
    void theyKeepTheirNames();

private:
    base::Result<ConfigurationDesk::Look> look() { return m_desk->look(); }
    QStringList codesIn(const QString &file);

    std::unique_ptr<test::SampleWorkspace> m_workspace;
    std::unique_ptr<ConfigurationDesk> m_desk;
    base::SystemClock m_clock;
};

void IncludedFilesTest::init()
{
    m_workspace = std::make_unique<test::SampleWorkspace>();
    m_workspace->write(QStringLiteral("media/compose.yaml"),
                       "services:\n  web:\n    image: web:${TAG}\n    networks: [inner]\nnetworks:\n  inner: {}\n");
    m_workspace->write(QStringLiteral("media/.env"), "TAG=3\n");
    m_workspace->write(QStringLiteral("parts/base.yaml"), "services:\n  base:\n    image: base:1\n");
    m_workspace->write(QStringLiteral("services/more.yaml"),
                       "include: [media/compose.yaml]\n"
                       "services:\n"
                       "  more:\n"
                       "    extends: {file: parts/base.yaml, service: base}\n"
                       "    depends_on: [web]\n");
    m_desk = std::make_unique<ConfigurationDesk>(
        ConfigurationDesk::Place{m_workspace->folder(), {}, {{QStringLiteral("HOME"), QStringLiteral("/")}}}, m_clock);
}

QStringList IncludedFilesTest::codesIn(const QString &file)
{
    QStringList codes;
    const auto looked = look();
    if (!looked)
        return {looked.error().message};
    for (const model::Diagnostic &one : looked->diagnostics) {
        if (one.file == file && one.severity == model::Severity::error)
            codes.append(one.code);
    }
    return codes;
}

void IncludedFilesTest::theyAreFilesOfTheWorkspace()
{
    const auto looked = look();
    QVERIFY(looked.ok());
    const auto has = [&looked](const QString &path, FileKind kind) {
        return looked->facts.files.contains(ConfigurationFile{path, kind});
    };
    QVERIFY(has(QStringLiteral("media/compose.yaml"), FileKind::compose));
    QVERIFY(has(QStringLiteral("parts/base.yaml"), FileKind::compose));
    QVERIFY(has(QStringLiteral("media/.env"), FileKind::env));
    QVERIFY(m_desk->read(QStringLiteral("media/compose.yaml")).ok());
    for (const model::Diagnostic &one : looked->diagnostics)
        QVERIFY2(one.severity != model::Severity::error, qPrintable(one.file + one.message));
}

void IncludedFilesTest::theirTextsInTheEditorCount()
{
    const QString path = QStringLiteral("media/compose.yaml");
    QCOMPARE(codesIn(path), QStringList());
    m_desk->setText(path, "services:\n  web:\n    image: web:1\n    networks: [none]\n");
    QCOMPARE(codesIn(path), QStringList{QStringLiteral("undefined-network")});
    m_desk->setText(path, "services:\n  other:\n    image: web:1\n");
    QCOMPARE(codesIn(path), QStringList());
    QCOMPARE(codesIn(QStringLiteral("services/more.yaml")), QStringList{QStringLiteral("undefined-service")});
    m_desk->dropText(path);
    QCOMPARE(codesIn(QStringLiteral("services/more.yaml")), QStringList());
}

void IncludedFilesTest::theyHaveVariablesOfTheirOwn()
{
    QVERIFY(look().ok());
    const QByteArray text = m_workspace->read(QStringLiteral("media/compose.yaml"));
    const Explanation inside = m_desk->explain(QStringLiteral("media/compose.yaml"), text, text.indexOf("TAG"));
    QCOMPARE(inside.value, QStringLiteral("3"));
    const QByteArray own = "services:\n  vpn:\n    image: gluetun:${TAG}\n";
    const Explanation outside = m_desk->explain(QStringLiteral("services/vpn.yaml"), own, own.indexOf("TAG"));
    QVERIFY(!outside.isSet);
    const auto target = m_desk->definition(QStringLiteral("media/compose.yaml"), text, text.indexOf("TAG"));
    QVERIFY(target.ok());
    QCOMPARE(target->file, QStringLiteral("media/.env"));
}

void IncludedFilesTest::theirNamesAreKnown()
{
    QVERIFY(look().ok());
    const QByteArray text = "services:\n  vpn:\n    image: g:1\n    depends_on:\n      - we\n";
    const Completions found = m_desk->complete(QStringLiteral("services/vpn.yaml"), text, text.indexOf("we\n") + 2);
    const auto is = [&found](const QString &name) {
        return std::ranges::any_of(found.items, [&name](const Completion &item) { return item.text == name; });
    };
    QVERIFY(is(QStringLiteral("web")));
    const QByteArray other = "services:\n  vpn:\n    image: g:1\n    depends_on:\n      - ba\n";
    const Completions none = m_desk->complete(QStringLiteral("services/vpn.yaml"), other, other.indexOf("ba\n") + 2);
    QVERIFY2(none.items.isEmpty(), "what is extended alone is no service of the project");
}

void IncludedFilesTest::theyAreWatchedWhereverTheyLie()
{
    m_workspace->write(QStringLiteral("services/more.yaml"), "include: [../beside/b.yaml, media/compose.yaml]\n");
    const QString beside = QFileInfo(m_workspace->folder()).path() + QStringLiteral("/beside");
    QVERIFY(QDir().mkpath(beside));
    QFile file(beside + QStringLiteral("/b.yaml"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("services: {b: {image: b, bogus: sesame}}\n");
    file.close();
    const auto looked = look();
    QVERIFY(QDir(beside).removeRecursively());
    QVERIFY(looked.ok());
    const auto watches = [&looked](const QString &path) {
        return std::ranges::any_of(looked->watched,
                                   [&path](const QString &one) { return QDir::cleanPath(one) == path; });
    };
    QVERIFY(watches(beside + QStringLiteral("/b.yaml")));
    QVERIFY(watches(beside));
    QVERIFY(watches(m_workspace->absolute(QStringLiteral("media"))));
    const auto told =
        std::ranges::find(looked->diagnostics, QStringLiteral("schema-unknown-key"), &model::Diagnostic::code);
    QVERIFY(told != looked->diagnostics.end());
    QCOMPARE(told->file, QStringLiteral("../beside/b.yaml"));
    QVERIFY(!told->fix && !told->message.contains(u"sesame") && !told->message.contains(u"bogus"));
}

void IncludedFilesTest::whatLiesOutsideIsNotOpened()
{
    m_workspace->write(QStringLiteral("services/more.yaml"), "include: [/etc/hostname]\n");
    const auto looked = look();
    QVERIFY(looked.ok());
    QVERIFY(std::ranges::none_of(looked->facts.files,
                                 [](const ConfigurationFile &file) { return file.path.contains(u"hostname"); }));
    QVERIFY(!m_desk->read(QStringLiteral("/etc/hostname")).ok());
    QVERIFY(!m_desk->save(QStringLiteral("/etc/hostname"), "x", {}).ok());
}

void IncludedFilesTest::theyKeepTheirNames()
{
    QVERIFY(look().ok());
    const QString path = QStringLiteral("media/compose.yaml");
    QCOMPARE(m_desk->renameFile(path, QStringLiteral("services/x.yaml")).error().kind, base::ErrorKind::refused);
    const auto stake = m_desk->stake(path);
    QVERIFY(stake.ok());
    QCOMPARE(stake->mentionedIn, QStringList{QStringLiteral("services/more.yaml")});
    QCOMPARE(m_desk->removeFile(path, stake->digest).error().kind, base::ErrorKind::refused);
}

QTEST_GUILESS_MAIN(IncludedFilesTest)
#include "included_files_test.moc"
