// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/local_endpoint.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace mediahelm;
using base::ErrorKind;
using base::Result;
using model::EngineAddress;
using transport::LocalEnvironment;

namespace {

void write(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

QString metaPath(const QString &folder, const QString &name)
{
    return QStringLiteral("%1/contexts/meta/%2/meta.json")
        .arg(folder, QString::fromLatin1(QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex()));
}

QByteArray contextOf(const QByteArray &host)
{
    return R"({"Name":"x","Metadata":{},"Endpoints":{"docker":{"Host":")" + host + R"(","SkipTLSVerify":false}}})";
}

} // namespace

class LocalEndpointTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void findsTheEngineAsTheDockerCliDoes_data();
    void findsTheEngineAsTheDockerCliDoes();
    void saysWhichSettingIsWrong_data();
    void saysWhichSettingIsWrong();
    void triesSocketsInOrder();
    void honoursDockerConfig();

private:
    LocalEnvironment environment() const;

    std::unique_ptr<QTemporaryDir> m_root;
};

void LocalEndpointTest::init()
{
    m_root = std::make_unique<QTemporaryDir>();
}

LocalEnvironment LocalEndpointTest::environment() const
{
    LocalEnvironment environment;
    environment.home = m_root->filePath(QStringLiteral("home"));
    environment.root = m_root->path();
    environment.userId = 1000;
    return environment;
}

void LocalEndpointTest::findsTheEngineAsTheDockerCliDoes_data()
{
    QTest::addColumn<QByteArray>("dockerHost"); // null: not set
    QTest::addColumn<QByteArray>("dockerContext");
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QByteArray>("address");
    const QByteArray unset;
    const QByteArray empty("");
    const QByteArray current = R"({"auths":{},"currentContext":"box"})";
    QTest::newRow("nothing set") << unset << unset << unset << QByteArray("unix://ROOT/var/run/docker.sock");
    QTest::newRow("DOCKER_HOST unix") << QByteArray("unix:///tmp/x.sock") << unset << unset
                                      << QByteArray("unix:///tmp/x.sock");
    QTest::newRow("DOCKER_HOST tcp") << QByteArray("tcp://127.0.0.1:2375/") << unset << unset
                                     << QByteArray("tcp://127.0.0.1:2375");
    QTest::newRow("DOCKER_HOST ssh") << QByteArray("ssh://me@box:2222") << unset << unset
                                     << QByteArray("ssh://me@box:2222");
    QTest::newRow("DOCKER_HOST wins over contexts")
        << QByteArray("unix:///tmp/x.sock") << QByteArray("box") << current << QByteArray("unix:///tmp/x.sock");
    QTest::newRow("an empty DOCKER_HOST means the default")
        << empty << QByteArray("box") << current << QByteArray("unix://ROOT/var/run/docker.sock");
    QTest::newRow("current context") << unset << unset << current << QByteArray("ssh://me@box");
    QTest::newRow("DOCKER_CONTEXT wins over the current one")
        << unset << QByteArray("other") << current << QByteArray("unix:///tmp/other.sock");
    QTest::newRow("DOCKER_CONTEXT default")
        << unset << QByteArray("default") << current << QByteArray("unix://ROOT/var/run/docker.sock");
    QTest::newRow("a config without context")
        << unset << unset << QByteArray("{}") << QByteArray("unix://ROOT/var/run/docker.sock");
}

void LocalEndpointTest::findsTheEngineAsTheDockerCliDoes()
{
    QFETCH(QByteArray, dockerHost);
    QFETCH(QByteArray, dockerContext);
    QFETCH(QByteArray, config);
    QFETCH(QByteArray, address);
    LocalEnvironment given = environment();
    const QString folder = given.home + QStringLiteral("/.docker");
    write(metaPath(folder, QStringLiteral("box")), contextOf("ssh://me@box"));
    write(metaPath(folder, QStringLiteral("other")), contextOf("unix:///tmp/other.sock"));
    if (!config.isNull())
        write(folder + QStringLiteral("/config.json"), config);
    if (!dockerHost.isNull())
        given.variables.insert(QStringLiteral("DOCKER_HOST"), QString::fromLatin1(dockerHost));
    if (!dockerContext.isNull())
        given.variables.insert(QStringLiteral("DOCKER_CONTEXT"), QString::fromLatin1(dockerContext));
    const Result<EngineAddress> found = transport::findLocalEngine(given);
    QVERIFY2(found, qPrintable(found ? QString() : found.error().message));
    QCOMPARE(found->text(), QString::fromLatin1(address.replace("ROOT", m_root->path().toLatin1())));
}

void LocalEndpointTest::saysWhichSettingIsWrong_data()
{
    QTest::addColumn<QByteArray>("dockerHost");
    QTest::addColumn<QByteArray>("dockerContext");
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("named");
    const int invalid = static_cast<int>(ErrorKind::invalid);
    const int unsupported = static_cast<int>(ErrorKind::unsupported);
    const int notFound = static_cast<int>(ErrorKind::notFound);
    const QByteArray unset;
    const QString host = QStringLiteral("DOCKER_HOST");
    QTest::newRow("no scheme") << QByteArray("box:2375") << unset << unset << unsupported << host;
    QTest::newRow("npipe") << QByteArray("npipe:////./pipe/docker") << unset << unset << unsupported << host;
    QTest::newRow("ssh with a password") << QByteArray("ssh://me:pw@box") << unset << unset << invalid << host;
    QTest::newRow("relative socket") << QByteArray("unix://docker.sock") << unset << unset << invalid << host;
    QTest::newRow("no such context") << unset << QByteArray("gone") << unset << notFound << QStringLiteral("'gone'");
    QTest::newRow("a context that is a path")
        << unset << QByteArray("../../etc") << unset << notFound << QStringLiteral("'../../etc'");
    QTest::newRow("broken context") << unset << QByteArray("broken") << unset << invalid << QStringLiteral("meta.json");
    QTest::newRow("context without a host")
        << unset << QByteArray("hostless") << unset << unsupported << QStringLiteral("'hostless'");
    QTest::newRow("context with TLS") << unset << QByteArray("tls") << unset << unsupported << QStringLiteral("TLS");
    QTest::newRow("broken config") << unset << unset << QByteArray("{\"currentContext\":") << invalid
                                   << QStringLiteral("config.json");
}

void LocalEndpointTest::saysWhichSettingIsWrong()
{
    QFETCH(QByteArray, dockerHost);
    QFETCH(QByteArray, dockerContext);
    QFETCH(QByteArray, config);
    QFETCH(int, kind);
    QFETCH(QString, named);
    LocalEnvironment given = environment();
    const QString folder = given.home + QStringLiteral("/.docker");
    write(metaPath(folder, QStringLiteral("broken")), "{{{");
    write(metaPath(folder, QStringLiteral("hostless")), R"({"Endpoints":{"docker":{}}})");
    const QString tls = metaPath(folder, QStringLiteral("tls"));
    write(tls, contextOf("tcp://10.0.0.1:2376"));
    QDir().mkpath(QFileInfo(tls).path().replace(QStringLiteral("/meta/"), QStringLiteral("/tls/")));
    if (!config.isNull())
        write(folder + QStringLiteral("/config.json"), config);
    if (!dockerHost.isNull())
        given.variables.insert(QStringLiteral("DOCKER_HOST"), QString::fromLatin1(dockerHost));
    if (!dockerContext.isNull())
        given.variables.insert(QStringLiteral("DOCKER_CONTEXT"), QString::fromLatin1(dockerContext));
    const Result<EngineAddress> found = transport::findLocalEngine(given);
    QVERIFY(!found);
    QCOMPARE(static_cast<int>(found.error().kind), kind);
    QVERIFY2(found.error().message.contains(named), qPrintable(found.error().message));
    QVERIFY(!found.error().message.contains(QLatin1String("pw")));
}

void LocalEndpointTest::triesSocketsInOrder()
{
    LocalEnvironment given = environment();
    given.variables.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_root->filePath(QStringLiteral("runtime")));
    QStringList candidates = transport::localSocketCandidates(given);
    QCOMPARE(candidates.first(), m_root->filePath(QStringLiteral("var/run/docker.sock")));
    QVERIFY(candidates.contains(m_root->filePath(QStringLiteral("runtime/docker.sock"))));
    QVERIFY(candidates.contains(m_root->filePath(QStringLiteral("run/user/1000/docker.sock"))));
    QCOMPARE(candidates.last(), m_root->filePath(QStringLiteral("run/podman/podman.sock")));
    // Whichever is there is found, and an earlier one wins.
    while (!candidates.isEmpty()) {
        const QString last = candidates.takeLast();
        write(last, {});
        QCOMPARE(transport::findLocalEngine(given)->socketPath(), last);
    }
    given.variables.insert(QStringLiteral("XDG_RUNTIME_DIR"), QStringLiteral("relative"));
    for (const QString &path : transport::localSocketCandidates(given))
        QVERIFY(path.startsWith(QLatin1Char('/')));
}

void LocalEndpointTest::honoursDockerConfig()
{
    LocalEnvironment given = environment();
    const QString folder = m_root->filePath(QStringLiteral("elsewhere"));
    write(folder + QStringLiteral("/config.json"), R"({"currentContext":"box"})");
    write(metaPath(folder, QStringLiteral("box")), contextOf("unix:///tmp/elsewhere.sock"));
    given.variables.insert(QStringLiteral("DOCKER_CONFIG"), folder);
    QCOMPARE(transport::findLocalEngine(given)->socketPath(), QStringLiteral("/tmp/elsewhere.sock"));
    given.home.clear(); // a service without HOME
    QCOMPARE(transport::findLocalEngine(given)->socketPath(), QStringLiteral("/tmp/elsewhere.sock"));
    given.variables.remove(QStringLiteral("DOCKER_CONFIG"));
    QVERIFY(transport::findLocalEngine(given));
}

QTEST_GUILESS_MAIN(LocalEndpointTest)
#include "local_endpoint_test.moc"
