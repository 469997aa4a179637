// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/variables_pane.h"

#include "ui/configuration/variable_model.h"
#include "ui/style/metrics.h"
#include "ui/widgets/search_field.h"

#include <QComboBox>
#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

namespace mediahelm::ui {

namespace {

// A list to choose from where the values can be counted; others may be typed, such as a reference.
class ValueDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QStringList choices = index.data(VariableModel::ChoicesRole).toStringList();
        const QString name = index.siblingAtColumn(VariableModel::NameColumn).data().toString();
        QWidget *editor = nullptr;
        if (choices.isEmpty()) {
            editor = QStyledItemDelegate::createEditor(parent, option, index);
        } else {
            auto *box = new QComboBox(parent);
            box->setEditable(true);
            box->addItems(choices);
            editor = box;
        }
        editor->setAccessibleName(name);
        return editor;
    }

    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        if (auto *box = qobject_cast<QComboBox *>(editor))
            box->setEditText(index.data(Qt::EditRole).toString());
        else
            QStyledItemDelegate::setEditorData(editor, index);
    }

    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override
    {
        if (const auto *box = qobject_cast<QComboBox *>(editor))
            model->setData(index, box->currentText(), Qt::EditRole);
        else
            QStyledItemDelegate::setModelData(editor, model, index);
    }
};

} // namespace

VariablesPane::VariablesPane(control::Configuration &configuration, QWidget *parent)
    : QWidget(parent)
    , m_configuration(configuration)
    , m_model(new VariableModel(this))
    , m_filter(new QSortFilterProxyModel(this))
    , m_view(new QTreeView(this))
{
    auto *search = new SearchField(tr("Find a variable"), this);
    search->setMinimumWidth(90);
    m_filter->setSourceModel(m_model);
    m_filter->setFilterKeyColumn(-1);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_view->setObjectName(QStringLiteral("configuration.variables"));
    m_view->setAccessibleName(tr("Variables"));
    m_view->setModel(m_filter);
    m_view->setItemDelegate(new ValueDelegate(m_view));
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                            | QAbstractItemView::AnyKeyPressed);
    m_view->header()->setStretchLastSection(true);
    m_view->header()->setDefaultSectionSize(fontMetrics().averageCharWidth() * 24);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::small, space::tiny, space::small, 0);
    layout->setSpacing(space::tiny);
    layout->addWidget(search);
    layout->addWidget(m_view, 1);
    connect(search, &QLineEdit::textChanged, m_filter, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_model, &VariableModel::valueWanted, this,
            [this](const control::WorkspaceVariable &variable, const QString &value) {
                const QString file = layerFor(variable);
                if (file.isEmpty())
                    Q_EMIT noLayer();
                else
                    Q_EMIT valueWanted(file, variable.name, value);
            });
}

QString VariablesPane::layerFor(const control::WorkspaceVariable &variable) const
{
    for (auto origin = variable.origins.crbegin(); origin != variable.origins.crend(); ++origin) {
        if (!origin->file.isEmpty())
            return origin->file;
    }
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
