// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/format.h"
#include "ui/style/icons.h"
#include "ui/style/service_look.h"
#include "ui/style/words.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace mediahelm;
using namespace mediahelm::ui;
using model::ConnectionPhase;
using model::ConnectionProblem;
using model::Container;
using model::ContainerState;
using model::Health;

namespace {

QImage greyShape(ServiceLook look)
{
    QImage image(32, 32, QImage::Format_Grayscale8);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintLook(&painter, QRectF(0, 0, 32, 32), look, QColor(0x555555));
    return image;
}

} // namespace

class StyleWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void containersLookAsTheyAre_data();
    void containersLookAsTheyAre();
    void D11_everyLookHasAShapeOfItsOwnInGrey();
    void D34_everyErrorKindSaysWhatHappenedAndWhy();
    void D35_errorWordsDoNotBlameOrShout();
    void everyProblemHasASentenceAndARemedy();
    void connectionTextTellsTheNextTry();
    void doneNamesOneAndCountsMany();
    void iconsAreTintedByThePalette();
    void anUnknownIconIsEmpty();
};

void StyleWordsTest::containersLookAsTheyAre_data()
{
    QTest::addColumn<ContainerState>("state");
    QTest::addColumn<Health>("health");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<ServiceLook>("look");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, ContainerState state, Health health, int exitCode, ServiceLook look,
                        const char *text) {
        QTest::newRow(name) << state << health << exitCode << look << QString::fromLatin1(text);
    };
    row("running", ContainerState::running, Health::none, -1, ServiceLook::running, "Running");
    row("healthy", ContainerState::running, Health::healthy, -1, ServiceLook::healthy, "Healthy");
    row("unhealthy", ContainerState::running, Health::unhealthy, -1, ServiceLook::unhealthy, "Unhealthy");
    row("starting", ContainerState::running, Health::starting, -1, ServiceLook::starting, "Starting");
    row("restarting", ContainerState::restarting, Health::none, 1, ServiceLook::restarting, "Restarting (1)");
    row("paused", ContainerState::paused, Health::healthy, -1, ServiceLook::paused, "Paused");
    row("exited", ContainerState::exited, Health::none, 0, ServiceLook::exited, "Exited (0)");
    row("failed", ContainerState::exited, Health::none, 137, ServiceLook::failed, "Exited (137)");
    row("dead", ContainerState::dead, Health::none, -1, ServiceLook::dead, "Dead");
    row("created", ContainerState::created, Health::none, -1, ServiceLook::created, "Created");
    row("removing", ContainerState::removing, Health::none, -1, ServiceLook::removing, "Removing");
    row("unknown", ContainerState::unknown, Health::none, -1, ServiceLook::unknown, "Unknown");
}

void StyleWordsTest::containersLookAsTheyAre()
{
    QFETCH(int, exitCode);
    QFETCH(ContainerState, state);
    QFETCH(Health, health);
    Container container;
    container.state = state;
    container.health = health;
    if (exitCode >= 0)
        container.exitCode = exitCode;
    QTEST(lookOf(container), "look");
    QTEST(stateText(container), "text");
}

void StyleWordsTest::D11_everyLookHasAShapeOfItsOwnInGrey()
{
    for (int a = 0; a < serviceLookCount; ++a) {
        for (int b = a + 1; b < serviceLookCount; ++b) {
            const QImage left = greyShape(static_cast<ServiceLook>(a));
            const QImage right = greyShape(static_cast<ServiceLook>(b));
            int different = 0;
            for (int y = 0; y < 32; ++y) {
                for (int x = 0; x < 32; ++x)
                    different += qAbs(qGray(left.pixel(x, y)) - qGray(right.pixel(x, y))) > 60 ? 1 : 0;
            }
            QVERIFY2(different >= 30,
                     qPrintable(QStringLiteral("%1 and %2 differ in %3 pixels").arg(a).arg(b).arg(different)));
        }
    }
}

void StyleWordsTest::D34_everyErrorKindSaysWhatHappenedAndWhy()
{
    for (int kind = 0; kind <= static_cast<int>(base::ErrorKind::internal); ++kind) {
        const base::Error error{static_cast<base::ErrorKind>(kind), QStringLiteral("message"),
                                QStringLiteral("detail")};
        const ErrorWords words = wordsFor(error, model::ContainerAction::stop, QStringLiteral("jellyfin"));
        QCOMPARE(words.headline, QStringLiteral("Could not stop jellyfin"));
        QVERIFY(words.reason.endsWith(QLatin1Char('.')));
        QVERIFY(words.all().contains(QStringLiteral("detail")));
        QVERIFY(words.all().contains(QStringLiteral("message")));
    }
}

void StyleWordsTest::D35_errorWordsDoNotBlameOrShout()
{
    for (int kind = 0; kind <= static_cast<int>(base::ErrorKind::internal); ++kind) {
        const ErrorWords words = wordsFor({static_cast<base::ErrorKind>(kind), {}, {}}, QStringLiteral("X"));
        const QString text = words.all().toLower();
        for (const char *word : {"please", "!", "you ", "your", "sorry", "fatal", "illegal"})
            QVERIFY2(!text.contains(QLatin1String(word)), qPrintable(text));
    }
}

void StyleWordsTest::everyProblemHasASentenceAndARemedy()
{
    for (int i = 1; i <= static_cast<int>(ConnectionProblem::disconnectedByUser); ++i) {
        QVERIFY(problemSentence(static_cast<ConnectionProblem>(i)).endsWith(QLatin1Char('.')));
        QVERIFY(remedySentence(static_cast<ConnectionProblem>(i)).endsWith(QLatin1Char('.')));
    }
    QVERIFY(problemSentence(ConnectionProblem::none).isEmpty());
}

void StyleWordsTest::connectionTextTellsTheNextTry()
{
    const QDateTime now = QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC);
    model::ConnectionState state;
    state.phase = ConnectionPhase::reconnecting;
    state.nextAttempt = now.addSecs(5);
    QCOMPARE(connectionText(state, now), QStringLiteral("Reconnecting: next try in 5 s"));
    state.nextAttempt = {};
    QCOMPARE(connectionText(state, now), QStringLiteral("Reconnecting: trying now"));
    state.phase = ConnectionPhase::stopped;
    state.problem = ConnectionProblem::hostKeyChanged;
    QCOMPARE(connectionText(state, now), QStringLiteral("Stopped: The host key has changed."));
    state.phase = ConnectionPhase::notResponding;
    state.lastAnswer = now.addSecs(-12);
    QCOMPARE(connectionText(state, now), QStringLiteral("Not responding, last answer 12 s ago"));
}

void StyleWordsTest::doneNamesOneAndCountsMany()
{
    using model::ContainerAction;
    QCOMPARE(actionDone(ContainerAction::stop, {QStringLiteral("jellyfin")}), QStringLiteral("Stopped jellyfin"));
    QCOMPARE(actionDone(ContainerAction::stop, {QStringLiteral("a"), QStringLiteral("b")}),
             QStringLiteral("Stopped 2 services"));
    QCOMPARE(actionLabel(ContainerAction::remove, 3), QStringLiteral("Remove 3 containers"));
    QCOMPARE(actionLabel(ContainerAction::remove), QStringLiteral("Remove"));
}

void StyleWordsTest::iconsAreTintedByThePalette()
{
    const QColor red(0xd02020);
    const QImage image = symbolPixmap(QStringLiteral("delete"), QSize(24, 24), 2.0, red).toImage();
    QCOMPARE(image.size(), QSize(48, 48));
    int inked = 0;
    for (int y = 0; y < 48; ++y) {
        for (int x = 0; x < 48; ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (pixel.alpha() == 255) {
                ++inked;
                QCOMPARE(pixel.rgb(), red.rgb());
            }
        }
    }
    QVERIFY(inked > 100);
    QVERIFY(!applicationIcon().pixmap(64).isNull());
}

void StyleWordsTest::anUnknownIconIsEmpty()
{
    QTest::ignoreMessage(QtWarningMsg, "no icon is named \"no-such-icon\"");
    QVERIFY(symbolIcon(QStringLiteral("no-such-icon")).isNull());
    QVERIFY(!symbolIcon(QStringLiteral("stop")).isNull());
}

QTEST_MAIN(StyleWordsTest)
#include "style_words_test.moc"
