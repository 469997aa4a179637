// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/service_graph.h"

#include <QTest>

using namespace mediahelm::model;

namespace {

// "in:vpn*network,db": service in needs vpn's network, and db by depends_on. "/data" is a volume.
ServiceGraph graphOf(const QString &text)
{
    const QHash<QString, NeedKind> kinds{{QStringLiteral("network"), NeedKind::network},
                                         {QStringLiteral("pid"), NeedKind::pid},
                                         {QStringLiteral("ipc"), NeedKind::ipc},
                                         {QStringLiteral("from"), NeedKind::volumesFrom}};
    QList<ServiceNeeds> services;
    const QStringList entries = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &entry : entries) {
        ServiceNeeds needs{entry.section(u':', 0, 0), {}, {}};
        const QStringList parts = entry.section(u':', 1).split(u',', Qt::SkipEmptyParts);
        for (const QString &part : parts) {
            if (part.startsWith(u'/'))
                needs.volumes.append(part);
            else
                needs.needs.append(
                    Need{part.section(u'*', 0, 0), kinds.value(part.section(u'*', 1), NeedKind::dependsOn)});
        }
        services.append(needs);
    }
    return ServiceGraph(services);
}

QStringList words(const QString &text)
{
    return text.split(u' ', Qt::SkipEmptyParts);
}

} // namespace

class ServiceGraphTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startOrderPutsWhatIsNeededFirst_data();
    void startOrderPutsWhatIsNeededFirst();
    void stopOrderIsTheReverse();
    void cycleIsToldAsAPath_data();
    void cycleIsToldAsAPath();
    void whoRefersToAContainerIsRecreatedWithIt_data();
    void whoRefersToAContainerIsRecreatedWithIt();
    void whoLivesInANamespaceIsRestartedWithIt();
    void dependentsAreDirectOnes();
    void servicesThatMountTheSameAreFound();
};

void ServiceGraphTest::startOrderPutsWhatIsNeededFirst_data()
{
    QTest::addColumn<QString>("graph");
    QTest::addColumn<QString>("steps"); // joined by |
    QTest::newRow("none") << ""
                          << "";
    QTest::newRow("by name where nothing is needed") << "b: a: c:"
                                                     << "a b c";
    QTest::newRow("depends_on") << "a:b b:c c:"
                                << "c|b|a";
    QTest::newRow("network_mode") << "a:vpn*network vpn:"
                                  << "vpn|a";
    QTest::newRow("pid") << "a:z*pid z:"
                         << "z|a";
    QTest::newRow("ipc") << "a:z*ipc z:"
                         << "z|a";
    QTest::newRow("volumes_from") << "a:z*from z:"
                                  << "z|a";
    QTest::newRow("a diamond") << "a:b,c b:d c:d d:"
                               << "d|b c|a";
    QTest::newRow("a need of what is not there") << "a:gone b:"
                                                 << "a b";
    QTest::newRow("two needs of one service") << "a:b,b*network b:"
                                              << "b|a";
    QTest::newRow("shared volumes order nothing") << "b:/data a:/data"
                                                  << "a b";
    QTest::newRow("a cycle stands last") << "a:b b:a c: d:c"
                                         << "c|d|a b";
}

void ServiceGraphTest::startOrderPutsWhatIsNeededFirst()
{
    QFETCH(QString, graph);
    QFETCH(QString, steps);
    const ServiceGraph subject = graphOf(graph);
    QStringList found;
    for (const QStringList &step : subject.startSteps())
        found.append(step.join(u' '));
    QCOMPARE(found.join(u'|'), steps);
    QCOMPARE(subject.startOrder().join(u' '), QString(steps).replace(u'|', u' '));
}

void ServiceGraphTest::stopOrderIsTheReverse()
{
    QCOMPARE(graphOf(QStringLiteral("a:b b:c c:")).stopOrder(), words(QStringLiteral("a b c")));
}

void ServiceGraphTest::cycleIsToldAsAPath_data()
{
    QTest::addColumn<QString>("graph");
    QTest::addColumn<QString>("path");
    QTest::newRow("none") << "a:b b:"
                          << "";
    QTest::newRow("two") << "a:b b:a"
                         << "a b a";
    QTest::newRow("itself") << "a:a"
                            << "a a";
    QTest::newRow("three, reached from outside") << "a:x x:y y:z z:x"
                                                 << "x y z x";
    QTest::newRow("through kinds") << "a:b*network b:c*from c:a"
                                   << "a b c a";
}

void ServiceGraphTest::cycleIsToldAsAPath()
{
    QFETCH(QString, graph);
    QFETCH(QString, path);
    const ServiceGraph subject = graphOf(graph);
    QCOMPARE(subject.cycle().has_value(), !path.isEmpty());
    QCOMPARE(subject.cycle().value_or(QStringList()), words(path));
}

void ServiceGraphTest::whoRefersToAContainerIsRecreatedWithIt_data()
{
    QTest::addColumn<QString>("graph");
    QTest::addColumn<QString>("services");
    QTest::addColumn<QString>("followers");
    QTest::newRow("nobody") << "a: b:"
                            << "a"
                            << "";
    QTest::newRow("depends_on alone does not") << "a:b b:"
                                               << "b"
                                               << "";
    QTest::newRow("network") << "a:vpn*network b:vpn*network vpn:"
                             << "vpn"
                             << "a b";
    QTest::newRow("over two steps") << "a:b*pid b:vpn*network vpn:"
                                    << "vpn"
                                    << "b a";
    QTest::newRow("volumes_from") << "a:b*from b:"
                                  << "b"
                                  << "a";
    QTest::newRow("not who is asked about") << "a:vpn*network vpn:"
                                            << "vpn a"
                                            << "";
}

void ServiceGraphTest::whoRefersToAContainerIsRecreatedWithIt()
{
    QFETCH(QString, graph);
    QFETCH(QString, services);
    QFETCH(QString, followers);
    QCOMPARE(graphOf(graph).recreatedWith(words(services)), words(followers));
}

void ServiceGraphTest::whoLivesInANamespaceIsRestartedWithIt()
{
    const ServiceGraph graph = graphOf(QStringLiteral("a:vpn*network b:vpn*from c:a*ipc d:vpn vpn:"));
    QCOMPARE(graph.restartedWith({QStringLiteral("vpn")}), words(QStringLiteral("a c")));
}

void ServiceGraphTest::dependentsAreDirectOnes()
{
    const ServiceGraph graph = graphOf(QStringLiteral("a:b b:c*network c:"));
    QCOMPARE(graph.dependentsOf(QStringLiteral("c")), words(QStringLiteral("b")));
    QCOMPARE(graph.needsOf(QStringLiteral("b")).value(0).kind, NeedKind::network);
}

void ServiceGraphTest::servicesThatMountTheSameAreFound()
{
    const ServiceGraph graph = graphOf(QStringLiteral("a:/data,/x b:/data c:/y"));
    QCOMPARE(graph.sharingVolumesWith(QStringLiteral("a")), words(QStringLiteral("b")));
    QCOMPARE(graph.sharingVolumesWith(QStringLiteral("c")), QStringList());
}

QTEST_GUILESS_MAIN(ServiceGraphTest)
#include "service_graph_test.moc"
