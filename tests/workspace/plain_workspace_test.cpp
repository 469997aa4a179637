// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/project/workspace.h"
#include "memory_files.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace mediahelm;
using base::ErrorKind;

// A folder without a manifest, as `docker compose` takes it.
class PlainWorkspaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheFilesThatComposeTakes_data()
    {
        QTest::addColumn<QStringList>("there");
        QTest::addColumn<QByteArray>("env");
        QTest::addColumn<QStringList>("taken");
        const QStringList usual{u"compose.yaml"_s, u"compose.override.yml"_s, u"vpn.yaml"_s, u"apps/more.yaml"_s};
        const QStringList both{u"compose.yaml"_s, u"vpn.yaml"_s};
        QTest::newRow("the usual ones") << usual << QByteArray() << usual.first(2);
        QTest::newRow("those that .env names, and no override")
            << usual << "COMPOSE_FILE=compose.yaml:vpn.yaml\n"_ba << both;
        QTest::newRow("none of the usual ones")
            << usual << "COMPOSE_FILE='vpn.yaml'\n"_ba << QStringList{u"vpn.yaml"_s};
        QTest::newRow("in its order") << usual << "COMPOSE_FILE=vpn.yaml:./compose.yaml\n"_ba
                                      << QStringList{u"vpn.yaml"_s, u"compose.yaml"_s};
        QTest::newRow("in a folder") << usual << "COMPOSE_FILE=apps/more.yaml\n"_ba << QStringList{u"apps/more.yaml"_s};
        QTest::newRow("with a separator of its own")
            << usual << "COMPOSE_PATH_SEPARATOR=,\nCOMPOSE_FILE=compose.yaml,vpn.yaml\n"_ba << both;
        QTest::newRow("an empty one") << usual << "COMPOSE_FILE=\n"_ba << usual.first(2);
        QTest::newRow("without a file of a usual name")
            << QStringList{u"media.yml"_s} << "COMPOSE_FILE=media.yml\n"_ba << QStringList{u"media.yml"_s};
    }

    void takesTheFilesThatComposeTakes()
    {
        QFETCH(const QStringList, there);
        QFETCH(const QByteArray, env);
        QFETCH(const QStringList, taken);
        const auto read = workspace::readWorkspace(files(there, env), {});
        QVERIFY2(read.ok(), qPrintable(read.ok() ? QString() : read.error().message));
        QStringList paths;
        for (const workspace::ComposeFile &file : read->composeFiles)
            paths.append(file.path);
        QCOMPARE(paths, taken);
    }

    // Without it, all services of the missing file would be taken for gone, and their containers removed.
    void aFileThatIsNamedAndNotThereIsAnError_data()
    {
        QTest::addColumn<QByteArray>("env");
        QTest::addColumn<QString>("named");
        QTest::newRow("not there") << "COMPOSE_FILE=compose.yaml:gone.yaml\n"_ba << u"gone.yaml"_s;
        QTest::newRow("outside") << "COMPOSE_FILE=compose.yaml:../common.yaml\n"_ba << u"../common.yaml"_s;
        QTest::newRow("outside, absolute") << "COMPOSE_FILE=/etc/passwd\n"_ba << u"/etc/passwd"_s;
    }

    void aFileThatIsNamedAndNotThereIsAnError()
    {
        QFETCH(const QByteArray, env);
        QFETCH(const QString, named);
        const auto read = workspace::readWorkspace(files({u"compose.yaml"_s}, env), {});
        QVERIFY(!read.ok());
        QCOMPARE(read.error().kind, ErrorKind::invalid);
        QVERIFY2(read.error().message.contains(named), qPrintable(read.error().message));
        QVERIFY2(read.error().message.contains(u"COMPOSE_FILE"_s), qPrintable(read.error().message));
    }

    // The plain command of such a workspace has no --env-file, so that Compose reads its own.
    void aManifestWithoutLayersHasComposesOwn_data()
    {
        QTest::addColumn<QByteArray>("manifest");
        QTest::addColumn<QString>("layer");
        QTest::addColumn<QStringList>("layers");
        QTest::newRow("none there") << "name: media\n"_ba << QString() << QStringList{u".env"_s};
        QTest::newRow("none wanted") << "name: media\nenv_layers: []\n"_ba << u"local.env"_s << QStringList{u".env"_s};
        QTest::newRow("one there") << "name: media\n"_ba << u"local.env"_s << QStringList{u"local.env"_s};
    }

    void aManifestWithoutLayersHasComposesOwn()
    {
        QFETCH(const QByteArray, manifest);
        QFETCH(const QString, layer);
        QFETCH(const QStringList, layers);
        tests::MemoryFiles there = files({u"services/web.yaml"_s}, "A=1\n");
        there.files.insert(u"mediahelm.yaml"_s, manifest);
        if (!layer.isEmpty())
            there.files.insert(layer, "A=2\n");
        const auto read = workspace::readWorkspace(there, {});
        QVERIFY2(read.ok(), qPrintable(read.ok() ? QString() : read.error().message));
        QStringList paths;
        for (const workspace::EnvLayer &each : read->envLayers)
            paths.append(each.path);
        QCOMPARE(paths, layers);
    }

private:
    static tests::MemoryFiles files(const QStringList &there, const QByteArray &env)
    {
        tests::MemoryFiles made;
        for (const QString &path : there)
            made.files.insert(path, "services: {web: {image: 'nginx:1'}}\n");
        if (!env.isNull())
            made.files.insert(u".env"_s, env);
        return made;
    }
};

QTEST_GUILESS_MAIN(PlainWorkspaceTest)
#include "plain_workspace_test.moc"
