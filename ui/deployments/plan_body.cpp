// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deployments/plan_body.h"

#include "ui/deployments/diff_view.h"
#include "ui/deployments/plan_model.h"
#include "ui/deployments/plan_words.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/widgets/page_parts.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace mediahelm::ui {

namespace {

QString numbered(const QString &title, qsizetype count)
{
    return count > 0 ? PlanBody::tr("%1 (%2)", "tab, count").arg(title).arg(count) : title;
}

} // namespace

PlanBody::PlanBody(QWidget *parent)
    : QWidget(parent)
    , m_model(new PlanModel(this))
    , m_tabs(new QTabBar(this))
    , m_stack(new QStackedWidget(this))
    , m_files(new DiffView(this))
{
    m_tabs->setObjectName(QStringLiteral("plan.tabs"));
    m_tabs->setAccessibleName(tr("Parts of the plan"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(true);
    for (const QString &name : {tr("Services"), tr("Files"), tr("Images"), tr("Command")})
        m_tabs->addTab(name);
    m_stack->addWidget(makeServices());
    m_stack->addWidget(m_files);
    m_stack->addWidget(makeImages());
    m_stack->addWidget(makeCommand());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::tiny);
    layout->addWidget(m_tabs);
    layout->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
}

QWidget *PlanBody::makeServices()
{
    auto *whole = new QWidget(this);
    m_services = new QTreeView(whole);
    m_services->setObjectName(QStringLiteral("plan.services"));
    m_services->setAccessibleName(tr("What is done to each service"));
    m_services->setModel(m_model);
    m_services->setRootIsDecorated(false);
    m_services->setAllColumnsShowFocus(true);
    m_services->setFrameShape(QFrame::NoFrame);
    m_services->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_services->header()->setStretchLastSection(true);
    m_services->header()->setSectionResizeMode(PlanModel::ServiceColumn, QHeaderView::ResizeToContents);
    m_services->header()->setSectionResizeMode(PlanModel::ActionColumn, QHeaderView::ResizeToContents);
    m_services->header()->setSectionsMovable(false);
    m_noServices = makeText(TextRole::caption, tr("Nothing is done to any service."), whole, true);
    m_noServices->setAlignment(Qt::AlignCenter);
    m_servicesStack = new Modest<QStackedWidget>(whole);
    m_servicesStack->setMinimumHeight(fontMetrics().height() * 8);
    m_servicesStack->addWidget(m_noServices);
    m_servicesStack->addWidget(m_services);
    m_unchanged = new QCheckBox(whole);
    m_unchanged->setObjectName(QStringLiteral("plan.unchanged"));
    m_note = makeText(TextRole::caption,
                      tr("A service that is recreated stops for a moment, and loses what it wrote outside its volumes "
                         "and folders."),
                      whole, true);
    auto *layout = new QVBoxLayout(whole);
    layout->setContentsMargins(0, 0, 0, space::small);
    layout->setSpacing(space::small);
    layout->addWidget(m_servicesStack, 1);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(space::small, 0, space::small, 0);
    foot->setSpacing(space::tiny);
    foot->addWidget(m_unchanged);
    foot->addWidget(m_note);
    layout->addLayout(foot);
    connect(m_unchanged, &QCheckBox::toggled, this, &PlanBody::fold);
    return whole;
}

QWidget *PlanBody::makeImages()
{
    auto *stack = new Modest<QStackedWidget>(this);
    m_noImages = makeText(TextRole::caption, tr("All images are here already."), stack, true);
    m_noImages->setAlignment(Qt::AlignCenter);
    m_images = new QTreeWidget(stack);
    m_images->setObjectName(QStringLiteral("plan.images"));
    m_images->setAccessibleName(tr("Images that are fetched or built"));
    m_images->setRootIsDecorated(false);
    m_images->setAllColumnsShowFocus(true);
    m_images->setFrameShape(QFrame::NoFrame);
    m_images->setTextElideMode(Qt::ElideMiddle);
    m_images->setHeaderLabels({tr("Image"), tr("What is done"), tr("Services")});
    m_images->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_images->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    stack->addWidget(m_noImages);
    stack->addWidget(m_images);
    return stack;
}

QWidget *PlanBody::makeCommand()
{
    auto *whole = new QWidget(this);
    auto *layout = new QVBoxLayout(whole);
    layout->setContentsMargins(space::small, space::small, space::small, space::small);
    layout->setSpacing(space::small);
    layout->addWidget(makeText(TextRole::normal,
                               tr("The same without Mediahelm, its health gate and its way back, to be run in the "
                                  "folder of the workspace:"),
                               whole, true));
    m_command = makeText(TextRole::fixed, {}, whole, true);
    m_command->setObjectName(QStringLiteral("plan.command"));
    m_command->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_command->setAccessibleName(tr("The command"));
    layout->addWidget(m_command);
    auto *copy = new QPushButton(symbolIcon(QStringLiteral("content_copy")), tr("Copy the command"), whole);
    layout->addWidget(copy, 0, Qt::AlignLeft);
    layout->addStretch();
    connect(copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_command->text());
        Q_EMIT notice(tr("Copied the command"));
    });
    return makeRoomFor(whole, this);
}

void PlanBody::setPreview(const control::DeploymentPreview &preview)
{
    m_model->setPlan(preview.plan);
    fold();
    if (preview.files.isEmpty())
        m_files->setNothing(preview.target ? tr("The files are those of that revision already.")
                                           : tr("No file was changed since the newest revision."));
    else
        m_files->setChanges(preview.files);
    showImages(preview.plan);
    m_command->setText(preview.command);
    const qsizetype shown = preview.plan.services.size() - m_model->unchanged();
    m_tabs->setTabText(ServicesTab, numbered(tr("Services"), shown));
    m_tabs->setTabText(FilesTab, numbered(tr("Files"), preview.files.size()));
    m_tabs->setTabText(ImagesTab, numbered(tr("Images"), preview.plan.images.size()));
    const bool replaces = std::ranges::any_of(preview.plan.services, [](const model::ServicePlan &service) {
        return service.action == model::PlanAction::recreate || service.followUp;
    });
    m_note->setVisible(replaces);
}

void PlanBody::fold()
{
    const int unchanged = m_model->unchanged();
    m_unchanged->setText(tr("Show %n unchanged services", nullptr, unchanged));
    m_unchanged->setVisible(unchanged > 0);
    m_model->setUnchangedShown(m_unchanged->isChecked());
    m_servicesStack->setCurrentIndex(m_model->rowCount() > 0 ? 1 : 0);
}

void PlanBody::showImages(const model::Plan &plan)
{
    m_images->clear();
    for (const model::ImageStep &image : plan.images) {
        const bool bad = image.how == model::ImageStep::How::unavailable;
        const QString what = bad
            ? imageHowWords(image.how)
            : tr("%1: %2", "what is done, why").arg(imageHowWords(image.how), imageWhyWords(image.why));
        auto *row = new QTreeWidgetItem(m_images, {image.image, what, image.services.join(QStringLiteral(", "))});
        const QString symbol = bad                      ? QStringLiteral("error-fill")
            : image.how == model::ImageStep::How::build ? QStringLiteral("build")
                                                        : QStringLiteral("download");
        row->setIcon(0, symbolIcon(symbol, bad ? Tone::bad : Tone::info));
        for (int column = 0; column < 3; ++column)
            row->setToolTip(column, Qt::convertFromPlainText(row->text(column)));
    }
    static_cast<QStackedWidget *>(m_images->parentWidget())->setCurrentIndex(plan.images.isEmpty() ? 0 : 1);
}

} // namespace mediahelm::ui
