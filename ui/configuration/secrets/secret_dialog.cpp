// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/secrets/secret_dialog.h"

#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/widgets/page_parts.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace mediahelm::ui {

namespace {

constexpr int longestValue = 65'536;

QToolButton *makeButton(const QString &symbol, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(symbolIcon(symbol));
    button->setToolTip(name);
    button->setAccessibleName(name);
    return button;
}

} // namespace

SecretDialog::SecretDialog(const QString &name, const QString &description, bool replaces, QWidget *parent)
    : QDialog(parent)
    , m_value(new QLineEdit(this))
    , m_reveal(makeButton(QStringLiteral("visibility"), tr("Show the value while this is held"), this))
    , m_keep(nullptr)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Value of %1").arg(name));
    m_value->setEchoMode(QLineEdit::Password);
    m_value->setMaxLength(longestValue);
    m_value->setAccessibleName(tr("Value of %1").arg(name));
    m_value->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText
                                 | Qt::ImhNoAutoUppercase);
    auto *paste = makeButton(QStringLiteral("content_copy"), tr("Paste"), this);
    auto *row = new QHBoxLayout;
    row->addWidget(m_value, 1);
    row->addWidget(m_reveal);
    row->addWidget(paste);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_keep = buttons->addButton(tr("Keep"), QDialogButtonBox::AcceptRole);
    m_keep->setDefault(true);
    m_keep->setEnabled(false);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(space::medium);
    if (!description.isEmpty())
        layout->addWidget(makeText(TextRole::normal, description, this, true));
    layout->addLayout(row);
    layout->addWidget(makeText(TextRole::caption,
                               replaces ? tr("It takes the place of the value that is kept, which cannot be brought "
                                             "back. Services have the new one when they are applied again.")
                                        : tr("It is kept apart from the files, and handed to services when they are "
                                             "applied."),
                               this, true));
    layout->addWidget(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 60);
    connect(m_value, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_keep->setEnabled(!text.isEmpty()); });
    connect(m_reveal, &QToolButton::pressed, this, [this] { m_value->setEchoMode(QLineEdit::Normal); });
    connect(m_reveal, &QToolButton::released, this, [this] { m_value->setEchoMode(QLineEdit::Password); });
    connect(paste, &QToolButton::clicked, m_value, &QLineEdit::paste);
    connect(buttons, &QDialogButtonBox::accepted, this, &SecretDialog::give);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_value->setFocus();
}

SecretDialog::~SecretDialog()
{
    m_value->clear();
}

void SecretDialog::give()
{
    if (m_value->text().isEmpty())
        return;
    QString text = m_value->text();
    const QByteArray value = text.toUtf8();
    text.fill(u'\0');
    m_value->clear();
    Q_EMIT given(value);
    accept();
}

} // namespace mediahelm::ui
