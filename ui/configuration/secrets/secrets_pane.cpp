// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/secrets/secrets_pane.h"

#include "core/base/wipe.h"
#include "core/control/variable_desk.h"
#include "ui/configuration/secrets/secret_dialog.h"
#include "ui/configuration/secrets/secret_model.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/phrases/phrase_book.h"
#include "ui/style/words.h"
#include "ui/widgets/page_parts.h"

#include <QHeaderView>
#include <QMessageBox>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace mediahelm::ui {

using control::SecretMove;
using control::WorkspaceSecrets;
using State = SecretModel::State;

SecretsPane::SecretsPane(control::Configuration &configuration, QWidget *parent)
    : QWidget(parent)
    , m_configuration(configuration)
    , m_model(new SecretModel(this))
    , m_view(new QTreeView(this))
    , m_problem(makeText(TextRole::caption, {}, this, true))
    , m_set(new QPushButton(symbolIcon(QStringLiteral("edit")), tr("Set…"), this))
    , m_generate(new QPushButton(symbolIcon(QStringLiteral("key")), tr("Generate"), this))
    , m_remove(new QPushButton(symbolIcon(QStringLiteral("delete")), tr("Remove…"), this))
    , m_move(new QPushButton(symbolIcon(QStringLiteral("shield")), tr("Move to the keychain…"), this))
{
    m_view->setObjectName(QStringLiteral("configuration.secrets"));
    m_view->setAccessibleName(tr("Secrets"));
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setMinimumHeight(1); // it gives way, and the buttons do not
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->header()->setStretchLastSection(true);
    m_view->header()->setDefaultSectionSize(fontMetrics().averageCharWidth() * 28);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::small);
    for (QPushButton *button : {m_set, m_generate, m_remove, m_move})
        buttons->addWidget(button);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::small, space::tiny, space::small, 0);
    layout->setSpacing(space::tiny);
    layout->addLayout(buttons);
    layout->addWidget(m_problem);
    layout->addWidget(m_view, 1);
    m_problem->hide();
    connect(m_set, &QPushButton::clicked, this, &SecretsPane::askValue);
    connect(m_generate, &QPushButton::clicked, this, &SecretsPane::generate);
    connect(m_remove, &QPushButton::clicked, this, &SecretsPane::remove);
    connect(m_move, &QPushButton::clicked, this, &SecretsPane::moveAway);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &SecretsPane::updateButtons);
    connect(m_model, &QAbstractItemModel::modelReset, this, &SecretsPane::updateButtons);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &SecretsPane::updateButtons);
    connect(m_view, &QTreeView::activated, this, [this](const QModelIndex &index) {
        const SecretModel::Row *row = m_model->row(index);
        if (row && row->state == State::plain)
            Q_EMIT placeAsked(row->plain.file, row->plain.place);
        else if (m_set->isEnabled())
            askValue();
    });
    updateButtons();
}

void SecretsPane::setDesk(control::SecretDesk *desk)
{
    m_desk = desk;
    m_kept.reset();
    refresh();
    updateButtons();
}

void SecretsPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void SecretsPane::refresh()
{
    if (!isVisible())
        return;
    m_configuration.variableDesk().secrets().then(this, [this](const base::Result<WorkspaceSecrets> &secrets) {
        if (!secrets)
            return;
        m_secrets = *secrets;
        m_model->setSecrets(m_secrets, m_kept);
        if (!m_kept)
            showKept();
    });
}

void SecretsPane::showKept()
{
    if (!m_desk || project().isEmpty())
        return;
    m_desk->kept(project()).then(this, [this](const base::Result<control::KeptSecrets> &kept) {
        if (kept)
            m_kept = *kept;
        else
            tell(wordsFor(kept.error(), tr("What is kept cannot be told")).all());
        m_model->setSecrets(m_secrets, m_kept);
    });
}

void SecretsPane::updateButtons()
{
    const SecretModel::Row *row = m_model->row(m_view->currentIndex());
    const bool listed = row && row->state != State::plain && m_desk;
    m_set->setEnabled(listed);
    m_generate->setEnabled(listed);
    m_remove->setEnabled(listed && row->state != State::missing);
    m_move->setEnabled(m_desk && m_secrets.canList && row && row->state == State::plain);
}

void SecretsPane::tell(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, paletteOf(this).tone(Tone::bad).text);
    m_problem->setPalette(colors);
}

QMessageBox *SecretsPane::question(const QString &text, const QString &more, const QString &button)
{
    auto *box = new QMessageBox(QMessageBox::Question, tr("Secrets"), text, QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(more);
    box->addButton(button, QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel);
    return box;
}

void SecretsPane::onDone(const base::Status &status, const QString &headline, const QString &done)
{
    tell(status ? QString() : wordsFor(status.error(), headline).all());
    if (status)
        Q_EMIT notice(done);
    showKept();
}

void SecretsPane::askValue()
{
    const SecretModel::Row *row = m_model->row(m_view->currentIndex());
    if (!row || !m_desk)
        return;
    const QString name = row->name;
    auto *dialog = new SecretDialog(name, row->listed.description, row->state == State::kept, this);
    connect(dialog, &SecretDialog::given, this, [this, name](const QByteArray &given) {
        QByteArray value = given;
        auto written = m_desk->set(project(), name, value);
        base::wipe(value);
        written.then(this, [this, name](const base::Status &status) {
            onDone(status, tr("Could not keep %1").arg(name), tr("Kept %1").arg(name));
        });
    });
    dialog->open();
}

void SecretsPane::generate()
{
    const SecretModel::Row *row = m_model->row(m_view->currentIndex());
    if (!row || !m_desk)
        return;
    const auto make = [this, name = row->name, recipe = row->listed.recipe] {
        m_desk->generate(project(), name, recipe).then(this, [this, name](const base::Status &status) {
            onDone(status, tr("Could not keep %1").arg(name), tr("Made up a value for %1").arg(name));
        });
    };
    if (row->state == State::missing) {
        make();
        return;
    }
    QMessageBox *box = question(tr("Make up another value for %1?").arg(row->name),
                                tr("It takes the place of the one that is kept, which cannot be brought back. What "
                                   "was set up with the old one may refuse the new one."),
                                tr("Replace"));
    connect(box, &QMessageBox::buttonClicked, this, [box, make](QAbstractButton *button) {
        if (box->buttonRole(button) == QMessageBox::AcceptRole)
            make();
    });
    box->open();
}

void SecretsPane::remove()
{
    const SecretModel::Row *row = m_model->row(m_view->currentIndex());
    if (!row || !m_desk)
        return;
    const QString name = row->name;
    const QString used = row->listed.uses.isEmpty()
        ? tr("No service uses it.")
        : tr("%1 cannot be applied without it.")
              .arg(m_model->index(m_view->currentIndex().row(), SecretModel::UsedColumn).data().toString());
    QMessageBox *box =
        question(tr("Remove the value of %1?").arg(name), tr("It cannot be brought back. %1").arg(used), tr("Remove"));
    connect(box, &QMessageBox::buttonClicked, this, [this, box, name](QAbstractButton *button) {
        if (box->buttonRole(button) != QMessageBox::AcceptRole)
            return;
        m_desk->remove(project(), name).then(this, [this, name](const base::Status &status) {
            onDone(status, tr("Could not remove %1").arg(name), tr("Removed the value of %1").arg(name));
        });
    });
    box->open();
}

void SecretsPane::moveAway()
{
    const SecretModel::Row *row = m_model->row(m_view->currentIndex());
    if (!row || !m_desk || row->state != State::plain)
        return;
    const QString what = row->plain.pointer.isEmpty()
        ? tr("Its line is taken out of %1, and its name put into the list of secrets.").arg(row->plain.file)
        : tr("A reference takes its place in %1, and its name is put into the list of secrets.").arg(row->plain.file);
    QMessageBox *box = question(tr("Move %1 to where secrets are kept?").arg(row->name),
                                tr("%1 The files are saved, and what was changed in them before cannot be undone "
                                   "any more.")
                                    .arg(what),
                                tr("Move"));
    connect(box, &QMessageBox::buttonClicked, this, [this, box, plain = row->plain](QAbstractButton *button) {
        if (box->buttonRole(button) == QMessageBox::AcceptRole)
            move(plain);
    });
    box->open();
}

void SecretsPane::move(const control::PlainSecret &secret)
{
    m_configuration.variableDesk().moveOut(secret).then(this, [this, secret](const base::Result<SecretMove> &move) {
        if (move)
            keepMoved(*move);
        else
            tell(inOurWords(move.error().message));
    });
}

void SecretsPane::keepMoved(const SecretMove &move)
{
    QByteArray value = move.value; // shares its bytes, and so wipes them
    auto written = m_desk->set(project(), move.name, value);
    base::wipe(value);
    written.then(this, [this, name = move.name, texts = move.texts](const base::Status &status) {
        onDone(status, tr("Could not keep %1; the files are as they were").arg(name), tr("Kept %1").arg(name));
        if (status)
            Q_EMIT textsWanted(texts);
    });
}

} // namespace mediahelm::ui
