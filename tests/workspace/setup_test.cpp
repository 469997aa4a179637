// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/setup_bench.h"

#include "core/workspace/catalog/byte_size.h"
#include "core/workspace/setup/port_choice.h"
#include "core/workspace/setup/published_ports.h"

#include <QTest>

#include <algorithm>

using namespace mediahelm::workspace;
using namespace mediahelm;
using namespace Qt::StringLiterals;
using tests::catalog;
using tests::fileOf;
using tests::portOf;
using tests::request;

class SetupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byteSizesAreComposes_data();
    void byteSizesAreComposes();
    void catalogIsReadWhole();
    void catalogKnowsWhatAServiceNeeds();
    void portsAreKeptApart_data();
    void portsAreKeptApart();
    void publishedPortsAreUnderstood_data();
    void publishedPortsAreUnderstood();
    void filesAreTheCatalogs();
    void valuesOfTheMachineStandInLocalEnv();
    void takenPortsAreToldAndMoved();
    void secretsAreListedAndInNoFile();
    void whatHasNoDefaultIsAsked();
    void mistakesAreRefused_data();
    void mistakesAreRefused();
    void smallMachinesAreWarnedOf_data();
    void smallMachinesAreWarnedOf();
    void torrentsGoThroughTheVpn();
};

void SetupTest::byteSizesAreComposes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("bytes");
    const auto row = [](const char *text, qint64 bytes) { QTest::newRow(text) << QString::fromLatin1(text) << bytes; };
    row("100", 100);
    row("4b", 4);
    row("1k", 1024);
    row("1kb", 1024);
    row("512M", qint64(512) << 20);
    row("1.5g", qint64(1536) << 20);
    row("2GB", qint64(2) << 30);
    row("", -1);
    row("M", -1);
    row("-1M", -1);
    row("ten", -1);
}

void SetupTest::byteSizesAreComposes()
{
    QFETCH(QString, text);
    QFETCH(qint64, bytes);
    QCOMPARE(byteSize(text).value_or(-1), bytes);
}

void SetupTest::catalogIsReadWhole()
{
    QVERIFY(catalog().entries().size() >= 56);
    for (const CatalogEntry &entry : catalog().entries()) {
        QVERIFY2(!entry.name.isEmpty() && !entry.description.isEmpty() && !entry.image.isEmpty(), qPrintable(entry.id));
        QVERIFY2(entry.cpus > 0 && entry.memory > 0, qPrintable(entry.id));
        QVERIFY2(catalog().categoryOf(entry.id) && catalog().categoryOf(entry.id)->id == entry.category,
                 qPrintable(entry.id));
        for (const CatalogTemplate &one : entry.templates)
            QVERIFY(catalog().templateBytes(one.path).ok());
        for (const CatalogPort &port : entry.ports)
            QVERIFY2(port.number > 0 && !port.protocols.isEmpty(), qPrintable(port.variable));
    }
    QCOMPARE(catalog().nearest(u"jelyfin"_s), u"jellyfin"_s);
    QVERIFY(!catalog().find(u"nothing"_s));
}

void SetupTest::catalogKnowsWhatAServiceNeeds()
{
    const CatalogEntry *pihole = catalog().find(u"pihole"_s);
    QVERIFY(pihole);
    const auto dns = std::ranges::find(pihole->ports, u"PIHOLE_DNS_PORT"_s, &CatalogPort::variable);
    QCOMPARE(*dns, (CatalogPort{u"PIHOLE_DNS_PORT"_s, 53, {u"tcp"_s, u"udp"_s}, true}));
    const CatalogEntry *immich = catalog().find(u"immich"_s);
    QVERIFY(immich);
    QCOMPARE(immich->services.size(), 4);
    QCOMPARE(immich->services.first(), u"immich"_s);
    QVERIFY(immich->memory > qint64(2) << 30); // of all four
    QCOMPARE(immich->secrets.first().form, (SecretForm{SecretForm::Alphabet::alphanumeric, 32}));
    QVERIFY(!catalog().find(u"readarr"_s)->active());
    QCOMPARE(catalog().find(u"qbittorrent"_s)->vpnParent, u"gluetun"_s);
    QVERIFY(catalog().find(u"sonarr"_s)->sharedVariables.contains(u"DATA_PATH"_s));
    QVERIFY(catalog().find(u"caddy"_s)->sharedVariables.contains(u"DOMAIN"_s));
}

void SetupTest::portsAreKeptApart_data()
{
    QTest::addColumn<QList<PortWish>>("wishes");
    QTest::addColumn<QList<TakenPort>>("taken");
    QTest::addColumn<QList<int>>("numbers");
    const auto wish = [](int number, const QStringList &protocols = {u"tcp"_s}, bool fixed = false) {
        return PortWish{u"V"_s, u"s"_s, number, protocols, fixed, false};
    };
    const auto row = [](const char *name, const QList<PortWish> &wishes, const QList<TakenPort> &taken,
                        const QList<int> &numbers) { QTest::newRow(name) << wishes << taken << numbers; };
    const QStringList both{u"tcp"_s, u"udp"_s};
    row("all free", {wish(1000), wish(2000)}, {}, {1000, 2000});
    row("the first keeps it", {wish(8080), wish(8080)}, {}, {8080, 8081});
    row("not one that another wants", {wish(8080), wish(8080), wish(8081)}, {}, {8080, 8082, 8081});
    row("taken on the host", {wish(8080)}, {{8080, u"tcp"_s, u"x"_s}, {8081, u"tcp"_s, u"x"_s}}, {8082});
    row("the other protocol is free", {wish(8080)}, {{8080, u"udp"_s, u"x"_s}}, {8080});
    row("one of two protocols is enough", {wish(53, both)}, {{53, u"udp"_s, u"x"_s}}, {8053});
    row("a small one moves far", {wish(80), wish(443)}, {{80, u"tcp"_s, u"x"_s}, {443, u"tcp"_s, u"x"_s}},
        {8080, 8443});
    row("the user's own stays", {wish(8080, {u"tcp"_s}, true)}, {{8080, u"tcp"_s, u"x"_s}}, {8080});
    row("and comes first", {wish(8080), wish(8080, {u"tcp"_s}, true)}, {}, {8081, 8080});
    row("the last one wraps", {wish(65535)}, {{65535, u"tcp"_s, u"x"_s}}, {1024});
}

void SetupTest::portsAreKeptApart()
{
    QFETCH(QList<PortWish>, wishes);
    QFETCH(QList<TakenPort>, taken);
    QFETCH(QList<int>, numbers);
    QList<int> got;
    const QList<SetupPort> chosen = choosePorts(wishes, taken);
    for (const SetupPort &port : chosen)
        got.append(port.number);
    QCOMPARE(got, numbers);
}

void SetupTest::publishedPortsAreUnderstood_data()
{
    QTest::addColumn<QByteArray>("item");
    QTest::addColumn<QStringList>("ports");
    const auto row = [](const char *item, const QStringList &ports) {
        QTest::newRow(item) << QByteArray(item) << ports;
    };
    row("\"80\"", {});
    row("\"8080:80\"", {u"8080/tcp"_s});
    row("\"8080:80/udp\"", {u"8080/udp"_s});
    row("\"127.0.0.1:8080:80\"", {u"8080/tcp"_s});
    row("\"127.0.0.1::80\"", {});
    row("\"[::1]:8080:80\"", {u"8080/tcp"_s});
    row("\"3000-3002:3000-3002\"", {u"3000/tcp"_s, u"3001/tcp"_s, u"3002/tcp"_s});
    row("\"${P:-9000}:80\"", {u"9000/tcp"_s});
    row("{target: 80, published: \"8080\"}", {u"8080/tcp"_s});
    row("{target: 53, published: 53, protocol: udp}", {u"53/udp"_s});
    row("{target: 80}", {});
    row("\"99999:80\"", {});
    row("\"1-60000:1-60000\"", {}); // more than any service has
}

void SetupTest::publishedPortsAreUnderstood()
{
    QFETCH(QByteArray, item);
    QFETCH(QStringList, ports);
    const YamlReading reading = readYaml("services:\n  web:\n    ports:\n      - " + item + "\n");
    QVERIFY(reading.ok());
    QStringList got;
    const QList<TakenPort> found = publishedPorts(reading.document, [](const QString &) { return std::nullopt; });
    for (const TakenPort &port : found)
        got.append(u"%1/%2"_s.arg(port.port).arg(port.protocol));
    QCOMPARE(got, ports);
}

void SetupTest::filesAreTheCatalogs()
{
    const base::Result<Setup> setup = makeSetup(catalog(), request({u"jellyfin"_s, u"caddy"_s}));
    QVERIFY(setup.ok());
    QCOMPARE(fileOf(*setup, u"services/jellyfin.yaml"_s), catalog().find(u"jellyfin"_s)->bytes);
    QCOMPARE(fileOf(*setup, u"templates/caddy/Caddyfile"_s), *catalog().templateBytes(u"templates/caddy/Caddyfile"_s));
    QCOMPARE(setup->files.last().path, u"mediahelm.yaml"_s);
    QCOMPARE(setup->serviceFiles, (QStringList{u"services/jellyfin.yaml"_s, u"services/caddy.yaml"_s}));
}

void SetupTest::valuesOfTheMachineStandInLocalEnv()
{
    SetupRequest wanted = request({u"sonarr"_s, u"plex"_s}, {{u"BASE_PATH"_s, u"/tank/a b"_s}});
    const base::Result<Setup> setup = makeSetup(catalog(), wanted);
    QVERIFY(setup.ok());
    const QByteArray local = fileOf(*setup, u"local.env"_s);
    for (const char *line : {"\nPUID=1234\n", "\nPGID=2345\n", "\nTZ=Europe/Berlin\n", "\nHOST_IP=192.168.1.10\n",
                             "\nAPPDATA_PATH=${BASE_PATH}/appdata\n"})
        QVERIFY2(local.contains(line), line);
    QVERIFY(setup->questions.isEmpty());
    const auto has = [&](const QString &path) {
        return std::ranges::find(setup->folders, path, &CatalogFolder::path) != setup->folders.end();
    };
    QVERIFY(has(u"/tank/a b/appdata/sonarr"_s));
    QVERIFY(has(u"/tank/a b/data"_s));

    wanted.folder = u"/srv/media/config"_s;
    wanted.values.clear();
    QVERIFY(fileOf(*makeSetup(catalog(), wanted), u"local.env"_s).contains("\nBASE_PATH=/srv/media\n"));
}

void SetupTest::takenPortsAreToldAndMoved()
{
    SetupRequest wanted = request({u"jellyfin"_s, u"sonarr"_s});
    wanted.host.takenPorts = {{8096, u"tcp"_s, u"container other"_s}};
    const base::Result<Setup> setup = makeSetup(catalog(), wanted);
    QVERIFY(setup.ok());
    QCOMPARE(portOf(*setup, u"JELLYFIN_PORT"_s), 8097);
    QVERIFY(fileOf(*setup, u"local.env"_s).contains("# 8096 is taken by container other.\nJELLYFIN_PORT=8097\n"));
    QVERIFY(setup->warnings.join(u'\n').contains(u"port 8096 is taken by container other, so JELLYFIN_PORT=8097"_s));
    QVERIFY(!fileOf(*setup, u"local.env"_s).contains("SONARR_PORT"));
}

void SetupTest::secretsAreListedAndInNoFile()
{
    const base::Result<Setup> setup = makeSetup(catalog(), request({u"recyclarr"_s, u"sonarr"_s, u"duckdns"_s}));
    QVERIFY(setup.ok());
    const auto secret = [&](const QString &name) {
        return *std::ranges::find(setup->secrets, name, &SetupSecret::name);
    };
    // What one service merely can use is made for the one that needs it, and else not at all.
    QCOMPARE(secret(u"SONARR_API_KEY"_s).service, u"sonarr"_s);
    QCOMPARE(secret(u"SONARR_API_KEY"_s).form, (SecretForm{SecretForm::Alphabet::hex, 32}));
    QVERIFY(!secret(u"RADARR_API_KEY"_s).form);
    QVERIFY(!secret(u"DUCKDNS_TOKEN"_s).form && secret(u"DUCKDNS_TOKEN"_s).required);
    QVERIFY(fileOf(*setup, u"mediahelm.yaml"_s).contains("\n  - SONARR_API_KEY\n"));
    QVERIFY(!fileOf(*setup, u"local.env"_s).contains("API_KEY"));
}

void SetupTest::whatHasNoDefaultIsAsked()
{
    SetupRequest wanted = request({u"vaultwarden"_s, u"traefik"_s, u"homepage"_s});
    wanted.host.address.clear();
    const base::Result<Setup> setup = makeSetup(catalog(), wanted);
    QVERIFY(setup.ok());
    QStringList asked;
    for (const SetupQuestion &question : setup->questions)
        asked.append(question.variable + u' ' + question.service);
    QCOMPARE(asked, (QStringList{u"DOMAIN vaultwarden"_s, u"ACME_EMAIL traefik"_s, u"HOST_IP homepage"_s}));
    QVERIFY(fileOf(*setup, u"local.env"_s).contains("# DOMAIN=example.org\n"));

    wanted.values = {{u"DOMAIN"_s, u"home.arpa"_s}, {u"ACME_EMAIL"_s, u"a@b.de"_s}, {u"HOST_IP"_s, u"10.0.0.1"_s}};
    const base::Result<Setup> answered = makeSetup(catalog(), wanted);
    QVERIFY(answered.ok() && answered->questions.isEmpty());
    QVERIFY(fileOf(*answered, u"local.env"_s).contains("\nDOMAIN=home.arpa\n"));
}

void SetupTest::mistakesAreRefused_data()
{
    QTest::addColumn<QStringList>("services");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *title, const QString &service, const QString &name, const QString &value,
                        const QString &words) {
        QTest::newRow(title) << (service.isEmpty() ? QStringList() : QStringList{service}) << name << value << words;
    };
    row("no service", {}, {}, {}, u"no service was named"_s);
    row("unknown service", u"jelyfin"_s, {}, {}, u"did you mean jellyfin?"_s);
    row("unknown variable", u"jellyfin"_s, u"JELLYFIN_PROT"_s, u"1"_s, u"did you mean JELLYFIN_PORT?"_s);
    row("variable of another service", u"jellyfin"_s, u"SONARR_PORT"_s, u"1"_s, u"none of these services"_s);
    row("secret", u"sonarr"_s, u"SONARR_API_KEY"_s, u"x"_s, u"is a secret"_s);
    row("port", u"jellyfin"_s, u"JELLYFIN_PORT"_s, u"99999"_s, u"is a port"_s);
    row("id", u"jellyfin"_s, u"PUID"_s, u"me"_s, u"is a whole number"_s);
    row("path", u"jellyfin"_s, u"BASE_PATH"_s, u"data"_s, u"is an absolute path"_s);
    row("choice", u"gluetun"_s, u"VPN_TYPE"_s, u"ipsec"_s, u"is one of wireguard, openvpn"_s);
}

void SetupTest::mistakesAreRefused()
{
    QFETCH(QStringList, services);
    QFETCH(QString, name);
    QFETCH(QString, value);
    QFETCH(QString, words);
    QMap<QString, QString> values;
    if (!name.isEmpty())
        values.insert(name, value);
    const base::Result<Setup> setup = makeSetup(catalog(), request(services, values));
    QVERIFY(!setup.ok());
    QVERIFY2(setup.error().message.contains(words), qPrintable(setup.error().message));
}

void SetupTest::smallMachinesAreWarnedOf_data()
{
    QTest::addColumn<int>("cpus");
    QTest::addColumn<qint64>("memory");
    QTest::addColumn<qint64>("disk");
    QTest::addColumn<QString>("words");
    const qint64 gigabyte = qint64(1) << 30;
    QTest::newRow("enough") << 4 << 8 * gigabyte << 20 * gigabyte << QString();
    QTest::newRow("sold as 8 GB") << 4 << qint64(7.6 * static_cast<double>(gigabyte)) << 20 * gigabyte << QString();
    QTest::newRow("unknown") << 0 << qint64(0) << qint64(0) << QString();
    QTest::newRow("cores") << 2 << 8 * gigabyte << 20 * gigabyte << u"2 processor cores; a media server wants 4"_s;
    QTest::newRow("memory") << 4 << 4 * gigabyte << 20 * gigabyte << u"4 GB of memory; a media server wants 8 GB"_s;
    QTest::newRow("disk") << 4 << 8 * gigabyte << 19 * gigabyte << u"19 GB of disk are free"_s;
    QTest::newRow("less than asked") << 4 << gigabyte / 8 << 20 * gigabyte << u"ask for 384 MB of memory together"_s;
}

void SetupTest::smallMachinesAreWarnedOf()
{
    QFETCH(int, cpus);
    QFETCH(qint64, memory);
    QFETCH(qint64, disk);
    QFETCH(QString, words);
    SetupRequest wanted = request({u"sonarr"_s});
    wanted.host.cpus = cpus;
    wanted.host.memory = memory;
    wanted.host.freeDisk = disk;
    const base::Result<Setup> setup = makeSetup(catalog(), wanted);
    QVERIFY(setup.ok());
    const QString warnings = setup->warnings.join(u'\n');
    QVERIFY2(words.isEmpty() ? warnings.isEmpty() : warnings.contains(words), qPrintable(warnings));
}

void SetupTest::torrentsGoThroughTheVpn()
{
    const base::Result<Setup> alone = makeSetup(catalog(), request({u"qbittorrent"_s}));
    QVERIFY(alone.ok());
    QCOMPARE(fileOf(*alone, u"services/qbittorrent.yaml"_s), catalog().find(u"qbittorrent"_s)->bytes);
    QVERIFY(alone->warnings.join(u' ').contains(u"add gluetun"_s));

    const base::Result<Setup> setup = makeSetup(catalog(), request({u"qbittorrent"_s, u"gluetun"_s, u"sabnzbd"_s}));
    QVERIFY(setup.ok());
    const YamlReading torrent = readYaml(fileOf(*setup, u"services/qbittorrent.yaml"_s));
    const YamlReading vpn = readYaml(fileOf(*setup, u"services/gluetun.yaml"_s));
    QVERIFY(torrent.ok() && vpn.ok());
    QVERIFY(!torrent.document.find(u"/services/qbittorrent/ports"_s));
    QCOMPARE(torrent.document.find(u"/services/qbittorrent/network_mode"_s).text(), u"service:gluetun"_s);
    QCOMPARE(vpn.document.find(u"/services/gluetun/ports"_s).size(), 3);
    // Usenet needs none.
    QCOMPARE(fileOf(*setup, u"services/sabnzbd.yaml"_s), catalog().find(u"sabnzbd"_s)->bytes);
}

QTEST_GUILESS_MAIN(SetupTest)
#include "setup_test.moc"
