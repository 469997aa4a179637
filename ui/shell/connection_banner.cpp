// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/connection_banner.h"

#include "core/control/host_directory.h"
#include "ui/style/format.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/words.h"
#include "ui/widgets/connection_words.h"
#include "ui/widgets/page_parts.h"

#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace mediahelm::ui {

using model::ConnectionPhase;
using model::ConnectionProblem;

namespace {

constexpr int mostRows = 3;

// A first connection under way is no loss; the page says that it waits.
bool told(const control::Fleet &fleet, const control::HostStatus &status)
{
    const ConnectionPhase phase = status.connection.phase;
    return phase != ConnectionPhase::connected
        && (phase != ConnectionPhase::connecting || fleet.listed(status.profile.id));
}

} // namespace

BannerRow::BannerRow(QWidget *parent)
    : QWidget(parent)
    , m_symbol(new SymbolLabel({}, Tone::warning, this))
    , m_text(makeText(TextRole::strong, {}, this, true))
    , m_remedy(makeText(TextRole::caption, {}, this, true))
    , m_button(new QPushButton(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::huge, space::tiny, space::huge, space::tiny);
    layout->setSpacing(space::small);
    layout->addWidget(m_symbol);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_text);
    words->addWidget(m_remedy);
    layout->addLayout(words, 1);
    layout->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, &BannerRow::pressed);
}

void BannerRow::setStatus(const control::HostStatus &status)
{
    m_status = status;
    const model::ConnectionState &state = status.connection;
    const bool byUser = state.problem == ConnectionProblem::disconnectedByUser;
    m_tone = byUser ? Tone::neutral : phaseTone(state.phase);
    m_symbol->setSymbol(byUser ? QStringLiteral("cloud_off") : phaseIcon(state.phase), m_tone);
    const QString remedy = byUser ? QString() : remedyFor(status.profile, state.problem);
    m_remedy->setText(remedy);
    m_remedy->setVisible(!remedy.isEmpty());
    const bool connecting = state.phase == ConnectionPhase::connecting;
    m_button->setText(byUser ? tr("Connect") : tr("Try again"));
    m_button->setAccessibleName(tr("%1: %2", "button, host").arg(m_button->text(), status.profile.id.text()));
    m_button->setEnabled(!connecting);
    refreshTimes();
    update();
}

void BannerRow::setMore(int count)
{
    m_tone = Tone::warning;
    m_symbol->setSymbol(QStringLiteral("warning-fill"), m_tone);
    m_text->setText(tr("%n more hosts are not connected", nullptr, count));
    m_remedy->hide();
    m_button->setText(tr("Show hosts"));
}

void BannerRow::refreshTimes()
{
    if (m_status.profile.id.isEmpty())
        return;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const model::ConnectionState &state = m_status.connection;
    QStringList parts{tr("%1: %2", "host, state").arg(m_status.profile.id.text(), connectionText(state, now))};
    if (state.phase == ConnectionPhase::reconnecting && state.problem != ConnectionProblem::none)
        parts.append(problemSentence(state.problem));
    if (state.lastAnswer.isValid() && state.phase != ConnectionPhase::notResponding)
        parts.append(tr("what is shown is from %1").arg(formatAge(state.lastAnswer, now)));
    const QString text = parts.join(QStringLiteral(" · "));
    if (m_text->text() != text)
        m_text->setText(text);
}

void BannerRow::paintEvent(QPaintEvent *)
{
    const Palette &palette = paletteOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), palette.tone(m_tone).soft);
    painter.fillRect(QRect(0, height() - 1, width(), 1), palette.line);
}

ConnectionBanner::ConnectionBanner(control::Fleet &fleet, control::HostDirectory &hosts, QWidget *parent)
    : QWidget(parent)
    , m_fleet(fleet)
    , m_hosts(hosts)
    , m_layout(new QVBoxLayout(this))
    , m_more(new BannerRow(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addWidget(m_more);
    connect(m_more, &BannerRow::pressed, this, &ConnectionBanner::hostsAsked);
    connect(&fleet, &control::Fleet::hostAdded, this, &ConnectionBanner::refresh);
    connect(&fleet, &control::Fleet::hostRemoved, this, &ConnectionBanner::refresh);
    connect(&fleet, &control::Fleet::hostChanged, this, &ConnectionBanner::refresh);
    connect(&fleet, &control::Fleet::hostListed, this, &ConnectionBanner::refresh);
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &ConnectionBanner::refreshTimes);
    refresh();
}

void ConnectionBanner::setScope(const std::optional<base::HostId> &host)
{
    m_scope = host;
    refresh();
}

void ConnectionBanner::setLive(bool live)
{
    m_live = live;
    refresh();
}

int ConnectionBanner::rows() const
{
    return int(m_rows.size());
}

void ConnectionBanner::refresh()
{
    QList<control::HostStatus> shown;
    const QList<control::HostStatus> all = m_fleet.hosts();
    for (const control::HostStatus &status : all) {
        if (told(m_fleet, status) && (!m_scope || *m_scope == status.profile.id))
            shown.append(status);
    }
    const int count = int(std::min<qsizetype>(shown.size(), mostRows));
    while (m_rows.size() > count) {
        BannerRow *gone = m_rows.takeLast();
        gone->hide();
        gone->deleteLater();
    }
    while (m_rows.size() < count) {
        auto *row = new BannerRow(this);
        m_layout->insertWidget(int(m_rows.size()), row);
        m_rows.append(row);
    }
    for (int i = 0; i < count; ++i) {
        BannerRow *row = m_rows.at(i);
        const base::HostId id = shown.at(i).profile.id;
        row->disconnect(this);
        connect(row, &BannerRow::pressed, this, [this, id] {
            // A failure shows in the host's state, which this row tells.
            (void)m_hosts.connectNow(id);
        });
        row->setStatus(shown.at(i));
    }
    m_more->setVisible(shown.size() > mostRows);
    m_more->setMore(int(shown.size()) - mostRows);
    setVisible(!shown.isEmpty());
    const bool ticks = m_live && !shown.isEmpty();
    if (ticks != m_tick.isActive())
        ticks ? m_tick.start() : m_tick.stop();
}

void ConnectionBanner::refreshTimes()
{
    for (BannerRow *row : std::as_const(m_rows))
        row->refreshTimes();
}

} // namespace mediahelm::ui
