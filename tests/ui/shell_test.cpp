// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settings_store.h"
#include "core/settings/ui_state.h"
#include "fakes/fake_control.h"
#include "fakes/sample_fleet.h"
#include "ui/shell/activity_log.h"
#include "ui/shell/connection_banner.h"
#include "ui/shell/host_switcher.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_deck.h"
#include "ui/shell/question_dialog.h"
#include "ui/shell/question_queue.h"
#include "ui/shell/shell_actions.h"
#include "ui/shell/sidebar.h"
#include "ui/style/theme.h"

#include <QAccessible>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace mediahelm;
using namespace mediahelm::ui;

namespace {

// A window over the sample fleet; settings in memory.
struct Scene {
    explicit Scene(bool filled = true)
    {
        if (filled) {
            fakes::fillSampleFleet(fakes);
            fakes.stats.fillHistory();
        }
        window = std::make_unique<MainWindow>(fakes.control(), store);
        window->show();
    }

    fakes::FakeControl fakes;
    settings::SettingsStore store{settings::SettingsSources{}};
    std::unique_ptr<MainWindow> window;
};

QStringList namelessWidgets(QWidget *root)
{
    QStringList nameless;
    QList<QWidget *> all = root->findChildren<QWidget *>();
    all.append(root);
    for (QWidget *widget : std::as_const(all)) {
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy()
            || qobject_cast<QScrollBar *>(widget))
            continue;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        if (!face || face->text(QAccessible::Name).trimmed().isEmpty())
            nameless.append(
                QStringLiteral("%1 %2 in %3")
                    .arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName(),
                         QString::fromLatin1(widget->parentWidget() ? widget->parentWidget()->metaObject()->className()
                                                                    : "")));
    }
    return nameless;
}

template<typename T>
T *findByName(QWidget *root, const QString &start)
{
    const QList<T *> all = root->findChildren<T *>();
    for (T *widget : all) {
        if (widget->isVisible() && widget->accessibleName().startsWith(start))
            return widget;
    }
    return nullptr;
}

model::Question question(model::Question::Kind kind)
{
    model::Question question;
    question.host = fakes::hostId(QStringLiteral("nas"));
    question.kind = kind;
    question.subject = QStringLiteral("admin@nas.home");
    question.fingerprint = QStringLiteral("SHA256:5K2pVq7mQ0v1cM3zqN8xkq0G7pYw2Zb9o4jTtYk1A6E");
    question.keyType = QStringLiteral("ED25519");
    question.prompt = QStringLiteral("Touch your key");
    question.mayBeKept = kind == model::Question::Kind::password;
    return question;
}

} // namespace

class ShellTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstRunShowsTheOverview()
    {
        Scene scene;
        QCOMPARE(scene.window->pages().current(), std::optional(PageId::overview));
        QCOMPARE(scene.window->pages().count(), 1);
    }

    void pagesAreMadeWhenTheyAreFirstShown()
    {
        Scene scene;
        scene.window->showPage(PageId::hosts);
        scene.window->showPage(PageId::overview);
        scene.window->showPage(PageId::hosts);
        QCOMPARE(scene.window->pages().count(), 2);
    }

    void thePageAndTheHostAreRemembered()
    {
        Scene scene;
        scene.window->showPage(PageId::monitoring);
        scene.window->findChild<HostSwitcher *>()->setScope(fakes::hostId(QStringLiteral("nas")));
        MainWindow again(scene.fakes.control(), scene.store);
        QCOMPARE(again.pages().current(), std::optional(PageId::monitoring));
        QCOMPARE(again.findChild<HostSwitcher *>()->scope(), std::optional(fakes::hostId(QStringLiteral("nas"))));
    }

    void D14_everyPageIsReachedByTheKeyboard()
    {
        Scene scene;
        for (int i = 0; i < pageCount; ++i) {
            scene.window->actions().page(PageId(i))->trigger();
            QCOMPARE(scene.window->pages().current(), std::optional(PageId(i)));
            QCOMPARE(scene.window->actions().page(PageId(i))->shortcut(),
                     QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + i)));
        }
    }

    void D22_everyFocusableWidgetOfEveryPageHasAName()
    {
        Scene scene;
        for (int i = 0; i < pageCount; ++i) {
            scene.window->showPage(PageId(i));
            scene.fakes.stats.tick();
            const QStringList nameless = namelessWidgets(scene.window.get());
            QVERIFY2(nameless.isEmpty(), qPrintable(pageName(PageId(i)) + nameless.join(QStringLiteral("; "))));
        }
    }

    void D22_everyFocusableWidgetOfEveryDialogHasAName()
    {
        Scene scene;
        ShellActions &actions = scene.window->actions();
        for (QAction *action :
             {actions.palette, actions.help, actions.shortcuts, actions.about, actions.addHost, actions.activity}) {
            action->trigger();
            QWidget *dialog = QApplication::activeModalWidget();
            QVERIFY2(dialog, qPrintable(action->text()));
            const QStringList nameless = namelessWidgets(dialog);
            QVERIFY2(nameless.isEmpty(), qPrintable(action->text() + nameless.join(QStringLiteral("; "))));
            dialog->close();
        }
    }

    void D30_theSidebarIsATabListForScreenReaders()
    {
        Scene scene;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(scene.window->findChild<Sidebar *>());
        QCOMPARE(face->role(), QAccessible::PageTabList);
        QCOMPARE(face->child(0)->role(), QAccessible::PageTab);
    }

    void D20_theListOfShortcutsHoldsEveryAction()
    {
        Scene scene;
        scene.window->actions().shortcuts->trigger();
        QWidget *dialog = QApplication::activeModalWidget();
        QVERIFY(dialog);
        QStringList texts;
        const QList<QLabel *> labels = dialog->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            texts.append(label->text());
        const QList<QAction *> all = scene.window->actions().all();
        for (const QAction *action : all) {
            if (!action->shortcut().isEmpty())
                QVERIFY2(texts.contains(action->text()), qPrintable(action->text()));
        }
        dialog->close();
    }

    void aMinimisedWindowMeasuresNothing()
    {
        Scene scene;
        scene.window->showPage(PageId::monitoring);
        QTRY_VERIFY(!scene.fakes.stats.watchedHosts().isEmpty());
        scene.window->setWindowState(Qt::WindowMinimized);
        QTRY_VERIFY(scene.fakes.stats.watchedHosts().isEmpty());
        QVERIFY(scene.fakes.stats.watchedContainers().isEmpty());
        scene.window->setWindowState(Qt::WindowNoState);
        QTRY_VERIFY(!scene.fakes.stats.watchedHosts().isEmpty());
    }

    void monitoringLooksAtAllOnceAndThenAtTheBusiest()
    {
        Scene scene;
        scene.window->showPage(PageId::monitoring);
        QVERIFY(scene.fakes.stats.watchedContainers().size() > 8);
        for (int i = 0; i < 4; ++i)
            scene.fakes.stats.tick(QDateTime::currentDateTimeUtc().addSecs(i + 1));
        QCOMPARE(scene.fakes.stats.watchedContainers().size(), 6);
    }

    void questionsComeOneAfterTheOther()
    {
        Scene scene;
        scene.fakes.questions.ask(question(model::Question::Kind::password));
        const quint64 second = scene.fakes.questions.ask(question(model::Question::Kind::hostKey));
        QuestionDialog *first = scene.window->questions().shown();
        QVERIFY(first);
        first->findChild<QLineEdit *>()->setText(QStringLiteral("hunter2"));
        first->findChild<QCheckBox *>()->setChecked(true);
        for (QPushButton *button : first->findChildren<QPushButton *>()) {
            if (button->text() == QLatin1String("Sign in"))
                button->click();
        }
        QCOMPARE(scene.fakes.questions.answers().size(), 1);
        QCOMPARE(scene.fakes.questions.answers().constFirst().text, QByteArray("hunter2"));
        QVERIFY(scene.fakes.questions.answers().constFirst().keep);
        QVERIFY(scene.window->questions().shown());
        QCOMPARE(scene.window->questions().shown()->questionId(), second);
        scene.window->questions().shown()->close();
        QVERIFY(scene.fakes.questions.answers().constLast().declined);
    }

    void enterOnAHostKeyDeclines()
    {
        Scene scene;
        scene.fakes.questions.ask(question(model::Question::Kind::hostKey));
        QuestionDialog *dialog = scene.window->questions().shown();
        QVERIFY(dialog);
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_COMPARE(scene.fakes.questions.answers().size(), 1);
        QVERIFY(scene.fakes.questions.answers().constFirst().declined);
    }

    void aWithdrawnQuestionClosesUnanswered()
    {
        Scene scene;
        const quint64 id = scene.fakes.questions.ask(question(model::Question::Kind::notice));
        QVERIFY(scene.window->questions().shown());
        scene.fakes.questions.withdraw(id);
        QVERIFY(!scene.window->questions().shown());
        QVERIFY(scene.fakes.questions.answers().isEmpty());
    }

    void theDeskIsStaffedWhileTheWindowLives()
    {
        Scene scene;
        QVERIFY(scene.fakes.questions.staffed());
        scene.window.reset();
        QVERIFY(!scene.fakes.questions.staffed());
    }

    void D10_whatWasDoneIsListedOnEveryPage()
    {
        Scene scene;
        const auto key = scene.fakes.fleet.key(QStringLiteral("local"), QStringLiteral("media-sonarr-1"));
        scene.fakes.operations.setHeld(true);
        scene.fakes.operations.perform(key, model::ContainerAction::remove, {});
        scene.window->showPage(PageId::hosts);
        scene.window->actions().activity->trigger();
        auto *list = QApplication::activeModalWidget()->findChild<QListWidget *>();
        QCOMPARE(list->count(), 1);
        QVERIFY(list->item(0)->text().startsWith(QStringLiteral("Removing… sonarr")));
        scene.fakes.operations.succeed(key);
        QTRY_VERIFY(list->item(0)->text().startsWith(QLatin1String("Removed sonarr (local")));
        const auto other = scene.fakes.fleet.key(QStringLiteral("local"), QStringLiteral("media-radarr-1"));
        scene.fakes.operations.perform(other, model::ContainerAction::stop, {});
        scene.fakes.operations.fail(other, {base::ErrorKind::timeout, QStringLiteral("too slow"), {}});
        QTRY_VERIFY(list->item(0)->text().startsWith(QLatin1String("Could not stop radarr. No answer came in time")));
        QCOMPARE(list->count(), 2);
        QVERIFY(list->item(0)->data(Qt::AccessibleDescriptionRole).toString().contains(QLatin1String("too slow")));
        QApplication::activeModalWidget()->close();
    }

    void theListOfWhatWasDoneIsBounded()
    {
        fakes::FakeControl fakes;
        fakes::fillSampleFleet(fakes);
        const ActivityLog log(fakes.fleet, fakes.operations);
        const auto slow = fakes.fleet.key(QStringLiteral("local"), QStringLiteral("media-radarr-1"));
        const auto key = fakes.fleet.key(QStringLiteral("local"), QStringLiteral("media-sonarr-1"));
        fakes.operations.setHeld(true);
        fakes.operations.perform(slow, model::ContainerAction::stop, {});
        for (int i = 0; i < 2 * ActivityLog::mostEntries; ++i) {
            fakes.operations.perform(key, model::ContainerAction::restart, {});
            fakes.operations.succeed(key);
        }
        QCOMPARE(log.entries().size(), ActivityLog::mostEntries);
        QCOMPARE(log.running().size(), 1);
        QCOMPARE(log.entries().constFirst().name, QStringLiteral("radarr"));
    }

    void D17_findGoesToTheSearchFromEveryPage()
    {
        Scene scene;
        for (int i = 0; i < pageCount; ++i) {
            scene.window->showPage(PageId(i));
            scene.window->actions().find->trigger();
            QCOMPARE(scene.window->pages().current(), std::optional(PageId::services));
            QTRY_COMPARE(scene.window->focusWidget()->objectName(), QStringLiteral("services.search"));
        }
    }

    void theBannerStandsWhereItsLossShows_data()
    {
        QTest::addColumn<int>("page");
        QTest::addColumn<bool>("shown");
        QTest::newRow("overview has cards") << int(PageId::overview) << false;
        QTest::newRow("services") << int(PageId::services) << true;
        QTest::newRow("monitoring") << int(PageId::monitoring) << true;
        QTest::newRow("hosts has cards") << int(PageId::hosts) << false;
        QTest::newRow("settings shows no host") << int(PageId::settings) << false;
    }

    void theBannerStandsWhereItsLossShows()
    {
        QFETCH(int, page);
        QFETCH(bool, shown);
        Scene scene;
        scene.window->showPage(PageId(page));
        QCOMPARE(scene.window->findChild<ConnectionBanner *>()->isVisible(), shown);
    }

    void aFirstConnectionUnderWayIsNoLoss()
    {
        Scene scene;
        scene.window->showPage(PageId::services);
        auto *banner = scene.window->findChild<ConnectionBanner *>();
        model::ConnectionState state;
        state.phase = model::ConnectionPhase::connecting;
        scene.fakes.fleet.setConnection(fakes::hostId(QStringLiteral("attic")), state); // was never listed
        QCOMPARE(banner->rows(), 1);
        scene.fakes.fleet.setConnection(fakes::hostId(QStringLiteral("nas")), state); // its services are shown, stale
        QCOMPARE(banner->rows(), 1);
    }

    void theBannerTellsWhatIsLostAndTriesAgain()
    {
        Scene scene;
        scene.window->showPage(PageId::monitoring);
        auto *banner = scene.window->findChild<ConnectionBanner *>();
        QCOMPARE(banner->rows(), 2);
        auto *button = findByName<QPushButton>(banner, QStringLiteral("Try again: nas"));
        QVERIFY(button);
        button->click();
        QCOMPARE(scene.fakes.hosts.connects(), QList<base::HostId>{fakes::hostId(QStringLiteral("nas"))});
        QVERIFY(!button->isEnabled());
    }

    void D25_theThemeChangesLive()
    {
        Theme theme;
        theme.setMode(ThemeMode::light);
        Scene scene;
        const auto lightness = [&scene] {
            const QImage image = scene.window->grab().toImage();
            return image.pixelColor(image.width() - 3, 3).lightness();
        };
        QTRY_VERIFY(lightness() > 200);
        theme.setMode(ThemeMode::dark);
        QTRY_VERIFY(lightness() < 80);
        theme.setMode(ThemeMode::light);
    }

    void D31_withoutHostsEveryPageOffersToAddOne()
    {
        Scene scene(false);
        scene.window->showPage(PageId::hosts);
        QVERIFY(namelessWidgets(scene.window.get()).isEmpty());
        bool offered = false;
        const QList<QPushButton *> buttons = scene.window->findChildren<QPushButton *>();
        for (const QPushButton *button : buttons)
            offered = offered || (button->isVisible() && button->text() == QLatin1String("Add host"));
        QVERIFY(offered);
    }

    void D04_removingAHostIsAskedWithCancelAsDefault()
    {
        Scene scene;
        scene.window->showPage(PageId::hosts);
        auto *remove = findByName<QAbstractButton>(scene.window.get(), QStringLiteral("Remove nas"));
        QVERIFY(remove);
        remove->click();
        QWidget *dialog = QApplication::activeModalWidget();
        QVERIFY(dialog);
        QTest::keyClick(dialog, Qt::Key_Return);
        QVERIFY(scene.fakes.fleet.host(fakes::hostId(QStringLiteral("nas"))));
        remove->click();
        dialog = QApplication::activeModalWidget();
        QVERIFY(dialog);
        for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
            if (button->text() == QLatin1String("Remove nas"))
                button->click();
        }
        QVERIFY(!scene.fakes.fleet.host(fakes::hostId(QStringLiteral("nas"))));
    }
};

QTEST_MAIN(ShellTest)
#include "shell_test.moc"
