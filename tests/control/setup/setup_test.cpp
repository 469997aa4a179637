// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/setup/local_workspace_setup.h"
#include "fakes/fake_fleet.h"
#include "fakes/memory_secret_store.h"
#include "fakes/sample_fleet.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace mediahelm;
using namespace mediahelm::control;

namespace {

const QString sonarrKey = QStringLiteral("workspace/media/SONARR_API_KEY");

template<typename T>
base::Result<T> waitFor(const QFuture<base::Result<T>> &future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 30'000))
        return base::Error{base::ErrorKind::timeout, QStringLiteral("no answer"), {}};
    return future.result();
}

QStringList pathsOf(const SetupPlan &plan)
{
    QStringList paths;
    for (const SetupFileText &file : plan.files)
        paths.append(file.path);
    return paths;
}

} // namespace

// Workspaces that are made on a real disk, from the catalog that the program brings along.
class SetupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theCatalogSaysWhatServicesNeed();
    void tellsWhatLiesInAFolder();
    void aPlanWritesNothing();
    void makesWhatThePlanShowed();
    void asksOnlyWhatHasNoDefault();
    void keepsSecretsThatWereGiven();
    void aSecretThatIsReplacedComesBackOnFailure();
    void portsOfContainersAreAvoided();
    void addsServicesToAWorkspace();
    void nothingIsLeftWhereASecretCannotBeKept();
    void nothingIsLeftWhereTheFolderWasTakenMeanwhile();
    void cancelledItLeavesNothing();
    void anOlderPlanIsRefused();
    void mistakesAreTold_data();
    void mistakesAreTold();
    void endsInTheMiddle();

private:
    SetupPlan planned(const QStringList &services, const QMap<QString, QString> &values = {});
    QStringList beside() const; // what lies beside the workspace
    QByteArray read(const QString &path) const;

    std::unique_ptr<QTemporaryDir> m_above;
    fakes::FakeFleet m_fleet;
    fakes::MemorySecretStore m_store;
    std::unique_ptr<LocalWorkspaceSetup> m_setup;
    QString m_folder;
};

void SetupTest::init()
{
    m_above = std::make_unique<QTemporaryDir>();
    m_folder = m_above->filePath(QStringLiteral("media"));
    m_store.content.clear();
    m_store.failure.reset();
    m_store.locked = false;
    const QList<HostStatus> hosts = m_fleet.hosts();
    for (const HostStatus &host : hosts)
        m_fleet.removeHost(host.profile.id);
    m_setup = std::make_unique<LocalWorkspaceSetup>(m_fleet, m_store);
}

SetupPlan SetupTest::planned(const QStringList &services, const QMap<QString, QString> &values)
{
    const auto plan = waitFor(m_setup->plan({m_folder, {}, services, values}));
    if (!plan)
        qWarning("%s", qPrintable(plan.error().message));
    return plan ? *plan : SetupPlan();
}

QStringList SetupTest::beside() const
{
    return QDir(m_above->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

QByteArray SetupTest::read(const QString &path) const
{
    QFile file(m_folder + u'/' + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void SetupTest::theCatalogSaysWhatServicesNeed()
{
    const auto groups = waitFor(m_setup->catalog());
    QVERIFY(groups);
    QVERIFY(groups->size() > 5);
    int services = 0;
    for (const CatalogGroup &group : *groups) {
        QVERIFY(!group.title.isEmpty() && !group.services.isEmpty());
        for (const CatalogService &service : group.services) {
            ++services;
            QVERIFY2(!service.name.isEmpty() && !service.description.isEmpty() && !service.image.isEmpty(),
                     qPrintable(service.id));
            QVERIFY2(service.needs.memory > 0, qPrintable(service.id));
        }
    }
    QVERIFY(services > 40);
    const CatalogService &jellyfin = groups->constFirst().services.constFirst();
    QCOMPARE(jellyfin.id, QStringLiteral("jellyfin"));
    QVERIFY(jellyfin.ports.contains(8096));
}

void SetupTest::tellsWhatLiesInAFolder()
{
    using State = SetupGround::State;
    auto ground = waitFor(m_setup->lookAt(m_folder, {}));
    QVERIFY(ground);
    QCOMPARE(ground->state, State::missing);
    QCOMPARE(ground->project, QStringLiteral("media"));
    QVERIFY(ground->host.memory > 0 && ground->host.cpus > 0);
    QVERIFY(QDir().mkpath(m_folder));
    QCOMPARE(waitFor(m_setup->lookAt(m_folder, {}))->state, State::empty);
    QCOMPARE(waitFor(m_setup->lookAt(m_folder, QStringLiteral("films")))->project, QStringLiteral("films"));
    QCOMPARE(waitFor(m_setup->lookAt(m_folder, QStringLiteral("No Name"))).error().kind, base::ErrorKind::invalid);
    QFile file(m_folder + QStringLiteral("/holiday.jpg"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    ground = waitFor(m_setup->lookAt(m_folder, {}));
    QCOMPARE(ground->state, State::occupied);
    QCOMPARE(ground->inTheWay, QStringList(QStringLiteral("holiday.jpg")));
    QCOMPARE(waitFor(m_setup->plan({m_folder, {}, {QStringLiteral("jellyfin")}, {}})).error().kind,
             base::ErrorKind::conflict);
    QCOMPARE(waitFor(m_setup->lookAt(file.fileName(), {})).error().kind, base::ErrorKind::invalid);
}

void SetupTest::aPlanWritesNothing()
{
    const SetupPlan plan = planned({QStringLiteral("jellyfin"), QStringLiteral("sonarr")});
    QCOMPARE(plan.services, QStringList({QStringLiteral("jellyfin"), QStringLiteral("sonarr")}));
    QVERIFY(pathsOf(plan).contains(QStringLiteral("services/jellyfin.yaml")));
    QCOMPARE(pathsOf(plan).last(), QStringLiteral("mediahelm.yaml"));
    QVERIFY(plan.command.startsWith(QStringLiteral("docker compose --project-directory . --project-name media")));
    QVERIFY(plan.questions.isEmpty());
    QVERIFY(beside().isEmpty());
    QVERIFY(m_store.content.isEmpty());
}

void SetupTest::makesWhatThePlanShowed()
{
    const SetupPlan plan = planned({QStringLiteral("jellyfin"), QStringLiteral("sonarr")});
    QSignalSpy stages(m_setup.get(), &WorkspaceSetup::progressed);
    const auto made = waitFor(m_setup->make(plan.number, {}));
    QVERIFY(made);
    for (const SetupFileText &file : plan.files)
        QCOMPARE(read(file.path), file.text);
    QCOMPARE(made->files, pathsOf(plan));
    QVERIFY(made->secretsMade.contains(QStringLiteral("SONARR_API_KEY")));
    QVERIFY(!m_store.content.value(sonarrKey).isEmpty());
    QCOMPARE(stages.count(), 3);
    QCOMPARE(beside(), QStringList(QStringLiteral("media")));
    for (const SetupFileText &file : plan.files)
        QVERIFY(!file.text.contains(m_store.content.value(sonarrKey)));
    // What is done is not done twice.
    QCOMPARE(waitFor(m_setup->make(plan.number, {})).error().kind, base::ErrorKind::conflict);
}

void SetupTest::asksOnlyWhatHasNoDefault()
{
    SetupPlan plan = planned({QStringLiteral("duckdns")});
    QCOMPARE(plan.questions.size(), 1);
    QCOMPARE(plan.questions.constFirst().variable, QStringLiteral("DUCKDNS_SUBDOMAINS"));
    QVERIFY(!plan.questions.constFirst().description.isEmpty());
    plan = planned({QStringLiteral("duckdns")}, {{QStringLiteral("DUCKDNS_SUBDOMAINS"), QStringLiteral("myhouse")}});
    QVERIFY(plan.questions.isEmpty());
    QVERIFY(waitFor(m_setup->make(plan.number, {})));
    QVERIFY(read(QStringLiteral("local.env")).contains("DUCKDNS_SUBDOMAINS=myhouse\n"));
}

void SetupTest::keepsSecretsThatWereGiven()
{
    const SetupPlan plan = planned({QStringLiteral("duckdns")});
    const QByteArray token = QByteArray("token-") + "of-mine";
    const auto made = waitFor(m_setup->make(plan.number, {{QStringLiteral("DUCKDNS_TOKEN"), token}}));
    QVERIFY(made);
    QCOMPARE(made->secretsGiven, QStringList(QStringLiteral("DUCKDNS_TOKEN")));
    QCOMPARE(m_store.content.value(QStringLiteral("workspace/media/DUCKDNS_TOKEN")), QByteArray("token-of-mine"));
    for (const QString &path : made->files)
        QVERIFY(!read(path).contains("token-of-mine"));
}

void SetupTest::aSecretThatIsReplacedComesBackOnFailure()
{
    const QString key = QStringLiteral("workspace/media/DUCKDNS_TOKEN");
    m_store.content.insert(key, "before");
    const SetupPlan plan = planned({QStringLiteral("duckdns")});
    QVERIFY(QDir().mkpath(m_folder + QStringLiteral("/taken")));
    QVERIFY(!waitFor(m_setup->make(plan.number, {{QStringLiteral("DUCKDNS_TOKEN"), QByteArray("after").append('!')}})));
    QTRY_COMPARE(m_store.content.value(key), QByteArray("before"));
}

void SetupTest::portsOfContainersAreAvoided()
{
    const base::HostId local = fakes::hostId(QStringLiteral("local"));
    HostStatus status;
    status.profile.id = local;
    status.connection.phase = model::ConnectionPhase::connected;
    m_fleet.setHost(status);
    model::Container web;
    web.id = *base::ContainerId::parse(QStringLiteral("aaaaaaaaaaaa"));
    web.name = *base::ContainerName::parse(QStringLiteral("web"));
    web.state = model::ContainerState::running;
    web.ports = {{QString(), 8096, 80, QStringLiteral("tcp")}};
    m_fleet.setContainers(local, {web});
    const SetupPlan plan = planned({QStringLiteral("jellyfin")});
    const auto port = std::ranges::find(plan.ports, QStringLiteral("JELLYFIN_PORT"), &SetupPortChoice::variable);
    QVERIFY(port != plan.ports.end());
    QVERIFY(port->number != 8096);
    QCOMPARE(port->takenBy, QStringLiteral("container web"));
    QVERIFY(plan.warnings.join(u'\n').contains(QStringLiteral("8096")));
}

void SetupTest::addsServicesToAWorkspace()
{
    QVERIFY(waitFor(m_setup->make(planned({QStringLiteral("jellyfin")}).number, {})));
    const QByteArray manifest = read(QStringLiteral("mediahelm.yaml"));
    const auto ground = waitFor(m_setup->lookAt(m_folder, {}));
    QCOMPARE(ground->state, SetupGround::State::workspace);
    QCOMPARE(ground->present, QStringList(QStringLiteral("jellyfin")));
    const SetupPlan plan = planned({QStringLiteral("sonarr")});
    QVERIFY(plan.extends);
    // Of what is there the plan tells the lines that change, and no others.
    for (const SetupFileText &file : plan.files) {
        QCOMPARE(file.change.has_value(), QFile::exists(m_folder + u'/' + file.path));
        if (file.path != u"mediahelm.yaml")
            continue;
        QCOMPARE(file.change->path.text(), file.path);
        QVERIFY(file.change->linesAdded > 0);
        QCOMPARE(file.change->linesRemoved, 0);
        QByteArray added;
        for (const model::DiffHunk &hunk : std::as_const(file.change->hunks)) {
            for (const model::DiffLine &line : hunk.lines)
                added += line.change == model::LineChange::added ? line.text + '\n' : QByteArray();
        }
        QVERIFY2(added.contains("services/sonarr.yaml"), added.constData());
        QVERIFY2(!added.contains("services/jellyfin.yaml"), added.constData());
    }
    QVERIFY(waitFor(m_setup->make(plan.number, {})));
    QVERIFY(!read(QStringLiteral("services/sonarr.yaml")).isEmpty());
    QVERIFY(read(QStringLiteral("mediahelm.yaml")).startsWith(manifest.left(60)));
    QVERIFY(read(QStringLiteral("mediahelm.yaml")).contains("services/sonarr.yaml"));
}

void SetupTest::nothingIsLeftWhereASecretCannotBeKept()
{
    const SetupPlan plan = planned({QStringLiteral("sonarr"), QStringLiteral("radarr")});
    m_store.locked = true;
    const auto made = waitFor(m_setup->make(plan.number, {}));
    QVERIFY(!made);
    QCOMPARE(made.error().kind, base::ErrorKind::refused);
    QTRY_VERIFY(beside().isEmpty());
    QVERIFY(m_store.content.isEmpty());
    // The same plan can be made once the store is open.
    m_store.locked = false;
    QVERIFY(waitFor(m_setup->make(plan.number, {})));
}

void SetupTest::nothingIsLeftWhereTheFolderWasTakenMeanwhile()
{
    const SetupPlan plan = planned({QStringLiteral("sonarr")});
    QVERIFY(QDir().mkpath(m_folder + QStringLiteral("/mine")));
    const auto made = waitFor(m_setup->make(plan.number, {}));
    QVERIFY(!made);
    QCOMPARE(made.error().kind, base::ErrorKind::conflict);
    QTRY_COMPARE(beside(), QStringList(QStringLiteral("media")));
    QCOMPARE(QDir(m_folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList(QStringLiteral("mine")));
    QVERIFY(m_store.content.isEmpty());
}

void SetupTest::cancelledItLeavesNothing()
{
    const SetupPlan plan = planned({QStringLiteral("sonarr")});
    const QFuture<base::Result<SetupOutcome>> making = m_setup->make(plan.number, {});
    m_setup->cancel();
    const auto made = waitFor(making);
    QVERIFY(!made);
    QCOMPARE(made.error().kind, base::ErrorKind::cancelled);
    QTRY_VERIFY(beside().isEmpty());
    QVERIFY(m_store.content.isEmpty());
}

void SetupTest::anOlderPlanIsRefused()
{
    const SetupPlan first = planned({QStringLiteral("sonarr")});
    planned({QStringLiteral("jellyfin")});
    QCOMPARE(waitFor(m_setup->make(first.number, {})).error().kind, base::ErrorKind::conflict);
    QVERIFY(beside().isEmpty());
}

void SetupTest::mistakesAreTold_data()
{
    QTest::addColumn<QStringList>("services");
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QStringList &services, const char *variable, const char *value,
                        base::ErrorKind kind, const char *words) {
        QTest::newRow(name) << services << QString::fromLatin1(variable) << QString::fromLatin1(value) << int(kind)
                            << QString::fromLatin1(words);
    };
    const QStringList jellyfin{QStringLiteral("jellyfin")};
    row("no service", {}, "", "", base::ErrorKind::invalid, "no service");
    row("unknown service", {QStringLiteral("jelyfin")}, "", "", base::ErrorKind::notFound, "jellyfin");
    row("unknown variable", jellyfin, "JELLYFIN_PROT", "1", base::ErrorKind::invalid, "JELLYFIN_PORT");
    row("no port", jellyfin, "JELLYFIN_PORT", "0", base::ErrorKind::invalid, "is a port");
    row("a secret as a value", {QStringLiteral("sonarr")}, "SONARR_API_KEY", "x", base::ErrorKind::invalid, "secret");
}

void SetupTest::mistakesAreTold()
{
    QFETCH(QStringList, services);
    QFETCH(QString, variable);
    QFETCH(QString, value);
    QFETCH(int, kind);
    QFETCH(QString, words);
    QMap<QString, QString> values;
    if (!variable.isEmpty())
        values.insert(variable, value);
    const auto plan = waitFor(m_setup->plan({m_folder, {}, services, values}));
    QVERIFY(!plan);
    QCOMPARE(int(plan.error().kind), kind);
    QVERIFY2(plan.error().message.contains(words), qPrintable(plan.error().message));
    QVERIFY(beside().isEmpty());
}

void SetupTest::endsInTheMiddle()
{
    const SetupPlan plan = planned({QStringLiteral("sonarr")});
    const QFuture<base::Result<SetupOutcome>> making = m_setup->make(plan.number, {});
    m_setup.reset();
    QVERIFY(!waitFor(making));
    QVERIFY(beside().isEmpty());
}

QTEST_GUILESS_MAIN(SetupTest)
#include "setup_test.moc"
