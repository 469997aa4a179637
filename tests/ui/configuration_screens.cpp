// SPDX-License-Identifier: GPL-3.0-or-later

// Draws what leads to a workspace, and the dialogs about its files, into a folder, to be looked at:
// configuration_screens FOLDER [light|dark] [en|de] [WIDTH]. Run with QT_SCALE_FACTOR=2 for 200 %.
#include "core/settings/ui_state.h"
#include "fakes/fake_adoption.h"
#include "fakes/fake_control.h"
#include "ui/configuration/configuration_page.h"
#include "ui/configuration/delete_file_dialog.h"
#include "ui/configuration/file_name_dialog.h"
#include "ui/configuration/import_dialog.h"
#include "ui/configuration/problem_help_dialog.h"
#include "ui/setup/catalog_model.h"
#include "ui/setup/services_step.h"
#include "ui/setup/setup_dialog.h"
#include "ui/shell/language.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QDir>
#include <QPushButton>
#include <QTest>
#include <QTreeView>

using namespace mediahelm;
using namespace mediahelm::ui;

namespace {

QDir into;

void draw(QWidget &place, const char *name)
{
    QTest::qWait(400);
    place.grab().save(into.filePath(QString::fromLatin1(name) + QStringLiteral(".png")));
}

void drawSetup(int width)
{
    fakes::FakeWorkspaceSetup setup;
    setup.asked = {QStringLiteral("VPN_SERVICE_PROVIDER")};
    auto *dialog = new SetupDialog(setup, SetupDialog::Purpose::newWorkspace, QStringLiteral("/srv/media/config"));
    if (width > 0)
        dialog->resize(width, 520);
    dialog->show();
    draw(*dialog, "setup-place");
    QPushButton *next = nullptr;
    const QList<QPushButton *> buttons = dialog->findChildren<QPushButton *>();
    for (QPushButton *button : buttons)
        next = button->isDefault() ? button : next;
    next->click();
    CatalogModel &model = dialog->findChild<ServicesStep *>()->model();
    for (int group = 0; group < model.rowCount(); ++group) {
        for (int row = 0; row < model.rowCount(model.index(group, 0)); ++row)
            model.setData(model.index(row, 0, model.index(group, 0)), Qt::Checked, Qt::CheckStateRole);
    }
    auto *view = dialog->findChild<QTreeView *>(QStringLiteral("setup.services"));
    view->setCurrentIndex(view->model()->index(0, 0, view->model()->index(1, 0)));
    draw(*dialog, "setup-services");
    next->click();
    draw(*dialog, "setup-questions");
    next->click();
    draw(*dialog, "setup-review");
    setup.holds = true;
    next->click();
    draw(*dialog, "setup-making");
    setup.finishHeld();
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    into = QDir(arguments.value(1, QStringLiteral(".")));
    const Language language(arguments.value(3, QStringLiteral("en")));
    Theme theme;
    theme.setMode(arguments.value(2) == QLatin1String("dark") ? ThemeMode::dark : ThemeMode::light);
    const int width = arguments.value(4).toInt();
    drawSetup(width);
    fakes::FakeAdoption adoption;
    adoption.fill();
    fakes::FakeConfigurations configurations;
    configurations.running = &adoption;
    fakes::FakeWorkspaceSetup setup;
    settings::UiState state{QString()};
    ConfigurationPage page(configurations, state);
    page.offerSetup(setup);
    page.resize(width > 0 ? width : 1100, 700);
    page.show();
    draw(page, "start");
    page.openWorkspace(QStringLiteral("/srv/media/config"));
    control::CheckState checks;
    checks.host.at = checks.compose.at = QDateTime::currentDateTimeUtc().addSecs(-150);
    checks.composeIsOlder = true;
    configurations.last()->setChecks(checks);
    draw(page, "workspace");
    ImportDialog import(adoption, *configurations.last());
    import.setAttribute(Qt::WA_DeleteOnClose, false);
    import.show();
    draw(import, "import");
    control::FileStake stake;
    stake.services = {QStringLiteral("sonarr")};
    stake.mentionedIn = {QStringLiteral("services/web.yaml")};
    DeleteFileDialog remove(QStringLiteral("services/sonarr.yaml"), stake, true);
    remove.setAttribute(Qt::WA_DeleteOnClose, false);
    remove.show();
    draw(remove, "delete");
    FileNameDialog name({QStringLiteral("Rename services/sonarr.yaml"),
                         QStringLiteral("Rename"),
                         QStringLiteral("services/NAME.yaml"),
                         QStringLiteral("sonarr"),
                         {},
                         {}});
    name.setAttribute(Qt::WA_DeleteOnClose, false);
    name.show();
    draw(name, "name");
    ProblemHelpDialog help(QStringLiteral("bind-missing"));
    help.setAttribute(Qt::WA_DeleteOnClose, false);
    help.show();
    draw(help, "help");
    return 0;
}
