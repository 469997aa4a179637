// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/form/form_view.h"

#include "ui/configuration/form/field_editor.h"
#include "ui/configuration/form/form_words.h"
#include "ui/style/metrics.h"
#include "ui/widgets/page_parts.h"

#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace mediahelm::ui {

using control::FormField;
using control::ServiceForm;

namespace {

bool isWithin(const QString &pointer, const QString &around)
{
    return pointer == around || pointer.startsWith(around + u'/');
}

} // namespace

FormView::FormView(QWidget *parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus); // what is in it takes the focus, and brings itself into view
    viewport()->setAutoFillBackground(false);
}

bool FormView::hasFieldsOf(const ServiceForm &service) const
{
    const auto fits = [](const FieldEditor *editor, const FormField &field) {
        return editor->field().kind == field.kind && editor->field().title == field.title
            && editor->field().section == field.section;
    };
    return std::ranges::equal(m_editors, service.fields, fits);
}

void FormView::setService(const ServiceForm &service)
{
    if (!hasFieldsOf(service)) {
        rebuild(service);
        return;
    }
    for (qsizetype i = 0; i < m_editors.size(); ++i)
        m_editors.at(i)->setField(service.fields.at(i));
    for (FieldEditor *editor : std::as_const(m_editors))
        showProblems(editor);
}

// Editors of the same service are taken over, so that the one that has the focus keeps it.
void FormView::rebuild(const ServiceForm &service)
{
    const int scrolled = verticalScrollBar()->value();
    QWidget *old = takeWidget();
    QList<FieldEditor *> before = std::exchange(m_editors, {});
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(space::medium, space::tiny, space::medium, space::large);
    layout->setSpacing(space::small);
    std::optional<control::FormSection> section;
    for (const FormField &field : service.fields) {
        if (section != field.section) {
            if (section)
                layout->addSpacing(space::small);
            layout->addWidget(makeText(TextRole::heading, sectionTitle(field.section), content));
            section = field.section;
        }
        const auto known = std::ranges::find_if(before, [&field](const FieldEditor *editor) {
            return editor->field().pointer == field.pointer && editor->field().kind == field.kind;
        });
        FieldEditor *editor = nullptr;
        if (known != before.end()) {
            editor = *known;
            before.erase(known);
            editor->setField(field);
        } else {
            editor = new FieldEditor(field, content);
            connect(editor, &FieldEditor::editWanted, this, &FormView::editWanted);
            connect(editor, &FieldEditor::placeAsked, this, &FormView::placeAsked);
        }
        editor->setEditable(m_isEditable);
        layout->addWidget(editor); // which gives it to the new content
        m_editors.append(editor);
        showProblems(editor);
    }
    layout->addStretch();
    setWidget(content);
    content->setAutoFillBackground(false); // QScrollArea turns it on
    if (old)
        old->deleteLater();
    verticalScrollBar()->setValue(scrolled);
}

void FormView::setProblems(const QList<model::Diagnostic> &problems)
{
    m_problems = problems;
    for (FieldEditor *editor : std::as_const(m_editors))
        showProblems(editor);
}

void FormView::showProblems(FieldEditor *editor) const
{
    QList<model::Diagnostic> own;
    for (const model::Diagnostic &problem : m_problems) {
        if (!problem.pointer.isEmpty() && isWithin(problem.pointer, editor->field().pointer))
            own.append(problem);
    }
    editor->setProblems(own);
}

void FormView::setEditable(bool editable)
{
    m_isEditable = editable;
    for (FieldEditor *editor : std::as_const(m_editors))
        editor->setEditable(editable);
}

FieldEditor *FormView::editor(const QString &pointer) const
{
    const auto found = std::ranges::find_if(
        m_editors, [&pointer](const FieldEditor *editor) { return isWithin(pointer, editor->field().pointer); });
    return found == m_editors.cend() ? nullptr : *found;
}

} // namespace mediahelm::ui
