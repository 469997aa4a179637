// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/plan/project_observer.h"
#include "engine/scripted_engine.h"

#include <QTest>

using namespace mediahelm;
using base::ErrorKind;
using engine::EngineClient;
using revision::ProjectObserver;
using tests::ScriptedEngine;

namespace {

constexpr char first[] = "aaaaaaaaaaaa";
constexpr char second[] = "bbbbbbbbbbbb";

QByteArray inspectionOf(const QByteArray &id, const QByteArray &name)
{
    return R"({"Id":")" + id + R"(","Name":"/)" + name + R"(","Image":"sha256:made","State":{"Status":"running"}})";
}

} // namespace

class ProjectObserverTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void containersComeByName();
    void containerThatWentMeanwhileIsLeftOut();
    void noContainerIsNoError();
    void failureIsTold_data();
    void failureIsTold();
    void imagesThatAreAbsentAreLeftOut();
    void failureOfAnImageIsTold();
    void impossibleImageNameIsTold();
    void destroyingItCancels();

private:
    std::unique_ptr<ScriptedEngine> m_engine;
    std::unique_ptr<EngineClient> m_client;
};

void ProjectObserverTest::init()
{
    m_client.reset();
    m_engine = std::make_unique<ScriptedEngine>();
    m_engine->answer("/containers/json",
                     {ScriptedEngine::json(QByteArray(R"([{"Id":")") + first + R"("},{"Id":")" + second + R"("}])")});
    m_engine->answer(QByteArray("/containers/") + first, {ScriptedEngine::json(inspectionOf(first, "z"))});
    m_engine->answer(QByteArray("/containers/") + second, {ScriptedEngine::json(inspectionOf(second, "a"))});
    m_client = std::make_unique<EngineClient>(m_engine->opener());
}

void ProjectObserverTest::containersComeByName()
{
    ProjectObserver observer(*m_client);
    const auto containers = observer.containers(QStringLiteral("media"));
    QTRY_VERIFY(containers.isFinished());
    QVERIFY(containers.result());
    QCOMPARE(containers.result()->size(), 2);
    QCOMPARE(containers.result()->at(0).name + containers.result()->at(1).name, QStringLiteral("az"));
}

void ProjectObserverTest::containerThatWentMeanwhileIsLeftOut()
{
    m_engine->answer(QByteArray("/containers/") + first, {ScriptedEngine::reply(404, R"({"message":"gone"})")});
    ProjectObserver observer(*m_client);
    const auto containers = observer.containers(QStringLiteral("media"));
    QTRY_VERIFY(containers.isFinished());
    QVERIFY(containers.result());
    QCOMPARE(containers.result()->size(), 1);
}

void ProjectObserverTest::noContainerIsNoError()
{
    m_engine->answer("/containers/json", {ScriptedEngine::json("[]")});
    ProjectObserver observer(*m_client);
    const auto containers = observer.containers(QStringLiteral("media"));
    QTRY_VERIFY(containers.isFinished());
    QVERIFY(containers.result() && containers.result()->isEmpty());
    const auto images = observer.images({}, {});
    QTRY_VERIFY(images.isFinished());
    QVERIFY(images.result());
}

void ProjectObserverTest::failureIsTold_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    const QByteArray list = "/containers/json";
    const QByteArray one = QByteArray("/containers/") + second;
    QTest::newRow("list: 500") << list << 500 << ErrorKind::internal;
    QTest::newRow("list: forbidden") << list << 403 << ErrorKind::refused;
    QTest::newRow("list: bad JSON") << list << 200 << ErrorKind::invalid;
    QTest::newRow("one: 500") << one << 500 << ErrorKind::internal;
    QTest::newRow("one: 409") << one << 409 << ErrorKind::conflict;
    QTest::newRow("one: bad JSON") << one << 200 << ErrorKind::invalid;
}

void ProjectObserverTest::failureIsTold()
{
    QFETCH(QByteArray, target);
    QFETCH(int, status);
    m_engine->answer(target, {ScriptedEngine::reply(status, "{\"mess")});
    ProjectObserver observer(*m_client);
    const auto containers = observer.containers(QStringLiteral("media"));
    QTRY_VERIFY(containers.isFinished());
    QVERIFY(!containers.result());
    QTEST(containers.result().error().kind, "kind");
}

void ProjectObserverTest::imagesThatAreAbsentAreLeftOut()
{
    m_engine->answer("/images/app:1/json", {ScriptedEngine::json(R"({"Id":"sha256:now"})")});
    m_engine->answer("/images/sha256:made/json", {ScriptedEngine::json(R"({"Id":"sha256:made"})")});
    ProjectObserver observer(*m_client);
    model::ObservedContainer container;
    container.imageId = QStringLiteral("sha256:made");
    const auto images = observer.images({container, container},
                                        {QStringLiteral("app:1"), QStringLiteral("absent:1"), QStringLiteral("app:1")});
    QTRY_VERIFY(images.isFinished());
    QVERIFY(images.result());
    QCOMPARE(images.result()->images.keys(), QStringList(QStringLiteral("app:1")));
    QCOMPARE(images.result()->madeFrom.keys(), QStringList(QStringLiteral("sha256:made")));
    QCOMPARE(images.result()->containers.size(), 2);
    QCOMPARE(m_engine->requests().size(), 3); // each once
}

void ProjectObserverTest::failureOfAnImageIsTold()
{
    m_engine->answer("/images/app:1/json", {ScriptedEngine::reply(500, R"({"message":"disk"})")});
    ProjectObserver observer(*m_client);
    const auto images = observer.images({}, {QStringLiteral("app:1"), QStringLiteral("absent:1")});
    QTRY_VERIFY(images.isFinished());
    QCOMPARE(images.result().error().kind, ErrorKind::internal);
}

void ProjectObserverTest::impossibleImageNameIsTold()
{
    ProjectObserver observer(*m_client);
    const auto images = observer.images({}, {QStringLiteral("a b?c")});
    QTRY_VERIFY(images.isFinished());
    QCOMPARE(images.result().error().kind, ErrorKind::invalid);
}

void ProjectObserverTest::destroyingItCancels()
{
    m_engine->hang("/containers/json");
    auto observer = std::make_unique<ProjectObserver>(*m_client);
    const auto containers = observer->containers(QStringLiteral("media"));
    QTRY_COMPARE(m_engine->requests().size(), 1);
    observer.reset();
    m_client.reset();
    QTRY_VERIFY(containers.isFinished());
    QCOMPARE(containers.result().error().kind, ErrorKind::cancelled);
}

QTEST_GUILESS_MAIN(ProjectObserverTest)
#include "project_observer_test.moc"
