// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/setup_bench.h"

#include <QTest>

using namespace mediahelm::workspace;
using namespace mediahelm;
using namespace Qt::StringLiterals;
using tests::catalog;
using tests::fileOf;
using tests::portOf;
using tests::request;

namespace {

// A workspace in memory.
class MemoryFiles final : public WorkspaceFiles
{
public:
    explicit MemoryFiles(const Setup &setup)
    {
        for (const SetupFile &file : setup.files)
            files.insert(file.path, file.bytes);
    }
    QString folderName() const override { return u"media"_s; }
    base::Result<QByteArray> read(const QString &path) const override
    {
        if (files.contains(path))
            return files.value(path);
        return base::Error{base::ErrorKind::notFound, u"there is no "_s + path, {}};
    }
    base::Result<QStringList> names(const QString &folder) const override
    {
        QStringList found;
        for (auto it = files.begin(); it != files.end(); ++it) {
            if (it.key().section(u'/', 0, -2) == folder)
                found.append(it.key().section(u'/', -1));
        }
        return found;
    }

    QMap<QString, QByteArray> files;
};

} // namespace

class SetupExtensionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addingCountsWhatIsThere();
    void addingChangesOnlyTheManifest();
    void addingLeavesWhatIsThere();
    void addingSeesPortsOfTheWorkspace();
    void addingKeepsTheManifestsStyle();
    void addingRefusesWhatIsSomebodyElses();
    void addingSetsWhatTheFirstServicesDidNotNeed();
};

void SetupExtensionTest::addingCountsWhatIsThere()
{
    const base::Result<Setup> first = makeSetup(catalog(), request({u"sonarr"_s, u"radarr"_s}));
    QVERIFY(first.ok());
    SetupRequest wanted = request({u"prowlarr"_s});
    wanted.host.memory = qint64(512) << 20; // more than it alone asks for
    const base::Result<Setup> setup = extendSetup(catalog(), MemoryFiles(*first), wanted);
    QVERIFY2(setup.ok(), setup.ok() ? "" : qPrintable(setup.error().message));
    QVERIFY2(setup->warnings.join(u'\n').contains(u"of memory together, and this machine has 512 MB"_s),
             qPrintable(setup->warnings.join(u'\n')));
}

void SetupExtensionTest::addingChangesOnlyTheManifest()
{
    const base::Result<Setup> first = makeSetup(catalog(), request({u"jellyfin"_s}));
    QVERIFY(first.ok());
    const MemoryFiles files(*first);
    const base::Result<Setup> setup = extendSetup(catalog(), files, request({u"sonarr"_s}));
    QVERIFY2(setup.ok(), setup.ok() ? "" : qPrintable(setup.error().message));
    QStringList changed;
    for (const SetupFile &file : setup->files)
        changed.append(file.path + (file.before ? u"*"_s : QString()));
    QCOMPARE(changed, (QStringList{u"services/sonarr.yaml"_s, u"mediahelm.yaml*"_s}));
    QVERIFY(fileOf(*setup, u"mediahelm.yaml"_s)
                .contains("service_files:\n  - services/jellyfin.yaml\n  - services/sonarr.yaml\n"));
    QVERIFY(fileOf(*setup, u"mediahelm.yaml"_s).contains("secrets:\n  - SONARR_API_KEY\n"));
    QVERIFY(setup->questions.isEmpty());
}

void SetupExtensionTest::addingLeavesWhatIsThere()
{
    const base::Result<Setup> first = makeSetup(catalog(), request({u"jellyfin"_s, u"sonarr"_s}));
    QVERIFY(first.ok());
    const base::Result<Setup> setup =
        extendSetup(catalog(), MemoryFiles(*first), request({u"sonarr"_s, u"jellyfin"_s}));
    QVERIFY(setup.ok());
    QVERIFY(setup->files.isEmpty() && setup->services.isEmpty() && setup->ports.isEmpty());
    QCOMPARE(setup->present, (QStringList{u"sonarr"_s, u"jellyfin"_s}));
}

void SetupExtensionTest::addingSeesPortsOfTheWorkspace()
{
    const base::Result<Setup> first = makeSetup(catalog(), request({u"jellyfin"_s}, {{u"JELLYFIN_PORT"_s, u"8989"_s}}));
    QVERIFY(first.ok());
    const base::Result<Setup> setup = extendSetup(catalog(), MemoryFiles(*first), request({u"sonarr"_s}));
    QVERIFY(setup.ok());
    QCOMPARE(portOf(*setup, u"SONARR_PORT"_s), 8990);
    QVERIFY(setup->warnings.join(u'\n').contains(u"port 8989 is taken by jellyfin of this workspace"_s));
}

void SetupExtensionTest::addingKeepsTheManifestsStyle()
{
    const base::Result<Setup> first = makeSetup(catalog(), request({u"jellyfin"_s}));
    QVERIFY(first.ok());
    MemoryFiles files(*first);
    files.files[u"mediahelm.yaml"_s] = "# mine\r\nname:   media # not yours\r\nsecrets: [MINE]\r\n";
    const base::Result<Setup> setup = extendSetup(catalog(), files, request({u"sonarr"_s}));
    QVERIFY2(setup.ok(), setup.ok() ? "" : qPrintable(setup.error().message));
    // services/*.yaml counts where no files are listed.
    QCOMPARE(fileOf(*setup, u"mediahelm.yaml"_s),
             QByteArray("# mine\r\nname:   media # not yours\r\nsecrets: [MINE, SONARR_API_KEY]\r\n"));
}

void SetupExtensionTest::addingRefusesWhatIsSomebodyElses()
{
    const base::Result<Setup> first = makeSetup(catalog(), request({u"jellyfin"_s}));
    QVERIFY(first.ok());
    MemoryFiles files(*first);
    files.files[u"services/sonarr.yaml"_s] = "services: {}\n";
    const base::Result<Setup> taken = extendSetup(catalog(), files, request({u"sonarr"_s}));
    QVERIFY(!taken.ok());
    QCOMPARE(taken.error().kind, base::ErrorKind::conflict);
    // One that an init left behind which was cut off is taken up.
    files.files[u"services/sonarr.yaml"_s] = catalog().find(u"sonarr"_s)->bytes;
    QVERIFY(extendSetup(catalog(), files, request({u"sonarr"_s})).ok());

    files.files[u"services/jellyfin.yaml"_s] = "services: {immich-redis: {image: x}}\n";
    const base::Result<Setup> double_ = extendSetup(catalog(), files, request({u"immich"_s}));
    QVERIFY(!double_.ok());
    QVERIFY(double_.error().message.contains(u"immich-redis"_s));
    files.files.remove(u"mediahelm.yaml"_s);
    files.files[u"compose.yaml"_s] = "services: {}\n";
    QVERIFY(
        extendSetup(catalog(), files, request({u"sonarr"_s})).error().message.contains(u"without mediahelm.yaml"_s));
}

void SetupExtensionTest::addingSetsWhatTheFirstServicesDidNotNeed()
{
    const base::Result<Setup> first = makeSetup(catalog(), request({u"jellyfin"_s}));
    QVERIFY(first.ok());
    const QByteArray before = fileOf(*first, u"local.env"_s);
    const base::Result<Setup> setup = extendSetup(catalog(), MemoryFiles(*first), request({u"restic-rest-server"_s}));
    QVERIFY(setup.ok());
    QCOMPARE(fileOf(*setup, u"local.env"_s), before + "BACKUP_PATH=${BASE_PATH}/backups\n");
    QVERIFY(setup->questions.isEmpty());
}

QTEST_GUILESS_MAIN(SetupExtensionTest)
#include "setup_extension_test.moc"
