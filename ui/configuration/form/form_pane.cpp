// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/form/form_pane.h"

#include "ui/configuration/form/field_editor.h"
#include "ui/configuration/form/form_view.h"
#include "ui/style/metrics.h"
#include "ui/style/phrases/phrase_book.h"
#include "ui/widgets/page_parts.h"

#include <QComboBox>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace mediahelm::ui {

using control::ServiceForm;

FormPane::FormPane(QWidget *parent)
    : QWidget(parent)
    , m_services(new QComboBox(this))
    , m_state(makeText(TextRole::caption, {}, this, true))
    , m_stack(new QStackedWidget(this))
    , m_nothing(makeText(TextRole::caption, {}, this, true))
    , m_view(new FormView(this))
{
    m_services->setObjectName(QStringLiteral("configuration.form.services"));
    m_services->setAccessibleName(tr("Service of the form"));
    m_services->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_services->setMinimumContentsLength(8);
    guardWheel(m_services);
    setFocusProxy(m_services);
    m_nothing->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_nothing->setContentsMargins(space::medium, space::small, space::medium, 0);
    // It gives way to the text above and below: what has no room is scrolled.
    m_nothing->setMinimumHeight(1);
    m_view->setMinimumHeight(1);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(m_view);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(space::medium, space::small, space::medium, 0);
    head->addWidget(m_services);
    head->addWidget(m_state);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::tiny);
    layout->addLayout(head);
    layout->addWidget(m_stack, 1);
    connect(m_services, &QComboBox::activated, this, [this](int index) {
        showService(index);
        if (index >= 0 && index < m_form.services.size())
            Q_EMIT spanAsked(m_form.services.at(index).span);
    });
    connect(m_view, &FormView::editWanted, this, &FormPane::editWanted);
    connect(m_view, &FormView::placeAsked, this, &FormPane::placeAsked);
    setFile({});
}

QString FormPane::service() const
{
    return m_stack->currentWidget() == m_view ? m_services->currentText() : QString();
}

void FormPane::setFile(const QString &path)
{
    if (path == m_path && !path.isEmpty())
        return;
    m_path = path;
    m_form = {};
    m_cursor = 0;
    m_services->clear();
    m_services->setEnabled(false);
    m_state->hide();
    m_nothing->setText(path.isEmpty() ? tr("Compose files have a form: choose one.") : QString());
    m_stack->setCurrentWidget(m_nothing);
}

void FormPane::setForm(const base::Result<control::ComposeForm> &form)
{
    updateState(form ? QString() : inOurWords(form.error().message));
    if (!form)
        return;
    const QString shown = m_services->currentText();
    QStringList names;
    for (const ServiceForm &service : form->services)
        names.append(service.name);
    m_form = *form;
    QStringList listed;
    for (int i = 0; i < m_services->count(); ++i)
        listed.append(m_services->itemText(i));
    if (listed != names) {
        const QSignalBlocker quiet(m_services);
        m_services->clear();
        m_services->addItems(names);
    }
    m_services->setEnabled(!names.isEmpty());
    if (names.isEmpty()) {
        m_nothing->setText(tr("This file has no services."));
        m_stack->setCurrentWidget(m_nothing);
        return;
    }
    // The same service where it is still there; a new file begins with the one at the caret.
    const auto same = int(names.indexOf(shown));
    showService(same >= 0 ? same : std::max(0, indexAt(m_cursor)));
}

void FormPane::updateState(const QString &problem)
{
    const bool readable = problem.isEmpty();
    if (!readable && m_form.services.isEmpty()) {
        m_nothing->setText(tr("The text cannot be read just now: %1").arg(problem));
        m_stack->setCurrentWidget(m_nothing);
        m_state->hide();
        return;
    }
    m_state->setText(readable ? QString()
                              : tr("The text cannot be read just now, so this is how it was before: %1").arg(problem));
    m_state->setVisible(!readable);
    m_services->setEnabled(readable);
    m_view->setEditable(readable);
}

void FormPane::showService(int index)
{
    if (index < 0 || index >= m_form.services.size())
        return;
    {
        const QSignalBlocker quiet(m_services);
        m_services->setCurrentIndex(index);
    }
    m_view->setService(m_form.services.at(index));
    m_stack->setCurrentWidget(m_view);
}

void FormPane::setProblems(const QList<model::Diagnostic> &problems)
{
    m_problems.clear();
    std::ranges::copy_if(problems, std::back_inserter(m_problems),
                         [this](const model::Diagnostic &problem) { return problem.file == m_path; });
    m_view->setProblems(m_problems);
}

int FormPane::indexAt(qsizetype byte) const
{
    // What follows a service up to the next one is its own: there it is typed on.
    int found = -1;
    for (int i = 0; i < m_form.services.size(); ++i) {
        if (m_form.services.at(i).span.begin <= byte)
            found = i;
    }
    return found;
}

void FormPane::setCursor(qsizetype byte)
{
    m_cursor = byte;
    const QWidget *focus = focusWidget();
    if (focus && focus->hasFocus())
        return; // it is edited here
    const int index = indexAt(byte);
    if (index >= 0 && index != m_services->currentIndex())
        showService(index);
}

void FormPane::refuse(const control::FormEdit &edit, const QString &reason)
{
    if (FieldEditor *editor = m_view->editor(edit.pointer))
        editor->refuse(reason);
}

} // namespace mediahelm::ui
