// SPDX-License-Identifier: GPL-3.0-or-later

// Draws the Services page over the sample fleet into the folder that is named: light, dark, with the panel, with a
// question, empty. Run with QT_SCALE_FACTOR=2 for 200 %.
#include "core/settings/ui_state.h"
#include "fakes/fake_control.h"
#include "fakes/sample_fleet.h"
#include "ui/services/service_panel.h"
#include "ui/services/services_page.h"
#include "ui/services/services_view.h"
#include "ui/style/theme.h"
#include "ui/widgets/search_field.h"

#include <QApplication>
#include <QDialog>
#include <QTabBar>
#include <QTimer>

using namespace mediahelm;
using namespace mediahelm::ui;

namespace {

class Screens
{
public:
    explicit Screens(QString folder)
        : m_folder(std::move(folder))
    {
        fillSampleFleet(m_fakes);
        m_fakes.stats.fillHistory();
        m_page = std::make_unique<ServicesPage>(m_fakes.control(), m_clock, m_state);
        m_page->resize(1280, 800);
        m_page->setAutoFillBackground(true);
        m_page->show();
    }

    void all(const QString &name)
    {
        settle();
        save(name);
        m_page->view()->setCurrentIndex(m_page->view()->model()->index(1, 0, m_page->view()->model()->index(0, 0)));
        m_page->showService(m_fakes.fleet.key(QStringLiteral("local"), QStringLiteral("media-jellyfin-1")));
        if (!m_page->panel()->service())
            m_page->showService({fakes::hostId(QStringLiteral("local")),
                                 m_fakes.fleet.containers(fakes::hostId(QStringLiteral("local"))).first().id});
        settle();
        save(name + QStringLiteral("-panel"));
        auto *tabs = m_page->panel()->findChild<QTabBar *>();
        tabs->setCurrentIndex(1);
        settle();
        save(name + QStringLiteral("-details"));
        tabs->setCurrentIndex(2);
        settle();
        save(name + QStringLiteral("-health"));
        tabs->setCurrentIndex(0);
        m_page->view()->selectAll();
        for (QAction *action : m_page->pageActions()) {
            if (action->objectName() == QLatin1String("service.remove"))
                action->trigger();
        }
        settle();
        if (auto *dialog = m_page->findChild<QDialog *>()) {
            dialog->grab().save(m_folder + QLatin1Char('/') + name + QStringLiteral("-remove.png"));
            dialog->close();
        }
        m_page->findChild<SearchField *>(QStringLiteral("services.search"))->setText(QStringLiteral("nothing like it"));
        settle();
        save(name + QStringLiteral("-nomatch"));
        m_page->findChild<SearchField *>(QStringLiteral("services.search"))->clear();
    }

private:
    void settle()
    {
        for (int i = 0; i < 45; ++i)
            m_fakes.stats.tick(QDateTime::currentDateTimeUtc().addSecs(i - 45));
        QEventLoop loop;
        QTimer::singleShot(450, &loop, &QEventLoop::quit);
        loop.exec();
    }
    void save(const QString &name) { m_page->grab().save(m_folder + QLatin1Char('/') + name + QStringLiteral(".png")); }

    QString m_folder;
    fakes::FakeControl m_fakes;
    base::SystemClock m_clock;
    settings::UiState m_state{QString()};
    std::unique_ptr<ServicesPage> m_page;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QString folder = application.arguments().value(1, QStringLiteral("."));
    Theme theme;
    theme.setMode(ThemeMode::light);
    Screens screens(folder);
    screens.all(QStringLiteral("services-light"));
    theme.setMode(ThemeMode::dark);
    screens.all(QStringLiteral("services-dark"));
    return 0;
}
