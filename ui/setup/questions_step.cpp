// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/questions_step.h"

#include "ui/style/metrics.h"
#include "ui/widgets/page_parts.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>

#include <algorithm>

namespace mediahelm::ui {

using control::SetupPlan;
using control::SetupSecretNeed;

namespace {

bool isToBeGiven(const SetupSecretNeed &secret)
{
    return !secret.madeUp;
}

} // namespace

QuestionsStep::QuestionsStep(QWidget *parent)
    : QWidget(parent)
    , m_fields(new QWidget(this))
    , m_form(new QFormLayout(m_fields))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::medium);
    layout->addWidget(makeText(TextRole::normal,
                               tr("These have no sensible default. What you leave empty can be set later; secrets go "
                                  "to the secret store, never into a file."),
                               this, true));
    QVBoxLayout *content = makeScrolling(layout);
    content->addWidget(m_fields);
    content->addStretch();
    m_form->setContentsMargins(2, 2, 2, 2);
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    m_form->setVerticalSpacing(space::tiny);
}

bool QuestionsStep::hasQuestions(const SetupPlan &plan)
{
    return !plan.questions.isEmpty() || std::ranges::any_of(plan.secrets, isToBeGiven);
}

void QuestionsStep::ask(const SetupPlan &plan)
{
    const QMap<QString, QString> before = values();
    QMap<QString, QString> secretsBefore;
    for (auto secret = m_secrets.cbegin(); secret != m_secrets.cend(); ++secret)
        secretsBefore.insert(secret.key(), (*secret)->text());
    while (m_form->rowCount() > 0)
        m_form->removeRow(0);
    m_edits.clear();
    m_choices.clear();
    m_secrets.clear();
    for (const control::SetupQuestionText &question : plan.questions)
        addQuestion(question);
    for (const SetupSecretNeed &secret : plan.secrets) {
        if (isToBeGiven(secret))
            addSecret(secret);
    }
    for (auto value = before.cbegin(); value != before.cend(); ++value) {
        if (QLineEdit *edit = m_edits.value(value.key()))
            edit->setText(*value);
        if (QComboBox *choice = m_choices.value(value.key()))
            choice->setCurrentIndex(std::max(0, choice->findText(*value)));
    }
    for (auto secret = secretsBefore.cbegin(); secret != secretsBefore.cend(); ++secret) {
        if (QLineEdit *edit = m_secrets.value(secret.key()))
            edit->setText(*secret);
    }
}

void QuestionsStep::addQuestion(const control::SetupQuestionText &question)
{
    if (question.values.isEmpty()) {
        auto *edit = new QLineEdit(m_fields);
        if (!question.example.isEmpty())
            edit->setPlaceholderText(tr("for example %1").arg(question.example));
        m_edits.insert(question.variable, edit);
        addRow(question.variable, question.service, question.description, edit);
        return;
    }
    auto *choice = new QComboBox(m_fields);
    choice->addItem(tr("Set it later"));
    choice->addItems(question.values);
    guardWheel(choice);
    m_choices.insert(question.variable, choice);
    addRow(question.variable, question.service, question.description, choice);
}

void QuestionsStep::addSecret(const SetupSecretNeed &secret)
{
    auto *edit = new QLineEdit(m_fields);
    edit->setEchoMode(QLineEdit::Password);
    edit->setPlaceholderText(secret.required ? tr("Secret") : tr("Secret, where you want it"));
    m_secrets.insert(secret.name, edit);
    const QString words = secret.source.isEmpty() ? secret.description
                                                  : tr("%1 You get it from %2").arg(secret.description, secret.source);
    addRow(secret.name, secret.service, words, edit);
}

void QuestionsStep::addRow(const QString &name, const QString &service, const QString &description, QWidget *field)
{
    field->setAccessibleName(name);
    field->setAccessibleDescription(description);
    auto *label = makeText(TextRole::strong, tr("%1, for %2", "variable, service").arg(name, service), m_fields, true);
    label->setBuddy(field);
    label->setContentsMargins(0, m_form->rowCount() > 0 ? space::small : 0, 0, 0);
    m_form->addRow(label);
    m_form->addRow(makeText(TextRole::normal, description, m_fields, true));
    m_form->addRow(field);
}

QMap<QString, QString> QuestionsStep::values() const
{
    QMap<QString, QString> values;
    for (auto edit = m_edits.cbegin(); edit != m_edits.cend(); ++edit) {
        if (const QString text = (*edit)->text().trimmed(); !text.isEmpty())
            values.insert(edit.key(), text);
    }
    for (auto choice = m_choices.cbegin(); choice != m_choices.cend(); ++choice) {
        if ((*choice)->currentIndex() > 0)
            values.insert(choice.key(), (*choice)->currentText());
    }
    return values;
}

QMap<QString, QByteArray> QuestionsStep::secrets() const
{
    QMap<QString, QByteArray> secrets;
    for (auto edit = m_secrets.cbegin(); edit != m_secrets.cend(); ++edit) {
        if (const QString text = (*edit)->text(); !text.isEmpty())
            secrets.insert(edit.key(), text.toUtf8());
    }
    return secrets;
}

void QuestionsStep::focusFirst()
{
    if (QWidget *first = m_fields->nextInFocusChain(); first && m_fields->isAncestorOf(first))
        first->setFocus(Qt::OtherFocusReason);
}

} // namespace mediahelm::ui
