// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/adoption/local_adoption.h"
#include "core/workspace/project/local_workspace_files.h"
#include "core/workspace/project/workspace.h"
#include "fakes/fake_fleet.h"
#include "fakes/memory_secret_store.h"
#include "fakes/sample_fleet.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace mediahelm;
using namespace mediahelm::control;
using base::ErrorKind;

namespace {

const QString key = QStringLiteral("workspace/pihole/PIHOLE_WEBPASSWORD");

template<typename T>
base::Result<T> waitFor(const QFuture<base::Result<T>> &future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 30'000))
        return base::Error{ErrorKind::timeout, QStringLiteral("no answer"), {}};
    return future.result();
}

model::ContainerKey keyOf(const char *digit)
{
    return {fakes::hostId(QStringLiteral("local")), *base::ContainerId::parse(QString(64, QLatin1Char(*digit)))};
}

model::RawContainer raw(const model::ContainerKey &container, const QString &name, const QStringList &environment)
{
    return {
        QJsonObject{{QStringLiteral("Id"), container.id.text()},
                    {QStringLiteral("Name"), u'/' + name},
                    {QStringLiteral("Config"),
                     QJsonObject{{QStringLiteral("Image"), QStringLiteral("%1:1").arg(name)},
                                 {QStringLiteral("Env"), QJsonArray::fromStringList(environment)}}},
                    {QStringLiteral("HostConfig"), QJsonObject{{QStringLiteral("Runtime"), QStringLiteral("runc")}}}},
        QJsonObject{{QStringLiteral("RepoTags"), QJsonArray{QStringLiteral("%1:1").arg(name)}},
                    {QStringLiteral("Config"), QJsonObject()}}};
}

} // namespace

// A container that was started by hand, taken over into a new workspace on a real disk.
class AdoptionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void makesAWorkspaceOfAContainer();
    void S11_noSecretIsInAFile();
    void anEmptyFolderIsTaken();
    void whatStandsThereIsLeftAlone();
    void anotherValueOfASecretHoldsIt();
    void aStoreThatIsLockedLeavesNothing();
    void mistakesAreTold();
    void theNewestImportCounts();

private:
    base::Result<SetupOutcome> make(const QString &project = QStringLiteral("pihole"))
    {
        return waitFor(m_adoption->makeWorkspace(m_folder, project));
    }
    bool import() { return waitFor(m_adoption->import(keyOf("a"))).ok(); }
    QStringList beside() const // what lies beside the workspace
    {
        return QDir(m_above->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    QByteArray read(const QString &path) const
    {
        QFile file(m_folder + u'/' + path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_above;
    QString m_folder;
    std::unique_ptr<fakes::FakeFleet> m_fleet;
    std::unique_ptr<fakes::MemorySecretStore> m_store;
    std::unique_ptr<LocalAdoption> m_adoption;
    QByteArray m_password;
};

void AdoptionTest::init()
{
    m_adoption.reset();
    m_above = std::make_unique<QTemporaryDir>();
    m_folder = m_above->filePath(QStringLiteral("pihole"));
    m_fleet = std::make_unique<fakes::FakeFleet>();
    m_store = std::make_unique<fakes::MemorySecretStore>();
    m_password = QByteArray("ses") + "ame";
    m_fleet->setRaw(keyOf("a"),
                    raw(keyOf("a"), QStringLiteral("pihole"),
                        {QStringLiteral("WEBPASSWORD=") + QString::fromLatin1(m_password), QStringLiteral("TZ=UTC")}));
    m_fleet->setRaw(keyOf("b"), raw(keyOf("b"), QStringLiteral("whoami"), {}));
    m_adoption = std::make_unique<LocalAdoption>(*m_fleet, *m_store);
}

void AdoptionTest::makesAWorkspaceOfAContainer()
{
    const auto file = waitFor(m_adoption->import(keyOf("a")));
    QVERIFY(file);
    QVERIFY(beside().isEmpty()); // looking writes nothing
    const auto made = make();
    QVERIFY2(made, qPrintable(made ? QString() : made.error().message));
    QCOMPARE(made->folder, m_folder);
    QCOMPARE(made->project, QStringLiteral("pihole"));
    QCOMPARE(made->secretsGiven, QStringList(QStringLiteral("PIHOLE_WEBPASSWORD")));
    QCOMPARE(beside(), QStringList(QStringLiteral("pihole")));
    QCOMPARE(read(QStringLiteral("services/pihole.yaml")), file->yaml);
    QCOMPARE(m_store->content.value(key), m_password);
    // It is a workspace, and nothing is wrong in it.
    const auto workspace = workspace::readWorkspace(workspace::LocalWorkspaceFiles(m_folder), {});
    QVERIFY2(workspace, qPrintable(workspace ? QString() : workspace.error().message));
    QCOMPARE(workspace->name, QStringLiteral("pihole"));
    QCOMPARE(workspace->composeFiles.size(), 1);
    QCOMPARE(workspace->composeFiles.constFirst().path, QStringLiteral("services/pihole.yaml"));
}

void AdoptionTest::S11_noSecretIsInAFile()
{
    QVERIFY(import());
    const auto made = make();
    QVERIFY(made);
    for (const QString &path : made->files)
        QVERIFY2(!read(path).contains(m_password), qPrintable(path));
    QVERIFY(read(QStringLiteral("mediahelm.yaml")).contains("  - PIHOLE_WEBPASSWORD\n"));
    QVERIFY(read(QStringLiteral("services/pihole.yaml")).contains("${PIHOLE_WEBPASSWORD"));
}

void AdoptionTest::anEmptyFolderIsTaken()
{
    QVERIFY(QDir().mkpath(m_folder));
    QVERIFY(import());
    QVERIFY(make());
    QVERIFY(!read(QStringLiteral("mediahelm.yaml")).isEmpty());
}

void AdoptionTest::whatStandsThereIsLeftAlone()
{
    QVERIFY(QDir().mkpath(m_folder + QStringLiteral("/mine")));
    QVERIFY(import());
    const auto made = make();
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::conflict);
    QCOMPARE(QDir(m_folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList(QStringLiteral("mine")));
    QCOMPARE(beside(), QStringList(QStringLiteral("pihole")));
    QVERIFY(m_store->content.isEmpty());
}

void AdoptionTest::anotherValueOfASecretHoldsIt()
{
    m_store->content.insert(key, "another");
    QVERIFY(import());
    const auto made = make();
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::conflict);
    QCOMPARE(m_store->content.value(key), QByteArray("another"));
    QTRY_VERIFY(beside().isEmpty());
    m_store->content.insert(key, m_password); // the same one is its own
    QVERIFY(make());
}

void AdoptionTest::aStoreThatIsLockedLeavesNothing()
{
    QVERIFY(import());
    m_store->locked = true;
    const auto made = make();
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::refused);
    QTRY_VERIFY(beside().isEmpty());
    m_store->locked = false;
    QVERIFY(m_store->content.isEmpty());
    QVERIFY(make()); // once it is open
}

void AdoptionTest::mistakesAreTold()
{
    QCOMPARE(make().error().kind, ErrorKind::invalid); // nothing was imported
    QVERIFY(import());
    QCOMPARE(make(QStringLiteral("No Name")).error().kind, ErrorKind::invalid);
    QCOMPARE(waitFor(m_adoption->makeWorkspace(QStringLiteral("pihole"), QStringLiteral("pihole"))).error().kind,
             ErrorKind::invalid);
    QVERIFY(beside().isEmpty());
    QVERIFY(m_store->content.isEmpty());
}

// Whatever comes first: what is made is what was asked for last.
void AdoptionTest::theNewestImportCounts()
{
    m_fleet->holdRaw();
    const auto first = m_adoption->import(keyOf("a"));
    const auto second = m_adoption->import(keyOf("b"));
    m_fleet->answerRaw(keyOf("b"));
    QVERIFY(waitFor(second));
    m_fleet->answerRaw(keyOf("a"));
    QCOMPARE(waitFor(first).error().kind, ErrorKind::cancelled);
    QVERIFY(make(QStringLiteral("who")));
    QVERIFY(read(QStringLiteral("services/pihole.yaml")).isEmpty());
    QVERIFY(!read(QStringLiteral("services/whoami.yaml")).isEmpty());
    QVERIFY(m_store->content.isEmpty());
}

QTEST_GUILESS_MAIN(AdoptionTest)
#include "adoption_test.moc"
