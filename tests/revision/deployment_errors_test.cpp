// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/input/local_deployment_source.h"
#include "core/secrets/no_secret_store.h"

#include <QFile>
#include <QFileInfo>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>

using namespace mediahelm;
using namespace mediahelm::revision;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 20000; // milliseconds

// Its mount point /mnt/nas has nothing mounted on it, or hangs, as a server's that has gone.
class Host final : public workspace::HostProbe
{
public:
    explicit Host(bool hangs)
        : m_hangs(hangs)
    {
    }

    base::Result<workspace::HostFacts> facts(const workspace::HostQuestions &questions) const override
    {
        workspace::HostFacts facts;
        if (questions.ports)
            facts.listeners = {{{}, 8080, QStringLiteral("tcp"), {}}};
        for (const QString &path : questions.paths) {
            if (m_hangs)
                go.acquire();
            workspace::PathFacts found;
            found.kind = workspace::PathFacts::Kind::folder;
            found.unmounted = path.startsWith(u"/mnt/nas") ? QStringLiteral("/mnt/nas") : QString();
            facts.paths.insert(path, found);
        }
        return facts;
    }
    mutable QSemaphore go;

private:
    const bool m_hangs;
};

struct Scene {
    explicit Scene(const std::shared_ptr<const Host> &host, std::chrono::milliseconds waits = 20s,
                   const QByteArray &ports = "[]")
        : source(folder.path(), {}, secrets, {host, waits})
    {
        QFile file(folder.filePath(QStringLiteral("compose.yaml")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("services:\n  web:\n    image: app:1\n    ports: " + ports
                   + "\n    volumes: ['/mnt/nas/films:/films']\n");
    }

    DeploymentErrors errors(const std::optional<workspace::EngineFacts> &engine)
    {
        const QFuture<base::Result<DeploymentErrors>> asked = source.errors(engine);
        if (!QTest::qWaitFor([&] { return asked.isFinished(); }, patience) || !asked.result())
            qFatal("the files were not read");
        return *asked.result();
    }
    QStringList codes(const std::optional<workspace::EngineFacts> &engine)
    {
        QStringList codes;
        const QList<model::Diagnostic> found = errors(engine).found;
        for (const model::Diagnostic &one : found)
            codes.append(one.code);
        return codes;
    }

    QTemporaryDir folder;
    secrets::NoSecretStore secrets;
    LocalDeploymentSource source;
};

} // namespace

// What stops an apply although Compose would take it.
class DeploymentErrorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTheMachineLacksIsFound();
    void ofAnEngineElsewhereTheFilesAloneCount();
    void aListenerThatMayBeOwnIsNoError();
    void B03_aDiskThatHangsHoldsNobody();
};

void DeploymentErrorsTest::whatTheMachineLacksIsFound()
{
    Scene scene(std::make_shared<Host>(false));
    QCOMPARE(scene.codes(workspace::EngineFacts()), QStringList({QStringLiteral("bind-unmounted")}));
}

void DeploymentErrorsTest::ofAnEngineElsewhereTheFilesAloneCount()
{
    Scene scene(std::make_shared<Host>(false));
    QCOMPARE(scene.codes(std::nullopt), QStringList());
}

void DeploymentErrorsTest::aListenerThatMayBeOwnIsNoError()
{
    Scene scene(std::make_shared<Host>(false), 20s, "['8080:80']");
    const QString project = QFileInfo(scene.folder.path()).fileName().toLower();
    workspace::EngineFacts engine;
    engine.containers = {{QStringLiteral("other"), QStringLiteral("other-web-1")}};
    QVERIFY(scene.codes(engine).contains(QStringLiteral("port-taken")));
    engine.containers.append({project, QStringLiteral("web-1")}); // as one in the network of the host
    QVERIFY(!scene.codes(engine).contains(QStringLiteral("port-taken")));
    engine.ports = {{project, QStringLiteral("web-1"), {}, 9090, QStringLiteral("tcp")}};
    QVERIFY(scene.codes(engine).contains(QStringLiteral("port-taken")));
}

void DeploymentErrorsTest::B03_aDiskThatHangsHoldsNobody()
{
    const auto host = std::make_shared<Host>(true);
    {
        Scene scene(host, 1s, "['80:80', '80:81']");
        const DeploymentErrors errors = scene.errors(workspace::EngineFacts());
        QCOMPARE(errors.unasked, QStringLiteral("/mnt/nas/films does not answer"));
        QVERIFY(!errors.found.isEmpty()); // what the files alone tell
    } // its end waits for nobody either
    host->go.release(10);
}

QTEST_GUILESS_MAIN(DeploymentErrorsTest)
#include "deployment_errors_test.moc"
