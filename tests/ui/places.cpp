// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/places.h"

#include "core/settings/settings_store.h"
#include "core/settings/ui_state.h"
#include "fakes/fake_control.h"
#include "fakes/sample_fleet.h"
#include "ui/configuration/configuration_page.h"
#include "ui/configuration/editor_assist.h"
#include "ui/configuration/form/form_pane.h"
#include "ui/configuration/form/form_view.h"
#include "ui/configuration/open_file.h"
#include "ui/configuration/open_files.h"
#include "ui/configuration/text_editor.h"
#include "ui/configuration/workspace_editor.h"
#include "ui/services/service_panel.h"
#include "ui/services/services_page.h"
#include "ui/services/services_view.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_deck.h"
#include "ui/shell/question_dialog.h"
#include "ui/shell/question_queue.h"
#include "ui/shell/shell_actions.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QScrollBar>
#include <QTabBar>
#include <QTest>

namespace mediahelm::uitest {

using namespace mediahelm::ui;

namespace {

class Tour
{
public:
    Tour(const Visit &visit, bool filled)
        : m_visit(visit)
    {
        if (filled) {
            fakes::fillSampleFleet(m_fakes);
            m_fakes.stats.fillHistory();
            m_store.uiState().setValue(QStringLiteral("configuration.open"), QStringLiteral("/srv/media/config"));
            m_store.uiState().setValue(QStringLiteral("configuration.file"), QStringLiteral("services/jellyfin.yaml"));
        }
        m_window = std::make_unique<MainWindow>(m_fakes.control(), m_store);
        m_window->show();
    }

    void pages(const QString &prefix)
    {
        for (int i = 0; i < pageCount; ++i) {
            m_window->showPage(PageId(i));
            settle();
            m_visit(prefix + pageName(PageId(i)), m_window.get());
        }
    }

    void panel()
    {
        m_window->pages().openService(m_fakes.fleet.key(QStringLiteral("local"), QStringLiteral("media-lidarr-1")));
        auto *tabs = m_window->findChild<ServicePanel *>()->findChild<QTabBar *>();
        for (int i = 0; i < tabs->count(); ++i) {
            tabs->setCurrentIndex(i);
            settle();
            m_visit(QStringLiteral("panel-%1").arg(i), m_window.get());
        }
    }

    void dialogs()
    {
        ShellActions &actions = m_window->actions();
        open(QStringLiteral("palette"), actions.palette);
        open(QStringLiteral("help"), actions.help);
        open(QStringLiteral("shortcuts"), actions.shortcuts);
        open(QStringLiteral("about"), actions.about);
        const auto key = m_fakes.fleet.key(QStringLiteral("local"), QStringLiteral("media-sonarr-1"));
        m_fakes.operations.perform(key, model::ContainerAction::restart, {});
        settle();
        m_fakes.operations.failNext({base::ErrorKind::timeout, QStringLiteral("POST /containers/restart"), {}});
        m_fakes.operations.perform(key, model::ContainerAction::stop, {});
        settle();
        open(QStringLiteral("activity"), actions.activity);
        actions.addHost->trigger();
        QWidget *dialog = QApplication::activeModalWidget();
        auto *kinds = dialog->findChild<QComboBox *>();
        for (int i = 0; i < kinds->count(); ++i) {
            kinds->setCurrentIndex(i);
            settle();
            m_visit(QStringLiteral("add-host-%1").arg(i), dialog);
        }
        dialog->close();
        press(QStringLiteral("remove-host"), PageId::hosts, QStringLiteral("host.remove"));
        press(QStringLiteral("edit-host"), PageId::hosts, QStringLiteral("host.edit"));
        press(QStringLiteral("choose-services"), PageId::monitoring, QStringLiteral("monitoring.choose"));
        confirmations();
    }

    // What lies over the editor, or takes its place.
    void configuration()
    {
        m_fakes.configurations.drafts = {{QStringLiteral("local.env"),
                                          "TZ=Europe/Berlin\n",
                                          {},
                                          QDateTime(QDate(2026, 11, 22), QTime(16, 30), Qt::UTC),
                                          true}};
        m_window->showPage(PageId::configuration);
        auto *page = m_window->findChild<ConfigurationPage *>();
        page->openWorkspace(QStringLiteral("/srv/media/config"));
        settle();
        m_visit(QStringLiteral("configuration-draft"), m_window.get());
        fakes::FakeConfiguration *workspace = m_fakes.configurations.last();
        QScrollBar *scroll = page->workspace()->form().view().verticalScrollBar();
        for (int i = 1; i <= 3; ++i) {
            scroll->setValue(scroll->maximum() * i / 3);
            settle();
            m_visit(QStringLiteral("configuration-form-%1").arg(i), m_window.get());
        }
        page->workspace()->findChild<QTabBar *>()->setCurrentIndex(2);
        settle();
        m_visit(QStringLiteral("configuration-variables"), m_window.get());
        page->workspace()->findChild<QTabBar *>()->setCurrentIndex(3);
        settle();
        m_visit(QStringLiteral("configuration-secrets"), m_window.get());
        page->workspace()->findChild<QTabBar *>()->setCurrentIndex(0);
        page->focusSearch();
        QAction *replace = nullptr;
        const QList<QAction *> actions = page->pageActions();
        for (QAction *action : actions) {
            if (action->shortcut() == QKeySequence(Qt::CTRL | Qt::Key_H))
                replace = action;
        }
        replace->trigger();
        settle();
        m_visit(QStringLiteral("configuration-find"), m_window.get());
        OpenFile *file = page->workspace()->files().current();
        file->editor().replaceSpan({0, 0}, "# mine\n");
        workspace->completions.items = {
            {QStringLiteral("MEDIA_PATH}"), control::CompletionKind::variable, QStringLiteral("/srv/media"),
             QStringLiteral("The folder with films, series and music."), false},
            {QStringLiteral("SONARR_API_KEY}"), control::CompletionKind::variable, {}, {}, true}};
        file->editor().setFocus();
        page->workspace()->files().assist()->complete();
        settle();
        m_visit(QStringLiteral("configuration-completion"), m_window.get());
        workspace->changeOnDisk(file->path(), "# theirs\n" + workspace->disk.value(file->path()));
        settle();
        m_visit(QStringLiteral("configuration-conflict"), m_window.get());
        page->workspace()->showConflict();
        visitDialog(QStringLiteral("conflict"));
        page->closeWorkspace();
        settle();
        m_visit(QStringLiteral("configuration-recent"), m_window.get());
    }

    void questions()
    {
        using Kind = model::Question::Kind;
        for (const Kind kind :
             {Kind::hostKey, Kind::password, Kind::passphrase, Kind::confirm, Kind::notice, Kind::other}) {
            model::Question question;
            question.host = fakes::hostId(QStringLiteral("nas"));
            question.kind = kind;
            question.subject = kind == Kind::passphrase ? QStringLiteral("/home/alex/.ssh/id_ed25519")
                : kind == Kind::hostKey                 ? QStringLiteral("nas.home")
                                                        : QStringLiteral("admin@nas.home");
            question.fingerprint = QStringLiteral("SHA256:5K2pVq7mQ0v1cM3zqN8xkq0G7pYw2Zb9o4jTtYk1A6E");
            question.keyType = QStringLiteral("ED25519");
            question.prompt = QStringLiteral("Confirm user presence for key ED25519-SK");
            question.mayBeKept = kind == Kind::password || kind == Kind::passphrase;
            question.again = kind == Kind::passphrase;
            m_fakes.questions.ask(question);
            QWidget *dialog = m_window->questions().shown();
            settle();
            m_visit(QStringLiteral("question-%1").arg(int(kind)), dialog);
            dialog->close();
        }
    }

private:
    void settle()
    {
        for (int i = 0; i < 3; ++i)
            m_fakes.stats.tick();
        // Layouts ask anew as long as texts that wrap change their width.
        for (int i = 0; i < 4; ++i) {
            QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
            QCoreApplication::processEvents();
        }
        // A timer of the last round may have changed a text; from here on none fires.
        for (int i = 0; i < 4; ++i)
            QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    }

    void open(const QString &name, QAction *action)
    {
        action->trigger();
        visitDialog(name);
    }

    void press(const QString &name, PageId page, const QString &button)
    {
        m_window->showPage(page);
        settle();
        const QList<QAbstractButton *> all = m_window->findChildren<QAbstractButton *>(button);
        QVERIFY2(!all.isEmpty(), qPrintable(button));
        all.constFirst()->click();
        visitDialog(name);
    }

    void visitDialog(const QString &name)
    {
        settle();
        QWidget *dialog = QApplication::activeModalWidget();
        QVERIFY2(dialog, qPrintable(name));
        m_visit(name, dialog);
        dialog->close();
        settle();
    }

    void confirmations()
    {
        m_window->showPage(PageId::services);
        m_window->findChild<ServicesView *>()->selectAll();
        const QList<QAction *> actions = m_window->pages().pageActions();
        for (QAction *action : actions) {
            if (action->objectName() == QLatin1String("service.remove")
                || action->objectName() == QLatin1String("service.kill"))
                open(action->objectName(), action);
        }
        m_window->findChild<QLineEdit *>(QStringLiteral("services.search"))->setText(QStringLiteral("no such thing"));
        settle();
        m_visit(QStringLiteral("services-no-results"), m_window.get());
    }

    const Visit &m_visit;
    fakes::FakeControl m_fakes;
    settings::SettingsStore m_store{settings::SettingsSources{}};
    std::unique_ptr<MainWindow> m_window;
};

} // namespace

void visitPlaces(const Visit &visit)
{
    {
        Tour empty(visit, false);
        empty.pages(QStringLiteral("empty-"));
    }
    Tour filled(visit, true);
    filled.pages(QString());
    filled.panel();
    filled.configuration();
    filled.questions();
    filled.dialogs();
    visitDeployments(visit);
    visitWorkspaces(visit);
}

} // namespace mediahelm::uitest
