// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/deployment/local_deployments.h"
#include "core/control/revision_desk.h"
#include "core/revision/async/threaded_revisions.h"
#include "fakes/memory_secret_store.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace mediahelm;
using base::ErrorKind;

namespace {

constexpr int patience = 60'000; // milliseconds; a busy machine takes its time

template<typename T>
base::Result<T> wait(const QFuture<base::Result<T>> &future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, patience))
        return base::Error{ErrorKind::internal, QStringLiteral("the test ran out of patience"), {}};
    return future.result();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

} // namespace

// What the window is told of a store of revisions that is really damaged, and what it can do about it. No engine is
// needed for it.
class StoreDamageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aSoundStoreIsNotSetAside();
    void B15_aDamagedStoreIsToldAndSetAsideOnDemand();
    void whatWasInterruptedGoesAlong();
    void aDeploymentThatRunsHoldsTheStore();

private:
    control::RevisionDesk &desk() { return m_workspace->revisions(); }
    QString own(const QString &name) const { return m_folder->filePath(QStringLiteral(".mediahelm/") + name); }
    void damage() { write(own(QStringLiteral("revisions.git/refs/heads/main")), QByteArray(40, 'a') + '\n'); }

    base::SystemClock m_clock;
    fakes::MemorySecretStore m_store;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<control::LocalDeployments> m_deployments;
    std::shared_ptr<control::WorkspaceDeployments> m_workspace;
};

void StoreDamageTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    write(m_folder->filePath(QStringLiteral("compose.yaml")), "name: x\nservices:\n  web:\n    image: web:1\n");
    m_deployments = std::make_unique<control::LocalDeployments>(QMap<QString, QString>(), m_store, m_clock);
    m_workspace = m_deployments->of(m_folder->path());
}

void StoreDamageTest::cleanup()
{
    m_workspace.reset();
    m_deployments.reset();
    m_folder.reset();
}

void StoreDamageTest::aSoundStoreIsNotSetAside()
{
    QVERIFY(!*wait(desk().damage())); // there is none at all
    QCOMPARE(wait(desk().beginAnew()).error().kind, ErrorKind::notFound);
    QVERIFY(wait(desk().save(QStringLiteral("one"))));
    QVERIFY(!*wait(desk().damage()));
    QCOMPARE(wait(desk().beginAnew()).error().kind, ErrorKind::conflict);
    QCOMPARE(wait(desk().list({}, 10, std::nullopt))->total, 1);
}

void StoreDamageTest::B15_aDamagedStoreIsToldAndSetAsideOnDemand()
{
    QVERIFY(wait(desk().save(QStringLiteral("one"))));
    damage();
    const auto read = wait(desk().list({}, 10, std::nullopt));
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::internal);
    const auto told = wait(desk().damage());
    QVERIFY(told && *told);
    QVERIFY(!(*told)->detail.isEmpty());
    QCOMPARE(QDir((*told)->folder).canonicalPath(), QDir(own(QStringLiteral("revisions.git"))).canonicalPath());
    QVERIFY(!(*told)->interrupted);
    QVERIFY(QFile::exists(own(QStringLiteral("revisions.git/HEAD")))); // nothing is done unasked

    QSignalSpy changed(&desk(), &control::RevisionDesk::changed);
    const auto aside = wait(desk().beginAnew());
    QVERIFY2(aside, qPrintable(aside ? QString() : aside.error().message));
    QCOMPARE(changed.size(), 1);
    QVERIFY2(aside->startsWith((*told)->aside), qPrintable(*aside));
    QFile old(*aside + QStringLiteral("/refs/heads/main"));
    QVERIFY(old.open(QIODevice::ReadOnly));
    QCOMPARE(old.readAll(), QByteArray(40, 'a') + '\n'); // byte for byte
    QVERIFY(!*wait(desk().damage()));
    QCOMPARE(wait(desk().list({}, 10, std::nullopt))->total, 0);
    QVERIFY(wait(desk().save(QStringLiteral("first of the new one"))));
    QCOMPARE(wait(desk().list({}, 10, std::nullopt))->total, 1);
}

// Or no deployment could ever be begun again: its revision is in the old store.
void StoreDamageTest::whatWasInterruptedGoesAlong()
{
    const auto saved = wait(desk().save(QStringLiteral("one")));
    QVERIFY(saved);
    const QString note = own(QStringLiteral("deployment.json"));
    write(note, R"({"format":1,"phase":"deploying","revision":")" + saved->id.text().toLatin1() + R"("})");
    QVERIFY(*wait(m_workspace->interrupted()));
    QCOMPARE(wait(desk().beginAnew()).error().kind, ErrorKind::conflict);
    QVERIFY(QFile::exists(note)); // a store that is whole keeps it
    damage();
    QVERIFY((*wait(desk().damage()))->interrupted);
    const auto aside = wait(desk().beginAnew());
    QVERIFY(aside);
    QVERIFY(!*wait(m_workspace->interrupted()));
    QVERIFY(QFile::exists(*aside + QStringLiteral("/deployment.json")));
}

void StoreDamageTest::aDeploymentThatRunsHoldsTheStore()
{
    QVERIFY(wait(desk().save(QStringLiteral("one"))));
    revision::ThreadedRevisions one(m_folder->path(), QStringLiteral("the test"), m_clock);
    QVERIFY(wait(one.hold(QStringLiteral("deploying"))));
    damage();
    QCOMPARE(wait(one.beginAnew()).error().kind, ErrorKind::conflict); // its own
    QCOMPARE(wait(desk().beginAnew()).error().kind, ErrorKind::conflict); // another process's
    QVERIFY(*wait(desk().damage()));
    QVERIFY(wait(one.letGo()));
    QVERIFY(wait(desk().beginAnew()));
}

QTEST_GUILESS_MAIN(StoreDamageTest)
#include "store_damage_test.moc"
