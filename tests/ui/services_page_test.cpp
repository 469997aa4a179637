// SPDX-License-Identifier: GPL-3.0-or-later
#include "services_page_fixture.h"

#include "fakes/fake_control.h"
#include "fakes/sample_fleet.h"
#include "ui/models/service_model.h"
#include "ui/services/action_rules.h"
#include "ui/services/confirm_dialog.h"
#include "ui/services/log_pane.h"
#include "ui/services/port_link.h"
#include "ui/services/service_panel.h"
#include "ui/services/services_page.h"
#include "ui/services/services_view.h"
#include "ui/style/palette.h"
#include "ui/style/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/log_view.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/toast.h"

#include <QAccessible>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace mediahelm;
using namespace mediahelm::ui;
using model::ContainerAction;
using model::ContainerKey;
using model::ContainerState;

class ServicesPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void actionsApplyByState_data();
    void actionsApplyByState();
    void D01_everyActionHasUndoOrAQuestionOrIsHarmless();
    void D05_theLabelCountsWhatIsActedOn();
    void D02_stopIsUndoneByTheToast();
    void D03_removeNamesEveryContainerAndCancelIsTheDefault();
    void D04_cancelRemovesNothing();
    void D07_anActionDisablesItselfWhileItRuns();
    void D36_aFailureIsToldInThePage();
    void D31_emptyStatesOfferAButton_data();
    void D31_emptyStatesOfferAButton();
    void D06_aMenuHoldsTheTable();
    void D06_aPointerAtRestUnderANewWindowHoldsNothing();
    void D21_theMenuHasTheSameActions();
    void D22_everyFocusableWidgetHasAName();
    void D25_theThemeIsFollowedLive();
    void portsAreLinks_data();
    void portsAreLinks();
    void enterOpensThePanelWithTheLog();
    void theLogReadsOnWhereItEnded();
    void thePanelFollowsARecreatedService();
    void nothingIsMeasuredWhileHidden();
};

void ServicesPageTest::actionsApplyByState_data()
{
    QTest::addColumn<ContainerState>("state");
    QTest::addColumn<QStringList>("verbs");
    const auto row = [](const char *name, ContainerState state, const char *verbs) {
        QTest::newRow(name) << state << QString::fromLatin1(verbs).split(QLatin1Char(' '));
    };
    row("created", ContainerState::created, "start remove");
    row("running", ContainerState::running, "stop restart pause kill remove");
    row("paused", ContainerState::paused, "stop unpause kill remove");
    row("restarting", ContainerState::restarting, "stop restart kill remove");
    row("removing", ContainerState::removing, "");
    row("exited", ContainerState::exited, "start remove");
    row("dead", ContainerState::dead, "remove");
}

void ServicesPageTest::actionsApplyByState()
{
    QFETCH(ContainerState, state);
    QStringList verbs;
    for (const ContainerAction verb : allActions()) {
        if (applies(verb, state))
            verbs.append(model::containerActionName(verb));
    }
    QTEST(verbs.join(QLatin1Char(' ')).split(QLatin1Char(' ')), "verbs");
}

void ServicesPageTest::D01_everyActionHasUndoOrAQuestionOrIsHarmless()
{
    for (const ContainerAction verb : allActions()) {
        const bool harmless =
            verb == ContainerAction::start || verb == ContainerAction::unpause || verb == ContainerAction::restart;
        QVERIFY(harmless || needsConfirmation(verb) || undoOf(verb));
    }
}

void ServicesPageTest::D05_theLabelCountsWhatIsActedOn()
{
    Page page;
    QVERIFY(!page.action(ContainerAction::stop)->isEnabled());
    page.choose({page.key("jellyfin"), page.key("sonarr"), page.key("recyclarr"), page.key("nextcloud", "nas")});
    QCOMPARE(page.action(ContainerAction::stop)->text(), QStringLiteral("Stop 2 services"));
    QCOMPARE(page.action(ContainerAction::start)->text(), QStringLiteral("Start"));
    QVERIFY(page.action(ContainerAction::start)->isEnabled());
    QVERIFY(!page.action(ContainerAction::unpause)->isEnabled());
    page.action(ContainerAction::stop)->trigger();
    QCOMPARE(page.fakes.operations.calls().size(), 2);
}

void ServicesPageTest::D02_stopIsUndoneByTheToast()
{
    Page page;
    page.choose({page.key("jellyfin")});
    page.action(ContainerAction::stop)->trigger();
    QTRY_VERIFY(page.shown<Toast>());
    auto *toast = page.shown<Toast>();
    QCOMPARE(toast->accessibleName(), QStringLiteral("Stopped jellyfin"));
    button(toast, QStringLiteral("Undo"))->click();
    QCOMPARE(page.fakes.operations.calls().last().action, ContainerAction::start);
    QCOMPARE(page.fakes.operations.calls().last().key, page.key("jellyfin"));
    QVERIFY(!toast->isVisible());
}

void ServicesPageTest::D03_removeNamesEveryContainerAndCancelIsTheDefault()
{
    Page page;
    page.choose({page.key("jellyfin"), page.key("recyclarr")});
    page.action(ContainerAction::remove)->trigger();
    auto *dialog = page.page->findChild<ConfirmDialog *>();
    QVERIFY(dialog);
    auto *list = dialog->findChild<QListWidget *>();
    QStringList names;
    for (int i = 0; i < list->count(); ++i)
        names.append(list->item(i)->text());
    names.sort();
    QCOMPARE(names,
             QStringList({QStringLiteral("media-jellyfin-1 on local · Healthy"),
                          QStringLiteral("media-recyclarr-1 on local · Created")}));
    auto *cancel = button(dialog, QStringLiteral("Cancel"));
    QVERIFY(cancel->isDefault());
    auto *remove = button(dialog, QStringLiteral("Remove 2 containers"));
    QVERIFY(remove && !remove->isDefault());
    QVERIFY(page.fakes.operations.calls().isEmpty());
    remove->click();
    QCOMPARE(page.fakes.operations.calls().size(), 2);
    QVERIFY(page.fakes.operations.calls().first().options.force);
    QVERIFY(!page.fakes.operations.calls().first().options.removeAnonymousVolumes);
}

void ServicesPageTest::D04_cancelRemovesNothing()
{
    Page page;
    page.choose({page.key("jellyfin")});
    page.action(ContainerAction::kill)->trigger();
    auto *dialog = page.page->findChild<ConfirmDialog *>();
    QVERIFY(button(dialog, QStringLiteral("Kill service")));
    QTest::keyClick(dialog, Qt::Key_Return);
    QVERIFY(page.fakes.operations.calls().isEmpty());
    QVERIFY(!dialog->isVisible());
}

void ServicesPageTest::D07_anActionDisablesItselfWhileItRuns()
{
    Page page;
    page.fakes.operations.setHeld(true);
    page.choose({page.key("jellyfin")});
    page.action(ContainerAction::restart)->trigger();
    QVERIFY(!page.action(ContainerAction::restart)->isEnabled());
    QVERIFY(!page.action(ContainerAction::stop)->isEnabled());
    QVERIFY(page.index(page.key("jellyfin")).data(ServiceModel::BusyRole).toBool());
    page.fakes.operations.succeed(page.key("jellyfin"));
    QTRY_VERIFY(page.action(ContainerAction::restart)->isEnabled());
}

void ServicesPageTest::D36_aFailureIsToldInThePage()
{
    Page page;
    page.fakes.operations.setHeld(true);
    page.choose({page.key("jellyfin")});
    page.action(ContainerAction::stop)->trigger();
    page.fakes.operations.fail(page.key("jellyfin"),
                               {base::ErrorKind::timeout, QStringLiteral("no answer in 30 s"), {}});
    const auto told = [&page] {
        QStringList headlines;
        for (const MessageBar *bar : page.page->findChildren<MessageBar *>()) {
            if (bar->isVisible())
                headlines.append(bar->headline());
        }
        return headlines;
    };
    QTRY_VERIFY(told().contains(QStringLiteral("Could not stop jellyfin")));
    QVERIFY(!page.page->findChild<QDialog *>());
}

void ServicesPageTest::D31_emptyStatesOfferAButton_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("button");
    const auto row = [](const char *what, const char *title, const char *label) {
        QTest::newRow(what) << QString::fromLatin1(what) << QString::fromUtf8(title) << QString::fromLatin1(label);
    };
    row("no host", "No hosts yet", "Add host");
    row("no containers", "No containers", "Add another host");
    row("not connected", "Not connected to attic", "Show hosts");
    row("no match", "No results for “zzz”", "Show all services");
}

void ServicesPageTest::D31_emptyStatesOfferAButton()
{
    QFETCH(QString, what);
    QFETCH(QString, button);
    Page page(what != QLatin1String("no host") && what != QLatin1String("no containers"));
    QSignalSpy add(page.page.get(), &ServicesPage::addHostRequested);
    QSignalSpy hosts(page.page.get(), &ServicesPage::hostsRequested);
    if (what == QLatin1String("no containers")) {
        control::HostStatus status;
        status.profile.id = fakes::hostId(QStringLiteral("local"));
        status.connection.phase = model::ConnectionPhase::connected;
        page.fakes.fleet.setHost(status);
        page.fakes.fleet.setContainers(status.profile.id, {});
    } else if (what == QLatin1String("not connected")) {
        page.page->setHost(fakes::hostId(QStringLiteral("attic")));
    } else if (what == QLatin1String("no match")) {
        page.page->findChild<SearchField *>(QStringLiteral("services.search"))->setText(QStringLiteral("zzz"));
    }
    auto *empty = page.shown<EmptyState>();
    QVERIFY(empty);
    QTEST(empty->accessibleName(), "title");
    mediahelm::ui::button(empty, button)->click();
    QCOMPARE(add.count(), what == QLatin1String("no host") || what == QLatin1String("no containers") ? 1 : 0);
    QCOMPARE(hosts.count(), what == QLatin1String("not connected") ? 1 : 0);
    if (what == QLatin1String("no match"))
        QVERIFY(!page.shown<EmptyState>());
}

void ServicesPageTest::D06_aMenuHoldsTheTable()
{
    Page page;
    page.choose({page.key("jellyfin")});
    QSignalSpy held(page.page->view(), &ServicesView::heldChanged);
    Q_EMIT page.page->view()->customContextMenuRequested(QPoint(20, 60));
    QTRY_COMPARE(held.count(), 1);
    const int before = page.page->view()->model()->rowCount();
    page.fakes.fleet.upsert(
        fakes::hostId(QStringLiteral("local")),
        fakes::makeContainer(QStringLiteral("aaa"), QStringLiteral("new"), QStringLiteral("x"), {}));
    QCOMPARE(page.page->view()->model()->rowCount(), before);
    page.page->view()->findChild<QMenu *>()->close();
    QTRY_COMPARE(page.page->view()->model()->rowCount(), before + 1);
}

void ServicesPageTest::D06_aPointerAtRestUnderANewWindowHoldsNothing()
{
    Page page;
    QSignalSpy held(page.page->view(), &ServicesView::heldChanged);
    QWidget *viewport = page.page->view()->viewport();
    QEnterEvent enter(QPointF(20, 60), QPointF(20, 60), QPointF(20, 60));
    QCoreApplication::sendEvent(viewport, &enter);
    QCOMPARE(held.count(), 0);
    QTest::mouseMove(viewport, QPoint(30, 70));
    QCOMPARE(held.count(), 1);
}

void ServicesPageTest::D21_theMenuHasTheSameActions()
{
    Page page;
    page.choose({page.key("jellyfin")});
    Q_EMIT page.page->view()->customContextMenuRequested(QPoint(20, 60));
    const auto *menu = page.page->view()->findChild<QMenu *>();
    for (QAction *action : page.page->pageActions())
        QVERIFY(menu->actions().contains(action));
    QStringList texts;
    for (const QAction *action : menu->actions())
        texts.append(action->text());
    QVERIFY(texts.contains(QStringLiteral("Open http://localhost:8096/")));
}

void ServicesPageTest::D22_everyFocusableWidgetHasAName()
{
    Page page;
    page.page->showService(page.key("jellyfin"));
    page.choose({page.key("jellyfin")});
    for (QWidget *widget : page.page->findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy()
            || widget->inherits("QScrollBar"))
            continue;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(face && !face->text(QAccessible::Name).isEmpty(),
                 qPrintable(QLatin1String(widget->metaObject()->className()) + QLatin1String(" in ")
                            + QLatin1String(widget->parent()->metaObject()->className())));
    }
}

void ServicesPageTest::D25_theThemeIsFollowedLive()
{
    Theme theme;
    Page page;
    QSignalSpy changed(&theme, &Theme::changed);
    for (const ThemeMode mode : {ThemeMode::dark, ThemeMode::light}) {
        theme.setMode(mode);
        const Palette &palette = mode == ThemeMode::dark ? darkPalette() : lightPalette();
        QTRY_COMPARE(paletteOf(page.page->view()).dark, palette.dark);
        const QImage image = page.page->view()->viewport()->grab().toImage();
        QCOMPARE(image.pixelColor(image.width() - 3, image.height() - 3).rgb(), palette.surface.rgb());
    }
    QVERIFY(changed.count() >= 1);
}

void ServicesPageTest::portsAreLinks_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("hostIp");
    QTest::addColumn<QString>("protocol");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("url");
    const auto row = [](const char *name, const char *address, const char *ip, const char *protocol, int port,
                        const char *url) {
        QTest::newRow(name) << QString::fromLatin1(address) << QString::fromLatin1(ip) << QString::fromLatin1(protocol)
                            << port << QString::fromLatin1(url);
    };
    row("local", "local", "0.0.0.0", "tcp", 8096, "http://localhost:8096/");
    row("over SSH", "ssh://me@nas:2222", "0.0.0.0", "tcp", 8096, "http://nas:8096/");
    row("IPv6", "ssh://nas", "::", "tcp", 8096, "http://nas:8096/");
    row("engine port", "tcp://box:2375", "0.0.0.0", "tcp", 80, "http://box:80/");
    row("one address", "ssh://nas", "192.168.1.5", "tcp", 8096, "http://192.168.1.5:8096/");
    row("TLS", "local", "0.0.0.0", "tcp", 8443, "https://localhost:8443/");
    row("UDP", "local", "0.0.0.0", "udp", 53, "");
}

void ServicesPageTest::portsAreLinks()
{
    QFETCH(QString, address);
    QFETCH(QString, hostIp);
    QFETCH(QString, protocol);
    QFETCH(int, port);
    const auto parsed = model::EngineAddress::parse(address);
    QVERIFY(parsed.ok());
    const QList<PortLink> links = portLinks({{hostIp, port, port, protocol}, {hostIp, port, port, protocol}}, *parsed);
    QCOMPARE(links.size(), 1);
    QTEST(links.first().url.value_or(QUrl()).toString(), "url");
}

void ServicesPageTest::enterOpensThePanelWithTheLog()
{
    Page page;
    page.page->view()->setCurrentIndex(page.index(page.key("jellyfin")));
    QTest::keyClick(page.page->view(), Qt::Key_Return);
    QVERIFY(page.page->panel()->isVisible());
    QCOMPARE(page.page->panel()->service(), std::optional(page.key("jellyfin")));
    QTRY_VERIFY(page.page->panel()->log()->view()->buffer().count() > 0);
    QTest::keyClick(page.page->panel(), Qt::Key_Escape);
    QVERIFY(!page.page->panel()->isVisible());
    QVERIFY(page.fakes.logs.feeds().isEmpty());
}

void ServicesPageTest::theLogReadsOnWhereItEnded()
{
    Page page;
    page.page->showService(page.key("jellyfin"));
    auto *feed = page.fakes.logs.feed(page.key("jellyfin"));
    QVERIFY(feed);
    QVERIFY(feed->options().follow);
    QVERIFY(feed->options().tail > 0);
    const QDateTime at(QDate(2030, 1, 1), QTime(12, 0), Qt::UTC);
    QTRY_VERIFY(page.page->panel()->log()->view()->buffer().count() > 0);
    feed->write({fakes::FakeLogSource::line(QStringLiteral("last"), at)});
    page.page->hide();
    QVERIFY(page.fakes.logs.feeds().isEmpty());
    page.page->show();
    QVERIFY(page.fakes.logs.feed(page.key("jellyfin"))->options().since > at);
}

void ServicesPageTest::thePanelFollowsARecreatedService()
{
    Page page;
    const ContainerKey old = page.key("jellyfin");
    page.page->showService(old);
    model::Container next = *page.fakes.fleet.container(old);
    next.id = base::ContainerId::parse(QStringLiteral("abcdef012345abcdef012345")).value();
    page.fakes.fleet.removeContainer(old);
    page.fakes.fleet.upsert(old.host, next);
    QCOMPARE(page.page->panel()->service(), std::optional(ContainerKey{old.host, next.id}));
}

void ServicesPageTest::nothingIsMeasuredWhileHidden()
{
    Page page;
    page.page->showService(page.key("jellyfin"));
    QCOMPARE(page.fakes.stats.watches(), 2);
    page.page->hide();
    QCOMPARE(page.fakes.stats.watches(), 0);
}

QTEST_MAIN(ServicesPageTest)
#include "services_page_test.moc"
