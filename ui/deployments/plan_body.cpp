// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deployments/plan_body.h"

#include "ui/deployments/diff_view.h"
#include "ui/deployments/plan_model.h"
#include "ui/deployments/plan_words.h"
#include "ui/style/format.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/widgets/page_parts.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace mediahelm::ui {

namespace {

enum ImageColumn { ImageName, ImageWhat, ImageSize, ImageServices };

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
    m_imagesStack = new Modest<QStackedWidget>(this);
    m_noImages = makeText(TextRole::caption, tr("All images are here already."), m_imagesStack, true);
    m_noImages->setAlignment(Qt::AlignCenter);
    auto *whole = new QWidget(m_imagesStack);
    m_images = new QTreeWidget(whole);
    m_images->setObjectName(QStringLiteral("plan.images"));
    m_images->setAccessibleName(tr("Images that are fetched or built"));
    m_images->setRootIsDecorated(false);
    m_images->setAllColumnsShowFocus(true);
    m_images->setFrameShape(QFrame::NoFrame);
    m_images->setTextElideMode(Qt::ElideMiddle);
    m_images->setHeaderLabels({tr("Image"), tr("What is done"), tr("To download"), tr("Services")});
    for (const ImageColumn column : {ImageName, ImageWhat, ImageSize})
        m_images->header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    auto *layout = new QVBoxLayout(whole);
    layout->setContentsMargins(0, 0, 0, space::small);
    layout->setSpacing(space::small);
    layout->addWidget(m_images, 1);
    layout->addWidget(makeWeighing());
    m_imagesStack->addWidget(m_noImages);
    m_imagesStack->addWidget(whole);
    return m_imagesStack;
}

QWidget *PlanBody::makeWeighing()
{
    m_weighing = new QWidget(this);
    m_weigh = new QPushButton(tr("Ask for sizes"), m_weighing);
    m_weigh->setObjectName(QStringLiteral("plan.weigh"));
    m_weigh->setAutoDefault(false);
    m_weigh->setToolTip(tr("Registries count this as they count downloads, so it is asked when you wish."));
    m_weight = makeText(TextRole::caption, {}, m_weighing, true);
    m_weight->setObjectName(QStringLiteral("plan.weight"));
    auto *row = new QHBoxLayout(m_weighing);
    row->setContentsMargins(space::small, 0, space::small, 0);
    row->setSpacing(space::small);
    row->addWidget(m_weigh);
    row->addWidget(m_weight, 1);
    connect(m_weigh, &QPushButton::clicked, this, &PlanBody::sizesWanted);
    return m_weighing;
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
    m_weighing->setVisible(!preview.plan.pulledImages().isEmpty());
    setWeighing(false);
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
        const QString size =
            image.downloadSize ? tr("up to %1", "size").arg(formatBytes(qint64(*image.downloadSize))) : QString();
        auto *row = new QTreeWidgetItem(m_images, {image.image, what, size, image.services.join(QStringLiteral(", "))});
        const QString symbol = bad                      ? QStringLiteral("error-fill")
            : image.how == model::ImageStep::How::build ? QStringLiteral("build")
                                                        : QStringLiteral("download");
        row->setIcon(0, symbolIcon(symbol, bad ? Tone::bad : Tone::info));
        for (const ImageColumn column : {ImageName, ImageWhat, ImageSize, ImageServices})
            row->setToolTip(column, Qt::convertFromPlainText(row->text(column)));
    }
    m_imagesStack->setCurrentIndex(plan.images.isEmpty() ? 0 : 1);
}

void PlanBody::setWeighing(bool weighing)
{
    m_weigh->setEnabled(!weighing);
    m_weight->setText(weighing ? tr("Registries are asked…") : QString());
}

void PlanBody::setSizes(const model::Plan &plan)
{
    setWeighing(false);
    showImages(plan);
    qint64 bytes = 0;
    int unknown = 0;
    for (const model::ImageStep &image : plan.images) {
        if (image.downloadSize)
            bytes += qint64(*image.downloadSize);
        else if (image.how == model::ImageStep::How::pull)
            ++unknown;
    }
    QStringList parts;
    if (bytes > 0)
        parts.append(tr("Up to %1 in all; less where parts are here already.", "size").arg(formatBytes(bytes)));
    if (unknown > 0)
        parts.append(tr("Of %n images nothing is known.", nullptr, unknown));
    m_weight->setText(parts.join(u' '));
}

} // namespace mediahelm::ui
