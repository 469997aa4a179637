// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/compose/registry_sizes.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace mediahelm;
using namespace mediahelm::revision;
using namespace Qt::StringLiterals;

namespace {

// No raw strings: moc does not bear their quotes.
QByteArray quoted(QByteArray text)
{
    return text.replace('\'', '"');
}

const QByteArray one = quoted("{'Descriptor': {'size': 5}, 'SchemaV2Manifest': {'config': {'size': 100}, 'layers': "
                              "[{'size': 1000}, {'size': 20000}]}}");
const QByteArray many =
    quoted("[{'Descriptor': {'platform': {'os': 'linux', 'architecture': 'arm64'}}, 'OCIManifest': "
           "{'config': {'size': 1}, 'layers': [{'size': 2}]}},"
           "{'Descriptor': {'platform': {'os': 'windows', 'architecture': 'amd64'}}, 'OCIManifest': "
           "{'config': {'size': 9}}},"
           "{'Descriptor': {'platform': {'os': 'linux', 'architecture': 'amd64'}}, 'OCIManifest': "
           "{'config': {'size': 30}, 'layers': [{'size': 400}]}}]");

} // namespace

class RegistrySizesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sizeIsThatOfLayersAndConfiguration_data()
    {
        QTest::addColumn<QByteArray>("manifest");
        QTest::addColumn<QString>("architecture");
        QTest::addColumn<qint64>("size");
        QTest::newRow("one machine") << one << u"x86_64"_s << qint64(21100);
        QTest::newRow("of the kernel's name") << many << u"x86_64"_s << qint64(430);
        QTest::newRow("of Go's name") << many << u"amd64"_s << qint64(430);
        QTest::newRow("another machine") << many << u"aarch64"_s << qint64(3);
        QTest::newRow("none for this machine") << many << u"riscv64"_s << qint64(0);
        QTest::newRow("an old form") << QByteArray("{\"schemaVersion\": 1}") << u"amd64"_s << qint64(0);
        QTest::newRow("no JSON") << QByteArray("denied") << u"amd64"_s << qint64(0);
        QTest::newRow("nothing") << QByteArray() << u"amd64"_s << qint64(0);
    }
    void sizeIsThatOfLayersAndConfiguration()
    {
        QFETCH(QByteArray, manifest);
        QFETCH(QString, architecture);
        QTEST(downloadSize(manifest, architecture), "size");
    }

    // What is no TLS elsewhere would be a way in.
    void onlyThisMachinesRegistriesAreAskedWithoutTls_data()
    {
        QTest::addColumn<QString>("image");
        QTest::addColumn<bool>("own");
        for (const char *image : {"127.0.0.1:5000/a:1", "127.9.9.9/a", "localhost:5000/a", "localhost/a/b@sha256:0"})
            QTest::newRow(image) << QString::fromLatin1(image) << true;
        for (const char *image : {"localhost", "a:1", "nas:5000/a", "127.0.0.1.example.org/a", "ghcr.io/127.0.0.1/a",
                                  "192.168.1.1:5000/a", "127.0.0.1"})
            QTest::newRow(image) << QString::fromLatin1(image) << false;
    }
    void onlyThisMachinesRegistriesAreAskedWithoutTls()
    {
        QFETCH(QString, image);
        QTEST(isOnLoopback(image), "own");
    }

    void whatCannotBeHadIsLeftOut()
    {
        const QTemporaryDir folder;
        QFile script(folder.filePath(u"docker"_s));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write(
            "#!/bin/sh\nfor image; do :; done\ncase $image in\n"
            "good*) echo '{\"SchemaV2Manifest\": {\"config\": {\"size\": 7}}}' ;;\n"
            "hangs*) exec sleep 600 ;;\nflood*) exec yes ;;\n*) echo 'no such manifest' >&2; exit 1 ;;\nesac\n");
        script.close();
        QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
        RegistrySizes::Options options;
        options.program = script.fileName();
        options.deadline = std::chrono::seconds(2);
        options.mostAtOnce = 3;
        RegistrySizes sizes(options);
        QStringList images{u"hangs:1"_s, u"flood:1"_s, u"absent:1"_s};
        QMap<QString, qint64> expected;
        for (int i = 0; i < 7; ++i) {
            images.append(u"good:%1"_s.arg(i));
            expected.insert(images.last(), 7);
        }
        const auto future = sizes.ask(images, u"amd64"_s);
        QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 60'000);
        QVERIFY(future.result().ok());
        QCOMPARE(*future.result(), expected);
    }

    void withoutDockerNothingIsKnown()
    {
        RegistrySizes::Options options;
        options.program = u"/nowhere/docker"_s;
        RegistrySizes sizes(options);
        const auto future = sizes.ask({u"a:1"_s, u"b:1"_s, u"c:1"_s, u"d:1"_s, u"e:1"_s, u"f:1"_s}, u"amd64"_s);
        QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 60'000);
        QVERIFY(future.result().ok());
        QVERIFY(future.result()->isEmpty());
    }

    void destroyingItCancels()
    {
        RegistrySizes::Options options;
        options.program = u"sleep"_s; // refuses the arguments, later
        auto sizes = std::make_unique<RegistrySizes>(options);
        const auto future = sizes->ask({u"a:1"_s}, u"amd64"_s);
        sizes.reset();
        QTRY_VERIFY(future.isFinished());
        QCOMPARE(future.result().error().kind, base::ErrorKind::cancelled);
    }
};

QTEST_GUILESS_MAIN(RegistrySizesTest)
#include "registry_sizes_test.moc"
