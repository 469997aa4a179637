// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/setup_dialog.h"

#include "core/base/wipe.h"
#include "ui/setup/place_step.h"
#include "ui/setup/questions_step.h"
#include "ui/setup/review_step.h"
#include "ui/setup/services_step.h"
#include "ui/style/metrics.h"
#include "ui/style/words.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/page_parts.h"

#include <QDialogButtonBox>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace mediahelm::ui {

using base::Result;
using control::SetupPlan;

SetupDialog::SetupDialog(control::WorkspaceSetup &setup, Purpose purpose, const QString &folder, QWidget *parent)
    : QDialog(parent)
    , m_setup(setup)
    , m_purpose(purpose)
    , m_folder(folder)
    , m_title(makeText(TextRole::heading, {}, this))
    , m_message(new MessageBar(this))
    , m_stack(new QStackedWidget(this))
    , m_services(new ServicesStep(this))
    , m_questions(new QuestionsStep(this))
    , m_review(new ReviewStep(this))
    , m_progress(new QProgressBar(this))
    , m_state(makeText(TextRole::caption, {}, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(purpose == Purpose::newWorkspace ? tr("New workspace") : tr("Add services from the catalog"));
    if (purpose == Purpose::newWorkspace) {
        m_place = new PlaceStep(setup, folder, PlaceStep::Takes::workspaces, this);
        m_stack->addWidget(m_place);
        connect(m_place, &PlaceStep::changed, this, &SetupDialog::updateState);
    }
    for (QWidget *step :
         {static_cast<QWidget *>(m_services), static_cast<QWidget *>(m_questions), static_cast<QWidget *>(m_review)})
        m_stack->addWidget(step);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Under way"));
    auto *busy = new QHBoxLayout;
    busy->addWidget(m_progress, 1);
    busy->addWidget(m_state, 3);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::large, space::large, space::large, space::large);
    layout->setSpacing(space::medium);
    layout->addWidget(m_title);
    layout->addWidget(m_message);
    layout->addWidget(m_stack, 1);
    layout->addLayout(busy);
    layout->addWidget(makeButtons());
    connect(m_services, &ServicesStep::changed, this, &SetupDialog::updateState);
    connect(m_review, &ReviewStep::commandCopied, this,
            [this] { Q_EMIT notice(tr("Copied the command. Run it in %1").arg(m_plan.folder)); });
    connect(&setup, &control::WorkspaceSetup::progressed, this, &SetupDialog::showStage);
    resize(fontMetrics().averageCharWidth() * 104, fontMetrics().lineSpacing() * 34);
    showBusy({});
    showStep(m_stack->widget(0));
    load();
}

SetupDialog::~SetupDialog() = default;

QWidget *SetupDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(this);
    m_back = buttons->addButton(tr("Back"), QDialogButtonBox::ActionRole);
    m_next = buttons->addButton(tr("Next"), QDialogButtonBox::ActionRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_next->setDefault(true);
    m_next->setObjectName(QStringLiteral("setup.next"));
    m_back->setAutoDefault(false);
    connect(m_back, &QPushButton::clicked, this, &SetupDialog::back);
    connect(m_next, &QPushButton::clicked, this, &SetupDialog::next);
    connect(buttons, &QDialogButtonBox::rejected, this, &SetupDialog::reject);
    return buttons;
}

void SetupDialog::load()
{
    m_setup.catalog().then(this, [this](const Result<QList<control::CatalogGroup>> &groups) {
        if (!groups)
            return fail(groups.error(), tr("The catalog cannot be read"));
        m_loaded = true;
        m_services->setCatalog(*groups);
        if (m_purpose == Purpose::moreServices)
            lookAtWorkspace();
        updateState();
    });
}

void SetupDialog::lookAtWorkspace()
{
    m_setup.lookAt(m_folder, {}).then(this, [this](const Result<control::SetupGround> &ground) {
        if (ground)
            m_services->setGround(*ground);
        else
            fail(ground.error(), tr("Nothing can be added to this workspace"));
    });
}

void SetupDialog::showStep(QWidget *step)
{
    m_stack->setCurrentWidget(step);
    if (step == m_services) {
        if (m_place && m_place->ground())
            m_services->setGround(*m_place->ground());
        m_services->focusSearch();
    } else if (step == m_questions) {
        m_questions->focusFirst();
    } else if (step == m_review) {
        m_next->setFocus(Qt::OtherFocusReason);
    }
    updateState();
}

void SetupDialog::updateState()
{
    const QWidget *step = m_stack->currentWidget();
    const bool last = step == m_review;
    m_title->setText(step == m_services        ? tr("Which services?")
                         : step == m_questions ? tr("What only you know")
                         : last                ? tr("What will be written")
                                               : tr("Where to?"));
    m_next->setText(!last                                    ? tr("Next")
                        : m_purpose == Purpose::newWorkspace ? tr("Make the workspace")
                                                             : tr("Add the services"));
    m_back->setVisible(m_stack->currentIndex() > 0);
    m_back->setEnabled(!m_busy);
    const bool able = step == m_services ? m_loaded && !m_services->chosen().isEmpty()
        : last                           ? !m_plan.files.isEmpty()
        : m_place && step == m_place     ? m_place->ground().has_value()
                                         : true;
    m_next->setEnabled(able && !m_busy);
    m_stack->setEnabled(!m_busy);
}

void SetupDialog::showBusy(const QString &words)
{
    m_busy = !words.isEmpty();
    m_progress->setVisible(m_busy);
    m_state->setVisible(m_busy);
    m_state->setText(words);
    updateState();
}

void SetupDialog::next()
{
    m_message->withdraw();
    const QWidget *step = m_stack->currentWidget();
    if (step == m_review)
        make();
    else if (step == m_services || step == m_questions)
        plan();
    else
        showStep(m_services);
}

void SetupDialog::back()
{
    m_message->withdraw();
    const QWidget *step = m_stack->currentWidget();
    const bool asked = m_asked == m_services->chosen();
    showStep(step == m_review && asked ? static_cast<QWidget *>(m_questions)
                 : step == m_services  ? static_cast<QWidget *>(m_place)
                                       : m_services);
}

void SetupDialog::plan()
{
    control::SetupWish wish;
    wish.folder = m_place ? m_place->ground()->folder : m_folder;
    wish.project = m_place ? m_place->project() : QString();
    wish.services = m_services->chosen();
    if (m_stack->currentWidget() == m_questions)
        wish.values = m_questions->values();
    showBusy(tr("Looking at this machine and what runs on it…"));
    m_setup.plan(wish).then(this, [this](const Result<SetupPlan> &plan) {
        showBusy({});
        if (plan)
            take(*plan);
        else
            fail(plan.error(), tr("The workspace cannot be made so"));
    });
}

void SetupDialog::take(const SetupPlan &plan)
{
    m_plan = plan;
    if (m_stack->currentWidget() == m_services && QuestionsStep::hasQuestions(plan)) {
        m_asked = m_services->chosen();
        m_questions->ask(plan);
        showStep(m_questions);
        return;
    }
    if (m_stack->currentWidget() == m_services)
        m_asked.clear();
    QMap<QString, QByteArray> given = m_asked.isEmpty() ? QMap<QString, QByteArray>() : m_questions->secrets();
    m_review->showPlan(plan, given.keys());
    for (QByteArray &value : given)
        base::wipe(value);
    showStep(m_review);
}

void SetupDialog::make()
{
    QMap<QString, QByteArray> given = m_asked.isEmpty() ? QMap<QString, QByteArray>() : m_questions->secrets();
    m_making = true;
    showStage(control::SetupStage::files);
    m_setup.make(m_plan.number, given).then(this, [this, given](const Result<control::SetupOutcome> &outcome) mutable {
        for (QByteArray &value : given)
            base::wipe(value);
        m_making = false;
        showBusy({});
        if (!outcome && outcome.error().kind == base::ErrorKind::cancelled)
            return QDialog::reject();
        if (!outcome)
            return fail(outcome.error(), tr("Nothing was written"));
        Q_EMIT made(*outcome);
        accept();
    });
}

void SetupDialog::showStage(control::SetupStage stage)
{
    if (!m_making)
        return;
    using Stage = control::SetupStage;
    showBusy(stage == Stage::files         ? tr("Writing the files…")
                 : stage == Stage::secrets ? tr("Keeping the secrets…")
                                           : tr("Putting it in place…"));
}

void SetupDialog::fail(const base::Error &error, const QString &headline)
{
    m_message->tell(wordsFor(error, headline));
    updateState();
}

// What is being written is taken back, and that ends it.
void SetupDialog::reject()
{
    if (!m_making) {
        QDialog::reject();
        return;
    }
    m_setup.cancel();
    showBusy(tr("Taking it back…"));
}

} // namespace mediahelm::ui
