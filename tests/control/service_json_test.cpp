// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/service_json.h"

#include <QJsonObject>
#include <QTest>

using namespace mediahelm;

class ServiceJsonTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void B03_markIsTold_data();
    void B03_markIsTold();
};

void ServiceJsonTest::B03_markIsTold_data()
{
    QTest::addColumn<bool>("noAnswer");
    QTest::newRow("answers") << false;
    QTest::newRow("hangs") << true;
}

void ServiceJsonTest::B03_markIsTold()
{
    QFETCH(const bool, noAnswer);
    model::Container container;
    container.noAnswer = noAnswer;
    const QJsonObject item = control::containerJson(*base::HostId::parse(u"box"), container);
    QCOMPARE(item.value(QStringLiteral("no_answer")), QJsonValue(noAnswer));
    QVERIFY((container == model::Container{}) != noAnswer);
}

QTEST_GUILESS_MAIN(ServiceJsonTest)
#include "service_json_test.moc"
