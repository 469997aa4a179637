// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/take_over_dialog.h"

#include "ui/configuration/container_choice.h"
#include "ui/setup/place_step.h"
#include "ui/style/metrics.h"
#include "ui/style/words.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/page_parts.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace mediahelm::ui {

TakeOverDialog::TakeOverDialog(control::Adoption &adoption, control::WorkspaceSetup &setup, QWidget *parent)
    : QDialog(parent)
    , m_adoption(adoption)
    , m_setup(setup)
    , m_title(makeText(TextRole::heading, {}, this))
    , m_message(new MessageBar(this))
    , m_stack(new QStackedWidget(this))
    , m_choice(new ContainerChoice(adoption, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Take over a container"));
    m_stack->addWidget(m_choice);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::large, space::large, space::large, space::large);
    layout->setSpacing(space::medium);
    layout->addWidget(m_title);
    layout->addWidget(m_message);
    layout->addWidget(m_stack, 1);
    layout->addWidget(makeButtons());
    connect(m_choice, &ContainerChoice::failed, this, &TakeOverDialog::fail);
    connect(m_choice, &ContainerChoice::changed, this, [this] {
        m_message->withdraw();
        updateState();
    });
    resize(fontMetrics().averageCharWidth() * 90, fontMetrics().lineSpacing() * 32);
    updateState();
}

QWidget *TakeOverDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(this);
    m_back = buttons->addButton(tr("Back"), QDialogButtonBox::ActionRole);
    m_next = buttons->addButton(tr("Next"), QDialogButtonBox::ActionRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_next->setDefault(true);
    m_next->setObjectName(QStringLiteral("takeOver.next"));
    m_back->setAutoDefault(false);
    connect(m_back, &QPushButton::clicked, this, [this] { showStep(m_choice); });
    connect(m_next, &QPushButton::clicked, this, &TakeOverDialog::next);
    connect(buttons, &QDialogButtonBox::rejected, this, &TakeOverDialog::reject);
    return buttons;
}

void TakeOverDialog::showStep(QWidget *step)
{
    m_message->withdraw();
    m_stack->setCurrentWidget(step);
    updateState();
}

void TakeOverDialog::updateState()
{
    const bool choosing = m_stack->currentWidget() == m_choice;
    m_title->setText(choosing ? tr("Which container?") : tr("Where to?"));
    m_next->setText(choosing ? tr("Next") : tr("Make the workspace"));
    m_next->setEnabled(!m_busy && (choosing ? m_choice->file().has_value() : m_place->ground().has_value()));
    m_back->setVisible(!choosing);
    m_back->setEnabled(!m_busy);
    m_stack->setEnabled(!m_busy);
}

void TakeOverDialog::next()
{
    if (m_stack->currentWidget() == m_place)
        return make();
    const QString service = m_choice->file()->service;
    if (!m_place || m_proposedFor != service) { // a place that was given stays
        delete m_place;
        m_place = new PlaceStep(m_setup, QDir::homePath() + u'/' + service, PlaceStep::Takes::newFolders, this);
        m_proposedFor = service;
        m_stack->addWidget(m_place);
        connect(m_place, &PlaceStep::changed, this, &TakeOverDialog::updateState);
    }
    showStep(m_place);
}

void TakeOverDialog::make()
{
    const control::SetupGround ground = *m_place->ground();
    m_busy = true;
    m_message->withdraw();
    updateState();
    m_adoption.makeWorkspace(ground.folder, ground.project)
        .then(this, [this](const base::Result<control::SetupOutcome> &outcome) {
            m_busy = false;
            if (!outcome)
                return fail(outcome.error(), tr("Nothing was written"));
            Q_EMIT made(*outcome);
            accept();
        });
}

void TakeOverDialog::fail(const base::Error &error, const QString &headline)
{
    m_message->tell(wordsFor(error, headline));
    updateState();
}

void TakeOverDialog::reject()
{
    if (!m_busy)
        QDialog::reject();
}

} // namespace mediahelm::ui
