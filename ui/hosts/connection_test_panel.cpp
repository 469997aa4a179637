// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hosts/connection_test_panel.h"

#include "ui/hosts/connection_stages.h"
#include "ui/style/format.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/words.h"
#include "ui/widgets/connection_words.h"
#include "ui/widgets/page_parts.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace mediahelm::ui {

using base::Result;
using control::ConnectionTestReport;

ConnectionTestPanel::ConnectionTestPanel(control::HostDirectory &hosts, QWidget *parent)
    : QWidget(parent)
    , m_hosts(hosts)
    , m_button(new QPushButton(symbolIcon(QStringLiteral("network_check")), tr("&Test connection"), this))
    , m_status(makeText(TextRole::caption, {}, this))
    , m_results(new QWidget(this))
    , m_lines(new QVBoxLayout(m_results))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *head = new QHBoxLayout;
    head->addWidget(m_button);
    head->addWidget(m_status, 1);
    layout->addLayout(head);
    m_lines->setContentsMargins(0, space::tiny, 0, 0);
    m_lines->setSpacing(space::tiny);
    layout->addWidget(m_results);
    m_results->hide();
    m_button->setAutoDefault(false);
    m_button->setEnabled(false);
    m_tick.setInterval(1000);
    connect(m_button, &QPushButton::clicked, this, &ConnectionTestPanel::start);
    connect(&m_tick, &QTimer::timeout, this, &ConnectionTestPanel::showElapsed);
}

void ConnectionTestPanel::setProfile(const std::optional<model::HostProfile> &profile)
{
    if (profile == m_profile)
        return;
    m_profile = profile;
    ++m_attempt;
    m_running = false;
    m_tick.stop();
    clear();
    m_status->clear();
    m_button->setEnabled(profile.has_value());
}

void ConnectionTestPanel::start()
{
    if (!m_profile || m_running)
        return;
    clear();
    m_running = true;
    m_button->setEnabled(false);
    m_elapsed.start();
    m_tick.start();
    showElapsed();
    const quint64 attempt = ++m_attempt;
    m_hosts.test(*m_profile).then(this, [this, attempt](const Result<ConnectionTestReport> &result) {
        if (attempt == m_attempt)
            finish(result);
    });
}

void ConnectionTestPanel::showElapsed()
{
    m_status->setText(tr("Connecting… %1").arg(formatDuration(std::chrono::seconds(m_elapsed.elapsed() / 1000))));
}

void ConnectionTestPanel::finish(const Result<ConnectionTestReport> &result)
{
    m_running = false;
    m_tick.stop();
    m_button->setEnabled(true);
    if (!result) {
        const ErrorWords words = wordsFor(result.error(), tr("The test could not be done"));
        m_status->setText(words.headline);
        addLine(QStringLiteral("error-fill"), Tone::bad, words.reason);
        if (!words.details.isEmpty())
            m_lines->addWidget(makeText(TextRole::fixed, words.details, m_results, true));
        m_results->show();
        Q_EMIT grown();
        return;
    }
    const double seconds = double(result->elapsed.count()) / 1000.0;
    const QString elapsed = QLocale().toString(seconds, 'f', 1);
    showStages(result->problem);
    if (result->problem == model::ConnectionProblem::none) {
        m_status->setText(tr("It works (%1 s)").arg(elapsed));
        if (result->engine) {
            const model::EngineInfo &engine = *result->engine;
            addLine(QStringLiteral("deployed_code"), Tone::neutral,
                    tr("%1 %2 on %3, %n containers", nullptr, result->containers)
                        .arg(engine.product, engine.version, engine.operatingSystem));
        }
    } else {
        m_status->setText(tr("It does not work (%1 s)").arg(elapsed));
        auto *problem = makeText(TextRole::strong, problemSentence(result->problem), m_results, true);
        problem->setContentsMargins(0, space::small, 0, 0); // apart from the stages
        m_lines->addWidget(problem);
        m_lines->addWidget(makeText(TextRole::normal, remedyFor(*m_profile, result->problem), m_results, true));
        if (!result->detail.isEmpty())
            m_lines->addWidget(makeText(TextRole::fixed, result->detail, m_results, true));
    }
    m_results->show();
    m_button->setFocus();
    Q_EMIT grown();
}

void ConnectionTestPanel::showStages(model::ConnectionProblem problem)
{
    using Stage = ConnectionStage::Result;
    const QList<ConnectionStage> stages = connectionStages(m_profile->address.kind(), problem);
    for (const ConnectionStage &stage : stages) {
        if (stage.result == Stage::passed)
            addLine(QStringLiteral("check_circle-fill"), Tone::good, stage.text);
        else if (stage.result == Stage::failed)
            addLine(QStringLiteral("error-fill"), Tone::bad, tr("%1: failed", "stage of a connection").arg(stage.text));
        else
            addLine(QStringLiteral("more_horiz"), Tone::neutral,
                    tr("%1: not reached", "stage of a connection").arg(stage.text));
    }
}

void ConnectionTestPanel::addLine(const QString &symbol, Tone tone, const QString &text)
{
    auto *row = new QWidget(m_results);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(new SymbolLabel(symbol, tone, row));
    layout->addWidget(makeText(TextRole::normal, text, row, true), 1);
    m_lines->addWidget(row);
}

void ConnectionTestPanel::clear()
{
    m_results->hide();
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

} // namespace mediahelm::ui
