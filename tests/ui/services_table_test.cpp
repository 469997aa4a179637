// SPDX-License-Identifier: GPL-3.0-or-later
//
// The Services page under the hand and on the screen: pointer, directions of writing, large fonts, what it remembers.
#include "services_page_fixture.h"

#include "ui/services/service_panel.h"
#include "ui/widgets/announcer.h"
#include "ui/widgets/state_badge.h"

#include <QApplication>
#include <QHeaderView>
#include <QJsonObject>
#include <QScreen>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QTest>
#include <QWindow>

using namespace mediahelm;
using namespace mediahelm::ui;

// Notes the columns of services that are painted, and lets the table's own delegate paint them.
class NotingDelegate final : public QStyledItemDelegate
{
public:
    explicit NotingDelegate(QAbstractItemView *view)
        : QStyledItemDelegate(view)
        , m_painter(view->itemDelegate())
    {
        view->setItemDelegate(this);
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        if (index.parent().isValid())
            columns.insert(index.column());
        m_painter->paint(painter, option, index);
    }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return m_painter->sizeHint(option, index);
    }

    mutable QSet<int> columns;

private:
    QAbstractItemDelegate *m_painter;
};

class ServicesTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsMeasuredWhileTheScreenShowsAnother();
    void D06_aPressedButtonHoldsTheTable();
    void aPortIsOpenedByAClick_data();
    void aPortIsOpenedByAClick();
    void D41_whatIsStaleIsGreyAndCannotBeActedOn();
    void D24_troubleIsAnnouncedWithoutMovingTheFocus();
    void D26_nothingIsCutAtTwiceTheFont();
    void columnsAndPanelAreRemembered();
    void aStateThatMakesNoSenseIsIgnored();
    void samplesPaintTheirCellsAlone();
};

// As a window system tells it of a window on another workspace, or behind a locked screen.
void ServicesTableTest::nothingIsMeasuredWhileTheScreenShowsAnother()
{
    Page page;
    QVERIFY(QTest::qWaitForWindowExposed(page.page.get()));
    QCOMPARE(page.fakes.stats.watches(), 1);
    QWindow *handle = page.page->windowHandle();
    handle->setVisible(false); // takes it off the screen behind the widgets' back
    QTRY_COMPARE(page.fakes.stats.watches(), 0);
    handle->setVisible(true);
    QTRY_COMPARE(page.fakes.stats.watches(), 1);
}

void ServicesTableTest::D06_aPressedButtonHoldsTheTable()
{
    Page page;
    QWidget *viewport = page.page->view()->viewport();
    const QPoint point = page.page->view()->visualRect(page.index(page.key("jellyfin"))).center();
    const int before = page.page->view()->model()->rowCount();
    QTest::mousePress(viewport, Qt::LeftButton, Qt::NoModifier, point);
    page.fakes.fleet.upsert(
        fakes::hostId(QStringLiteral("local")),
        fakes::makeContainer(QStringLiteral("aaa"), QStringLiteral("new"), QStringLiteral("x"), {}));
    QCOMPARE(page.page->view()->model()->rowCount(), before);
    QTest::mouseRelease(viewport, Qt::LeftButton, Qt::NoModifier, point);
    QCOMPARE(page.page->view()->selectionModel()->selectedRows().value(0), page.index(page.key("jellyfin")));
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(viewport, &leave);
    QCOMPARE(page.page->view()->model()->rowCount(), before + 1);
}

void ServicesTableTest::aPortIsOpenedByAClick_data()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("left to right") << Qt::LeftToRight;
    QTest::newRow("right to left") << Qt::RightToLeft;
}

void ServicesTableTest::aPortIsOpenedByAClick()
{
    QFETCH(Qt::LayoutDirection, direction);
    Page page;
    page.page->setLayoutDirection(direction);
    const QModelIndex row = page.index(page.key("jellyfin"));
    const QRect cell = page.page->view()->visualRect(row.siblingAtColumn(ServiceModel::Ports));
    const QRect name = page.page->view()->visualRect(row.siblingAtColumn(ServiceModel::Service));
    QCOMPARE(name.left() < cell.left(), direction == Qt::LeftToRight);
    const int into = 16;
    const int x = direction == Qt::LeftToRight ? cell.left() + into : cell.right() - into;
    QTest::mouseClick(page.page->view()->viewport(), Qt::LeftButton, Qt::NoModifier, QPoint(x, cell.center().y()));
    QCOMPARE(page.opened, QList<QUrl>({QUrl(QStringLiteral("http://localhost:8096/"))}));
    QTest::mouseClick(page.page->view()->viewport(), Qt::LeftButton, Qt::NoModifier, name.center());
    QCOMPARE(page.opened.size(), 1);
    QVERIFY(!page.page->grab().isNull());
}

void ServicesTableTest::D41_whatIsStaleIsGreyAndCannotBeActedOn()
{
    Page page;
    const QModelIndex stale = page.index(page.key("nextcloud", "nas"));
    QVERIFY(stale.data(ServiceModel::StaleRole).toBool());
    page.choose({page.key("nextcloud", "nas")});
    for (const QAction *action : page.page->pageActions())
        QVERIFY2(!action->isEnabled(), qPrintable(action->text()));
    page.page->view()->clearSelection();
    const auto inks = [&page](const QModelIndex &index) {
        const QRect cell = page.page->view()->visualRect(index.siblingAtColumn(ServiceModel::State));
        const QImage image = page.page->view()->viewport()->grab(cell).toImage();
        int strongest = 0; // the most colourful pixel
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                strongest = std::max(strongest, image.pixelColor(x, y).hsvSaturation());
        }
        return strongest;
    };
    QVERIFY(inks(page.index(page.key("jellyfin"))) > 128);
    QVERIFY(inks(stale) < 96);
    const QRect port = page.page->view()->visualRect(stale.siblingAtColumn(ServiceModel::Ports));
    QTest::mouseClick(page.page->view()->viewport(), Qt::LeftButton, Qt::NoModifier,
                      QPoint(port.left() + 16, port.center().y()));
    QVERIFY(page.opened.isEmpty());
}

void ServicesTableTest::D24_troubleIsAnnouncedWithoutMovingTheFocus()
{
    Page page;
    const auto *announcer = page.page->findChild<Announcer *>();
    page.page->activateWindow();
    page.page->view()->setFocus();
    QTRY_VERIFY(page.page->view()->hasFocus());
    const QWidget *focus = QApplication::focusWidget();
    const ContainerKey key = page.key("jellyfin");
    model::Container container = *page.fakes.fleet.container(key);
    container.health = model::Health::unhealthy;
    page.fakes.fleet.upsert(key.host, container);
    QTRY_COMPARE(announcer->accessibleName(), QStringLiteral("jellyfin: Unhealthy"));
    container.health = model::Health::healthy;
    page.fakes.fleet.upsert(key.host, container);
    QTRY_COMPARE(announcer->accessibleName(), QStringLiteral("jellyfin: Healthy"));
    QCOMPARE(QApplication::focusWidget(), focus);
}

void ServicesTableTest::D26_nothingIsCutAtTwiceTheFont()
{
    const QFont usual = QApplication::font();
    QFont twice = usual;
    twice.setPointSizeF(2 * usual.pointSizeF());
    QApplication::setFont(twice);
    {
        Page page;
        page.page->resize(2400, 1600);
        page.page->showService(page.key("jellyfin"));
        QVERIFY(QTest::qWaitForWindowExposed(page.page.get()));
        for (QWidget *widget : page.page->findChildren<QWidget *>()) {
            const bool sized = qobject_cast<QAbstractButton *>(widget) || qobject_cast<StateBadge *>(widget);
            if (!sized || !widget->isVisible() || widget->inherits("QLineEditIconButton"))
                continue;
            const QSize wanted = widget->sizeHint();
            QVERIFY2(widget->width() >= wanted.width() && widget->height() >= wanted.height(),
                     qPrintable(QStringLiteral("%1 '%2' has %3 x %4 of %5 x %6")
                                    .arg(QLatin1String(widget->metaObject()->className()), widget->accessibleName())
                                    .arg(widget->width())
                                    .arg(widget->height())
                                    .arg(wanted.width())
                                    .arg(wanted.height())));
        }
        const QRect row = page.page->view()->visualRect(page.index(page.key("jellyfin")));
        QVERIFY(row.height() >= QFontMetrics(twice).height());
    }
    QApplication::setFont(usual);
}

void ServicesTableTest::columnsAndPanelAreRemembered()
{
    Page page;
    QHeaderView *header = page.page->view()->header();
    header->resizeSection(ServiceModel::Cpu, 222);
    page.page->view()->sortByColumn(ServiceModel::Cpu, Qt::DescendingOrder);
    page.page->showService(page.key("jellyfin"));
    Q_EMIT page.page->panel()->orientationRequested(Qt::Vertical);
    page.page = std::make_unique<ServicesPage>(page.fakes.control(), page.clock, page.state);
    page.page->resize(1200, 800);
    page.page->show();
    header = page.page->view()->header();
    QCOMPARE(header->sectionSize(ServiceModel::Cpu), 222);
    QCOMPARE(header->sortIndicatorSection(), int(ServiceModel::Cpu));
    QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
    page.page->showService(page.key("jellyfin"));
    QCoreApplication::processEvents();
    QVERIFY(page.page->panel()->y() > page.page->view()->mapTo(page.page.get(), QPoint()).y() - 100);
    QCOMPARE(qobject_cast<QSplitter *>(page.page->panel()->parentWidget())->orientation(), Qt::Vertical);
}

void ServicesTableTest::aStateThatMakesNoSenseIsIgnored()
{
    Page page;
    const int usual = page.page->view()->header()->sectionSize(ServiceModel::Cpu);
    page.state.setValue(QStringLiteral("services.columns"),
                        QJsonObject{{QStringLiteral("cpu"), -5},
                                    {QStringLiteral("state"), 1'000'000},
                                    {QStringLiteral("sort"), QStringLiteral("nothing")},
                                    {QStringLiteral("descending"), 7}});
    page.state.setValue(QStringLiteral("services.panel.isBelow"), QStringLiteral("perhaps"));
    page.state.setValue(QStringLiteral("services.panel.beside"), -3);
    page.page = std::make_unique<ServicesPage>(page.fakes.control(), page.clock, page.state);
    page.page->resize(1200, 800);
    page.page->show();
    const QHeaderView *header = page.page->view()->header();
    QCOMPARE(header->sectionSize(ServiceModel::Cpu), usual);
    QCOMPARE(header->sortIndicatorSection(), int(ServiceModel::Service));
    page.page->showService(page.key("jellyfin"));
    QVERIFY(page.page->panel()->isVisible());
}

void ServicesTableTest::samplesPaintTheirCellsAlone()
{
    Page page;
    QVERIFY(QTest::qWaitForWindowExposed(page.page.get()));
    page.page->view()->header()->setSectionHidden(ServiceModel::Memory, false);
    page.fakes.stats.tick();
    NotingDelegate noting(page.page->view());
    QTRY_VERIFY(noting.columns.contains(ServiceModel::Service));
    QCoreApplication::processEvents();
    noting.columns.clear();
    QList<model::ContainerSample> samples; // of all, so that neighbours change at once
    const QAbstractItemModel *model = page.page->view()->model();
    for (int project = 0; project < model->rowCount(); ++project) {
        const QModelIndex home = model->index(project, 0);
        for (int row = 0; row < model->rowCount(home); ++row) {
            model::ContainerSample sample;
            sample.key = model->index(row, 0, home).data(ServiceModel::KeyRole).value<ContainerKey>();
            sample.cpuCores = 0.5;
            sample.memoryBytes = 123456789;
            samples.append(sample);
        }
    }
    page.fakes.stats.tell(samples, {});
    QTRY_VERIFY(!noting.columns.isEmpty());
    QCOMPARE(noting.columns, QSet<int>({ServiceModel::Cpu, ServiceModel::Memory}));
    // What stands on the screen by then is what it would be if all were painted anew.
    const QImage screen = page.page->screen()->grabWindow(page.page->winId()).toImage();
    QCOMPARE(screen.convertToFormat(QImage::Format_RGB32),
             page.page->grab().toImage().convertToFormat(QImage::Format_RGB32));
}

QTEST_MAIN(ServicesTableTest)
#include "services_table_test.moc"
