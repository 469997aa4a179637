// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/revisions/revision_detail.h"

#include "ui/deployments/deployment_words.h"
#include "ui/deployments/diff_view.h"
#include "ui/revisions/revision_model.h"
#include "ui/revisions/revision_runs.h"
#include "ui/revisions/run_log_dialog.h"
#include "ui/style/format.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/widgets/card.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/page_parts.h"
#include "ui/widgets/state_badge.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>

namespace mediahelm::ui {

using model::Revision;

namespace {

const QString ownTag = QStringLiteral("last-good"); // moved by each deployment that is healthy

} // namespace

RevisionDetail::RevisionDetail(QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_nothing(makeText(TextRole::caption, tr("Choose a revision to see what it changed; two, to compare them."), this,
                         true))
    , m_message(new MessageBar(this))
{
    auto *card = new Card(this);
    auto *whole = new QWidget(card);
    auto *inside = new QVBoxLayout(whole);
    inside->setContentsMargins(space::medium, space::medium, space::medium, space::small);
    inside->setSpacing(space::small);
    inside->addWidget(makeHead());
    inside->addWidget(m_message);
    inside->addWidget(makeParts(), 1);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(makeRoomFor(whole, m_stack));
    auto *around = new QVBoxLayout(card);
    around->setContentsMargins(2, 2, 2, 2);
    around->addWidget(m_stack);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
}

QWidget *RevisionDetail::makeHead()
{
    auto *head = new QWidget(this);
    m_title = makeText(TextRole::heading, {}, head, true);
    m_kind = new StateBadge(head);
    m_verdict = new StateBadge(head);
    m_facts = makeText(TextRole::caption, {}, head, true);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_more = makeText(TextRole::caption, {}, head, true);
    auto *badges = new QHBoxLayout;
    badges->addWidget(m_kind);
    badges->addWidget(m_verdict);
    badges->addStretch();
    m_buttons = new QWidget(head);
    auto *buttons = new QHBoxLayout(m_buttons);
    buttons->setContentsMargins(0, 0, 0, 0);
    m_rollBack = new QPushButton(symbolIcon(QStringLiteral("undo")), tr("Roll back to this…"), m_buttons);
    m_rollBack->setObjectName(QStringLiteral("revisions.rollBack"));
    auto *tags = new QPushButton(symbolIcon(QStringLiteral("sell")), tr("Tags"), m_buttons);
    tags->setObjectName(QStringLiteral("revisions.tags"));
    m_tagMenu = new QMenu(tags);
    tags->setMenu(m_tagMenu);
    buttons->addWidget(m_rollBack);
    buttons->addWidget(tags);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::tiny);
    layout->addWidget(m_title);
    layout->addLayout(badges);
    layout->addWidget(m_facts);
    layout->addWidget(m_more);
    layout->addWidget(m_buttons);
    connect(m_rollBack, &QPushButton::clicked, this, [this] {
        if (!m_revisions.isEmpty())
            Q_EMIT rollBackAsked(m_revisions.constFirst());
    });
    return head;
}

QWidget *RevisionDetail::makeParts()
{
    auto *whole = new QWidget(this);
    m_tabs = new QTabBar(whole);
    m_tabs->setObjectName(QStringLiteral("revisions.tabs"));
    m_tabs->setAccessibleName(tr("Parts of the revision"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(true);
    m_tabs->addTab(tr("Changes"));
    m_tabs->addTab(tr("Deployments"));
    m_parts = new Modest<QStackedWidget>(whole);
    m_parts->setMinimumHeight(fontMetrics().height() * 11);
    m_diff = new DiffView(whole);
    m_diff->setHistoryOffered(true);
    m_parts->addWidget(m_diff);
    m_parts->addWidget(makeRuns());
    auto *layout = new QVBoxLayout(whole);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::tiny);
    layout->addWidget(m_tabs);
    layout->addWidget(m_parts, 1);
    connect(m_tabs, &QTabBar::currentChanged, m_parts, &QStackedWidget::setCurrentIndex);
    connect(m_diff, &DiffView::historyAsked, this, &RevisionDetail::historyAsked);
    return whole;
}

QWidget *RevisionDetail::makeRuns()
{
    auto *whole = new QWidget(this);
    m_runs = new RevisionRuns(whole);
    auto *log = new QPushButton(symbolIcon(QStringLiteral("description")), tr("Show its log…"), whole);
    log->setObjectName(QStringLiteral("revisions.log"));
    auto *layout = new QVBoxLayout(whole);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    layout->addWidget(m_runs, 1);
    layout->addWidget(log, 0, Qt::AlignLeft);
    connect(log, &QPushButton::clicked, this, &RevisionDetail::readLog);
    return whole;
}

void RevisionDetail::readLog()
{
    const QDateTime when = m_runs->current();
    if (!m_desk || m_revisions.isEmpty() || !when.isValid())
        return;
    m_message->withdraw();
    const auto show = [this, asked = m_asked, when](const base::Result<QByteArray> &text) {
        if (asked != m_asked)
            return;
        if (text)
            (new RunLogDialog(when, *text, this))->open();
        else
            m_message->tell(deploymentError(text.error(), tr("There is no log to show")));
    };
    m_desk->deploymentLog(m_revisions.constFirst().id, when).then(this, show);
}

void RevisionDetail::setDesk(control::RevisionDesk *desk)
{
    m_desk = desk;
    m_revisions.clear();
    setRevisions({});
}

void RevisionDetail::setRevisions(const QList<Revision> &revisions)
{
    const auto ids = [](const QList<Revision> &of) {
        QStringList texts;
        for (const Revision &revision : of)
            texts.append(revision.id.text());
        return texts;
    };
    const bool same = ids(revisions) == ids(m_revisions);
    m_revisions = revisions;
    m_stack->setCurrentIndex(revisions.isEmpty() ? 0 : 1);
    if (revisions.isEmpty() || !m_desk) {
        ++m_asked;
        return;
    }
    const bool two = revisions.size() > 1;
    const Revision &newest = revisions.constFirst();
    if (!same) {
        ++m_asked;
        m_message->withdraw();
        m_diff->setNothing(tr("Reading the changes…"));
        readChanges(two ? std::optional(revisions.constLast().id) : newest.parent, newest.id);
    }
    m_tabs->setTabVisible(1, !two);
    m_buttons->setVisible(!two);
    if (two) {
        showTwo(revisions.constLast(), newest);
        return;
    }
    showOne(newest);
    readRuns(newest.id);
}

void RevisionDetail::showOne(const Revision &revision)
{
    m_title->setText(revisionTitle(revision));
    m_kind->show();
    m_kind->setWord(Tone::neutral, revisionKindSymbol(revision.kind), revisionKindWord(revision.kind));
    m_verdict->setVisible(revision.deployment.has_value());
    if (revision.deployment) {
        const model::Verdict verdict = revision.deployment->verdict;
        m_verdict->setWord(verdictTone(verdict), verdictSymbol(verdict), verdictWord(verdict));
    }
    m_facts->setText(tr("%1, %2, revision %3", "who, when, id")
                         .arg(revision.author.name, formatInstant(revision.when), shortId(revision.id)));
    m_facts->setToolTip(revision.id.text());
    QStringList more;
    if (!revision.services.isEmpty())
        more.append(tr("Services: %1").arg(revision.services.join(QStringLiteral(", "))));
    if (!revision.tags.isEmpty())
        more.append(tr("Tags: %1").arg(revision.tags.join(QStringLiteral(", "))));
    m_more->setText(more.join(QStringLiteral(" · ")));
    m_more->setVisible(!more.isEmpty());
    fillTagMenu(revision);
}

void RevisionDetail::showTwo(const Revision &older, const Revision &newer)
{
    m_title->setText(tr("From %1 to %2", "revisions").arg(shortId(older.id), shortId(newer.id)));
    m_kind->hide();
    m_verdict->hide();
    m_facts->setText(
        tr("%1 (%2)\n%3 (%4)", "revision, when; revision, when")
            .arg(revisionTitle(older), formatInstant(older.when), revisionTitle(newer), formatInstant(newer.when)));
    m_facts->setToolTip({});
    m_more->hide();
    m_tabs->setCurrentIndex(0);
}

void RevisionDetail::fillTagMenu(const Revision &revision)
{
    m_tagMenu->clear();
    m_tagMenu->addAction(symbolIcon(QStringLiteral("add")), tr("Add a tag…"), this, [this] {
        if (!m_revisions.isEmpty())
            Q_EMIT tagAsked(m_revisions.constFirst());
    });
    for (const QString &tag : revision.tags) {
        if (tag == ownTag)
            continue;
        m_tagMenu->addAction(symbolIcon(QStringLiteral("delete")),
                             tr("Remove %1", "tag").arg(QString(tag).replace(u'&', QStringLiteral("&&"))), this,
                             [this, tag] { Q_EMIT untagAsked(tag); });
    }
}

void RevisionDetail::readChanges(const std::optional<model::RevisionId> &before, const model::RevisionId &after)
{
    const int asked = m_asked;
    m_desk->diff(before, after).then(this, [this, asked](const base::Result<model::Changes> &changes) {
        if (asked != m_asked)
            return;
        if (!changes) {
            m_diff->setNothing(tr("The changes cannot be shown."));
            m_message->tell(deploymentError(changes.error(), tr("The changes could not be read")));
        } else if (changes->isEmpty()) {
            m_diff->setNothing(tr("No file differs."));
        } else {
            m_diff->setChanges(*changes);
        }
    });
}

void RevisionDetail::readRuns(const model::RevisionId &id)
{
    const int asked = m_asked;
    m_desk->deployments(id).then(this, [this, asked](const base::Result<QList<model::Deployment>> &deployments) {
        if (asked != m_asked)
            return;
        const QList<model::Deployment> all = deployments ? *deployments : QList<model::Deployment>();
        m_runs->setDeployments(all);
        m_tabs->setTabText(1, all.isEmpty() ? tr("Never deployed") : tr("Deployments (%1)").arg(all.size()));
        m_tabs->setTabEnabled(1, !all.isEmpty());
        if (!deployments)
            m_message->tell(deploymentError(deployments.error(), tr("The deployments could not be read")));
    });
}

} // namespace mediahelm::ui
