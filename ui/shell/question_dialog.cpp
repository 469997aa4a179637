// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/question_dialog.h"

#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/widgets/page_parts.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace mediahelm::ui {

using Kind = model::Question::Kind;

namespace {

QString titleOf(const model::Question &question)
{
    const QString host = question.host.text();
    switch (question.kind) {
    case Kind::hostKey: return QuestionDialog::tr("Is this %1?").arg(host);
    case Kind::password: return QuestionDialog::tr("Password for %1").arg(host);
    case Kind::passphrase: return QuestionDialog::tr("Passphrase for %1").arg(host);
    case Kind::confirm: return QuestionDialog::tr("%1 asks").arg(host);
    case Kind::notice: return QuestionDialog::tr("%1 waits for you").arg(host);
    case Kind::other: return QuestionDialog::tr("%1 asks").arg(host);
    }
    return host;
}

QString symbolOf(Kind kind)
{
    switch (kind) {
    case Kind::hostKey: return QStringLiteral("fingerprint");
    case Kind::password: return QStringLiteral("lock");
    case Kind::passphrase:
    case Kind::confirm:
    case Kind::notice: return QStringLiteral("key");
    case Kind::other: return QStringLiteral("help");
    }
    return {};
}

} // namespace

QuestionDialog::QuestionDialog(const model::Question &question, QWidget *parent)
    : QDialog(parent)
    , m_question(question)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(titleOf(question));
    setMinimumWidth(fontMetrics().averageCharWidth() * 70);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::large, space::large, space::large, space::large);
    layout->setSpacing(space::medium);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::medium);
    auto *symbol = new SymbolLabel(symbolOf(question.kind), Tone::info, this);
    symbol->setScale(1.6);
    head->addWidget(symbol);
    head->addWidget(makeText(TextRole::heading, titleOf(question), this, true), 1);
    layout->addLayout(head);
    switch (question.kind) {
    case Kind::hostKey: buildHostKey(layout); break;
    case Kind::password:
    case Kind::passphrase: buildSecret(layout); break;
    case Kind::confirm:
    case Kind::notice:
    case Kind::other: buildOther(layout); break;
    }
    connect(this, &QDialog::rejected, this, [this] { Q_EMIT declined(m_question.id); });
}

QuestionDialog::~QuestionDialog()
{
    // The typed secret does not outlive the dialog in the field's undo history.
    if (m_secret)
        m_secret->clear();
}

void QuestionDialog::buildHostKey(QVBoxLayout *layout)
{
    layout->addWidget(makeText(
        TextRole::normal,
        tr("%1 has not been seen before. It shows this %2 key:")
            .arg(m_question.subject.isEmpty() ? m_question.host.text() : m_question.subject, m_question.keyType),
        this, true));
    auto *fingerprint = new QLineEdit(m_question.fingerprint, this);
    fingerprint->setReadOnly(true);
    fingerprint->setFont(fixedFont(fingerprint->font()));
    fingerprint->setAccessibleName(tr("Fingerprint"));
    fingerprint->setCursorPosition(0);
    layout->addWidget(fingerprint);
    layout->addWidget(makeText(TextRole::normal,
                               tr("Compare it with what the host itself says. On the host, or on its screen, run:"),
                               this, true));
    const QString type = m_question.keyType.isEmpty() ? QStringLiteral("ed25519") : m_question.keyType.toLower();
    auto *command = new QLineEdit(QStringLiteral("ssh-keygen -lf /etc/ssh/ssh_host_%1_key.pub").arg(type), this);
    command->setReadOnly(true);
    command->setFont(fixedFont(command->font()));
    command->setAccessibleName(tr("Command to run on the host"));
    layout->addWidget(command);
    layout->addWidget(makeText(TextRole::caption,
                               tr("Trust it only if every character is the same. Otherwise somebody may be listening "
                                  "in between."),
                               this, true));
    buildButtons(layout, tr("Trust this key"), tr("Do not connect"), true);
}

void QuestionDialog::buildSecret(QVBoxLayout *layout)
{
    const bool password = m_question.kind == Kind::password;
    const QString subject = m_question.subject.isEmpty() ? m_question.host.text() : m_question.subject;
    auto *label = new QLabel(this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setText(password ? tr("SSH asks for the password of %1.").arg(subject)
                            : tr("SSH asks for the passphrase of the key %1.").arg(subject));
    layout->addWidget(label);
    if (m_question.again) {
        layout->addWidget(makeText(TextRole::strong,
                                   password ? tr("That password was not accepted. Try another.")
                                            : tr("That passphrase does not open the key. Try another."),
                                   this, true));
    }
    m_secret = new QLineEdit(this);
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setAccessibleName(password ? tr("Password") : tr("Passphrase"));
    m_secret->setMaxLength(1024);
    layout->addWidget(m_secret);
    auto *shown = m_secret->addAction(symbolIcon(QStringLiteral("visibility")), QLineEdit::TrailingPosition);
    shown->setText(tr("Show what is typed"));
    shown->setToolTip(shown->text());
    shown->setCheckable(true);
    connect(shown, &QAction::toggled, m_secret, [this, shown](bool on) {
        m_secret->setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password);
        shown->setIcon(symbolIcon(on ? QStringLiteral("visibility_off") : QStringLiteral("visibility")));
    });
    if (m_question.mayBeKept) {
        m_keep = new QCheckBox(tr("&Keep in the system's keychain"), this);
        layout->addWidget(m_keep);
    }
    buildButtons(layout, password ? tr("Sign in") : tr("Unlock key"), tr("Cancel"), false);
    m_secret->setFocus();
}

void QuestionDialog::buildOther(QVBoxLayout *layout)
{
    layout->addWidget(makeText(TextRole::normal, m_question.prompt, this, true));
    if (m_question.kind == Kind::other) {
        m_secret = new QLineEdit(this);
        m_secret->setEchoMode(QLineEdit::Password);
        m_secret->setAccessibleName(tr("Answer"));
        m_secret->setMaxLength(1024);
        layout->addWidget(m_secret);
        m_secret->setFocus();
        buildButtons(layout, tr("Send"), tr("Cancel"), false);
    } else if (m_question.kind == Kind::confirm) {
        buildButtons(layout, tr("Allow"), tr("Refuse"), true);
    } else {
        buildButtons(layout, {}, tr("Stop waiting"), false);
    }
}

void QuestionDialog::buildButtons(QVBoxLayout *layout, const QString &accept, const QString &refuse,
                                  bool refuseIsDefault)
{
    auto *buttons = new QDialogButtonBox(this);
    if (!accept.isEmpty()) {
        QPushButton *good = buttons->addButton(accept, QDialogButtonBox::AcceptRole);
        good->setDefault(!refuseIsDefault);
        good->setAutoDefault(!refuseIsDefault);
    }
    QPushButton *bad = buttons->addButton(refuse, QDialogButtonBox::RejectRole);
    bad->setDefault(refuseIsDefault || accept.isEmpty());
    if (refuseIsDefault)
        bad->setFocus();
    connect(buttons, &QDialogButtonBox::accepted, this, &QuestionDialog::onAccepted);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addStretch();
    layout->addWidget(buttons);
}

void QuestionDialog::onAccepted()
{
    const QByteArray text = m_secret ? m_secret->text().toUtf8() : QByteArray();
    Q_EMIT answered(m_question.id, text, m_keep && m_keep->isChecked());
    accept();
}

} // namespace mediahelm::ui
