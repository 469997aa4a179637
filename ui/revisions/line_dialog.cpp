// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/revisions/line_dialog.h"

#include "ui/style/metrics.h"
#include "ui/widgets/page_parts.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace mediahelm::ui {

namespace {

constexpr int leastColumns = 60;
constexpr int longest = 200;

} // namespace

LineDialog::LineDialog(const Content &content, QWidget *parent, Check wrongIn)
    : QDialog(parent)
    , m_mayBeEmpty(content.mayBeEmpty)
    , m_check(std::move(wrongIn))
    , m_text(makeText(TextRole::normal, content.text, this, true))
    , m_line(new QLineEdit(this))
    , m_wrong(makeText(TextRole::caption, {}, this, true))
    , m_more(new QVBoxLayout)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(content.title);
    setMinimumWidth(fontMetrics().averageCharWidth() * leastColumns);
    m_line->setMaxLength(longest);
    m_line->setAccessibleName(content.label);
    m_line->setObjectName(QStringLiteral("dialog.line"));
    auto *label = makeText(TextRole::strong, content.label, this);
    auto *buttons = new QDialogButtonBox(this);
    m_verb = buttons->addButton(content.verb, QDialogButtonBox::AcceptRole);
    m_verb->setDefault(true);
    m_verb->setObjectName(QStringLiteral("dialog.verb"));
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole)->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::large, space::large, space::large, space::large);
    layout->setSpacing(space::small);
    layout->addWidget(makeText(TextRole::heading, content.title, this));
    layout->addWidget(m_text);
    layout->addSpacing(space::tiny);
    layout->addWidget(label);
    layout->addWidget(m_line);
    layout->addWidget(m_wrong);
    layout->addLayout(m_more, 1);
    layout->addWidget(buttons);
    connect(m_line, &QLineEdit::textChanged, this, &LineDialog::check);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT answered(m_line->text().simplified());
        accept();
    });
    m_line->setFocus();
    check();
}

void LineDialog::setText(const QString &text)
{
    m_text->setText(text);
}

void LineDialog::setPossible(bool possible)
{
    m_possible = possible;
    check();
}

void LineDialog::check()
{
    const QString text = m_line->text().simplified();
    const QString wrong = text.isEmpty() || !m_check ? QString() : m_check(text);
    m_wrong->setText(wrong);
    m_wrong->setVisible(!wrong.isEmpty());
    m_line->setAccessibleDescription(wrong);
    m_verb->setEnabled(m_possible && wrong.isEmpty() && (m_mayBeEmpty || !text.isEmpty()));
}

} // namespace mediahelm::ui
