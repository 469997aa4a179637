// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/session/connection_stage.h"

#include <QTest>

using namespace mediahelm;
using control::Happening;
using control::Stage;

class ConnectionStageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stagesFollowTheTable_data();
    void stagesFollowTheTable();
};

void ConnectionStageTest::stagesFollowTheTable_data()
{
    QTest::addColumn<Stage>("from");
    QTest::addColumn<Happening>("on");
    QTest::addColumn<std::optional<Stage>>("to");
    const auto row = [](const char *name, Stage from, Happening on, std::optional<Stage> to) {
        QTest::newRow(name) << from << on << to;
    };
    row("retry", Stage::waiting, Happening::retryDue, Stage::opening);
    row("greeting comes before up", Stage::opening, Happening::greeted, std::nullopt);
    row("way open", Stage::opening, Happening::wayOpen, Stage::greeting);
    row("greeted", Stage::greeting, Happening::greeted, Stage::up);
    row("no answer is looked into", Stage::greeting, Happening::unanswered, Stage::diagnosing);
    row("unanswered", Stage::up, Happening::unanswered, Stage::silent);
    row("answered", Stage::silent, Happening::answered, Stage::up);
    row("silent too long", Stage::silent, Happening::silentTooLong, Stage::opening);
    row("lost", Stage::up, Happening::ended, Stage::waiting);
    row("hopeless", Stage::opening, Happening::hopeless, Stage::off);
    row("off stays off", Stage::off, Happening::retryDue, std::nullopt);
    row("off hears nothing", Stage::off, Happening::answered, std::nullopt);
    row("user connects", Stage::off, Happening::connectAsked, Stage::opening);
    row("user disconnects", Stage::up, Happening::disconnectAsked, Stage::off);
}

void ConnectionStageTest::stagesFollowTheTable()
{
    QFETCH(Stage, from);
    QFETCH(Happening, on);
    QFETCH(std::optional<Stage>, to);
    QVERIFY(control::following(from, on) == to);
}

QTEST_GUILESS_MAIN(ConnectionStageTest)
#include "connection_stage_test.moc"
