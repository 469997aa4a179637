// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/variables_pane.h"

#include "ui/configuration/variable_delegate.h"
#include "ui/configuration/variable_model.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/palette.h"
#include "ui/widgets/page_parts.h"
#include "ui/widgets/search_field.h"

#include <QHeaderView>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTreeView>
#include <QVBoxLayout>

namespace mediahelm::ui {

VariablesPane::VariablesPane(control::Configuration &configuration, QWidget *parent)
    : QWidget(parent)
    , m_configuration(configuration)
    , m_model(new VariableModel(this))
    , m_filter(new QSortFilterProxyModel(this))
    , m_view(new QTreeView(this))
    , m_reset(new QPushButton(symbolIcon(QStringLiteral("undo")), tr("Back to default"), this))
    , m_refusal(makeText(TextRole::caption, {}, this, true))
{
    auto *search = new SearchField(tr("Find a variable"), this);
    search->setMinimumWidth(90);
    m_filter->setSourceModel(m_model);
    m_filter->setFilterKeyColumn(-1);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_view->setObjectName(QStringLiteral("configuration.variables"));
    m_view->setAccessibleName(tr("Variables"));
    m_view->setModel(m_filter);
    m_view->setItemDelegate(new VariableDelegate(configuration.facts().folder, m_view));
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setMinimumHeight(1); // it gives way, and the buttons do not
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                            | QAbstractItemView::AnyKeyPressed);
    m_view->header()->setStretchLastSection(true);
    m_view->header()->setDefaultSectionSize(fontMetrics().averageCharWidth() * 24);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::small, space::tiny, space::small, 0);
    layout->setSpacing(space::tiny);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::small);
    head->addWidget(search, 1);
    head->addWidget(m_reset);
    layout->addLayout(head);
    layout->addWidget(m_refusal);
    layout->addWidget(m_view, 1);
    m_refusal->hide();
    connect(m_reset, &QPushButton::clicked, this, [this] {
        if (const control::WorkspaceVariable *variable = current(); variable && !fileOf(*variable).isEmpty())
            Q_EMIT resetWanted(fileOf(*variable), variable->name);
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &VariablesPane::updateReset);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &VariablesPane::updateReset);
    connect(m_model, &QAbstractItemModel::modelReset, this, &VariablesPane::updateReset);
    updateReset();
    connect(search, &QLineEdit::textChanged, m_filter, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_model, &VariableModel::valueWanted, this,
            [this](const control::WorkspaceVariable &variable, const QString &value) {
                refuse({});
                const QString file = layerFor(variable);
                if (file.isEmpty())
                    Q_EMIT noLayer();
                else
                    Q_EMIT valueWanted(file, variable.name, value);
            });
}

const control::WorkspaceVariable *VariablesPane::current() const
{
    return m_model->variable(m_filter->mapToSource(m_view->currentIndex()));
}

// The file whose value holds; empty where none sets it.
QString VariablesPane::fileOf(const control::WorkspaceVariable &variable)
{
    for (auto origin = variable.origins.crbegin(); origin != variable.origins.crend(); ++origin) {
        if (!origin->file.isEmpty())
            return origin->file;
    }
    return {};
}

void VariablesPane::updateReset()
{
    const control::WorkspaceVariable *variable = current();
    const QString file = variable && !variable->hidden ? fileOf(*variable) : QString();
    m_reset->setEnabled(!file.isEmpty() && variable->hasFallback);
    m_reset->setToolTip(m_reset->isEnabled() ? Qt::convertFromPlainText(
                            tr("Takes %1 out of %2; then it is: %3").arg(variable->name, file, variable->fallback),
                            Qt::WhiteSpaceNormal)
                                             : QString());
}

void VariablesPane::refuse(const QString &reason)
{
    m_refusal->setText(reason);
    m_refusal->setVisible(!reason.isEmpty());
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, paletteOf(this).tone(Tone::bad).text);
    m_refusal->setPalette(colors);
}

QString VariablesPane::layerFor(const control::WorkspaceVariable &variable) const
{
    if (const QString file = fileOf(variable); !file.isEmpty())
        return file;
    QString strongest;
    for (const control::ConfigurationFile &file : m_configuration.facts().files)
        strongest = file.kind == control::FileKind::env ? file.path : strongest;
    return strongest;
}

void VariablesPane::refresh()
{
    if (!isVisible())
        return;
    m_configuration.variableDesk().variables().then(
        this, [this](const base::Result<QList<control::WorkspaceVariable>> &variables) {
            if (variables)
                m_model->setVariables(*variables);
        });
}

void VariablesPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

} // namespace mediahelm::ui
