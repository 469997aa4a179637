// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/form/field_editor.h"

#include "ui/configuration/form/form_table.h"
#include "ui/configuration/form/form_words.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/phrases/phrase_book.h"
#include "ui/widgets/page_parts.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace mediahelm::ui {

using control::FieldKind;
using control::FieldOrigin;
using control::FormEdit;
using control::FormField;
using control::FormLock;

namespace {

// What stands in the file. A value of a service that this one extends is no text of its own: it is the hint.
QString writtenText(const FormField &field)
{
    return field.origin.kind == FieldOrigin::Kind::extended ? QString() : field.value.text;
}

} // namespace

FieldEditor::FieldEditor(const FormField &field, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_title(makeText(TextRole::caption, field.title, this, true))
    , m_note(makeText(TextRole::caption, {}, this, true))
    , m_show(new QToolButton(this))
    , m_problem(makeText(TextRole::caption, {}, this, true))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_title);
    switch (field.kind) {
    case FieldKind::text:
    case FieldKind::number: makeLine(); break;
    case FieldKind::boolean:
    case FieldKind::choice: makeChoice(); break;
    default: makeTable();
    }
    layout->addWidget(m_table ? static_cast<QWidget *>(m_table) : input());
    auto *notes = new QHBoxLayout;
    notes->setSpacing(space::tiny);
    notes->addWidget(m_note, 1);
    m_show->setIcon(quietIcon(QStringLiteral("arrow_forward")));
    m_show->setAutoRaise(true);
    m_show->setToolTip(tr("Show where it is written"));
    m_show->setAccessibleName(tr("%1: show where it is written").arg(field.title));
    notes->addWidget(m_show, 0, Qt::AlignTop);
    layout->addLayout(notes);
    layout->addWidget(m_problem);
    m_title->setBuddy(input());
    input()->setAccessibleDescription(field.documentation);
    for (QWidget *widget : {static_cast<QWidget *>(m_title), input()})
        widget->setToolTip(fieldTip(field));
    connect(m_show, &QToolButton::clicked, this, [this] { Q_EMIT placeAsked(m_field.origin.place); });
    showValue();
    showNotes();
}

QWidget *FieldEditor::input() const
{
    if (m_edit)
        return m_edit;
    if (m_choice)
        return m_choice;
    return &m_table->view();
}

void FieldEditor::makeLine()
{
    m_edit = new QLineEdit(this);
    m_edit->setAccessibleName(m_field.title);
    m_edit->installEventFilter(this);
    connect(m_edit, &QLineEdit::textEdited, this, [this] { m_isTyping = true; });
    connect(m_edit, &QLineEdit::editingFinished, this, [this] { commit(m_edit->text()); });
}

void FieldEditor::makeChoice()
{
    m_choice = new QComboBox(this);
    m_choice->setAccessibleName(m_field.title);
    m_choice->setEditable(m_field.kind == FieldKind::choice && m_field.isOpen);
    m_choice->setInsertPolicy(QComboBox::NoInsert);
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(8);
    guardWheel(m_choice);
    connect(m_choice, &QComboBox::activated, this, [this](int index) {
        m_isTyping = true;
        commit(m_choice->itemData(index).toString());
    });
    if (!m_choice->isEditable())
        return;
    m_choice->setCompleter(nullptr);
    m_choice->lineEdit()->installEventFilter(this);
    m_choice->lineEdit()->setAccessibleName(m_field.title);
    connect(m_choice->lineEdit(), &QLineEdit::textEdited, this, [this] { m_isTyping = true; });
    connect(m_choice->lineEdit(), &QLineEdit::editingFinished, this, [this] { commit(m_choice->currentText()); });
}

void FieldEditor::makeTable()
{
    m_table = new FormTable(this);
    m_table->setName(m_field.title);
    connect(m_table, &FormTable::editWanted, this, [this](const FormEdit &edit) {
        m_refused.clear();
        showNotes();
        Q_EMIT editWanted(edit);
    });
}

void FieldEditor::setField(const FormField &field)
{
    const bool other = field.pointer != m_field.pointer;
    if (other) {
        m_isTyping = false;
        m_refused.clear();
        if (m_table)
            m_table->dropNewRow();
    } else if (field.value != m_field.value || field.rows != m_field.rows) {
        m_refused.clear();
    }
    m_field = field;
    showValue();
    showNotes();
}

void FieldEditor::setProblems(const QList<model::Diagnostic> &problems)
{
    m_problems = problems;
    if (m_table)
        m_table->setProblems(problems);
    showNotes();
}

void FieldEditor::setEditable(bool editable)
{
    m_isEditable = editable;
    setEnabled(editable);
}

QString FieldEditor::hint() const
{
    if (m_field.origin.kind == FieldOrigin::Kind::extended)
        return m_field.value.text;
    return m_field.examples.isEmpty() ? QString() : tr("for example %1").arg(m_field.examples.constFirst());
}

void FieldEditor::fillChoice()
{
    const QString text = writtenText(m_field);
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    m_choice->addItem(m_choice->isEditable() ? QString() : tr("not set"), QString());
    const QStringList values = m_field.kind == FieldKind::boolean
        ? QStringList{QStringLiteral("true"), QStringLiteral("false")}
        : m_field.values;
    for (const QString &value : values) {
        const bool isTruth = m_field.kind == FieldKind::boolean;
        m_choice->addItem(!isTruth ? value : value == u"true" ? tr("yes") : tr("no"), value);
    }
    if (m_choice->findData(text) < 0)
        m_choice->addItem(text, text);
    m_choice->setCurrentIndex(m_choice->findData(text));
    if (m_choice->isEditable())
        m_choice->lineEdit()->setPlaceholderText(hint());
}

void FieldEditor::showValue()
{
    const QString text = writtenText(m_field);
    const bool able = m_field.lock == FormLock::none;
    if (m_table) {
        m_table->setField(m_field);
        return;
    }
    if (m_isTyping)
        return; // what is typed stays
    if (m_edit) {
        m_edit->setPlaceholderText(able ? hint() : QString());
        // Several lines have no room in it.
        m_edit->setReadOnly(!able || text.contains(u'\n'));
        if (m_edit->text() != text) {
            const int at = m_edit->cursorPosition();
            m_edit->setText(text);
            m_edit->setCursorPosition(m_edit->hasFocus() ? at : 0);
        }
        return;
    }
    fillChoice();
    m_choice->setEnabled(able);
}

void FieldEditor::showNotes()
{
    QString note = fieldNote(m_field);
    if (m_edit && writtenText(m_field).contains(u'\n'))
        note = tr("It has several lines: edit it in the text.");
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    const auto kind = m_field.origin.kind;
    const bool elsewhere =
        kind == FieldOrigin::Kind::alias || kind == FieldOrigin::Kind::merged || kind == FieldOrigin::Kind::extended;
    m_show->setVisible(elsewhere && m_field.origin.place.line > 0);
    QStringList words;
    Tone tone = Tone::warning;
    if (!m_refused.isEmpty()) {
        words.append(m_refused);
        tone = Tone::bad;
    }
    for (const model::Diagnostic &problem : m_problems) {
        if (problem.severity == model::Severity::error)
            tone = Tone::bad;
        const QString message = inOurWords(problem.message);
        if (words.size() < 3 && !words.contains(message))
            words.append(message);
    }
    m_problem->setText(words.join(u'\n'));
    m_problem->setVisible(!words.isEmpty());
    QPalette palette = this->palette();
    palette.setColor(QPalette::WindowText, paletteOf(this).tone(tone).text);
    m_problem->setPalette(palette);
    if (!m_table)
        input()->setAccessibleDescription((words + QStringList{m_field.documentation}).join(u' '));
}

QString FieldEditor::typed() const
{
    return m_edit                ? m_edit->text()
        : m_choice->isEditable() ? m_choice->currentText()
                                 : m_choice->currentData().toString();
}

void FieldEditor::commit(const QString &text)
{
    if (!m_isTyping || m_field.lock != FormLock::none || !m_isEditable)
        return;
    m_refused = refusal(m_field, text);
    if (!m_refused.isEmpty()) {
        showNotes();
        return;
    }
    m_isTyping = false;
    m_asked = text;
    const bool isHere =
        m_field.origin.kind == FieldOrigin::Kind::here || m_field.origin.kind == FieldOrigin::Kind::alias;
    showNotes();
    if (text == writtenText(m_field) && (m_field.value.isSet || text.isEmpty()))
        return;
    if (text.isEmpty() && isHere)
        Q_EMIT editWanted({FormEdit::Action::remove, m_field.pointer, -1, {}});
    else if (!text.isEmpty())
        Q_EMIT editWanted({FormEdit::Action::set, m_field.pointer, -1, {text}});
    else
        showValue(); // what another place gives cannot be taken out here
}

void FieldEditor::refuse(const QString &reason)
{
    m_refused = reason;
    if (m_edit) {
        m_edit->setText(m_asked);
        m_isTyping = m_edit->text() != writtenText(m_field);
    } else if (m_choice) {
        fillChoice();
    }
    showNotes();
}

bool FieldEditor::eventFilter(QObject *watched, QEvent *event)
{
    const bool escape = event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape;
    if (escape && m_isTyping) {
        m_isTyping = false;
        m_refused.clear();
        showValue();
        showNotes();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void FieldEditor::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showNotes();
}

} // namespace mediahelm::ui
