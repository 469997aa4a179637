// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/places.h"

#include "core/settings/ui_state.h"
#include "fakes/fake_adoption.h"
#include "fakes/fake_configurations.h"
#include "fakes/fake_workspace_setup.h"
#include "ui/configuration/configuration_page.h"
#include "ui/configuration/delete_file_dialog.h"
#include "ui/configuration/file_name_dialog.h"
#include "ui/configuration/import_dialog.h"
#include "ui/configuration/manifest_dialog.h"
#include "ui/configuration/problem_help_dialog.h"
#include "ui/configuration/take_over_dialog.h"
#include "ui/setup/catalog_model.h"
#include "ui/setup/place_step.h"
#include "ui/setup/services_step.h"
#include "ui/setup/setup_dialog.h"

#include <QListWidget>
#include <QPushButton>
#include <QTest>
#include <QTreeView>

namespace mediahelm::uitest {

using namespace mediahelm::ui;

namespace {

class WorkspaceTour
{
public:
    WorkspaceTour(const Visit &visit, QString prefix, const QSize &size)
        : m_visit(visit)
        , m_prefix(std::move(prefix))
        , m_size(size)
    {
        m_adoption.fill();
        m_configurations.running = &m_adoption;
    }

    void start()
    {
        ConfigurationPage page(m_configurations, m_state);
        page.offerSetup(m_setup);
        page.resize(m_size.isValid() ? m_size : QSize(1100, 700));
        page.show();
        see("start", page);
    }

    void wizard()
    {
        m_setup.asked = {QStringLiteral("VPN_SERVICE_PROVIDER")};
        SetupDialog dialog(m_setup, SetupDialog::Purpose::newWorkspace, QStringLiteral("/srv/media/config"));
        show(dialog);
        auto *place = dialog.findChild<PlaceStep *>();
        QVERIFY(QTest::qWaitFor([place] { return place->ground().has_value(); }));
        see("setup-place", dialog);
        choose(dialog);
        see("setup-services", dialog);
        press(dialog);
        see("setup-questions", dialog);
        press(dialog);
        see("setup-review", dialog);
        m_setup.failNext({base::ErrorKind::refused, QStringLiteral("the keychain is locked"), {}});
        press(dialog);
        see("setup-failed", dialog);
        m_setup.holds = true;
        press(dialog);
        see("setup-making", dialog);
        m_setup.finishHeld();
        m_setup.holds = false;
        m_setup.asked.clear();
    }

    void moreServices()
    {
        m_setup.ground.state = control::SetupGround::State::workspace;
        SetupDialog dialog(m_setup, SetupDialog::Purpose::moreServices, QStringLiteral("/srv/media/config"));
        show(dialog);
        CatalogModel &model = dialog.findChild<ServicesStep *>()->model();
        model.setData(model.index(0, 0, model.index(0, 0)), Qt::Checked, Qt::CheckStateRole);
        press(dialog);
        auto *files = dialog.findChild<QListWidget *>(QStringLiteral("setup.files"));
        files->setCurrentRow(files->count() - 1);
        see("setup-changes", dialog);
        m_setup.ground.state = control::SetupGround::State::missing;
    }

    void containers()
    {
        ManifestDialog manifest(m_adoption, m_adoption.running.projects.at(1), nullptr);
        show(manifest);
        see("open-with-manifest", manifest);
        TakeOverDialog takeOver(m_adoption, m_setup);
        show(takeOver);
        see("take-over-container", takeOver);
        press(takeOver);
        auto *place = takeOver.findChild<PlaceStep *>();
        QVERIFY(QTest::qWaitFor([place] { return place->ground().has_value(); }));
        see("take-over-place", takeOver);
        m_adoption.makingFails =
            base::Error{base::ErrorKind::conflict, QStringLiteral("another value of it is kept already"), {}};
        press(takeOver);
        see("take-over-failed", takeOver);
        const auto opened = m_configurations.open(QStringLiteral("/srv/media/config")).result();
        ImportDialog import(m_adoption, **opened);
        show(import);
        see("import", import);
    }

    void files()
    {
        control::FileStake stake;
        stake.services = {QStringLiteral("sonarr")};
        stake.mentionedIn = {QStringLiteral("services/web.yaml")};
        DeleteFileDialog remove(QStringLiteral("services/sonarr.yaml"), stake, true);
        show(remove);
        see("delete-file", remove);
        FileNameDialog name({QStringLiteral("Rename services/sonarr.yaml"),
                             QStringLiteral("Rename"),
                             QStringLiteral("services/NAME.yaml"),
                             QStringLiteral("sonarr"),
                             {},
                             {}});
        show(name);
        see("file-name", name);
        ProblemHelpDialog help(QStringLiteral("bind-missing"));
        show(help);
        see("problem-help", help);
    }

private:
    void show(QDialog &dialog) const
    {
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        if (m_size.isValid())
            dialog.resize(dialog.size().boundedTo(m_size));
        dialog.show();
    }

    void see(const char *name, QWidget &place)
    {
        for (int i = 0; i < 6; ++i) {
            QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
            QCoreApplication::processEvents();
        }
        for (int i = 0; i < 4; ++i)
            QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        m_visit(m_prefix + QString::fromLatin1(name), &place);
    }

    static void press(const QDialog &dialog)
    {
        for (const char *name : {"setup.next", "takeOver.next"}) {
            if (auto *button = dialog.findChild<QPushButton *>(QString::fromLatin1(name)))
                button->click();
        }
    }

    static void choose(const SetupDialog &dialog) // all
    {
        press(dialog);
        CatalogModel &model = dialog.findChild<ServicesStep *>()->model();
        for (int group = 0; group < model.rowCount(); ++group) {
            for (int row = 0; row < model.rowCount(model.index(group, 0)); ++row)
                model.setData(model.index(row, 0, model.index(group, 0)), Qt::Checked, Qt::CheckStateRole);
        }
        auto *view = dialog.findChild<QTreeView *>(QStringLiteral("setup.services"));
        view->setCurrentIndex(view->model()->index(0, 0, view->model()->index(1, 0)));
    }

    const Visit &m_visit;
    const QString m_prefix;
    const QSize m_size;
    fakes::FakeAdoption m_adoption;
    fakes::FakeConfigurations m_configurations;
    fakes::FakeWorkspaceSetup m_setup;
    settings::UiState m_state{QString()};
};

} // namespace

void visitWorkspaces(const Visit &visit, const QString &prefix, const QSize &size)
{
    WorkspaceTour tour(visit, prefix, size);
    tour.start();
    tour.wizard();
    tour.moreServices();
    tour.containers();
    tour.files();
}

} // namespace mediahelm::uitest
